import { addDays, isWeekend } from '../calendar.ts';
import { divideHalfUp, hundredths } from '../caseload/exact.ts';
import type { Enrolment } from '../programme/timeline.ts';
import type { StudyTimeRules } from './schema.ts';

/** Contracted hours a week of somebody who works full time; the entitlement in the settings is hers. */
const FULL_TIME_HOURS = 37;
/** A week's entitlement falls on Monday to Friday in equal parts, on whichever days she works. */
const WORKING_DAYS = 5;
const MINUTES_PER_HOUR = 60;
/** Both hours are kept in whole hundredths. */
const SCALE = hundredths(1) * hundredths(FULL_TIME_HOURS);

const fullTimeHours = ({ byRoute, hoursPerWeek }: StudyTimeRules, routeId: string) =>
  byRoute.find((entry) => entry.routeId === routeId)?.hoursPerWeek ?? hoursPerWeek;

/** A week's minutes times `SCALE`: a whole number, so that nothing is rounded before the end. */
function scaledWeek(rules: StudyTimeRules, { routeId, hoursPerWeek }: Pick<Enrolment, 'routeId' | 'hoursPerWeek'>) {
  return hundredths(fullTimeHours(rules, routeId)) * hundredths(hoursPerWeek) * MINUTES_PER_HOUR;
}

/**
 * Minutes of study time in a whole week, to the nearest minute: part time takes the same share of fewer hours, so 22.2 hours
 * of 37 have 266 of 444 minutes. Source: docs/decisions.md.
 */
export function entitlementMinutes(
  rules: StudyTimeRules,
  enrolment: Pick<Enrolment, 'routeId' | 'hoursPerWeek'>,
): number {
  return divideHalfUp(scaledWeek(rules, enrolment), SCALE);
}

interface Entitled {
  /** The settings in force on a day. */
  readonly rulesOn: (day: string) => StudyTimeRules;
  readonly enrolment: Enrolment;
  /** Last day of the programme; null while a pause without an end stands in the way. */
  readonly endsOn: string | null;
  /** First and last day, both counted. */
  readonly from: string;
  readonly to: string;
}

const isPaused = ({ pauses }: Enrolment, day: string) =>
  pauses.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn));

/**
 * Minutes of study time in some days. Each Monday to Friday of the programme counts a fifth of the week's; weekends, days
 * before the start, after the end and in a pause count nothing. Bank holidays and leave take nothing away: the entitlement is
 * a share of contracted hours. Rounded to the nearest minute once, at the end. A time that ends before it begins has none.
 */
export function entitledMinutes({ rulesOn, enrolment, endsOn, from, to }: Entitled): number {
  const first = from < enrolment.startedOn ? enrolment.startedOn : from;
  const last = endsOn !== null && endsOn < to ? endsOn : to;
  let scaled = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isWeekend(day) && !isPaused(enrolment, day)) scaled += scaledWeek(rulesOn(day), enrolment);
  }
  return divideHalfUp(scaled, SCALE * WORKING_DAYS);
}
