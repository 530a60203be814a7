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

/** Counts change at the end of a week, so a line goes level to the week and then up: every second place is such a corner. */
const stepped = (places: readonly Place[]): Place[] =>
  places.flatMap((place, index) => {
    const before = places[index - 1];
    return before === undefined || before.y === place.y ? [place] : [{ x: place.x, y: before.y }, place];
  });

const LABEL = { width: 150, height: 16, gap: 8 } as const;
/** How far from the end of the line a label may stand, nearest first; up is negative. */
const SHIFTS = [-10, 24, -30, 44, -60, 70, -100, 110] as const;
const ASIDE = [0, 60, 120] as const;

/** Every eighth of the way along a line, close enough together that no label slips between two of them. */
function alongLine(places: readonly Place[]): Place[] {
  const along: Place[] = [];
  for (const [index, to] of places.entries()) {
    const from = places[index - 1] ?? to;
    for (let part = 1; part <= 8; part += 1)
      along.push({ x: from.x + ((to.x - from.x) * part) / 8, y: from.y + ((to.y - from.y) * part) / 8 });
  }
  return along;
}

function isClear(label: Label, obstacles: readonly Place[]): boolean {
  const left = label.anchor === 'end' ? label.x - LABEL.width : label.x;
  const { x, y } = { x: left, y: label.y - LABEL.height };
  const isInside = left >= 0 && left + LABEL.width <= CANVAS.width && y >= 0 && label.y <= CANVAS.bottom - 4;
  const isHit = (place: Place): boolean =>
    place.x >= x - 3 && place.x <= x + LABEL.width + 3 && place.y >= y - 3 && place.y <= label.y + 6;
  return isInside && !obstacles.some(isHit);
}

/** The nearest place beside the end of the line where the label covers nothing; above to the left where there is none. */
function labelAt(end: Place, obstacles: readonly Place[]): Label {
  const places = ASIDE.flatMap((aside) =>
    SHIFTS.flatMap((shift): Label[] => [
      { x: end.x - LABEL.gap - aside, y: end.y + shift, anchor: 'end' },
      { x: end.x + LABEL.gap + aside, y: end.y + shift, anchor: 'start' },
    ]),
  );
  return places.find((place) => isClear(place, obstacles)) ?? { x: end.x - LABEL.gap, y: end.y - 10, anchor: 'end' };
}

/** Lines, end points and label places of the chart of expected against actual. Pure geometry, no words. */
export function drawProgress(points: readonly ProgressPoint[], total: number, currentWeek?: number): ProgressDrawing {
  const place = scale(points, total);
  const done = points.flatMap(({ week, actual }) => (actual === null ? [] : [{ week, actual }]));
  const last = done.at(-1);
  const end = last && place(last.week, last.actual);
  const expected = stepped(points.map((point) => place(point.week, point.expected)));
  const actual = stepped(done.map((point) => place(point.week, point.actual)));
  const expectedEnd = expected.at(-1) ?? null;
  const due = expectedEnd ? [{ x: expectedEnd.x - 14, y: expectedEnd.y - 14 }] : [];
  return {
    expected: line(expected),
    actual: line(actual),
    lastActual: last && end ? { ...end, week: last.week, count: last.actual } : null,
    actualLabel: end ? labelAt(end, [...alongLine(expected), ...alongLine(actual), ...due]) : null,
    expectedEnd,
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
