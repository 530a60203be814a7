import { isLinkAlive, type LinkLife } from '../links/link.ts';
import type { AccountLinkKind } from '../people/words.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who asked for a link: the person herself, or an administrator, whose link may lie in a letter box over night. */
export type AskedBy = 'herself' | 'admin';

/** How long a link to set a password stands, in milliseconds. Source: docs/decisions.md, "Links to set a password". */
const LIVES: Readonly<Record<AccountLinkKind, Readonly<Record<AskedBy, number>>>> = {
  invitation: { herself: 7 * DAY, admin: 7 * DAY },
  reset: { herself: 30 * MINUTE, admin: DAY },
};

/** How long each stands, as people read it. */
export const LIFE_WORDS: Readonly<Record<AccountLinkKind, Readonly<Record<AskedBy, string>>>> = {
  invitation: { herself: '7 days', admin: '7 days' },
  reset: { herself: '30 minutes', admin: '24 hours' },
};

/** When a link stops to work. */
export function accountLinkEnd(kind: AccountLinkKind, askedBy: AskedBy, madeAt: Date): Date {
  return new Date(madeAt.getTime() + LIVES[kind][askedBy]);
}

/** What decides whether a link to set a password opens anything. */
export interface AccountLinkState extends LinkLife {
  readonly usedAt: Date | null;
  readonly isDisabled: boolean;
}

/** Neither used, taken back nor out of date, and its account is not switched off. */
export function isAccountLinkOpen(state: AccountLinkState, at: Date): boolean {
  return state.usedAt === null && !state.isDisabled && isLinkAlive(state, at);
}

/** What an administrator sends somebody: an invitation to whoever never set a password, else a link to set another. */
export function linkKindFor({ hasPassword }: { readonly hasPassword: boolean }): AccountLinkKind {
  return hasPassword ? 'reset' : 'invitation';
}
