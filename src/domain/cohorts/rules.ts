import { addDays, addMonths, formatDay } from '../calendar.ts';

/** A cohort as it is entered. */
export interface CohortValues {
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
}

export const COHORT_NAME_MAXIMUM = 80;
/** How many months ahead an intake may be planned, and how many back it may have begun. */
const MONTHS = 36;

/** Names are compared as people read them. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Why a cohort cannot be like this, by field of the form. `others`: the names of every other cohort. Empty: it can. */
export function cohortProblems(
  { name, startsOn }: CohortValues,
  { others, today }: { readonly others: readonly string[]; readonly today: string },
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (others.some((other) => sameName(other, name)))
    problems['name'] = 'There is a cohort of this name already. Add the year, for example';
  const [earliest, latest] = [addMonths(today, -MONTHS), addMonths(today, MONTHS)];
  if (startsOn < earliest || startsOn > latest)
    problems['startsOn'] =
      `Give a day from ${formatDay(earliest, { year: true })} to ${formatDay(latest, { year: true })}`;
  return problems;
}

export type CohortState = 'coming' | 'open' | 'closed';

/** Where a cohort is on a day. `closedOn` is the first day on which nobody joins any more. */
export function cohortState(
  { startsOn, closedOn }: { readonly startsOn: string; readonly closedOn: string | null },
  today: string,
): CohortState {
  if (closedOn !== null && closedOn <= today) return 'closed';
  return startsOn > today ? 'coming' : 'open';
}

/** A name for the intake after this one, to begin with: the year at its end counted on, or the month it begins in. */
export function nextName(name: string, startsOn: string): string {
  const year = startsOn.slice(0, 4);
  const bare = name.replace(/[ ,]*\b20\d\d\b\s*$/, '').trim();
  return `${bare} ${year}`.slice(0, COHORT_NAME_MAXIMUM);
}

/** The first day of the intake after this one, to begin with: half a year on, on the same weekday, and never in the past. */
export function nextStart(startsOn: string, today: string): string {
  let day = addDays(startsOn, 26 * 7);
  while (day <= today) day = addDays(day, 26 * 7);
  return day;
}
