import { addDays, addMonths, daysBetween, formatDay, isDay, weekStart } from '../calendar.ts';

/** Some days, first and last included, and how they are called. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** `YYYY-MM` where it is a whole month. */
  readonly month: string | null;
}

/** The longest time a page tells of, in days. */
const MOST_DAYS = 366;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAYS_A_WEEK = 7;
/** Days that a page tells of: the weeks and months around the first and the last one are days too. */
const isShown = (day: string) => isDay(day) && day >= '2000-01-01' && day <= '2099-12-31';

const inWords = (day: string) => formatDay(day, { year: true, weekday: false });

/** A whole month, from any of its days. */
export function monthOf(day: string): Period {
  const from = `${day.slice(0, 7)}-01`;
  const name = formatDay(from, { year: true, weekday: false }).replace(/^1 /, '');
  return { from, to: addDays(addMonths(from, 1), -1), name, month: day.slice(0, 7) };
}

/** The calendar week that a day is in, Monday to Sunday. */
export function weekOf(day: string): Period {
  const from = weekStart(day);
  const to = addDays(from, DAYS_A_WEEK - 1);
  return { from, to, name: `${formatDay(from, { weekday: false })} to ${inWords(to)}`, month: null };
}

/** The month before and the one after. */
export function monthsBeside({ from }: Period): { before: Period; after: Period } {
  return { before: monthOf(addMonths(from, -1)), after: monthOf(addMonths(from, 1)) };
}

function problemOf(from: string, to: string): { from: string } | { to: string } | null {
  if (!isShown(from)) return { from: 'Give the first day.' };
  if (!isShown(to)) return { to: 'Give the last day.' };
  if (to < from) return { to: 'The last day cannot be before the first.' };
  if (daysBetween(from, to) >= MOST_DAYS) return { to: 'Choose a year at most.' };
  return null;
}

/** What an address asks for: `?month=2026-11`, or `?from=` and `?to=`; this month where it asks for nothing, or for nothing that is. */
export function periodAsked(
  asked: URLSearchParams,
  today: string,
): { period: Period; problem: Readonly<Record<string, string>> } {
  const [from, to, month] = ['from', 'to', 'month'].map((name) => asked.get(name) ?? '') as [string, string, string];
  const thisMonth = monthOf(today);
  if (MONTH.test(month) && isShown(`${month}-01`)) return { period: monthOf(`${month}-01`), problem: {} };
  if (from === '' && to === '') return { period: thisMonth, problem: {} };
  const problem = problemOf(from, to);
  if (problem !== null) return { period: thisMonth, problem };
  return { period: { from, to, name: `${inWords(from)} to ${inWords(to)}`, month: null }, problem: {} };
}

/** The calendar weeks of a time, the first and the last cut to it. */
export function weeksWithin({ from, to }: Pick<Period, 'from' | 'to'>): { from: string; to: string }[] {
  const weeks: { from: string; to: string }[] = [];
  for (let monday = weekStart(from); monday <= to; monday = addDays(monday, DAYS_A_WEEK)) {
    const sunday = addDays(monday, DAYS_A_WEEK - 1);
    weeks.push({ from: monday < from ? from : monday, to: sunday > to ? to : sunday });
  }
  return weeks;
}
