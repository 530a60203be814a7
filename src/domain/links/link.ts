/** So many days a link stands that needs no account. Source: docs/decisions.md, "A link for somebody without an account". */
export const LINK_DAYS = 14;

const MILLISECONDS_PER_DAY = 86_400_000;

/** When a link made at an instant stops to work. */
export function linkEnd(madeAt: Date): Date {
  return new Date(madeAt.getTime() + LINK_DAYS * MILLISECONDS_PER_DAY);
}

/** How long a link stands, and whether it was taken back. */
export interface LinkLife {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Whether a link is neither taken back nor out of date. What it leads to may be closed all the same. */
export function isLinkAlive({ expiresAt, revokedAt }: LinkLife, at: Date): boolean {
  return revokedAt === null && at.getTime() < expiresAt.getTime();
}
