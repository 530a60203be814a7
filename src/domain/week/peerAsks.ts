import { type AskedAfter, asksOf } from '../peerSessions/afterwards.ts';
import { factsOf } from './agendaOf.ts';
import type { FactOf, WeekFact } from './facts.ts';

/** What one past session asks of her today. */
export interface PeerAsk {
  readonly sessionId: string;
  readonly title: string;
  readonly day: string;
  readonly asks: readonly AskedAfter[];
}

const MILLISECONDS = 1000;

/** In a cohort that she has left only what became of her intention is asked: the rest belongs to the others now. */
function asked({ heldAt, isMember, ...fact }: FactOf<'peerAfter'>, today: string): AskedAfter[] {
  const part = { ...fact, heldAt: heldAt === null ? null : new Date(heldAt * MILLISECONDS), cancelledAt: null };
  return asksOf(part, fact, today).filter((ask) => isMember || ask === 'review');
}

/** What past peer sessions ask of her today, from the facts of a week that begins today; newest first. */
export function peerAsks(facts: readonly WeekFact[], today: string): PeerAsk[] {
  return factsOf(facts, 'peerAfter')
    .map((fact) => ({ ...fact, asks: asked(fact, today) }))
    .filter(({ asks }) => asks.length > 0)
    .map(({ id: sessionId, title, day, asks }) => ({ sessionId, title, day, asks }))
    .toSorted((one, other) => (one.day > other.day ? -1 : 1));
}
