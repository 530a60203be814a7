import { addDays, londonDay, weekStart } from '../calendar.ts';
import { londonInstant } from '../week/londonTime.ts';

const DIGEST_TIME = '07:00';
/** A digest that could not go out on its morning still goes the same day and the next; after that it would be old news. */
const DIGEST_DAYS = 2;

/**
 * The week whose digest is due, named by its Monday; null where there is none: not yet Monday 7am in London, too late, or already
 * made. `ranFor`: the week it was made for last; null: never.
 */
export function digestDue(at: Date, ranFor: string | null): string | null {
  const monday = weekStart(londonDay(at));
  const isIn = at >= londonInstant(monday, DIGEST_TIME) && at < londonInstant(addDays(monday, DIGEST_DAYS), '00:00');
  return isIn && (ranFor === null || ranFor < monday) ? monday : null;
}

/** The hour of an instant, in UTC: what is done once an hour is written down under it. */
export function hourOf(at: Date): string {
  return at.toISOString().slice(0, 13);
}
