import { describe, expect, test } from 'vitest';
import {
  byAge,
  byTrainee,
  daysSince,
  nextAfter,
  QUEUE_PAGE,
  queuePage,
  turnaround,
  type WaitingFact,
} from '#src/domain/portfolio/queue.ts';

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

describe('a long queue, a page at a time', () => {
  /** Forty of Amara and twenty of Tom in turn, each a minute younger than the one before. */
  const long = Array.from({ length: 60 }, (_, index) =>
    piece(`piece-${String(index)}`, '2026-11-01', {
      since: 1_790_000_000 + index * 60,
      ...(index % 3 === 2 && { traineeId: 'tom', traineeName: 'Tom Hughes' }),
    }),
  );
  const shownOn = (order: 'age' | 'trainee', page: number) =>
    queuePage(long, order, page).groups.flatMap(({ waiting }) => ids(waiting));

  test.each(['age', 'trainee'] as const)(
    'by %s: the pages one after the other are the whole queue in its order',
    (order) => {
      const whole = order === 'age' ? ids(byAge(long)) : byTrainee(long).flatMap(({ waiting }) => ids(waiting));
      expect([1, 2, 3].flatMap((page) => shownOn(order, page))).toEqual(whole);
      expect(shownOn(order, 1)).toHaveLength(QUEUE_PAGE);
    },
  );

  test('says where it is, and a page by trainee says how many of each wait in all', () => {
    expect(queuePage(long, 'age', 3)).toMatchObject({ page: 3, pages: 3, from: 51, to: 60, of: 60 });
    const groups = queuePage(long, 'trainee', 2).groups.map(({ traineeId, count, waiting }) => [
      traineeId,
      count,
      waiting.length,
    ]);
    expect(groups).toEqual([
      ['amara', 40, 15],
      ['tom', 20, 10],
    ]);
  });

  test.each([
    ['before the first', 0, 1],
    ['far after the last', Infinity, 3],
    ['negative', -4, 1],
  ])('a page that is not there is the nearest that is: %s', (_story, wanted, page) => {
    expect(queuePage(long, 'age', wanted).page).toBe(page);
  });

  test('an empty queue is one page without anything', () => {
    expect(queuePage([], 'trainee', 1)).toEqual({ page: 1, pages: 1, from: 0, to: 0, of: 0, groups: [] });
  });
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
