import { describe, expect, test } from 'vitest';
import { WITHDRAWAL_REASONS } from '#src/domain/people/words.ts';
import { type Ending, endingProblems, firstDayOutside, openWorkWords } from '#src/domain/programme/endings.ts';
import { WITHDRAWAL_WORDS } from '#src/domain/programme/endingWords.ts';
import { hasEnded, programmePlace } from '#src/domain/programme/place.ts';
import { amara, breakInLearning, standard15 } from './routes.ts';

const TODAY = '2026-11-23';
const WITHDREW: Ending = { kind: 'withdrawn', reason: 'workload', endedOn: TODAY };
const COMPLETED: Ending = { kind: 'completed', reason: null, endedOn: TODAY };
const problems = (ending: Ending, enrolment = amara('2026-07-06')) =>
  Object.keys(endingProblems({ enrolment, today: TODAY }, ending));

describe('a programme ends', () => {
  test.each([
    ['today, because she withdrew', WITHDREW],
    ['half a year ago, entered afterwards', { ...WITHDREW, endedOn: '2026-05-24' }],
    ['today, completed', COMPLETED],
    ['on her first day, completed elsewhere', { ...COMPLETED, endedOn: '2026-07-06' }],
    ['before it began, because she never came', { ...WITHDREW, endedOn: '2026-07-01' }],
  ])('%s', (_story, ending) => {
    expect(problems(ending)).toEqual([]);
  });

  test.each([
    ['in the future', { ...WITHDREW, endedOn: '2026-11-24' }, 'endedOn'],
    ['longer ago than half a year', { ...WITHDREW, endedOn: '2026-05-23' }, 'endedOn'],
    ['without a reason for withdrawing', { ...WITHDREW, reason: null }, 'reason'],
    ['completed before it began', { ...COMPLETED, endedOn: '2026-07-05' }, 'endedOn'],
  ])('not %s', (_story, ending, field) => {
    expect(problems(ending)).toEqual([field]);
  });

  test('not as completed for whoever has not begun', () => {
    expect(problems(COMPLETED, amara('2026-11-30'))).toContain('kind');
  });

  test('not twice', () => {
    expect(problems(WITHDREW, { ...amara('2026-07-06'), endedOn: '2026-11-20' })).toEqual(['']);
  });
});

test('every reason has words, and nobody has to give one', () => {
  expect(WITHDRAWAL_REASONS.every((reason) => WITHDRAWAL_WORDS[reason] !== '')).toBe(true);
  expect(WITHDRAWAL_WORDS.not_said).toBe('No reason was given');
});

test.each([
  ['the last day is today: outside from today on, at once', '2026-07-06', TODAY, TODAY],
  ['the last day was last week: outside since the day after', '2026-07-06', '2026-11-16', '2026-11-17'],
  ['the last day was before she joined: outside since she joined', '2026-11-20', '2026-11-16', '2026-11-20'],
])('%s', (_story, joinedOn, endedOn, outside) => {
  expect(firstDayOutside({ joinedOn, endedOn, today: TODAY })).toBe(outside);
});

describe('after the last day', () => {
  const ended = { ...amara('2026-01-05'), endedOn: '2026-06-19' };

  test('the programme is over from that day on, in the week in which it ended', () => {
    expect(hasEnded(ended, '2026-06-18')).toBe(false);
    expect(hasEnded(ended, '2026-06-19')).toBe(true);
    expect(programmePlace(ended, standard15, '2026-06-18')).toMatchObject({ state: 'running', week: 24 });
    expect(programmePlace(ended, standard15, '2026-11-23')).toMatchObject({
      ...{ state: 'after', week: 24, stage: null, nextGateway: null, pause: null, endsOn: '2026-06-19' },
    });
  });

  test('it is over too for whoever withdrew during a break, or before the first day', () => {
    const paused = { ...ended, pauses: [breakInLearning('2026-06-01', null)] };
    expect(programmePlace(paused, standard15, '2026-11-23')).toMatchObject({ state: 'after', pause: null });
    const never = { ...amara('2026-11-30'), endedOn: '2026-11-20' };
    expect(programmePlace(never, standard15, '2026-11-23')).toMatchObject({ state: 'after', week: 0 });
  });
});

test('what is open is told as counts, and nothing is said of what is not', () => {
  const none = { cases: 0, waiting: 0, unsignedReviews: 0, placements: 0, peerSessions: 0 };
  expect(openWorkWords(none)).toEqual([]);
  expect(openWorkWords({ ...none, cases: 1, waiting: 2 })).toEqual([
    '1 case is allocated and left to the manager to move',
    '2 pieces of evidence wait for a decision',
  ]);
});
