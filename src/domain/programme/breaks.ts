import { addDays, addMonths, formatDay } from '../calendar.ts';
import { hasEnded } from './place.ts';
import type { Enrolment, Pause } from './timeline.ts';

/** A break may be entered afterwards: so many days back. */
const BREAK_DAYS_BACK = 183;
/** No break that is planned is longer; one without an end may last. */
const BREAK_MONTHS = 24;

/** A break that was entered. */
export interface KnownBreak extends Pause {
  readonly id: string;
}

export type BreakState = 'coming' | 'running' | 'over';

/** Where a break is on a day. `endsOn` is the first day back. */
export function breakState({ startsOn, endsOn }: Pick<Pause, 'startsOn' | 'endsOn'>, today: string): BreakState {
  if (startsOn > today) return 'coming';
  return endsOn === null || endsOn > today ? 'running' : 'over';
}

export interface BreakFacts {
  readonly enrolment: Enrolment;
  readonly breaks: readonly KnownBreak[];
  readonly today: string;
}

interface BreakDays {
  readonly startsOn: string;
  /** The first day back; null while nobody knows it. */
  readonly endsOn: string | null;
}

const long = (day: string) => formatDay(day, { year: true });

function lengthProblem({ startsOn, endsOn }: BreakDays): string | null {
  if (endsOn === null) return null;
  if (endsOn <= startsOn) return 'The first day back comes after the first day of the break';
  return endsOn > addMonths(startsOn, BREAK_MONTHS)
    ? `A break lasts ${String(BREAK_MONTHS)} months at most. Leave the day empty where nobody knows it yet`
    : null;
}

/** The break among the others that shares a day with this one, or null. */
function clashWith({ startsOn, endsOn }: BreakDays, others: readonly KnownBreak[]): KnownBreak | null {
  const ends = endsOn ?? '9999-12-31';
  return others.find((one) => one.startsOn < ends && startsOn < (one.endsOn ?? '9999-12-31')) ?? null;
}

function clashWords({ startsOn, endsOn }: BreakDays): string {
  const until = endsOn === null ? 'on, without a first day back' : `until ${long(addDays(endsOn, -1))}`;
  return `There is a break from ${long(startsOn)} ${until}. Change that one, or choose other days`;
}

/** Why a break cannot be entered, by field of the form. Empty: it can. */
export function beginProblems({ enrolment, breaks, today }: BreakFacts, days: BreakDays): Record<string, string> {
  if (hasEnded(enrolment, today)) return { '': 'The programme is over for this trainee. Reopen it first.' };
  const earliest = addDays(today, -BREAK_DAYS_BACK);
  const latest = addMonths(today, BREAK_MONTHS);
  if (days.startsOn < enrolment.startedOn)
    return { startsOn: `The programme begins on ${long(enrolment.startedOn)}: a break comes after that` };
  if (days.startsOn < earliest || days.startsOn > latest)
    return { startsOn: `Give a day from ${long(earliest)} to ${long(latest)}` };
  const length = lengthProblem(days);
  if (length !== null) return { endsOn: length };
  const clash = clashWith(days, breaks);
  return clash ? { startsOn: clashWords(clash) } : {};
}

/** Why the first day back cannot be changed, by field of the form. A break that is over stays as it was. Empty: it can. */
export function changeProblems(
  { enrolment, breaks, today }: BreakFacts,
  change: { readonly id: string; readonly endsOn: string | null },
): Record<string, string> {
  const known = breaks.find(({ id }) => id === change.id);
  if (!known) return { '': 'There is no such break.' };
  if (hasEnded(enrolment, today)) return { '': 'The programme is over for this trainee. Reopen it first.' };
  if (breakState(known, today) === 'over') return { endsOn: 'This break is over, and stays as it was' };
  const days = { startsOn: known.startsOn, endsOn: change.endsOn };
  const length = lengthProblem(days);
  if (length !== null) return { endsOn: length };
  if (change.endsOn !== null && change.endsOn < addDays(today, -BREAK_DAYS_BACK))
    return { endsOn: `Give a day from ${long(addDays(today, -BREAK_DAYS_BACK))} on` };
  const clash = clashWith(
    days,
    breaks.filter(({ id }) => id !== change.id),
  );
  return clash ? { endsOn: clashWords(clash) } : {};
}

/** A break that has not begun can be taken out. */
export const canCancel = (known: Pick<Pause, 'startsOn' | 'endsOn'>, today: string): boolean =>
  breakState(known, today) === 'coming';
