import { describe, expect, test } from 'vitest';
import { patternDaysWords, exceptionProblem, patternProblem } from '#src/domain/week/changes.ts';
import { readPattern, typedPattern } from '#src/domain/week/patternForm.ts';
import { weekDaysSchema } from '#src/domain/week/pattern.ts';
import { exception, LONDON } from './facts.ts';

const problems = (typed: Record<string, string>) =>
  readPattern(typed).problems.map(({ field, words }) => `${field}: ${words}`);

describe('a usual week as it is typed', () => {
  test('what is kept comes back into the form, and out of it again', () => {
    expect(readPattern(typedPattern(LONDON))).toEqual({ days: LONDON, problems: [] });
    expect(weekDaysSchema.parse(LONDON)).toEqual(LONDON);
  });

  test('nothing typed is a week without a place', () => {
    expect(readPattern({})).toEqual({ days: [[], [], [], [], [], [], []], problems: [] });
  });

  test('times that were typed count, whatever the list beside them says', () => {
    const { days } = readPattern({
      'monday-1-place': 'office',
      'monday-1-part': 'day',
      'monday-1-from': '09:00',
      'monday-1-to': '12:30',
    });
    expect(days[0]).toEqual([{ place: 'office', part: 'times', startsAt: '09:00', endsAt: '12:30' }]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a place that is not on the list', { 'monday-1-place': 'moon' }, 'monday-1-place: Choose one of the places'],
    [
      'a part that is not on the list',
      { 'monday-1-place': 'office', 'monday-1-part': 'night' },
      'monday-1-part: Choose one of the options',
    ],
    [
      'times without a place',
      { 'friday-2-from': '09:00', 'friday-2-to': '10:00' },
      'friday-2-place: Say where that is',
    ],
    [
      'half a time',
      { 'monday-1-place': 'office', 'monday-1-from': '09:00' },
      'monday-1-to: Give the time at which it ends, for example 12:30',
    ],
    [
      'times that are no times',
      { 'monday-1-place': 'office', 'monday-1-from': '25:99', 'monday-1-to': '10:00' },
      'monday-1-from: Give the time at which it begins, for example 09:30',
    ],
    [
      'an end before the start, or after midnight',
      { 'monday-1-place': 'office', 'monday-1-from': '22:00', 'monday-1-to': '02:00' },
      'monday-1-to: It ends after it begins, on the same day',
    ],
    [
      'two places at once',
      { 'monday-1-place': 'office', 'monday-2-place': 'court', 'monday-2-part': 'afternoon' },
      'monday-2-place: It overlaps another place of that day',
    ],
  ])('%s is told at its field', (_story, typed, expected) => {
    expect(problems(typed)).toEqual([expected]);
  });

  test('morning and afternoon do not overlap; neither do times that touch', () => {
    expect(
      problems({
        'monday-1-place': 'office',
        'monday-1-part': 'morning',
        'monday-2-place': 'court',
        'monday-2-part': 'afternoon',
      }),
    ).toEqual([]);
    const times = {
      'monday-1-from': '09:00',
      'monday-1-to': '11:00',
      'monday-2-from': '11:00',
      'monday-2-to': '12:00',
    };
    expect(problems({ 'monday-1-place': 'office', 'monday-2-place': 'court', ...times })).toEqual([]);
  });
});

describe('what cannot stand beside what is there', () => {
  test('days that are not as usual do not overlap', () => {
    const kept = [exception({ startsOn: '2026-11-23', endsOn: '2026-11-25' })];
    expect(exceptionProblem({ startsOn: '2026-11-25', endsOn: '2026-11-26' }, kept)).toMatch(/“Leave”/u);
    expect(exceptionProblem({ startsOn: '2026-11-26', endsOn: '2026-11-26' }, kept)).toBeNull();
  });

  test('two usual weeks do not begin together, unless one was taken out', () => {
    const kept = { startsOn: '2026-11-23', endsOn: null };
    expect(patternProblem('2026-11-23', [kept])).toMatch(/Monday 23 November 2026/u);
    expect(patternProblem('2026-11-23', [{ ...kept, endsOn: '2026-11-23' }])).toBeNull();
    expect(patternProblem('2026-11-24', [kept])).toBeNull();
  });

  test('a usual week says its last day, not the first one without it', () => {
    expect(patternDaysWords({ startsOn: '2026-07-06', endsOn: '2026-07-09' })).toBe(
      'from Monday 6 July 2026 to Wednesday 8 July 2026',
    );
  });
});
