import { addDays, addMonths, dayNumber } from '#src/domain/calendar.ts';

/** The drawing's own units; the browser scales them to the width there is. */
export interface ChartFrame {
  readonly width: number;
  readonly left: number;
  /** Where today is; words about the lines stand to the right of it. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How close two words under the chart may come. */
  readonly tickGap: number;
}

/** For a screen with room, and for paper. */
export const WIDE: ChartFrame = { width: 760, left: 50, right: 590, top: 26, bottom: 266, tickGap: 62 };
/** For a phone: fewer words, and letters as large as those around it. */
export const NARROW: ChartFrame = { width: 320, left: 48, right: 228, top: 26, bottom: 226, tickGap: 42 };

/** A filled part of a drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Where a day stands between the first and the last one. A single day is as wide as the whole. */
export function dayScale(frame: Pick<ChartFrame, 'left' | 'right'>, first: string, last: string) {
  const from = dayNumber(first);
  const span = Math.max(1, dayNumber(last) - from);
  return (day: string): number => {
    const share = Math.min(1, Math.max(0, (dayNumber(day) - from) / span));
    return round(frame.left + share * (frame.right - frame.left));
  };
}

/** Where a number of points stands between nothing and the most there is. */
export function pointScale(frame: Pick<ChartFrame, 'top' | 'bottom'>, most: number) {
  return (points: number): number => {
    const share = Math.min(1, Math.max(0, points / Math.max(1, most)));
    return round(frame.bottom - share * (frame.bottom - frame.top));
  };
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** Round numbers from 0 up to `most`, at most six of them above it. */
export function roundTicks(most: number): number[] {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most) / 5));
  const step = STEPS.map((times) => times * size).find((each) => each * 6 >= most) ?? size * 10;
  const count = Math.floor(most / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A month under the chart; the year with the first one and with each January that is shown. */
export interface MonthTick {
  readonly x: number;
  readonly month: string;
  readonly year: string | null;
}

/** The months between two days, as many as have room. */
export function monthTicks(frame: ChartFrame, first: string, last: string): MonthTick[] {
  const x = dayScale(frame, first, last);
  const months: string[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = addMonths(day, 1)) if (day >= first) months.push(day);
  const space = (frame.right - frame.left) / Math.max(1, months.length);
  const every = [1, 2, 3, 4, 6, 12].find((count) => count * space >= frame.tickGap) ?? 12;
  const shown = months.filter((_, index) => index % every === 0);
  return shown.map((day, index) => {
    const isNewYear = shown[index - 1]?.slice(0, 4) !== day.slice(0, 4);
    return { x: x(day), month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '', year: isNewYear ? day.slice(0, 4) : null };
  });
}

/** A number from a day on. Null: there is none, and the line has a gap. */
export interface DatedValue {
  readonly day: string;
  readonly value: number | null;
}

interface Scales {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  /** The day after the last. */
  readonly end: string;
}

/** A line that goes level and then up or down, as a path; broken where there is no number. */
export function stepPath(values: readonly DatedValue[], { x, y, end }: Scales): string {
  let path = '';
  let isDrawing = false;
  for (const [index, { day, value }] of values.entries()) {
    if (value !== null)
      path += `${isDrawing ? 'V' : `M${String(x(day))} `}${String(y(value))}H${String(x(values[index + 1]?.day ?? end))}`;
    isDrawing = value !== null;
  }
  return path;
}

/** The day after one. */
export const dayAfter = (day: string): string => addDays(day, 1);
