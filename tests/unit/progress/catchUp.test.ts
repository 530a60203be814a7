import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp } from '#src/domain/progress/catchUp.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';

const MODULES = [
  { id: 'harm', buildsOn: [] },
  { id: 'predictors', buildsOn: ['harm'] },
  { id: 'report', buildsOn: ['test'] },
  { id: 'test', buildsOn: [] },
  { id: 'recall', buildsOn: ['report'] },
];
const row = (moduleId: string, weeksLate: number, state: StandingRow['state'] = 'not_started'): StandingRow => ({
  moduleId,
  weeksLate,
  state,
  week: 10 - weeksLate,
  dueOn: null,
});

function stepsFor(rows: StandingRow[], thisWeek: string[] = []) {
  return catchUp({ rows, thisWeek, late: [] }, MODULES).map(({ moduleId, neededFor }) => [moduleId, neededFor]);
}

describe('catching up', () => {
  test('nothing late, nothing to suggest', () => {
    expect(stepsFor([row('harm', 0), row('predictors', 0)], ['harm'])).toEqual([]);
  });

  test('the oldest comes first', () => {
    expect(stepsFor([row('harm', 4), row('test', 2)])).toEqual([
      ['harm', null],
      ['test', null],
    ]);
  });

  test('what the module of this week leans on comes before what is older', () => {
    expect(stepsFor([row('harm', 4), row('test', 2), row('report', 0)], ['report'])).toEqual([
      ['test', 'report'],
      ['harm', null],
    ]);
  });

  test('leaning goes through more than one module', () => {
    expect(stepsFor([row('harm', 5), row('test', 2), row('report', 1), row('recall', 0)], ['recall'])).toEqual([
      ['test', 'recall'],
      ['report', 'recall'],
      ['harm', null],
    ]);
  });

  test('what is done is not asked for again', () => {
    expect(stepsFor([row('test', 0, 'done'), row('report', 3)], [])).toEqual([['report', null]]);
  });

  test('one a week, beginning with this one', () => {
    const steps = catchUp({ rows: [row('harm', 4), row('test', 2)], thisWeek: [], late: [] }, MODULES);
    expect(steps.map(({ inWeeks }) => inWeeks)).toEqual([0, 1]);
  });

  test('whatever is late: each once, and never before a late module that it leans on', () => {
    const anyRows = fc.shuffledSubarray(MODULES.map(({ id }) => id)).chain((ids) =>
      fc.record({
        rows: fc.constant(ids.map((id, index) => row(id, ids.length - index))),
        thisWeek: fc.subarray(MODULES.map(({ id }) => id)),
      }),
    );
    fc.assert(
      fc.property(anyRows, ({ rows, thisWeek }) => {
        const order = catchUp({ rows, thisWeek, late: [] }, MODULES).map(({ moduleId }) => moduleId);
        expect([...order].sort()).toEqual(rows.map(({ moduleId }) => moduleId).sort());
        for (const { id, buildsOn } of MODULES)
          for (const lower of buildsOn)
            if (order.includes(id) && order.includes(lower))
              expect(order.indexOf(lower)).toBeLessThan(order.indexOf(id));
      }),
    );
  });
});
