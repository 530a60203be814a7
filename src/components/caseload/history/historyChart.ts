import type { HistoryStep } from '#src/domain/caseload/history/history.ts';
import { type ChartSpan, drawLanes, type Lane, lanesEnd, placeTexts, type PlacedText } from './historyLanes.ts';
import {
  type Box,
  type ChartFrame,
  dayAfter,
  dayScale,
  type MonthTick,
  monthTicks,
  NARROW,
  pointScale,
  round,
  roundTicks,
  stepPath,
} from './historyScale.ts';

/** What a history is drawn from. `stages`, pauses and the rest with their days; only what lies in the steps' days shows. */
export interface HistoryDrawingInput {
  readonly steps: readonly HistoryStep[];
  readonly stages: readonly { readonly name: string; readonly startsOn: string }[];
  readonly pauses: readonly ChartSpan[];
  readonly agreed: readonly ChartSpan[];
  readonly reduced: readonly ChartSpan[];
  /** The second line, in percent of the points available. */
  readonly secondLinePercent: number;
}

/** Words beside the end of a line. */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly isStrong: boolean;
}

export interface HistoryDrawing {
  readonly frame: ChartFrame;
  readonly height: number;
  readonly limit: string;
  readonly secondLine: string;
  readonly used: string;
  /** Empty where the extra weights add nothing on any day. */
  readonly withExtra: string;
  readonly over: readonly Box[];
  readonly pauses: readonly Box[];
  readonly noLimit: readonly Box[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly months: readonly MonthTick[];
  readonly stageLines: readonly number[];
  readonly stageTexts: readonly (PlacedText & { readonly y: number })[];
  readonly labels: readonly EndLabel[];
  readonly lanes: readonly Lane[];
}

/** Room above the highest line. */
const HEADROOM = 1.05;
const MONTHS_HEIGHT = 40;
const ROW = 17;
const LABEL_GAP = 16;

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
/** Points as they stand in the chart and in its table. */
export const pointsText = (points: number): string => numbers.format(points);

interface Ready extends HistoryDrawingInput {
  readonly frame: ChartFrame;
  readonly x: (day: string) => number;
  readonly y: (points: number) => number;
  readonly first: string;
  readonly end: string;
}

const column = ({ frame, x, end }: Ready, from: string, to: string | null): Box => {
  const left = x(from);
  return { x: left, y: frame.top, width: round(x(to ?? end) - left), height: frame.bottom - frame.top };
};

const isShown = ({ first, end }: Ready, { startsOn, endsOn }: ChartSpan): boolean =>
  startsOn < end && (endsOn === null || endsOn > first);

/** Where it is over, the room between what is used and the limit. */
function overBoxes({ steps, x, y, end }: Ready): Box[] {
  return steps.flatMap(({ day, limit, used, limitPoints }, index) => {
    if (limit !== 'over' || limitPoints === null) return [];
    const left = x(day);
    const top = y(used);
    return [
      { x: left, y: top, width: round(x(steps[index + 1]?.day ?? end) - left), height: round(y(limitPoints) - top) },
    ];
  });
}

function noLimitBoxes(ready: Ready): Box[] {
  return ready.steps.flatMap(({ day, limitPoints }, index) =>
    limitPoints === null ? [column(ready, day, ready.steps[index + 1]?.day ?? null)] : [],
  );
}

/** Moves words apart that would cover each other, and keeps them beside the chart. */
function spread(labels: readonly EndLabel[], frame: ChartFrame): EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of labels.toSorted((one, other) => one.y - other.y)) {
    const lowest = (placed.at(-1)?.y ?? -Infinity) + LABEL_GAP;
    placed.push({ ...label, y: Math.max(label.y, lowest) });
  }
  const beyond = Math.max(0, (placed.at(-1)?.y ?? 0) - frame.bottom - 4);
  return placed.map((label) => ({ ...label, y: round(label.y - beyond) }));
}

function endLabels({ steps, y, frame, secondLinePercent }: Ready, hasExtra: boolean): EndLabel[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const at = (points: number, text: string, isStrong = false): EndLabel => ({ text, y: y(points) + 4, isStrong });
  const { limitPoints, secondLinePoints, used, withExtra } = last;
  const labels = [
    ...(secondLinePoints === null
      ? []
      : [at(secondLinePoints, `${String(secondLinePercent)}%: ${pointsText(secondLinePoints)}`)]),
    ...(limitPoints === null ? [] : [at(limitPoints, `Limit ${pointsText(limitPoints)}`)]),
    at(used, `Used ${pointsText(used)}`, true),
    ...(hasExtra
      ? [at(withExtra, `${frame.width > NARROW.width ? 'With extras' : 'Extra'} ${pointsText(withExtra)}`)]
      : []),
  ];
  return spread(labels, frame);
}

function linesOf(ready: Ready) {
  const { steps, x, y, end } = ready;
  const line = (valueOf: (step: HistoryStep) => number | null) =>
    stepPath(
      steps.map((step) => ({ day: step.day, value: valueOf(step) })),
      { x, y, end },
    );
  const hasExtra = steps.some(({ used, withExtra }) => used !== withExtra);
  return {
    hasExtra,
    limit: line(({ limitPoints }) => limitPoints),
    secondLine: line(({ secondLinePoints }) => secondLinePoints),
    used: line(({ used }) => used),
    withExtra: hasExtra ? line(({ withExtra }) => withExtra) : '',
  };
}

/** The most points that any line reaches. What has no trainee's limit shows what is used alone. */
function mostPoints(steps: readonly HistoryStep[]): number {
  return Math.max(
    1,
    ...steps.map(({ used, withExtra, secondLinePoints }) => Math.max(used, withExtra, secondLinePoints ?? 0)),
  );
}

/** Lines, areas, marks and places for words of a caseload's history. Pure geometry; no colour, no pixel. */
export function drawHistory(input: HistoryDrawingInput, frame: ChartFrame): HistoryDrawing {
  const first = input.steps[0]?.day ?? '2000-01-03';
  const end = dayAfter(input.steps.at(-1)?.day ?? first);
  const x = dayScale(frame, first, end);
  const most = mostPoints(input.steps) * HEADROOM;
  const y = pointScale(frame, most);
  const ready: Ready = { ...input, frame, x, y, first, end };
  const { hasExtra, ...lines } = linesOf(ready);
  const stages = input.stages.filter(({ startsOn }) => startsOn >= first && startsOn < end);
  const texts = placeTexts(
    stages.map(({ name, startsOn }) => ({ text: name, x: x(startsOn) })),
    frame,
  );
  const stagesTop = frame.bottom + MONTHS_HEIGHT;
  const lanesTop = stagesTop + ROW * (Math.max(-1, ...texts.map(({ row }) => row)) + 1) + 4;
  const lanes = drawLanes({ ...input, x, top: lanesTop, end });
  return {
    frame,
    height: lanesEnd(lanes, lanesTop) + 6,
    ...lines,
    over: overBoxes(ready),
    pauses: input.pauses
      .filter((pause) => isShown(ready, pause))
      .map((pause) => column(ready, pause.startsOn, pause.endsOn)),
    noLimit: noLimitBoxes(ready),
    yTicks: roundTicks(most).map((points) => ({ y: y(points), text: pointsText(points) })),
    months: monthTicks(frame, first, end),
    stageLines: stages.slice(1).map(({ startsOn }) => x(startsOn)),
    stageTexts: texts.map((text) => ({ ...text, y: stagesTop + text.row * ROW + 10 })),
    labels: endLabels(ready, hasExtra),
    lanes,
  };
}
