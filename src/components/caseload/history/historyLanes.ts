import type { ChartFrame } from './historyScale.ts';
import { round } from './historyScale.ts';
import type { HistoryEventKind } from '#src/domain/caseload/history/historyEvents.ts';
import type { HistoryStep } from '#src/domain/caseload/history/history.ts';

/** A row of marks under the chart, with its words above it. */
export interface Lane {
  readonly words: string;
  readonly wordsY: number;
  readonly bottom: number;
  readonly marks: readonly string[];
  readonly hollow: readonly string[];
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/** Words along a line, each in the first row where it covers no other. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

const LETTER = 6.7;

/** Puts words at their places; those that would run out at the right end where the line does. */
export function placeTexts(texts: readonly { text: string; x: number }[], frame: ChartFrame): PlacedText[] {
  const taken: number[] = [];
  return texts.map(({ text, x }) => {
    const width = text.length * LETTER;
    const isLate = x + width > frame.width;
    const from = isLate ? frame.width - width : x;
    const free = taken.findIndex((until) => until + 6 <= from);
    const row = free === -1 ? taken.length : free;
    taken[row] = from + width;
    return { text, row, x: isLate ? frame.width : x, anchor: isLate ? 'end' : 'start' };
  });
}

const up = (x: number, y: number) => `M${String(round(x - 5))} ${String(y + 5)}h10l-5 -10z`;
const down = (x: number, y: number) => `M${String(round(x - 5))} ${String(y - 5)}h10l-5 10z`;
const square = (x: number, y: number) => `M${String(round(x - 4))} ${String(y - 4)}h8v8h-8z`;
const diamond = (x: number, y: number) => `M${String(x)} ${String(y - 7)}l6 7-6 7-6-7z`;

/** A time that is shown as a bar, cut to what the chart shows. */
export interface ChartSpan {
  readonly startsOn: string;
  /** The first day after it; null while it goes on. */
  readonly endsOn: string | null;
}

export interface LaneInput {
  readonly steps: readonly HistoryStep[];
  readonly agreed: readonly ChartSpan[];
  readonly reduced: readonly ChartSpan[];
  readonly x: (day: string) => number;
  /** Where the first lane begins. */
  readonly top: number;
  readonly end: string;
}

const WORDS_HEIGHT = 13;
const MARKS_HEIGHT = 14;

/** Times that overlap or touch are one bar. */
function merged(spans: readonly ChartSpan[]): ChartSpan[] {
  const all: ChartSpan[] = [];
  for (const span of spans.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))) {
    const last = all.at(-1);
    const touches = last && (last.endsOn === null || span.startsOn <= last.endsOn);
    if (!touches) all.push(span);
    else if (last.endsOn !== null && (span.endsOn === null || span.endsOn > last.endsOn))
      all[all.length - 1] = { ...last, endsOn: span.endsOn };
  }
  return all;
}

function barsOf(spans: readonly ChartSpan[], { x, end }: LaneInput, y: number): Lane['bars'] {
  return merged(spans)
    .filter(({ startsOn }) => startsOn < end)
    .map(({ startsOn, endsOn }) => {
      const from = x(startsOn);
      return { x: from, y: y - 4, width: Math.max(3, round(x(endsOn ?? end) - from)) };
    });
}

/** The rows that have something in them, one below the other. */
export function drawLanes(input: LaneInput): Lane[] {
  const { steps, x, top } = input;
  const on = (kind: HistoryEventKind) =>
    steps.filter(({ events }) => events.some((event) => event.kind === kind)).map(({ day }) => x(day));
  const kinds = [
    {
      words: 'Cases: ▲ in, ▽ out, ■ changed',
      marks: (y: number) => [...on('taken').map((at) => up(at, y)), ...on('changed').map((at) => square(at, y))],
      hollow: (y: number) => on('ended').map((at) => down(at, y)),
      bars: [],
    },
    { words: 'Agreed to be over the limit', marks: () => [], hollow: () => [], bars: input.agreed },
    {
      words: '◆ Rule set aside',
      marks: (y: number) => on('override').map((at) => diamond(at, y)),
      hollow: () => [],
      bars: [],
    },
    { words: 'Hours taken off by a manager', marks: () => [], hollow: () => [], bars: input.reduced },
  ];
  const full = kinds.filter(({ marks, hollow, bars }) => marks(0).length + hollow(0).length + bars.length > 0);
  let next = top;
  return full.map(({ words, marks, hollow, bars }) => {
    const wordsY = next + WORDS_HEIGHT;
    const y = wordsY + MARKS_HEIGHT;
    const hollowMarks = hollow(y + MARKS_HEIGHT);
    next = y + (hollowMarks.length > 0 ? MARKS_HEIGHT : 0) + 11;
    return { words, wordsY, bottom: next, marks: marks(y), hollow: hollowMarks, bars: barsOf(bars, input, y) };
  });
}

/** Where the last row ends. */
export const lanesEnd = (lanes: readonly Lane[], top: number): number => lanes.at(-1)?.bottom ?? top;
