import { isLinkAlive, type LinkLife } from '../links/link.ts';

/** What decides whether a link still opens anything. */
export interface HostLinkFacts extends LinkLife {
  /** The placement was called off. */
  readonly isCancelled: boolean;
  /** The host has answered, by this link or another. */
  readonly isAnswered: boolean;
}

/** Whether a host may read and answer by this link. Everything else looks the same from outside: nothing is there. */
export function isHostLinkOpen({ isCancelled, isAnswered, ...link }: HostLinkFacts, at: Date): boolean {
  return !isCancelled && !isAnswered && isLinkAlive(link, at);
}

/** Where the agreement of the host stands, for those who arrange the placement. */
export type HostState = 'not_asked' | 'asked' | 'link_over' | 'agreed' | 'declined';

/** The newest link and the answer, null where there is none. */
export interface HostRecord {
  readonly link: LinkLife | null;
  readonly answer: { readonly agrees: boolean } | null;
}

/** Asked, out of date or taken back, answered with yes or no. */
export function hostState({ link, answer }: HostRecord, at: Date): HostState {
  if (answer) return answer.agrees ? 'agreed' : 'declined';
  if (!link) return 'not_asked';
  return isLinkAlive(link, at) ? 'asked' : 'link_over';
}

/** What a host fills in, as it is kept. */
export interface HostWords {
  readonly name: string;
  readonly job: string;
  readonly agrees: boolean;
  readonly words: string;
}

/** Whether a form that came again says what was kept: a second tap is no second answer. */
export function isSameAnswer(kept: HostWords, sent: HostWords): boolean {
  return kept.name === sent.name && kept.job === sent.job && kept.agrees === sent.agrees && kept.words === sent.words;
}
