import { describe, expect, test } from 'vitest';
import type { Role } from '#src/domain/access/roles.ts';
import { isOver, isTouchDue, needsFreshPassword, sessionEndsAt, sessionLimits } from '#src/domain/accounts/limits.ts';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

interface Limits {
  who: string;
  roles: Role[];
  idleMinutes: number;
  hours: number;
}

describe('the strictest role decides how long a session lasts', () => {
  test.each<Limits>([
    { who: 'a trainee', roles: ['trainee'], idleMinutes: 60, hours: 12 },
    { who: 'a tutor', roles: ['tutor'], idleMinutes: 60, hours: 12 },
    { who: 'a line manager', roles: ['manager'], idleMinutes: 60, hours: 12 },
    { who: 'a verifier', roles: ['verifier'], idleMinutes: 60, hours: 12 },
    { who: 'an assessor', roles: ['assessor'], idleMinutes: 15, hours: 8 },
    { who: 'an administrator', roles: ['admin'], idleMinutes: 15, hours: 8 },
    { who: 'a tutor who also assesses', roles: ['tutor', 'assessor'], idleMinutes: 15, hours: 8 },
    { who: 'somebody without a role', roles: [], idleMinutes: 15, hours: 8 },
  ])('$who', ({ roles, idleMinutes, hours }) => {
    expect(sessionLimits(roles)).toEqual({ idleMs: idleMinutes * 60_000, absoluteMs: hours * 3_600_000 });
  });
});

interface Ending {
  story: string;
  roles: Role[];
  created: string;
  seen: string;
  end: string;
}

describe('a session ends after a rest or at the end of its life, whichever comes first', () => {
  test.each<Ending>([
    {
      story: 'a trainee after an hour without use',
      roles: ['trainee'],
      created: '08:00:00',
      seen: '09:30:00',
      end: '10:30:00',
    },
    { story: 'a trainee who never rests', roles: ['trainee'], created: '08:00:00', seen: '19:59:59', end: '20:00:00' },
    {
      story: 'an assessor after a quarter of an hour',
      roles: ['assessor'],
      created: '08:00:00',
      seen: '08:00:00',
      end: '08:15:00',
    },
    {
      story: 'an assessor who never rests',
      roles: ['assessor'],
      created: '08:00:00',
      seen: '15:50:00',
      end: '16:00:00',
    },
  ])('$story', ({ roles, created, seen, end }) => {
    const times = { createdAt: at(created), lastSeenAt: at(seen) };
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
    expect(needsFreshPassword(viewer.session, at(now))).toBe(isNeeded);
  });
});
