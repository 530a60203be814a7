import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysBetween,
  formatDay,
  formatInstant,
  isDay,
  isWeekend,
  londonDay,
  weekStart,
} from '#src/domain/calendar.ts';

/** Any day from 1970 to 2099. */
const anyDay = fc.integer({ min: 0, max: 47_480 }).map(dayFromNumber);

describe('the day in London', () => {
  test.each([
    ['a winter noon', '2026-01-15T12:00:00Z', '2026-01-15'],
    ['the last minute of a winter day', '2026-01-15T23:59:59Z', '2026-01-15'],
    ['half past midnight in summer, which is the day before in UTC', '2026-07-01T23:30:00Z', '2026-07-02'],
    ['a minute before midnight in summer', '2026-07-01T22:59:00Z', '2026-07-01'],
    ['just before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29'],
    ['the last second of the short day', '2026-03-29T22:59:59Z', '2026-03-29'],
    ['the first second after the short day', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['the first second of the long day', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['the last second of the long day', '2026-10-25T23:59:59Z', '2026-10-25'],
    ['New Year', '2027-01-01T00:00:00Z', '2027-01-01'],
    ['the last second of a year', '2026-12-31T23:59:59Z', '2026-12-31'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
  ])('%s', (_story, instant, day) => {
    expect(londonDay(new Date(instant))).toBe(day);
  });

  test('every hour of 2026 falls on the same day as the hour before, or on the next', () => {
    const first = Date.UTC(2026, 0, 1);
    let day = londonDay(new Date(first));
    for (let hour = 1; hour < 365 * 24; hour += 1) {
      const next = londonDay(new Date(first + hour * 3_600_000));
      expect([0, 1]).toContain(daysBetween(day, next));
      day = next;
    }
    expect(day).toBe('2026-12-31');
  });
});

describe('counting days', () => {
  test.each([
    ['across the short day', '2026-03-28', 2, '2026-03-30'],
    ['across the long day', '2026-10-24', 2, '2026-10-26'],
    ['over New Year', '2026-12-31', 1, '2027-01-01'],
    ['backwards over New Year', '2027-01-01', -1, '2026-12-31'],
    ['to a leap day', '2028-02-28', 1, '2028-02-29'],
    ['past February in a common year', '2026-02-28', 1, '2026-03-01'],
    ['past February in 2100, which is no leap year', '2100-02-28', 1, '2100-03-01'],
  ])('%s', (...[_story, day, count, expected]) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  test('going there and back ends where it began', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('days sort as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(dayNumber(one) < dayNumber(other));
      }),
    );
  });
});

describe('counting months', () => {
  test.each([
    ['the same day of the next month', '2026-03-16', 1, '2026-04-16'],
    ['a day that February has not', '2026-01-31', 1, '2026-02-28'],
    ['a day that February has in a leap year', '2028-01-31', 1, '2028-02-29'],
    ['a year from a leap day', '2028-02-29', 12, '2029-02-28'],
    ['over New Year', '2026-11-30', 3, '2027-02-28'],
    ['fifteen months', '2026-09-01', 15, '2027-12-01'],
    ['into December', '2026-06-15', 6, '2026-12-15'],
    ['backwards', '2026-03-31', -1, '2026-02-28'],
    ['no month', '2026-03-31', 0, '2026-03-31'],
  ])('%s', (...[_story, day, count, expected]) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  test('more months never come out earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (day, few, more) => {
        expect(addMonths(day, few) <= addMonths(day, few + more)).toBe(true);
      }),
    );
  });
});

describe('the calendar week', () => {
  test.each([
    ['a Monday is its own', '2026-11-23', '2026-11-23'],
    ['a Sunday belongs to the week before', '2026-11-22', '2026-11-16'],
    ['over New Year', '2027-01-01', '2026-12-28'],
    ['before 1970', '1969-12-31', '1969-12-29'],
  ])('%s', (_story, day, monday) => {
    expect(weekStart(day)).toBe(monday);
  });

  test('begins on a day that is no weekend, at most six days back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = weekStart(day);
        expect(formatDay(monday)).toMatch(/^Monday /);
        expect(isWeekend(monday)).toBe(false);
        expect(daysBetween(monday, day)).toBeLessThanOrEqual(6);
        expect(isWeekend(day)).toBe(daysBetween(monday, day) >= 5);
      }),
    );
  });
});

describe('what is a day', () => {
  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '0026-01-01',
    '2026-01-01T00:00',
    '',
    'today',
  ])('not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
  });

  test('every day that we count to is one, and the way back finds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        expect(isDay(dayFromNumber(days))).toBe(true);
        expect(dayNumber(dayFromNumber(days))).toBe(days);
        expect(dayFromNumber(days)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

describe('days in words', () => {
  test.each([
    ['without the year', {}, 'Thursday 26 November'],
    ['with the year', { year: true }, 'Thursday 26 November 2026'],
    ['the same year as today is left out', { year: '2026-01-01' }, 'Thursday 26 November'],
    ['another year than today is said', { year: '2027-01-01' }, 'Thursday 26 November 2026'],
    ['without the day of the week', { weekday: false, year: true }, '26 November 2026'],
  ])('%s', (_story, options, words) => {
    expect(formatDay('2026-11-26', options)).toBe(words);
  });

  test.each([
    ['afternoon in winter', '2026-11-26T14:05:00Z', 'Thursday 26 November 2026, 2:05pm'],
    ['morning in summer, an hour ahead of UTC', '2026-07-01T08:30:00Z', 'Wednesday 1 July 2026, 9:30am'],
    ['midnight', '2026-11-26T00:00:00Z', 'Thursday 26 November 2026, 12:00am'],
    ['noon', '2026-11-26T12:00:00Z', 'Thursday 26 November 2026, 12:00pm'],
  ])('an instant: %s', (_story, instant, words) => {
    expect(formatInstant(new Date(instant))).toBe(words);
  });
});
