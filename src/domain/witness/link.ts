/** So many days a link for a witness stands. Source: docs/decisions.md, "A witness without an account". */
export const WITNESS_LINK_DAYS = 14;

const MILLISECONDS_PER_DAY = 86_400_000;

/** When a link made at an instant stops to work. */
export function witnessLinkEnd(madeAt: Date): Date {
  return new Date(madeAt.getTime() + WITNESS_LINK_DAYS * MILLISECONDS_PER_DAY);
}

/** What decides whether a link still opens anything. */
export interface WitnessLinkFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** The evidence was taken out of the portfolio. */
  readonly isRemoved: boolean;
  /** A witness has answered, by this link or another. */
  readonly isAnswered: boolean;
}

/** Whether a witness may read and write by this link. Everything else looks the same from outside: nothing is there. */
export function isWitnessLinkOpen({ expiresAt, revokedAt, isRemoved, isAnswered }: WitnessLinkFacts, at: Date) {
  return revokedAt === null && !isRemoved && !isAnswered && at.getTime() < expiresAt.getTime();
}

/** Where a testimony stands before it is handed in. */
export type WitnessState = 'not_asked' | 'asked' | 'link_over' | 'answered';

/** The newest link and the answer, null where there is none. */
export interface WitnessRecord {
  readonly request: { readonly expiresAt: Date; readonly revokedAt: Date | null } | null;
  readonly answer: object | null;
}

/** Nobody asked yet, asked, out of date or taken back, answered. */
export function witnessState({ request, answer }: WitnessRecord, at: Date): WitnessState {
  if (answer) return 'answered';
  if (!request) return 'not_asked';
  return request.revokedAt === null && at.getTime() < request.expiresAt.getTime() ? 'asked' : 'link_over';
}
