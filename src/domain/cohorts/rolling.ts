import { addDays, daysBetween, weekStart } from '../calendar.ts';

/** A usual week of a cohort, or a session of it, as rolling asks about them. Days only: what trainees wrote stays where it is. */
export interface RollingWeek {
  readonly id: string;
  readonly startsOn: string;
  /** The first day without it. */
  readonly endsOn: string | null;
}
export interface RollingSession {
  readonly id: string;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly cancelled: boolean;
}

export interface RolledCohort<Week extends RollingWeek> {
  /** Days by which everything moves: whole weeks, so that a Thursday stays a Thursday. */
  readonly movedBy: number;
  readonly weeks: readonly Week[];
  readonly sessions: readonly RollingSession[];
}

interface Rolling<Week extends RollingWeek> {
  readonly from: { readonly startsOn: string };
  /** The first day of the new cohort. */
  readonly startsOn: string;
  readonly weeks: readonly Week[];
  readonly sessions: readonly RollingSession[];
}

/** Weeks on the new days. One that was over before the cohort began is left out; one that ran then begins with the new cohort. */
function rolledWeek<Week extends RollingWeek>(week: Week, movedBy: number, startsOn: string): Week[] {
  const endsOn = week.endsOn === null ? null : addDays(week.endsOn, movedBy);
  if (endsOn !== null && (endsOn <= startsOn || endsOn <= addDays(week.startsOn, movedBy))) return [];
  const begins = addDays(week.startsOn, movedBy);
  return [{ ...week, startsOn: begins < startsOn ? startsOn : begins, endsOn }];
}

/** Of several weeks that would begin on one day, the one that began last counted: it alone is taken along. */
function oneADay<Week extends RollingWeek>(weeks: readonly Week[], original: readonly Week[]): Week[] {
  const began = new Map(original.map(({ id, startsOn }) => [id, startsOn]));
  const newest = weeks.toSorted((one, other) => ((began.get(one.id) ?? '') < (began.get(other.id) ?? '') ? 1 : -1));
  return newest.filter((week, at) => !newest.slice(0, at).some(({ startsOn }) => startsOn === week.startsOn));
}

/**
 * The programme of one cohort on the days of the next: usual weeks and the days of sessions, moved by whole weeks. No trainee, no word
 * and no rule moves: modules, routes and settings belong to the programme and count for every cohort by themselves.
 */
export function rolled<Week extends RollingWeek>({
  from,
  startsOn,
  weeks,
  sessions,
}: Rolling<Week>): RolledCohort<Week> {
  const movedBy = daysBetween(weekStart(from.startsOn), weekStart(startsOn));
  return {
    movedBy,
    weeks: oneADay(
      weeks.flatMap((week) => rolledWeek(week, movedBy, startsOn)),
      weeks,
    ),
    sessions: sessions
      .filter(({ cancelled }) => !cancelled)
      .map((session) => ({ ...session, day: addDays(session.day, movedBy) }))
      .filter(({ day }) => day >= startsOn)
      .toSorted((one, other) => one.day.localeCompare(other.day) || one.id.localeCompare(other.id)),
  };
}
