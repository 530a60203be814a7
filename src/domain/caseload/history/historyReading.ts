import { addDays, daysBetween } from '../../calendar.ts';
import { agreementOn, type OverAgreement } from '../agreement.ts';
import type { StepFigures } from './history.ts';

/** So long a caseload is well under its limit before it is worth a word: a new stage or a closed case is no neglect. */
const UNDER_USE_DAYS = 28;

/** What a history comes to today. */
export interface HistoryReading {
  readonly state: 'over' | 'under' | 'within' | 'none';
  /** First day of the stretch that is over, or well under; null otherwise. */
  readonly since: string | null;
  /** The agreement that stands, or stood last; null where she is not over or there is none. */
  readonly agreement: OverAgreement | null;
  /** Whether that agreement still stands today. */
  readonly isAgreed: boolean;
  readonly percent: number;
}

/** First day of the stretch up to the last step in which all steps are so; null where the last one is not. */
function stretchSince(steps: readonly StepFigures[], isSo: (step: StepFigures) => boolean): string | null {
  const lastOther = steps.findLastIndex((step) => !isSo(step));
  return steps[lastOther + 1]?.day ?? null;
}

const NOTHING = { since: null, agreement: null, isAgreed: false } as const;

/** Reads a history as of its last step: over since when and agreed by whom, well under since when, or neither. */
export function historyReading(steps: readonly StepFigures[], agreements: readonly OverAgreement[]): HistoryReading {
  const last = steps.at(-1);
  if (last === undefined) return { ...NOTHING, state: 'none', percent: 0 };
  const { percent, day } = last;
  const overSince = stretchSince(steps, ({ limit }) => limit === 'over');
  if (overSince !== null) {
    const agreement = agreementOn(agreements, day);
    return {
      state: 'over',
      since: overSince,
      agreement,
      isAgreed: agreement !== null && day <= agreement.until,
      percent,
    };
  }
  if (last.limitPoints === null) return { ...NOTHING, state: 'none', percent };
  const underSince = stretchSince(steps, ({ isUnderUsed }) => isUnderUsed);
  if (underSince !== null && daysBetween(underSince, day) >= UNDER_USE_DAYS)
    return { ...NOTHING, state: 'under', since: underSince, percent };
  return { ...NOTHING, state: 'within', percent };
}

/** A stretch of days: `to` is the first day after it, or the day after today where it goes on. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The stretches in which a history was over its limit. */
export function overStretches(steps: readonly StepFigures[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { day, limit }] of steps.entries()) {
    if (limit !== 'over') continue;
    const to = steps[index + 1]?.day ?? addDays(day, 1);
    const last = stretches.at(-1);
    if (last?.to === day) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from: day, to });
  }
  return stretches;
}

const URGENCY = ['over', 'agreed', 'under', 'none', 'within'] as const;
const urgency = ({ state, isAgreed }: HistoryReading) =>
  URGENCY.indexOf(state === 'over' && isAgreed ? 'agreed' : state);

/** Who needs looking at first: over without an agreement that stands, over as agreed, well under, no limit set, within; of those the longest or the fullest. */
export function byNeed(one: HistoryReading, other: HistoryReading): number {
  if (urgency(one) !== urgency(other)) return urgency(one) - urgency(other);
  if (one.since !== other.since && one.since !== null && other.since !== null) return one.since < other.since ? -1 : 1;
  return other.percent - one.percent;
}
