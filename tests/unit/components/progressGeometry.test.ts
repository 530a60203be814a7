import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CANVAS, drawProgress, type ProgressPoint, weeksOfChange } from '#src/components/ui/progressGeometry.ts';

/** Expected and actual by week, from week 0; null for weeks still to come. */
const points = (...rows: readonly (readonly [expected: number, actual: number | null])[]): ProgressPoint[] =>
  rows.map(([expected, actual], week) => ({ week, expected, actual }));
const placesOf = (line: string) => (line === '' ? [] : line.split(' ').map((place) => place.split(',').map(Number)));

describe('the lines of expected against actual', () => {
  const drawn = drawProgress(points([0, 0], [1, 1], [1, 1], [2, null]), 2, 2);

  test('go from the first week at the left to the last at the right, and from nothing up to everything', () => {
    expect(placesOf(drawn.expected)[0]).toEqual([CANVAS.left, CANVAS.bottom]);
    expect(placesOf(drawn.expected).at(-1)).toEqual([CANVAS.right, CANVAS.top]);
  });

  test('rise in steps: level to the week, then up', () => {
    const [start, corner, up] = placesOf(drawn.expected);
    expect(corner?.[1]).toBe(start?.[1]);
    expect(up?.[0]).toBe(corner?.[0]);
  });

  test('what is done ends this week; what is due goes on', () => {
    expect(drawn.lastActual).toMatchObject({ week: 2, count: 1 });
    expect(placesOf(drawn.actual).at(-1)?.[0]).toBeLessThan(CANVAS.right);
    expect(drawn.nowX).toBe(drawn.lastActual?.x);
  });

  test('before anything can be done only what is due is drawn', () => {
    expect(drawProgress(points([0, null], [1, null]), 1)).toMatchObject({
      actual: '',
      lastActual: null,
      actualLabel: null,
      nowX: null,
    });
  });

  test('without a week there is nothing to draw', () => {
    expect(drawProgress([], 0)).toMatchObject({ expected: '', actual: '', expectedEnd: null, lastActual: null });
  });

  test('every place is inside the drawing, and the words stay in it from side to side', () => {
    const route = fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 2, maxLength: 92 });
    fc.assert(
      fc.property(route, (steps) => {
        let [expected, actual] = [0, 0];
        const rows = steps.map(([due, done], week) => ({
          week,
          expected: (expected += due),
          actual: (actual = Math.min(expected, actual + done)),
        }));
        const { actualLabel, ...lines } = drawProgress(rows, expected);
        const inside = ([x = NaN, y = NaN]: number[]) =>
          x >= CANVAS.left && x <= CANVAS.right && y >= CANVAS.top && y <= CANVAS.bottom;
        return (
          [...placesOf(lines.expected), ...placesOf(lines.actual)].every(inside) &&
          (actualLabel?.x ?? -1) >= 0 &&
          (actualLabel?.x ?? Infinity) <= CANVAS.width
        );
      }),
    );
  });
});

describe('the table under the drawing', () => {
  test('names the weeks in which a number changes, with the first and the last', () => {
    const weeks = weeksOfChange(points([0, 0], [0, 0], [1, 0], [1, 0], [1, 1], [1, null], [1, null])).map(
      ({ week }) => week,
    );
    expect(weeks).toEqual([0, 2, 4, 5, 6]);
  });

  test('has one row for one week, and none for none', () => {
    expect(weeksOfChange(points([1, 0]))).toHaveLength(1);
    expect(weeksOfChange([])).toEqual([]);
  });
});
