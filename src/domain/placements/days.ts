import { addDays, daysBetween, isDay, weekStart } from '../calendar.ts';

/** Monday to Friday, as `PlacementDays.weekdays` counts them. */
export const WORKING_WEEK: readonly number[] = [1, 2, 3, 4, 5];

/** The longest that one placement lasts, in days from the first to the last. */
const LONGEST_PLACEMENT_DAYS = 366;

/** Days somewhere else, first and last included. */
export interface PlacementDays {
  readonly id?: string | undefined;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** On which weekdays of that time, 1 Monday to 7 Sunday; Monday to Friday where it is not said. */
  readonly weekdays?: readonly number[] | undefined;
  /** From and to, `HH:MM`, where it is known. */
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
  readonly cancelledAt?: Date | null | undefined;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => daysBetween(weekStart(day), day) + 1;

/** Whether the days exist, stand in order and are no longer apart than a placement lasts. */
export function isPlacementTime({ startsOn, endsOn }: Pick<PlacementDays, 'startsOn' | 'endsOn'>): boolean {
  if (!isDay(startsOn) || !isDay(endsOn) || endsOn < startsOn) return false;
  return daysBetween(startsOn, endsOn) < LONGEST_PLACEMENT_DAYS;
}

/**
 * The days she is there: those of its weekdays. Where none of them falls into its time (a single Saturday), every day of it.
 * Empty for a time that is none.
 */
export function placementDates({ startsOn, endsOn, weekdays = WORKING_WEEK, ...rest }: PlacementDays): string[] {
  if (!isPlacementTime({ ...rest, startsOn, endsOn })) return [];
  const count = daysBetween(startsOn, endsOn) + 1;
  const all = Array.from({ length: count }, (_, index) => addDays(startsOn, index));
  const chosen = all.filter((day) => weekdays.includes(weekdayOf(day)));
  return chosen.length > 0 ? chosen : all;
}

/** Where she goes next, today included: the placement and the day; null where none is left. Cancelled ones are passed over. */
export function nextPlacementDay<P extends PlacementDays>(
  placements: readonly P[],
  today: string,
): { placement: P; day: string } | null {
  const next = placements
    .filter(({ endsOn, cancelledAt }) => endsOn >= today && !cancelledAt)
    .flatMap((placement) => {
      const day = placementDates(placement).find((date) => date >= today);
      return day === undefined ? [] : [{ placement, day }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return next[0] ?? null;
}

/** Minutes that a day of it lasts; null where its times are not known. */
export function placementMinutes({ startsAt, endsAt }: Pick<PlacementDays, 'startsAt' | 'endsAt'>): number | null {
  if (!startsAt || !endsAt) return null;
  return minuteOf(endsAt) - minuteOf(startsAt);
}

/** Minutes since midnight of `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
