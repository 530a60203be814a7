import { describe, expect, test } from 'vitest';
import { durationWords, minutesTyped, typedLength } from '#src/domain/studyTime/duration.ts';
import { monthsBeside, periodAsked, weekOf, weeksWithin } from '#src/domain/studyTime/period.ts';

const TODAY = '2026-11-22';
const asked = (query: string) => periodAsked(new URLSearchParams(query), TODAY);

describe('the days a page is asked for', () => {
  test.each([
    ['nothing: this month', '', '2026-11-01', '2026-11-30', 'November 2026'],
    ['a month', 'month=2026-02', '2026-02-01', '2026-02-28', 'February 2026'],
    ['a leap month', 'month=2028-02', '2028-02-01', '2028-02-29', 'February 2028'],
    [
      'from one day to another',
      'from=2026-10-15&to=2026-11-14',
      '2026-10-15',
      '2026-11-14',
      '15 October 2026 to 14 November 2026',
    ],
    ['a month that is none: this one', 'month=2026-13', '2026-11-01', '2026-11-30', 'November 2026'],
    ['rubbish', 'month=%3Cscript%3E', '2026-11-01', '2026-11-30', 'November 2026'],
  ])('%s', (_story, query, from, to, name) => {
    expect(asked(query)).toMatchObject({ period: { from, to, name }, problem: {} });
  });

  test.each([
    ['the end before the beginning', 'from=2026-11-14&to=2026-11-13', 'to'],
    ['a day that is none', 'from=2026-02-30&to=2026-03-01', 'from'],
    ['only one day', 'from=2026-11-01', 'to'],
    ['more than a year', 'from=2020-01-01&to=2026-11-01', 'to'],
  ])('%s is said at its field, and this month is shown', (_story, query, field) => {
    const { period, problem } = asked(query);
    expect(Object.keys(problem)).toEqual([field]);
    expect(period.month).toBe('2026-11');
  });

  test('months follow each other over the end of a year', () => {
    const { before, after } = monthsBeside(asked('month=2026-12').period);
    expect([before.month, after.month]).toEqual(['2026-11', '2027-01']);
  });

  test('the weeks of a month are cut at its ends', () => {
    const weeks = weeksWithin(asked('month=2026-11').period);
    expect(weeks[0]).toEqual({ from: '2026-11-01', to: '2026-11-01' });
    expect(weeks.at(-1)).toEqual({ from: '2026-11-30', to: '2026-11-30' });
    expect(weeks).toHaveLength(6);
    expect(weekOf('2026-11-22')).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
  });
});

describe('lengths of time', () => {
  test.each([
    [444, '7 hours 24 minutes'],
    [266, '4 hours 26 minutes'],
    [61, '1 hour 1 minute'],
    [60, '1 hour'],
    [1, '1 minute'],
    [0, '0 minutes'],
  ])('%i minutes are “%s”', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
    expect(minutesTyped(typedLength(minutes).hours, typedLength(minutes).minutes)).toBe(minutes);
  });

  test.each([
    ['7', '24', 444],
    ['', '90', 90],
    ['2', '', 120],
    [' 1 ', ' 5 ', 65],
    ['', '', null],
    ['7.4', '', null],
    ['-1', '0', null],
    ['1e3', '0', null],
    ['seven', '0', null],
    ['9999', '0', null],
  ])('typed “%s” and “%s”', (hours, minutes, expected) => {
    expect(minutesTyped(hours, minutes)).toBe(expected);
  });
});
