import { addDays, addMonths, isDay } from '../calendar.ts';
import { stageReductionHours } from './points.ts';
import type { ReductionReason, WorkloadFigures } from './schema.ts';
import { STAGE_REASON } from './words.ts';

/** The reason for months of the programme without a published figure: the manager sets it. */
const FOR_THE_STAGE: ReductionReason = {
  id: STAGE_REASON,
  name: 'This part of the programme, no figure is published for it',
  percent: null,
  maximumPercent: 100,
  months: null,
};

/** The most hours a week that a record may hold, whatever is contracted. */
const MOST_HOURS = 37;
/** So far back a reduction may begin, for what is entered a little late. */
const DAYS_BACK = 31;
/** So far ahead it may begin and end: longer than any route. Past that it has no end, or is entered when the time comes. */
const DAYS_AHEAD = 1461;

/** Reasons to choose from, the one for the stage first. */
export function reductionReasons({ reductions }: Pick<WorkloadFigures, 'reductions'>): ReductionReason[] {
  return [FOR_THE_STAGE, ...reductions];
}

/** Hours of a reason with a published percentage; null where a manager decides. */
export function usualHours({ percent }: ReductionReason, contracted: number): number | null {
  return percent === null ? null : stageReductionHours(contracted, percent);
}

/** The last day that the figures suggest for a reason; null where they suggest none. Days are `YYYY-MM-DD`. */
export function suggestedLastDay({ months }: ReductionReason, startsOn: string): string | null {
  return months === null ? null : addDays(addMonths(startsOn, months), -1);
}

/** A reduction as it is typed. `lastDay` empty: no end is known. */
export interface TypedReduction {
  readonly reasonId: string;
  readonly hours: string;
  readonly startsOn: string;
  readonly lastDay: string;
}

/** A reduction that is kept; `endsOn` is the first day without it. */
export interface DatedReduction {
  readonly reasonId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface ReductionContext {
  readonly figures: Pick<WorkloadFigures, 'reductions'>;
  /** Hours a week. */
  readonly contracted: number;
  readonly others: readonly DatedReduction[];
  readonly today: string;
  /** Whether a figure is published for the part of the programme that a day falls in. */
  readonly isPublishedOn: (day: string) => boolean;
}

/** Hours as a number of at most two decimals, or null where the text is none. */
export function readHours(text: string): number | null {
  return /^\d{1,2}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : null;
}

function hoursProblem(reason: ReductionReason, { hours }: TypedReduction, contracted: number): string | null {
  const number = readHours(hours);
  if (number === null || number === 0) return 'Give the hours a week, for example 7.4';
  const most = Math.min(MOST_HOURS, stageReductionHours(contracted, reason.maximumPercent));
  if (number <= most) return null;
  return `At most ${String(most)} hours a week: ${String(reason.maximumPercent)}% of the ${String(contracted)} hours contracted`;
}

function daysProblem({ startsOn, lastDay }: TypedReduction, today: string): Record<string, string> {
  if (!isDay(startsOn)) return { startsOn: 'Give the first day' };
  if (startsOn < addDays(today, -DAYS_BACK))
    return {
      startsOn: `A reduction can begin at most ${String(DAYS_BACK)} days back: the past stays as it was worked out`,
    };
  if (startsOn > addDays(today, DAYS_AHEAD)) return { startsOn: 'Give a day within four years' };
  if (lastDay !== '' && !isDay(lastDay)) return { lastDay: 'Give the last day, or leave it empty' };
  if (lastDay !== '' && lastDay < startsOn) return { lastDay: 'The last day cannot be before the first' };
  if (lastDay > addDays(today, DAYS_AHEAD)) return { lastDay: 'Give a day within four years, or leave it empty' };
  return {};
}

/** Whether two spans of days share one; an end that is missing is never reached. */
export function overlaps(
  one: Pick<DatedReduction, 'startsOn' | 'endsOn'>,
  other: Pick<DatedReduction, 'startsOn' | 'endsOn'>,
) {
  const endsBefore = (first: typeof one, second: typeof one) =>
    first.endsOn !== null && first.endsOn <= second.startsOn;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

/**
 * What is wrong with a reduction, by field (`reasonId`, `hours`, `startsOn`, `lastDay`); empty where nothing is. Reductions of
 * different reasons add up; the same reason does not count twice on a day.
 */
export function reductionProblems(typed: TypedReduction, context: ReductionContext): Record<string, string> {
  const reason = reductionReasons(context.figures).find(({ id }) => id === typed.reasonId);
  if (!reason) return { reasonId: 'Choose a reason' };
  const days = daysProblem(typed, context.today);
  const hours = hoursProblem(reason, typed, context.contracted);
  const problems = { ...(hours !== null && { hours }), ...days };
  if (Object.keys(problems).length > 0) return problems;
  if (reason.id === FOR_THE_STAGE.id && context.isPublishedOn(typed.startsOn))
    return { reasonId: 'A figure is published for this part of the programme and counts already' };
  const span = { startsOn: typed.startsOn, endsOn: typed.lastDay === '' ? null : addDays(typed.lastDay, 1) };
  if (context.others.some((other) => other.reasonId === reason.id && lasts(other) && overlaps(other, span)))
    return { reasonId: 'A reduction for this reason runs in those days already. End it first, or choose other days' };
  return {};
}

/** One that ends on its first day was taken back. */
const lasts = ({ startsOn, endsOn }: DatedReduction) => endsOn === null || endsOn > startsOn;

/** Where a reduction stands on a day. */
export function reductionState(reduction: DatedReduction, today: string): 'to_come' | 'in_force' | 'over' {
  if (reduction.endsOn !== null && (reduction.endsOn <= today || !lasts(reduction))) return 'over';
  return reduction.startsOn > today ? 'to_come' : 'in_force';
}
