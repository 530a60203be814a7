/** So many days a link for a host stands. Source: docs/decisions.md, "A link for somebody without an account". */
export const HOST_LINK_DAYS = 14;

const MILLISECONDS_PER_DAY = 86_400_000;

/** When a link made at an instant stops to work. */
export function hostLinkEnd(madeAt: Date): Date {
  return new Date(madeAt.getTime() + HOST_LINK_DAYS * MILLISECONDS_PER_DAY);
}

/** What decides whether a link still opens anything. */
export interface HostLinkFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** The placement was called off. */
  readonly isCancelled: boolean;
  /** The host has answered, by this link or another. */
  readonly isAnswered: boolean;
}

/** Whether a host may read and answer by this link. Everything else looks the same from outside: nothing is there. */
export function isHostLinkOpen({ expiresAt, revokedAt, isCancelled, isAnswered }: HostLinkFacts, at: Date): boolean {
  return revokedAt === null && !isCancelled && !isAnswered && at.getTime() < expiresAt.getTime();
}

/** Where the agreement of the host stands, for those who arrange the placement. */
export type HostState = 'not_asked' | 'asked' | 'link_over' | 'agreed' | 'declined';

/** The newest link and the answer, null where there is none. */
export interface HostRecord {
  readonly link: { readonly expiresAt: Date; readonly revokedAt: Date | null } | null;
  readonly answer: { readonly agrees: boolean } | null;
}

/** Asked, out of date or taken back, answered with yes or no. */
export function hostState({ link, answer }: HostRecord, at: Date): HostState {
  if (answer) return answer.agrees ? 'agreed' : 'declined';
  if (!link) return 'not_asked';
  return link.revokedAt === null && at.getTime() < link.expiresAt.getTime() ? 'asked' : 'link_over';
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
