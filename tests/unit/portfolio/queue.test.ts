import { describe, expect, test } from 'vitest';
import { byAge, byTrainee, daysSince, nextAfter, turnaround, type WaitingFact } from '#src/domain/portfolio/queue.ts';

const at = (day: string, time = '12:00') => Date.parse(`${day}T${time}:00Z`) / 1000;
const piece = (id: string, day: string, change: Partial<WaitingFact> = {}): WaitingFact => ({
  fact: 'waiting',
  id,
  evidenceId: `e-${id}`,
  traineeId: 'amara',
  traineeName: 'Amara Okafor',
  title: id,
  kind: 'reflective_account',
  number: 1,
  since: at(day),
  claims: ['3.1'],
  heldAt: null,
  reopened: null,
  ...change,
});
const again = { by: 'Venetia Cole', as: 'verifier', words: 'Look again', reasons: [] } as const;
const QUEUE = [
  piece('newer', '2026-11-12'),
  piece('toms', '2026-11-02', { traineeId: 'tom', traineeName: 'Tom Hughes' }),
  piece('older', '2026-11-10'),
  piece('again', '2026-11-18', { reopened: again }),
];
const ids = (waiting: readonly WaitingFact[]) => waiting.map(({ id }) => id);

test('what was opened again comes first, then whatever has waited longest', () => {
  expect(ids(byAge(QUEUE))).toEqual(['again', 'toms', 'older', 'newer']);
});

test('by trainee, each keeps that order', () => {
  expect(byTrainee(QUEUE).map(({ traineeName, waiting }) => [traineeName, ids(waiting)])).toEqual([
    ['Amara Okafor', ['again', 'older', 'newer']],
    ['Tom Hughes', ['toms']],
  ]);
});

test.each([
  ['the one after it', 'toms', 'older'],
  ['from the last back to the first', 'newer', 'again'],
  ['the first, from something that does not wait', 'elsewhere', 'again'],
])('next in the queue: %s', (_story, from, next) => {
  expect(nextAfter(QUEUE, from)?.id).toBe(next);
});

test('nothing comes after the only one', () => {
  expect(nextAfter([piece('alone', '2026-11-10')], 'alone')).toBeNull();
  expect(nextAfter([], 'alone')).toBeNull();
});

test('days are those of the calendar in London', () => {
  expect(daysSince(at('2026-11-18', '23:59'), '2026-11-19')).toBe(1);
  expect(daysSince(at('2026-07-01', '23:30'), '2026-07-02'), 'half past midnight in summer').toBe(0);
  expect(daysSince(at('2026-11-20'), '2026-11-19'), 'never less than none').toBe(0);
});

describe('how long decisions took', () => {
  const decided = (...days: number[]) =>
    days.map((count) => ({ from: at('2026-11-01'), to: at('2026-11-01') + count * 86_400 }));

  test('nothing was decided: no figure, and none made up', () => {
    expect(turnaround([])).toEqual({ count: 0, medianDays: null, longestDays: null });
  });

  test.each([
    ['one', [4], 4, 4],
    ['an odd number', [9, 1, 3], 3, 9],
    ['an even number: the slower of the two in the middle', [1, 2, 5, 9], 5, 9],
    ['on the same day', [0, 0], 0, 0],
  ])('%s', (_story, days, medianDays, longestDays) => {
    expect(turnaround(decided(...days))).toEqual({ count: days.length, medianDays, longestDays });
  });
});
