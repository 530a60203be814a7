/** Minutes of one week of the chart. */
export interface ChartWeek {
  readonly label: string;
  readonly takenMinutes: number;
  readonly lostMinutes: number;
  /** Planned, and nothing recorded yet. */
  readonly openMinutes: number;
  readonly entitledMinutes: number;
}

/** The drawing's own units; the browser scales them to the width there is. */
export const STUDY_CANVAS = { width: 400, height: 230, left: 6, right: 394, top: 34, bottom: 176 } as const;

interface Block {
  readonly y: number;
  readonly height: number;
}
export interface ChartBar {
  readonly x: number;
  readonly width: number;
  readonly taken: Block;
  readonly lost: Block;
  readonly open: Block;
  /** Where a week's entitlement is. */
  readonly entitledY: number;
  /** Its week, where there is room to say it. */
  readonly label: { readonly x: number; readonly text: string } | null;
}

const GAP_SHARE = 0.25;
const MOST_LABELS = 6;
const MINUTES_PER_HOUR = 60;
const round = (value: number) => Math.round(value * 10) / 10;

/** The highest value of the axis, in whole hours: never less than one. */
export function topHours(weeks: readonly ChartWeek[]): number {
  const most = weeks.map(({ takenMinutes, lostMinutes, openMinutes, entitledMinutes }) =>
    Math.max(takenMinutes + lostMinutes + openMinutes, entitledMinutes),
  );
  return Math.max(1, Math.ceil(Math.max(0, ...most) / MINUTES_PER_HOUR));
}

/** Bars from the bottom: taken, then lost, then what is open. */
export function drawStudyWeeks(weeks: readonly ChartWeek[]): ChartBar[] {
  const { left, right, top, bottom } = STUDY_CANVAS;
  const step = (right - left) / Math.max(1, weeks.length);
  const scale = (bottom - top) / (topHours(weeks) * MINUTES_PER_HOUR);
  const every = Math.ceil(weeks.length / MOST_LABELS);
  return weeks.map(({ label, takenMinutes, lostMinutes, openMinutes, entitledMinutes }, index) => {
    const block = (from: number, minutes: number): Block => ({
      y: round(bottom - (from + minutes) * scale),
      height: round(minutes * scale),
    });
    const x = round(left + index * step + (step * GAP_SHARE) / 2);
    return {
      x,
      width: round(step * (1 - GAP_SHARE)),
      taken: block(0, takenMinutes),
      lost: block(takenMinutes, lostMinutes),
      open: block(takenMinutes + lostMinutes, openMinutes),
      entitledY: round(bottom - entitledMinutes * scale),
      label: index % every === 0 ? { x: round(left + index * step + step / 2), text: label } : null,
    };
  });
}
