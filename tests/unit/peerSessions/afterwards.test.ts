import { describe, expect, test } from 'vitest';
import { attendanceProblem } from '#src/domain/peerSessions/attendance.ts';
import {
  asksOf,
  type OwnPart,
  reviewFrom,
  whyNoFeedback,
  whyNoIntention,
  whyNoReview,
  whyNotClosed,
} from '#src/domain/peerSessions/afterwards.ts';

const DAY = '2026-11-19';
const HELD: OwnPart = {
  day: DAY,
  heldAt: new Date('2026-11-19T15:15:00Z'),
  cancelledAt: null,
  attendance: 'there',
  isLeader: false,
};
const OPEN = { ...HELD, heldAt: null };

describe('what you will do differently', () => {
  test.each([
    ['the same day', HELD, DAY, true],
    ['on the last of fourteen days', HELD, '2026-12-02', true],
    ['after fourteen days', HELD, '2026-12-03', false],
    ['before the session is closed', OPEN, DAY, false],
    ['with apologies sent', { ...HELD, attendance: 'apologies' as const }, DAY, false],
    ['not marked', { ...HELD, attendance: null }, DAY, false],
    ['by whoever led it', { ...HELD, isLeader: true }, DAY, true],
    ['of a session that was cancelled', { ...HELD, cancelledAt: HELD.heldAt }, DAY, false],
  ])('%s', (_story, part, today, isAsked) => {
    expect(whyNoIntention(part, today) === null).toBe(isAsked);
  });
});

describe('what helped', () => {
  test.each([
    ['the same day', HELD, DAY, true],
    ['on the last of seven days', HELD, '2026-11-25', true],
    ['once the leader reads all of it', HELD, '2026-11-26', false],
    ['by whoever led it', { ...HELD, isLeader: true }, DAY, false],
    ['by somebody who was not there', { ...HELD, attendance: 'absent' as const }, DAY, false],
  ])('%s', (_story, part, today, isAsked) => {
    expect(whyNoFeedback(part, today) === null).toBe(isAsked);
  });
});

describe('what became of it', () => {
  test.each([
    ['the day before a month is over', { day: DAY, hasIntention: true }, '2026-12-18', false],
    ['a month later', { day: DAY, hasIntention: true }, '2026-12-19', true],
    ['a year later', { day: DAY, hasIntention: true }, '2027-12-19', true],
    ['where nothing was said', { day: DAY, hasIntention: false }, '2026-12-19', false],
  ])('%s', (_story, part, today, isAsked) => {
    expect(whyNoReview(part, today) === null).toBe(isAsked);
  });

  test('is asked on the last day of a shorter month', () => {
    expect(reviewFrom('2026-01-31')).toBe('2026-02-28');
  });
});

describe('what is asked on the first page', () => {
  const nothing = { hasIntention: false, hasReview: false, hasFeedback: false };
  test.each([
    ['after the session', HELD, nothing, DAY, ['intention', 'feedback']],
    ['once both are written', HELD, { ...nothing, hasIntention: true, hasFeedback: true }, DAY, []],
    ['of whoever led and has not closed it', { ...OPEN, isLeader: true }, nothing, DAY, ['close']],
    ['of nobody else then', OPEN, nothing, DAY, []],
    ['a month later', HELD, { ...nothing, hasIntention: true, hasFeedback: true }, '2026-12-19', ['review']],
    ['for four weeks', HELD, { ...nothing, hasIntention: true }, '2027-01-15', ['review']],
    ['and no longer, though it can be written for ever', HELD, { ...nothing, hasIntention: true }, '2027-01-16', []],
    ['of somebody who was not there', { ...HELD, attendance: 'absent' as const }, nothing, DAY, []],
  ])('%s', (_story, part, words, today, asks) => {
    expect(asksOf(part, words, today)).toEqual(asks);
  });
});

describe('closing a session', () => {
  test.each([
    ['on its day', OPEN, DAY, true],
    ['a week later', OPEN, '2026-11-26', true],
    ['the day before', OPEN, '2026-11-18', false],
    ['a second time', HELD, DAY, false],
    ['that was cancelled', { ...OPEN, cancelledAt: HELD.heldAt }, DAY, false],
  ])('%s', (_story, session, today, isOpen) => {
    expect(whyNotClosed(session, today) === null).toBe(isOpen);
  });

  const member = (traineeId: string, attendance: OwnPart['attendance']) => ({ traineeId, attendance });
  test.each([
    ['everybody is marked', [member('amara', 'there'), member('tom', 'absent')], null],
    [
      'somebody is not',
      [member('amara', 'there'), member('tom', null)],
      'Mark everybody before you close the session: 1 of 2 is not marked',
    ],
    [
      'nobody was there',
      [member('amara', 'apologies'), member('tom', 'absent')],
      'Nobody was there. Cancel the session instead of closing it',
    ],
  ])('%s', (_story, members, problem) => {
    expect(attendanceProblem(members)).toBe(problem);
  });
});
