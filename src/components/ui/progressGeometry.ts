/** Modules due and done by the end of one week of the programme; `actual` is null for weeks still to come. */
export interface ProgressPoint {
  readonly week: number;
  readonly expected: number;
  readonly actual: number | null;
}

/** The drawing's own units; the browser scales them to the width there is. */
export const CANVAS = { width: 400, height: 220, left: 6, right: 394, top: 30, bottom: 186 } as const;

interface Place {
  readonly x: number;
  readonly y: number;
}
export interface Label extends Place {
  readonly anchor: 'start' | 'end';
}
export interface ProgressDrawing {
  readonly expected: string;
  readonly actual: string;
  readonly lastActual: (Place & { readonly week: number; readonly count: number }) | null;
  readonly actualLabel: Label | null;
  readonly expectedEnd: Place | null;
  readonly nowX: number | null;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function scale(points: readonly ProgressPoint[], total: number): (week: number, count: number) => Place {
  const first = points[0]?.week ?? 0;
  const weeks = Math.max(1, (points.at(-1)?.week ?? 1) - first);
  const { left, right, top, bottom } = CANVAS;
  return (week, count) => ({
    x: round(left + ((week - first) / weeks) * (right - left)),
    y: round(bottom - (count / Math.max(1, total)) * (bottom - top)),
  });
}

const line = (places: readonly Place[]): string => places.map(({ x, y }) => `${x},${y}`).join(' ');

/** Room that the label needs beside the end of a line. */
const LABEL = { width: 150, above: 10, below: 22 } as const;

/**
 * A place for the label where no line runs, since lines of progress only rise: above to the left; below to the left when it is
 * behind what is expected, which then runs above it; above to the right near the left edge.
 */
function labelAt(end: Place, lines: { expected: readonly Place[]; actual: readonly Place[] }, behind: boolean): Label {
  const { left, top, bottom } = CANVAS;
  const isNear = ({ x }: Place): boolean => Math.abs(x - end.x) <= LABEL.width;
  if (end.x - left < LABEL.width) {
    const highest = Math.min(end.y, ...lines.expected.filter(isNear).map(({ y }) => y));
    return { x: end.x + 8, y: Math.max(highest - LABEL.above, top), anchor: 'start' };
  }
  if (!behind) return { x: end.x - 8, y: end.y - LABEL.above, anchor: 'end' };
  const lowest = Math.max(...lines.actual.filter(isNear).map(({ y }) => y));
  return { x: end.x - 8, y: Math.min(lowest + LABEL.below, bottom - 6), anchor: 'end' };
}

/** Lines, end points and label places of the chart of expected against actual. Pure geometry, no words. */
export function drawProgress(points: readonly ProgressPoint[], total: number, currentWeek?: number): ProgressDrawing {
  const place = scale(points, total);
  const done = points.flatMap(({ week, expected, actual }) => (actual === null ? [] : [{ week, expected, actual }]));
  const last = done.at(-1);
  const end = last && place(last.week, last.actual);
  const final = points.at(-1);
  const lines = {
    expected: points.map(({ week, expected }) => place(week, expected)),
    actual: done.map(({ week, actual }) => place(week, actual)),
  };
  return {
    expected: line(lines.expected),
    actual: line(lines.actual),
    lastActual: last && end ? { ...end, week: last.week, count: last.actual } : null,
    actualLabel: last && end ? labelAt(end, lines, last.actual < last.expected) : null,
    expectedEnd: final ? place(final.week, final.expected) : null,
    nowX: currentWeek === undefined ? null : place(currentWeek, 0).x,
  };
}

/** The weeks in which a number changes, with the first and the last: all the drawing says, without rows that repeat. */
export function weeksOfChange(points: readonly ProgressPoint[]): readonly ProgressPoint[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const isEnd = before === undefined || index === points.length - 1;
    return isEnd || before.expected !== point.expected || before.actual !== point.actual;
  });
}
