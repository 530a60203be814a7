import { placementDates, type PlacementDays, placementMinutes } from './days.ts';
import type { Attendance } from './words.ts';

/** What was recorded of one day. */
export interface PlacementDay {
  readonly day: string;
  readonly attendance: Attendance;
  readonly minutes: number;
  /** Why she was not there, or not all day. */
  readonly words: string;
}

/** The longest day that is taken, in minutes. */
const LONGEST_DAY_MINUTES = 16 * 60;

/** What is wrong with a day that is recorded, by field; empty where nothing is. `minutes` is at the field `hours`. */
export function dayProblems(
  record: PlacementDay,
  { placement, today }: { placement: PlacementDays; today: string },
): Record<string, string> {
  const { day, attendance, minutes, words } = record;
  if (!placementDates(placement).includes(day)) return { day: 'Choose one of the days of this placement' };
  if (day > today) return { day: 'This day is still to come. Record it when it is over' };
  const problems: Record<string, string> = {};
  if (attendance === 'missed' && minutes > 0) problems['hours'] = 'Leave the time empty where you were not there';
  if (attendance !== 'missed' && minutes === 0) problems['hours'] = 'Say how long you were there';
  if (minutes > LONGEST_DAY_MINUTES) problems['hours'] = 'A day has 16 hours at most';
  if (attendance !== 'attended' && words.trim() === '') problems['reason'] = 'Say why, in a few words';
  return problems;
}

export interface AttendanceTotals {
  readonly plannedDays: number;
  /** Days of it that have come, today included. */
  readonly pastDays: number;
  readonly attendedDays: number;
  readonly partDays: number;
  readonly missedDays: number;
  readonly unrecordedDays: number;
  readonly minutes: number;
  /** Null where its times are not known. */
  readonly plannedMinutes: number | null;
}

/** How much of a placement she was there, out of what was planned. Days that were changed away since count nothing. */
export function attendanceTotals(
  placement: PlacementDays,
  { days, today }: { days: readonly PlacementDay[]; today: string },
): AttendanceTotals {
  const dates = placementDates(placement);
  const own = days.filter(({ day }) => dates.includes(day));
  const count = (wanted: Attendance) => own.filter(({ attendance }) => attendance === wanted).length;
  const past = dates.filter((day) => day <= today);
  const minutesADay = placementMinutes(placement);
  return {
    plannedDays: dates.length,
    pastDays: past.length,
    attendedDays: count('attended'),
    partDays: count('part'),
    missedDays: count('missed'),
    unrecordedDays: past.filter((date) => !own.some(({ day }) => day === date)).length,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    plannedMinutes: minutesADay === null ? null : minutesADay * dates.length,
  };
}
