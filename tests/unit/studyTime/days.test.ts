import { describe, expect, test } from 'vitest';
import { type DayFacts, freeDays, repeatedDays, whyNotOn } from '#src/domain/studyTime/days.ts';
import { breakInLearning } from '../programme/routes.ts';

const FACTS: DayFacts = {
  enrolment: { startedOn: '2026-01-05', pauses: [breakInLearning('2027-02-01', '2027-02-15')] },
  endsOn: '2027-04-04',
  busy: [
    { kind: 'placement', place: 'Larkham Court', startsOn: '2026-12-07', endsOn: '2026-12-18', weekdays: [1, 2, 4] },
    { kind: 'leave', place: 'leave', startsOn: '2026-12-28', endsOn: '2027-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ],
  sessions: [{ day: '2026-11-26', minutes: 444 }],
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
};

describe('a day for study', () => {
  test.each([
    ['a free one', '2026-11-25', 444, null],
    ['a Saturday is hers to choose', '2026-11-28', 444, null],
    ['a bank holiday too', '2026-12-25', 60, null],
    ['before the programme', '2026-01-04', 60, /begins on/],
    ['after it', '2027-04-05', 60, /ends on/],
    ['in a pause', '2027-02-14', 60, /paused/],
    ['the first day back', '2027-02-15', 60, null],
    ['a weekday of a placement', '2026-12-10', 60, /Larkham Court/],
    ['another weekday of it', '2026-12-09', 60, null],
    ['leave', '2026-12-30', 60, /on leave/],
    ['beside another session', '2026-11-26', 276, null],
    ['more than twelve hours in all', '2026-11-26', 277, /12 hours at most/],
  ])('%s', (_story, day, minutes, words) => {
    const why = whyNotOn(day, minutes, FACTS);
    if (words === null) expect(why).toBeNull();
    else expect(why).toMatch(words);
  });
});

describe('the same weekday for some weeks', () => {
  test('passes over placements, leave and days that have study time, and makes nothing up at the end', () => {
    const { days, skipped } = repeatedDays({ firstDay: '2026-11-26', weeks: 7, minutes: 444 }, FACTS);
    expect(days).toEqual(['2026-12-03', '2026-12-24', '2027-01-07']);
    expect(skipped.map(({ day }) => day)).toEqual(['2026-11-26', '2026-12-10', '2026-12-17', '2026-12-31']);
  });

  test('passes over bank holidays', () => {
    const { days, skipped } = repeatedDays({ firstDay: '2026-12-25', weeks: 1, minutes: 444 }, FACTS);
    expect(days).toEqual([]);
    expect(skipped[0]?.why).toContain('Christmas Day');
  });

  test('keeps its weekday when the clocks change', () => {
    const { days } = repeatedDays({ firstDay: '2026-03-19', weeks: 4, minutes: 60 }, FACTS);
    expect(days).toEqual(['2026-03-19', '2026-03-26', '2026-04-02', '2026-04-09']);
  });
});

test('free days are weekdays on which nothing stands', () => {
  const free = (from: string, to: string, most = 4) => freeDays(FACTS, { from, to, most });
  expect(free('2026-11-26', '2026-12-02')).toEqual(['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']);
  expect(free('2026-12-24', '2027-01-04')).toEqual(['2026-12-24', '2027-01-04']);
  expect(free('2026-12-28', '2027-01-01')).toEqual([]);
  expect(free('2026-11-27', '2026-12-31', 1)).toEqual(['2026-11-27']);
});
