import { isLinkAlive, type LinkLife } from '../links/link.ts';

/** What decides whether a link still opens anything. */
export interface WitnessLinkFacts extends LinkLife {
  /** The evidence was taken out of the portfolio. */
  readonly isRemoved: boolean;
  /** A witness has answered, by this link or another. */
  readonly isAnswered: boolean;
}

/** Whether a witness may read and write by this link. Everything else looks the same from outside: nothing is there. */
export function isWitnessLinkOpen({ isRemoved, isAnswered, ...link }: WitnessLinkFacts, at: Date): boolean {
  return !isRemoved && !isAnswered && isLinkAlive(link, at);
}

/** Where a testimony stands before it is handed in. */
export type WitnessState = 'not_asked' | 'asked' | 'link_over' | 'answered';

/** The newest link and the answer, null where there is none. */
export interface WitnessRecord {
  readonly request: LinkLife | null;
  readonly answer: object | null;
}

/** Nobody asked yet, asked, out of date or taken back, answered. */
export function witnessState({ request, answer }: WitnessRecord, at: Date): WitnessState {
  if (answer) return 'answered';
  if (!request) return 'not_asked';
  return isLinkAlive(request, at) ? 'asked' : 'link_over';
}
