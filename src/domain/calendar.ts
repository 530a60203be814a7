/**
 * Calendar days are text, `YYYY-MM-DD`, in Europe/London; instants are `Date`s. Between days we count in whole days since
 * 1 January 1970, never in hours, so a day of 23 or 25 hours changes nothing.
 */

const MILLISECONDS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Made once: building a formatter costs a thousand times what using it does. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

type LondonPart = 'year' | 'month' | 'day' | 'hour' | 'minute';

function londonParts(instant: Date): Record<LondonPart, string> {
  const parts = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of london.formatToParts(instant)) {
    if (type in parts) parts[type as LondonPart] = value;
  }
  return parts;
}

const MILLISECONDS_PER_HOUR = 3_600_000;
/** London has been whole hours from UTC since 1847: within an hour of UTC its day does not change. */
const DAYS_BY_HOUR = new Map<number, string>();
const MOST_HOURS = 500;

/** The calendar day in London at an instant. Throws a RangeError for an invalid date. */
export function londonDay(instant: Date): string {
  const hour = Math.floor(instant.getTime() / MILLISECONDS_PER_HOUR);
  const known = DAYS_BY_HOUR.get(hour);
  if (known !== undefined) return known;
  const { year, month, day } = londonParts(instant);
  const text = `${year.padStart(4, '0')}-${month}-${day}`;
  if (DAYS_BY_HOUR.size >= MOST_HOURS) DAYS_BY_HOUR.clear();
  DAYS_BY_HOUR.set(hour, text);
  return text;
}

/** True for text that names a day that exists, as `YYYY-MM-DD`. Years before 1000 are taken for mistakes. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole days since 1 January 1970. Throws a RangeError for text that is not a day. */
export function dayNumber(day: string): number {
  const known = dayNumbers.get(day);
  if (known !== undefined) return known;
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  const number =
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MILLISECONDS_PER_DAY;
  if (dayNumbers.size >= MOST_DAYS) dayNumbers.clear();
  dayNumbers.set(day, number);
  return number;
}

/** Pages ask for the same few hundred days again and again. */
const dayNumbers = new Map<string, number>();
const MOST_DAYS = 4000;

/** The day that is so many whole days after 1 January 1970: the other way round from `dayNumber`. */
export function dayFromNumber(days: number): string {
  const date = new Date(days * MILLISECONDS_PER_DAY);
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Faster by five than `toISOString`, which counts: a cohort page asks for hundreds of days. */
function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${String(month)}-${day < 10 ? '0' : ''}${String(day)}`;
}

/** The day so many days later (earlier where `count` is negative). */
export function addDays(day: string, count: number): string {
  return dayFromNumber(dayNumber(day) + count);
}

/** Days from one day to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month so many months later, or the last day of a shorter month: 31 January and a month is 28 February. */
export function addMonths(day: string, count: number): string {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return dayText(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** 0 for Sunday to 6 for Saturday. 1 January 1970 was a Thursday. */
function weekday(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The Monday of the calendar week that a day is in. */
export function weekStart(day: string): string {
  return addDays(day, -((weekday(day) + 6) % 7));
}

/** True on Saturdays and Sundays. */
export function isWeekend(day: string): boolean {
  return weekday(day) % 6 === 0;
}

/**
 * A day as people read it: "Thursday 26 November". `year: true` adds the year; `year: today` adds it where it is another year
 * than that day's; `weekday: false` leaves the day of the week out.
 */
export function formatDay(day: string, options: { year?: boolean | string; weekday?: boolean } = {}): string {
  const name = options.weekday === false ? '' : `${WEEKDAYS[weekday(day)] ?? ''} `;
  const withYear =
    typeof options.year === 'string' ? options.year.slice(0, 4) !== day.slice(0, 4) : options.year === true;
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${name}${String(Number(day.slice(8, 10)))} ${month}${withYear ? ` ${day.slice(0, 4)}` : ''}`;
}

/** The time of an instant as people in London read it: "2:05pm". */
export function formatTime(instant: Date): string {
  const { hour, minute } = londonParts(instant);
  const hours = Number(hour);
  return `${String(hours % 12 || 12)}:${minute}${hours < 12 ? 'am' : 'pm'}`;
}

/** An instant as people in London read it: "Thursday 26 November 2026, 2:05pm". */
export function formatInstant(instant: Date): string {
  return `${formatDay(londonDay(instant), { year: true })}, ${formatTime(instant)}`;
}
