import { describe, expect, test } from 'vitest';
import { accountLinkEnd, isAccountLinkOpen, linkKindFor } from '#src/domain/accounts/accountLink.ts';

const madeAt = new Date('2026-11-18T10:00:00Z');
const minutes = (count: number) => new Date(madeAt.getTime() + count * 60_000);
const state = { expiresAt: minutes(30), revokedAt: null, usedAt: null, isDisabled: false };

describe('a link to set a password', () => {
  test.each([
    ['invitation', 'admin', 7 * 24 * 60],
    ['invitation', 'herself', 7 * 24 * 60],
    ['reset', 'herself', 30],
    ['reset', 'admin', 24 * 60],
  ] as const)('%s asked for by %s stands %i minutes', (kind, askedBy, life) => {
    expect(accountLinkEnd(kind, askedBy, madeAt)).toEqual(minutes(life));
  });

  test.each([
    ['before its end', state, minutes(29.9), true],
    ['at its end', state, minutes(30), false],
    ['used', { ...state, usedAt: madeAt }, minutes(1), false],
    ['taken back', { ...state, revokedAt: madeAt }, minutes(1), false],
    ['of an account that is switched off', { ...state, isDisabled: true }, minutes(1), false],
  ])('%s', (_when, link, at, opens) => {
    expect(isAccountLinkOpen(link, at)).toBe(opens);
  });

  test('whoever never set a password is invited, others are sent a link to set another', () => {
    expect(linkKindFor({ hasPassword: false })).toBe('invitation');
    expect(linkKindFor({ hasPassword: true })).toBe('reset');
  });
});
