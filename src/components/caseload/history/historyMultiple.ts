import type { StepFigures } from '#src/domain/caseload/history/history.ts';
import { type Box, dayAfter, dayScale, pointScale, round, stepPath } from './historyScale.ts';

/** One small chart; all of a cohort have the same. */
export const MULTIPLE = { width: 320, height: 116, left: 2, right: 252, top: 8, bottom: 90 } as const;
/** The scale of all: what is more is drawn at its upper edge, and its number says it. */
export const MOST_PERCENT = 150;

/** What all small charts of a page share: the days they show and the two lines, in percent of the points available. */
export interface SharedScale {
  readonly first: string;
  readonly last: string;
  readonly limitPercent: number;
  readonly secondLinePercent: number;
}

export interface MultipleDrawing {
  readonly line: string;
  readonly over: readonly Box[];
  readonly pauses: readonly Box[];
  readonly limitY: number;
  readonly secondY: number;
  /** Where the word of the limit stands, out of the way of the number. */
  readonly limitTextY: number;
  /** The number that the line ends with, and where it stands; null where no limit is set today. */
  readonly end: { readonly textY: number; readonly text: string } | null;
}

interface Corners {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const boxOf = ({ x, y }: Corners): Box => ({ x: x[0], y: y[0], width: round(x[1] - x[0]), height: round(y[1] - y[0]) });

/** Percent of what is available; null where no trainee's limit is set. Points without any available are more than can be drawn. */
function shownPercent({ used, available, percent, limitPoints }: StepFigures): number | null {
  if (limitPoints === null) return null;
  return available === 0 && used > 0 ? MOST_PERCENT : percent;
}

/** The earliest start among some histories, and the last day they know. */
export function sharedDays(histories: readonly (readonly StepFigures[])[]): Pick<SharedScale, 'first' | 'last'> {
  const firsts = histories.flatMap((steps) => steps[0]?.day ?? []).sort();
  const lasts = histories.flatMap((steps) => steps.at(-1)?.day ?? []).sort();
  return { first: firsts[0] ?? '2000-01-03', last: lasts.at(-1) ?? '2000-01-03' };
}

function endOf(last: StepFigures | undefined, y: (percent: number) => number): MultipleDrawing['end'] {
  const percent = last && shownPercent(last);
  if (last === undefined || percent === undefined || percent === null) return null;
  return {
    textY: round(Math.max(MULTIPLE.top + 10, y(percent) + 4)),
    text: last.available === 0 && last.used > 0 ? 'none left' : `${last.percent.toFixed(1)}%`,
  };
}

const LETTER_HEIGHT = 15;

/** Beside the limit's line; below it where the number is above, and above it where the number is below. */
function limitTextY(limitY: number, endY: number): number {
  const beside = limitY + 4;
  if (Math.abs(beside - endY) >= LETTER_HEIGHT) return beside;
  return round(endY <= beside ? endY + LETTER_HEIGHT : endY - LETTER_HEIGHT);
}

interface Pause {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A history in percent of what was available, on the scale that it shares with others. */
export function drawMultiple(
  steps: readonly StepFigures[],
  pauses: readonly Pause[],
  { first, last, limitPercent, secondLinePercent }: SharedScale,
): MultipleDrawing {
  const after = dayAfter(last);
  const x = dayScale(MULTIPLE, first, after);

  const y = pointScale(MULTIPLE, MOST_PERCENT);
  const end = endOf(steps.at(-1), y);
  const limitY = y(limitPercent);
  const values = steps.map((step) => ({ day: step.day, value: shownPercent(step), isOver: step.limit === 'over' }));
  return {
    line: stepPath(values, { x, y, end: after }),
    over: values.flatMap(({ day, value, isOver }, index) =>
      value !== null && isOver
        ? [boxOf({ x: [x(day), x(values[index + 1]?.day ?? after)], y: [y(value), limitY] })]
        : [],
    ),
    pauses: pauses
      .filter(({ startsOn }) => startsOn < after)
      .map(({ startsOn, endsOn }) =>
        boxOf({ x: [x(startsOn), x(endsOn ?? after)], y: [MULTIPLE.top, MULTIPLE.bottom] }),
      ),
    limitY,
    secondY: y(secondLinePercent),
    limitTextY: limitTextY(limitY, end?.textY ?? MULTIPLE.bottom),
    end,
  };
}
