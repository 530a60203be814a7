import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawHistory } from '#src/components/caseload/history/historyChart.ts';
import { placeTexts } from '#src/components/caseload/history/historyLanes.ts';
import { drawMultiple, MULTIPLE, sharedDays } from '#src/components/caseload/history/historyMultiple.ts';
import { monthTicks, NARROW, roundTicks, stepPath, WIDE } from '#src/components/caseload/history/historyScale.ts';
import { caseloadHistory } from '#src/domain/caseload/history/history.ts';
import type { HistoryFacts } from '#src/domain/caseload/history/historyFacts.ts';
import { allocated, history } from '../caseload/histories.ts';
import { breakInLearning } from '../programme/routes.ts';

const PAUSE = breakInLearning('2026-08-03', '2026-08-31');
const many = (count: number, from: string) =>
  Array.from({ length: count }, (_, index) => allocated(`${from}-${String(index)}`, from));
function drawn(facts: Partial<HistoryFacts>, frame = WIDE) {
  const steps = caseloadHistory(history(facts));
  const stages = [{ name: 'First six months', startsOn: '2026-06-01' }];
  const spans = { pauses: [PAUSE], agreed: [], reduced: [] };
  return drawHistory({ steps, stages, ...spans, secondLinePercent: 110 }, frame);
}

describe('the scale up', () => {
  test.each([
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [261, [0, 50, 100, 150, 200, 250]],
    [511, [0, 100, 200, 300, 400, 500]],
    [1095, [0, 200, 400, 600, 800, 1000]],
  ])('up to %d', (most, ticks) => {
    expect(roundTicks(most).map((tick) => Math.round(tick * 10) / 10)).toEqual(ticks);
  });

  test('never more than six, never beyond the highest', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100_000, noNaN: true }), (most) => {
        const ticks = roundTicks(most);
        expect(ticks.length).toBeGreaterThan(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.at(-1)).toBeLessThanOrEqual(most * 1.000001);
      }),
    );
  });
});

test('months under the chart keep their distance, and the year stands with the first and with each new one', () => {
  const ticks = monthTicks(NARROW, '2025-10-13', '2026-11-22');
  for (const [index, { x }] of ticks.entries())
    expect(x - (ticks[index - 1]?.x ?? -Infinity)).toBeGreaterThanOrEqual(NARROW.tickGap - 2);
  expect(ticks.map(({ year }) => year).filter(Boolean)).toEqual(['2025', '2026']);
});

test('a step line goes level and then up, and has a gap where there is no number', () => {
  const scales = { x: (day: string) => Number(day), y: (value: number) => value, end: '9' };
  const values = [
    { day: '0', value: 1 },
    { day: '2', value: 5 },
    { day: '4', value: null },
    { day: '6', value: 3 },
  ];
  expect(stepPath(values, scales)).toBe('M0 1H2V5H4M6 3H9');
});

describe('the chart of one caseload', () => {
  test('ends with the numbers of today, each beside its line and none on another', () => {
    const { labels } = drawn({ allocations: many(6, '2026-08-03') });
    expect(labels.map(({ text }) => text)).toEqual(['110%: 478.5', 'Limit 435', 'Used 378']);
    for (const [index, { y }] of labels.entries())
      expect(y - (labels[index - 1]?.y ?? -Infinity)).toBeGreaterThanOrEqual(16);
  });

  test('is filled where it is over the limit, and nowhere else', () => {
    expect(drawn({ allocations: many(6, '2026-08-03') }).over).toEqual([]);
    const boxes = drawn({ allocations: many(7, '2026-11-16') }).over;
    const last = boxes.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(WIDE.right, 0);
    const aWeek = (WIDE.right - WIDE.left) * (7 / 175);
    expect(boxes.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(aWeek, 0);
    expect(boxes.every(({ height }) => height > 0)).toBe(true);
  });

  test('has a row of marks only for what happened', () => {
    expect(drawn({}).lanes).toEqual([]);
    const { lanes, height } = drawn({ allocations: many(1, '2026-08-03') });
    expect(lanes.map(({ words }) => words)).toEqual(['Cases: ▲ in, ▽ out, ■ changed']);
    expect(height).toBeGreaterThan(lanes[0]?.bottom ?? Infinity);
  });

  test.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('keeps everything inside its frame: %s', (_name, frame) => {
    const drawing = drawn({ allocations: [...many(4, '2026-08-03'), ...many(4, '2026-11-22')] }, frame);
    for (const { x, width, y, height } of [...drawing.over, ...drawing.pauses]) {
      expect(x).toBeGreaterThanOrEqual(frame.left);
      expect(x + width).toBeLessThanOrEqual(frame.right + 0.1);
      expect(y).toBeGreaterThanOrEqual(frame.top);
      expect(y + height).toBeLessThanOrEqual(frame.bottom + 0.1);
    }
    expect(drawing.months.every(({ x }) => x >= frame.left && x <= frame.right)).toBe(true);
    expect(drawing.labels.every(({ y }) => y > 0 && y <= frame.bottom + 4)).toBe(true);
  });
});

test('names of stages that would cover each other stand in rows', () => {
  const names = ['First six months', 'Months 7 to 12', 'Months 13 to 18', 'Months 19 to 30'];
  const placed = placeTexts(
    names.map((text, index) => ({ text, x: 48 + index * 40 })),
    NARROW,
  );
  const spans = placed.map(({ text, x, row, anchor }) => {
    const width = text.length * 6.7;
    return anchor === 'end' ? { row, from: x - width, to: x } : { row, from: x, to: x + width };
  });
  for (const [index, one] of spans.entries()) {
    expect(one.to).toBeLessThanOrEqual(NARROW.width);
    for (const other of spans.slice(index + 1))
      expect(one.row !== other.row || one.to <= other.from || other.to <= one.from).toBe(true);
  }
});

describe('small charts', () => {
  const histories = [many(6, '2026-08-03'), many(14, '2026-11-16')].map((allocations) =>
    caseloadHistory(history({ allocations })),
  );
  const scale = { ...sharedDays(histories), limitPercent: 100, secondLinePercent: 110 };

  test('all share their days and their limit', () => {
    expect(scale).toMatchObject({ first: '2026-06-01', last: '2026-11-22' });
    const limits = histories.map((steps) => drawMultiple(steps, [], scale).limitY);
    expect(new Set(limits).size).toBe(1);
  });

  test('what is more than the scale stops at its edge and says its number', () => {
    const drawing = drawMultiple(histories[1] ?? [], [PAUSE], scale);
    expect(drawing.end?.text).toBe('202.8%');
    expect(drawing.over[0]?.y).toBe(MULTIPLE.top);
    expect(Math.abs((drawing.end?.textY ?? 0) - drawing.limitTextY)).toBeGreaterThanOrEqual(15);
  });

  test('whoever has no limit yet has no line', () => {
    const steps = caseloadHistory(history({}, { today: '2026-05-01' }));
    expect(drawMultiple(steps, [], { ...scale, ...sharedDays([steps]) })).toMatchObject({ line: '', end: null });
  });
});
