import { addDays, addMonths } from '../calendar.ts';
import { weekdayOf } from '../placements/days.ts';
import { type BankHolidays, bankHolidayOn } from '../week/bankHolidays.ts';

const dayOfMonth = (day: string) => Number(day.slice(8, 10));
const monthOf = (day: string) => day.slice(0, 7);
const WEEK = 7;

/** Which of its weekday in the month a day is, from 1; a fifth one stands for the last. */
const ordinalOf = (day: string) => Math.ceil(dayOfMonth(day) / WEEK);

/** All days of a month with the weekday of `day`. */
function sameWeekday(day: string, months: number): string[] {
  const first = `${monthOf(addMonths(`${monthOf(day)}-01`, months))}-01`;
  const days = Array.from({ length: 31 }, (_, index) => addDays(first, index));
  const weekday = weekdayOf(day);
  return days.filter((one) => monthOf(one) === monthOf(first) && weekdayOf(one) === weekday);
}

/** The day of one month: the same of its weekdays, a week later or earlier where that is a bank holiday. */
function dayIn(first: string, months: number, holidays: Pick<BankHolidays, 'days'>): string {
  const days = sameWeekday(first, months);
  const wanted = Math.min(ordinalOf(first), days.length) - 1;
  const order = [wanted, wanted + 1, wanted - 1].map((index) => days[index]);
  const free = order.find((day) => day !== undefined && bankHolidayOn(holidays, day) === null);
  return free ?? days[wanted] ?? first;
}

/**
 * The days of monthly sessions: `first`, then in each following month the same of its weekdays (the second Tuesday stays the second
 * Tuesday; a fifth one becomes the last of the month). A bank holiday moves it a week. `first` itself stays as it was chosen.
 */
export function rotaDays(first: string, months: number, holidays: Pick<BankHolidays, 'days'>): string[] {
  return Array.from({ length: months }, (_, index) => (index === 0 ? first : dayIn(first, index, holidays)));
}
