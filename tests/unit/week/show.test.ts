import { describe, expect, test } from 'vitest';
import { shownWeeks, weekView } from '#src/domain/week/show.ts';
import { todayOf, whenWords } from '#src/components/week/words.ts';
import { supervisionAhead } from '#src/domain/week/supervisionAhead.ts';
import { aheadWords } from '#src/components/supervision/words.ts';
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
  expect(todayOf(agenda([pattern()]), '2026-11-28')).toEqual({ where: '', also: '' });
});

test.each([
  [{ part: 'times', startsAt: '09:30', endsAt: '13:00' }, '9:30am to 1pm'],
  [{ part: 'times', startsAt: '00:00', endsAt: null }, '12am'],
  [{ part: 'afternoon', startsAt: null, endsAt: null }, 'Afternoon'],
  [{ part: 'day', startsAt: null, endsAt: null }, ''],
] as const)('%o reads %s', (item, words) => {
  expect(whenWords(item)).toBe(words);
});

describe('what supervision holds next', () => {
  const meeting = (id: string, day: string, startsAt = '10:30') =>
    ({ fact: 'meeting', id, day, startsAt, changedAt: 1 }) as const;
  const action = (id: string, dueOn: string) =>
    ({ fact: 'action', id, reviewId: 'r', words: id, dueOn, changedAt: 1 }) as const;

  test('is the earliest meeting that is not over, one of today too, and what is due first', () => {
    const facts = [
      ...[meeting('later', '2026-12-08'), meeting('over', '2026-11-22'), meeting('afternoon', MONDAY, '15:00')],
      ...[meeting('morning', MONDAY, '09:00'), action('b', '2026-12-20'), action('a', '2026-11-02'), pattern()],
    ];
    const ahead = supervisionAhead(facts, MONDAY);
    expect(ahead.meeting).toMatchObject({ day: MONDAY, startsAt: '09:00' });
    expect(ahead.actions.map(({ words }) => words)).toEqual(['a', 'b']);
    expect(supervisionAhead([meeting('over', '2026-11-22')], MONDAY)).toEqual({ meeting: null, actions: [] });
  });

  test.each([
    [[], 'Nothing that you agreed to do is open.'],
    [['2026-12-10'], '1 action that you agreed is open: due by Thursday 10 December.'],
    [['2026-11-22'], '1 action that you agreed is open: was due by Sunday 22 November.'],
    [['2026-11-23', '2026-12-10'], '2 actions that you agreed are open: the first due by Monday 23 November.'],
  ])('due on %j it reads %s', (days, words) => {
    expect(
      aheadWords(
        days.map((dueOn) => ({ dueOn })),
        MONDAY,
      ),
    ).toBe(words);
  });
});
