import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, isWeekend, weekStart } from '#src/domain/calendar.ts';
import { bankHolidayOn, bankHolidaysSchema } from '#src/domain/week/bankHolidays.ts';

const HOLIDAYS = bankHolidaysSchema.parse(
  JSON.parse(readFileSync(new URL('../../../src/content/week/bank-holidays.json', import.meta.url), 'utf8')),
);
const YEARS = [2024, 2025, 2026, 2027, 2028];

/** Easter Sunday by the anonymous Gregorian rule (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The first Monday on or after a day. */
const mondayFrom = (day: string) => (weekStart(day) === day ? day : addDays(weekStart(day), 7));
/** The last Monday on or before a day. */
const mondayBy = weekStart;

/** A day that falls on a weekend is made up for on the next weekday that is no holiday itself. */
function substituted(days: readonly string[]): string[] {
  const taken = new Set(days.filter((day) => !isWeekend(day)));
  for (const day of days.filter(isWeekend)) {
    let next = addDays(day, 1);
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
  }
  return [...taken];
}

function computed(year: number): string[] {
  const sunday = easter(year);
  const moving = [addDays(sunday, -2), addDays(sunday, 1)];
  const mondays = [mondayFrom(`${year}-05-01`), mondayBy(`${year}-05-31`), mondayBy(`${year}-08-31`)];
  return [
    ...substituted([`${year}-01-01`]),
    ...moving,
    ...mondays,
    ...substituted([`${year}-12-25`, `${year}-12-26`]),
  ].sort();
}

test('the rule for Easter gives the Sundays that are known', () => {
  expect(YEARS.map(easter)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16']);
});

test.each(YEARS)('the bank holidays of %i are those that the rules give', (year) => {
  const listed = HOLIDAYS.days.map(({ day }) => day).filter((day) => day.startsWith(String(year)));
  expect(listed).toEqual(computed(year));
});

test('five years are listed, eight days each', () => {
  expect(HOLIDAYS.days).toHaveLength(40);
  expect(HOLIDAYS.knownUntil).toBe('2028-12-31');
});

test.each([
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-26', undefined],
  ['2026-12-28', 'Boxing Day (substitute day)'],
  ['2027-12-27', 'Christmas Day (substitute day)'],
  ['2026-11-26', undefined],
])('%s is %s', (day, name) => {
  expect(bankHolidayOn(HOLIDAYS, day)?.name).toBe(name);
});

test.each([
  ['a Saturday', { day: '2026-12-26', name: 'Boxing Day' }, 'never on a Saturday'],
  ['a day named twice', { day: '2026-12-28', name: 'Twice' }, 'each named once'],
  ['a day after the end of the list', { day: '2029-01-01', name: 'New' }, 'whole until'],
])('a list with %s is refused', (_story, added, words) => {
  const days = [{ day: '2026-12-28', name: 'First' }, added];
  const result = bankHolidaysSchema.safeParse({ ...HOLIDAYS, days });
  expect(result.error?.issues.map(({ message }) => message).join(' ')).toContain(words);
});
