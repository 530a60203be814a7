import { addDays, formatDay } from '../calendar.ts';

/** The month that a day is in, `YYYY-MM`. */
export const monthOf = (day: string) => day.slice(0, 7);

/** "November 2026" */
export const monthWords = (month: string) => formatDay(`${month}-01`, { year: true, weekday: false }).slice(2);

/**
 * Whether a check-in of this month may be written today: this month's, and on the first day of a month still the one before, for
 * a form that was opened the evening before.
 */
export function isOpenMonth(month: string, today: string): boolean {
  return month === monthOf(today) || month === monthOf(addDays(today, -1));
}
