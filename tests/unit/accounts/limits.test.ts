import { describe, expect, test } from 'vitest';
import type { Role } from '#src/domain/access/roles.ts';
import { isOver, isTouchDue, needsFreshPassword, sessionEndsAt, sessionLimits } from '#src/domain/accounts/limits.ts';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

describe('the strictest role decides how long a session lasts', () => {
  test.each<[string, Role[], number, number]>([
    ['a trainee', ['trainee'], 60, 12],
    ['a tutor', ['tutor'], 60, 12],
    ['a line manager', ['manager'], 60, 12],
    ['a verifier', ['verifier'], 60, 12],
    ['an assessor', ['assessor'], 15, 8],
    ['an administrator', ['admin'], 15, 8],
    ['a tutor who also assesses', ['tutor', 'assessor'], 15, 8],
    ['somebody without a role', [], 15, 8],
  ])('%s', (_who, roles, idleMinutes, hours) => {
    expect(sessionLimits(roles)).toEqual({ idleMs: idleMinutes * 60_000, absoluteMs: hours * 3_600_000 });
  });
});

describe('a session ends after a rest or at the end of its life, whichever comes first', () => {
  test.each<[string, Role[], string, string, string]>([
    ['a trainee after an hour without use', ['trainee'], '08:00:00', '09:30:00', '10:30:00'],
    ['a trainee who never rests', ['trainee'], '08:00:00', '19:59:59', '20:00:00'],
    ['an assessor after a quarter of an hour', ['assessor'], '08:00:00', '08:00:00', '08:15:00'],
    ['an assessor who never rests', ['assessor'], '08:00:00', '15:50:00', '16:00:00'],
  ])('%s', (_story, roles, createdAt, lastSeenAt, end) => {
    const times = { createdAt: at(createdAt), lastSeenAt: at(lastSeenAt) };
    expect(sessionEndsAt(times, roles)).toEqual(at(end));
    expect(isOver(times, roles, new Date(at(end).getTime() - 1))).toBe(false);
    expect(isOver(times, roles, at(end))).toBe(true);
  });
});

describe('being seen is written down once a minute', () => {
  test.each([
    ['a second later', '09:00:01', false],
    ['just under a minute later', '09:00:59', false],
    ['a minute later', '09:01:00', true],
  ])('%s', (_story, now, isDue) => {
    expect(isTouchDue(at('09:00:00'), at(now))).toBe(isDue);
  });
});

describe('a password is fresh for five minutes', () => {
  test.each([
    ['given this second', '09:00:00', false],
    ['given exactly five minutes ago', '09:05:00', false],
    ['given longer ago', '09:05:01', true],
    ['given in the future, after a clock was set back', '08:59:59', true],
  ])('%s', (_story, now, isNeeded) => {
    const viewer = { session: { id: 'any', authenticatedAt: at('09:00:00') } };
    expect(needsFreshPassword(viewer, at(now))).toBe(isNeeded);
  });
});
