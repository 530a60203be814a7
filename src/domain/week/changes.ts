import { addDays, formatDay } from '../calendar.ts';
import type { WeekException } from './facts.ts';
import { WEEK_PLACE_NAMES } from './placeNames.ts';

const inWords = (day: string) => formatDay(day, { year: true });

/** Days of an exception in words: one day, or from one to another. */
export function daysWords({ startsOn, endsOn }: Pick<WeekException, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? inWords(startsOn) : `${inWords(startsOn)} to ${inWords(endsOn)}`;
}

/** Why some days cannot be an exception, since another one is on one of them already; null where none is. */
export function exceptionProblem(
  wanted: Pick<WeekException, 'startsOn' | 'endsOn'>,
  others: readonly WeekException[],
): string | null {
  const other = others.find(({ startsOn, endsOn }) => startsOn <= wanted.endsOn && wanted.startsOn <= endsOn);
  if (!other) return null;
  return `You have entered “${WEEK_PLACE_NAMES[other.place]}” for ${daysWords(other)}. Take that out first, or choose other days.`;
}

/** A pattern that is kept, `endsOn` the first day without it. */
interface Kept {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A pattern that was ended on the day it began was taken out: it never counts. */
export const isTakenOut = ({ startsOn, endsOn }: Kept): boolean => endsOn !== null && endsOn <= startsOn;

/** Why a pattern cannot begin on a day, or null: two of one owner that begin together, and nobody could say which one counts. */
export function patternProblem(startsOn: string, others: readonly Kept[]): string | null {
  const same = others.some((other) => !isTakenOut(other) && other.startsOn === startsOn);
  if (!same) return null;
  return `A usual week that begins on ${inWords(startsOn)} is there already. Take that one out first, or choose another day.`;
}

/** From when to when a pattern runs, in words: "from Monday 6 July 2026 to Wednesday 8 July 2026". */
export function patternDaysWords({ startsOn, endsOn }: Kept): string {
  const from = `from ${inWords(startsOn)}`;
  return endsOn === null ? from : `${from} to ${inWords(addDays(endsOn, -1))}`;
}
