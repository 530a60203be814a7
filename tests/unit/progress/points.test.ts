import { expect, test } from 'vitest';
import type { ModuleFacts } from '#src/domain/modules/state.ts';
import { NO_FACTS } from '#src/domain/modules/state.ts';
import { progressPoints } from '#src/domain/progress/points.ts';
import type { Standing } from '#src/domain/progress/standing.ts';

/** Week 4 began on Monday 16 November 2026. */
function standingInWeek4(rows: readonly { moduleId: string; week: number; done?: boolean }[]): Standing {
  const place = { state: 'running', week: 4, weekStartsOn: '2026-11-16' } as Standing['place'];
  return {
    place,
    rows: rows.map(({ done, ...row }) => ({ ...row, dueOn: null, weeksLate: 0, state: done ? 'done' : 'not_started' })),
  } as unknown as Standing;
}

const doneOn = (day: string): ModuleFacts => ({
  ...NO_FACTS,
  completion: { version: '1', at: new Date(`${day}T12:00:00Z`) },
});
const column = (points: ReturnType<typeof progressPoints>, of: 'expected' | 'actual') =>
  points.map((point) => point[of]);

test('expected rises in the week a module is due, actual in the week it was done', () => {
  const standing = standingInWeek4([
    { moduleId: 'a', week: 1, done: true },
    { moduleId: 'b', week: 3, done: true },
    { moduleId: 'c', week: 6 },
  ]);
  const points = progressPoints(
    standing,
    new Map([
      ['a', doneOn('2026-10-28')],
      ['b', doneOn('2026-11-10')],
    ]),
  );
  expect(column(points, 'expected')).toEqual([0, 1, 1, 2, 2, 2, 3]);
  expect(column(points, 'actual')).toEqual([0, 1, 1, 2, 2, null, null]);
});

test.each([
  ['this Monday', '2026-11-16', 4],
  ['last Sunday', '2026-11-15', 3],
  ['last Monday', '2026-11-09', 3],
  ['before week 1 began', '2026-01-05', 1],
])('a module done %s counts from its week on', (...[_when, day, week]) => {
  const points = progressPoints(
    standingInWeek4([{ moduleId: 'a', week: 1, done: true }]),
    new Map([['a', doneOn(day)]]),
  );
  expect(points.findIndex(({ actual }) => actual === 1)).toBe(week);
});

test('the last point is the same as the count of modules done', () => {
  const standing = standingInWeek4([
    { moduleId: 'a', week: 4, done: true },
    { moduleId: 'b', week: 2 },
  ]);
  expect(progressPoints(standing, new Map([['a', doneOn('2026-11-18')]])).at(-1)).toEqual({
    week: 4,
    expected: 2,
    actual: 1,
  });
});
