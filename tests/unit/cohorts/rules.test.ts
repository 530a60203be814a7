import { describe, expect, test } from 'vitest';
import { cohortProblems, cohortState, nextName, nextStart } from '#src/domain/cohorts/rules.ts';

const TODAY = '2026-11-23';
const problems = (name: string, startsOn = '2027-01-04') =>
  Object.keys(cohortProblems({ name, region: 'London', startsOn }, { others: ['London 2027'], today: TODAY }));

describe('a cohort', () => {
  test('has a name of its own, as people read it', () => {
    expect(problems('London, spring 2027')).toEqual([]);
    expect(problems(' london   2027 ')).toEqual(['name']);
  });

  test('begins within three years of today', () => {
    expect(problems('A', '2029-11-23')).toEqual([]);
    expect(problems('A', '2029-11-24')).toEqual(['startsOn']);
    expect(problems('A', '2023-11-23')).toEqual([]);
    expect(problems('A', '2023-11-22')).toEqual(['startsOn']);
  });

  test.each([
    ['begins tomorrow', '2026-11-24', null, 'coming'],
    ['began today', TODAY, null, 'open'],
    ['is closed from tomorrow on', '2026-01-05', '2026-11-24', 'open'],
    ['is closed since today', '2026-01-05', TODAY, 'closed'],
    ['was closed before it began', '2027-01-04', TODAY, 'closed'],
  ])('that %s is %s', (_story, startsOn, closedOn, state) => {
    expect(cohortState({ startsOn, closedOn }, TODAY)).toBe(state);
  });
});

test('the next intake is called after the year it begins in', () => {
  expect(nextName('London, autumn intake', '2027-03-01')).toBe('London, autumn intake 2027');
  expect(nextName('London, autumn intake 2026', '2027-03-01')).toBe('London, autumn intake 2027');
  expect(nextName('x'.repeat(100), '2027-03-01').length).toBeLessThanOrEqual(80);
});

test('the next intake begins half a year on, on the same weekday, and never in the past', () => {
  expect(nextStart('2026-07-06', TODAY)).toBe('2027-01-04');
  expect(nextStart('2024-01-01', TODAY)).toBe('2026-12-28');
});
