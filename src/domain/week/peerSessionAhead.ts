import { openPreparations, type Preparation } from '../peerSessions/checklist.ts';
import type { PeerFormatFile } from '../peerSessions/formatSchema.ts';
import { formatOf } from '../peerSessions/planning.ts';
import { factsOf } from './agendaOf.ts';
import type { FactOf, PeerSessionFact, WeekFact } from './facts.ts';

/** The next peer session of her cohort, and the next one in which she does something. */
export interface PeerSessionAhead {
  readonly next: PeerSessionFact | null;
  readonly own: PeerSessionFact | null;
  /** What of her own is to be done next; null where everything is, or no format is chosen. */
  readonly preparation: Preparation | null;
}

type Session = FactOf<'peerSession'>;

function preparationOf({ format, day, done }: Session, formats: readonly PeerFormatFile[]): Preparation | null {
  return openPreparations(formatOf(formats, format), day, done)[0] ?? null;
}

/** What comes of peer sessions, from the facts of a week that begins today or before. */
export function peerSessionAhead(
  facts: readonly WeekFact[],
  formats: readonly PeerFormatFile[],
  today: string,
): PeerSessionAhead {
  const at = ({ day, startsAt }: Session) => `${day}T${startsAt}`;
  const coming = factsOf(facts, 'peerSession')
    .filter(({ day, isHeld }) => day >= today && !isHeld)
    .toSorted((one, other) => (at(one) < at(other) ? -1 : 1));
  const own = coming.find(({ roles }) => roles.length > 0) ?? null;
  return { next: coming[0] ?? null, own, preparation: own ? preparationOf(own, formats) : null };
}
