import { addDays, addMonths, formatDay } from '../calendar.ts';
import type { Route } from './schema.ts';

/** How far back a first day may lie, in months: longer than any route with a long break in it. */
const MONTHS_BACK = 60;
/** How many days ahead somebody may begin. */
export const DAYS_AHEAD = 183;

/** Somebody's place in the programme, as an administrator sets it. */
export interface PlaceValues {
  /** Null: in no cohort at the moment. */
  readonly cohortId: string | null;
  readonly routeId: string;
  /** The day from which her weeks are counted. */
  readonly startedOn: string;
  readonly hoursPerWeek: number;
}

/** A cohort as a place in it is asked for. */
export interface JoinableCohort {
  readonly cohortId: string;
  readonly name: string;
  readonly closedOn: string | null;
}

export interface PlaceChange {
  readonly now: PlaceValues & { readonly endedOn: string | null };
  readonly wanted: PlaceValues;
  readonly routes: readonly Pick<Route, 'id' | 'name' | 'hoursPerWeek'>[];
  readonly cohorts: readonly JoinableCohort[];
  readonly today: string;
}

/** What stood on a page, to be compared with what stands when it is sent. */
export function placeKey({ cohortId, routeId, startedOn, hoursPerWeek }: PlaceValues): string {
  return [cohortId ?? '', routeId, startedOn, String(hoursPerWeek)].join('|');
}

/** May anybody join this cohort on a day? `closedOn` is the first day on which nobody does. */
export const isOpen = ({ closedOn }: Pick<JoinableCohort, 'closedOn'>, today: string): boolean =>
  closedOn === null || closedOn > today;

function hoursProblem({ wanted, routes }: PlaceChange): string | null {
  const route = routes.find(({ id }) => id === wanted.routeId);
  if (!route) return null;
  const { min, max } = route.hoursPerWeek;
  const most = Math.min(max, 37);
  if (wanted.hoursPerWeek >= min && wanted.hoursPerWeek <= most) return null;
  return `${route.name} is made for ${String(min)} to ${String(most)} hours a week`;
}

function startProblem({ wanted, today }: PlaceChange): string | null {
  const [earliest, latest] = [addMonths(today, -MONTHS_BACK), addDays(today, DAYS_AHEAD)];
  if (wanted.startedOn >= earliest && wanted.startedOn <= latest) return null;
  return `Give a day from ${formatDay(earliest, { year: true })} to ${formatDay(latest, { year: true })}`;
}

function cohortProblem({ now, wanted, cohorts, today }: PlaceChange): string | null {
  if (wanted.cohortId === null) return now.cohortId === null ? null : 'Choose a cohort';
  const cohort = cohorts.find(({ cohortId }) => cohortId === wanted.cohortId);
  if (!cohort) return 'Choose one of the cohorts';
  if (wanted.cohortId === now.cohortId || isOpen(cohort, today)) return null;
  return `${cohort.name} is closed: nobody joins it any more`;
}

/** Why somebody's place cannot be changed like this, by field of the form; `''` for the form as a whole. Empty: it can. */
export function placeProblems(change: PlaceChange): Readonly<Record<string, string>> {
  const { now, wanted, routes } = change;
  if (now.endedOn !== null) return { '': 'The programme is over for this trainee. Reopen it first.' };
  const found: [field: string, words: string | null][] = [
    ['cohortId', cohortProblem(change)],
    ['routeId', routes.some(({ id }) => id === wanted.routeId) ? null : 'Choose one of the routes'],
    ['startedOn', startProblem(change)],
    ['hoursPerWeek', hoursProblem(change)],
  ];
  const problems = found.filter((one): one is [string, string] => one[1] !== null);
  if (problems.length === 0 && placeKey(now) === placeKey(wanted)) return { '': 'Nothing here is different yet.' };
  return Object.fromEntries(problems);
}
