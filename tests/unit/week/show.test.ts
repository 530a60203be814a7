import { describe, expect, test } from 'vitest';
import { shownWeeks, weekView } from '#src/domain/week/show.ts';
import { todayOf, whenWords } from '#src/components/week/words.ts';
import { agenda, appointment, MONDAY, pattern, study } from './facts.ts';

test.each([
  [null, '2026-11-23', true],
  ['2026-11-29', '2026-11-23', true],
  ['2026-12-01', '2026-11-30', false],
  ['2026-02-31', '2026-11-23', true],
  ['1600-01-01', '2026-11-23', true],
  ['rubbish', '2026-11-23', true],
])('asked for %s on Thursday 26 November, the weeks from %s are shown', (named, from, isNow) => {
  expect(weekView(named, '2026-11-26')).toMatchObject({ from, isNow });
});

describe('the order in which days are read', () => {
  const daysOf = (today: string, named: string | null = null) => {
    const view = weekView(named, today);
    return shownWeeks(agenda([pattern()], { from: view.from, to: view.to }), view, today).map(({ id, days }) => [
      id,
      ...days.map(({ day }) => Number(day.slice(8))),
    ]);
  };

  test('today first, then the days after, and what is over at the end', () => {
    expect(daysOf('2026-11-26')).toEqual([
      ['first', 26, 27, 28, 29],
      ['second', 30, 1, 2, 3, 4, 5, 6],
      ['earlier', 23, 24, 25],
    ]);
  });

  test('on a Monday nothing is over', () => {
    expect(daysOf('2026-11-23').map(([id]) => id)).toEqual(['first', 'second']);
  });

  test('another week is read from its Monday', () => {
    expect(daysOf('2026-11-26', '2026-12-03')[0]).toEqual(['first', 30, 1, 2, 3, 4, 5, 6]);
  });
});

test('today in two lines: where she is, then what has a time', () => {
  const facts = [pattern(), appointment(), study()];
  expect(todayOf(agenda(facts), MONDAY)).toEqual({
    where: 'Office.',
    also: 'Dentist, 8:30am to 9:15am; Study time: modules, 1pm to 4pm.',
  });
  expect(todayOf(agenda([pattern()]), '2026-11-27').where).toBe('Office, morning; home visits, afternoon.');
  expect(todayOf(agenda([pattern()]), '2026-11-28')).toEqual({ where: 'Nothing is planned.', also: '' });
});

test.each([
  [{ part: 'times', startsAt: '09:30', endsAt: '13:00' }, '9:30am to 1pm'],
  [{ part: 'times', startsAt: '00:00', endsAt: null }, '12am'],
  [{ part: 'afternoon', startsAt: null, endsAt: null }, 'Afternoon'],
  [{ part: 'day', startsAt: null, endsAt: null }, ''],
] as const)('%o reads %s', (item, words) => {
  expect(whenWords(item)).toBe(words);
});
