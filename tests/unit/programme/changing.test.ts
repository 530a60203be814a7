import { describe, expect, test } from 'vitest';
import { isOpen, placeKey, placeProblems, type PlaceChange } from '#src/domain/programme/changing.ts';

const TODAY = '2026-11-23';
const NOW = {
  ...{ cohortId: 'london', routeId: 'standard-15', startedOn: '2026-07-06', hoursPerWeek: 37, endedOn: null },
};
const ROUTES = [
  { id: 'standard-15', name: '15 months', hoursPerWeek: { min: 30, max: 37 } },
  { id: 'part-time-30', name: '30 months', hoursPerWeek: { min: 18, max: 29.9 } },
];
const COHORTS = [
  { cohortId: 'london', name: 'London', closedOn: null },
  { cohortId: 'wales', name: 'Wales', closedOn: null },
  { cohortId: 'old', name: 'Old', closedOn: '2026-11-23' },
  { cohortId: 'closing', name: 'Closing', closedOn: '2026-11-24' },
];

const problems = (wanted: Partial<PlaceChange['wanted']>, now: Partial<PlaceChange['now']> = {}) =>
  placeProblems({
    now: { ...NOW, ...now },
    wanted: { ...NOW, ...wanted },
    routes: ROUTES,
    cohorts: COHORTS,
    today: TODAY,
  });

describe('a place is changed', () => {
  test.each([
    ['to another cohort', { cohortId: 'wales' }],
    ['to a cohort that closes tomorrow', { cohortId: 'closing' }],
    ['to another route with its hours', { routeId: 'part-time-30', hoursPerWeek: 22.2 }],
    ['to the fewest hours of the route', { hoursPerWeek: 30 }],
    ['to a later first day, for whoever falls back an intake', { startedOn: '2027-01-04' }],
    ['to the last day that may be given', { startedOn: '2027-05-25' }],
    ['to the earliest day that may be given', { startedOn: '2021-11-23' }],
  ])('%s', (_story, wanted) => {
    expect(problems(wanted)).toEqual({});
  });

  test('for whoever is in no cohort into one', () => {
    expect(problems({ cohortId: 'wales' }, { cohortId: null })).toEqual({});
  });

  test('of route alone, for whoever is in a cohort that was closed meanwhile', () => {
    expect(problems({ cohortId: 'old', startedOn: '2026-07-13' }, { cohortId: 'old' })).toEqual({});
  });
});

describe('a place is not changed', () => {
  test.each([
    ['where nothing is different', {}, ''],
    ['to a cohort that closed today', { cohortId: 'old' }, 'cohortId'],
    ['to a cohort that there is not', { cohortId: 'nowhere' }, 'cohortId'],
    ['out of a cohort into none', { cohortId: null }, 'cohortId'],
    ['to a route that there is not', { routeId: 'nowhere' }, 'routeId'],
    ['to hours that the route is not made for', { routeId: 'part-time-30' }, 'hoursPerWeek'],
    ['to more hours than a week of work has', { hoursPerWeek: 37.5 }, 'hoursPerWeek'],
    ['to hours that are no number', { hoursPerWeek: Number.NaN }, 'hoursPerWeek'],
    ['to a day too far ahead', { startedOn: '2027-05-26' }, 'startedOn'],
    ['to a day too long ago', { startedOn: '2021-11-22' }, 'startedOn'],
  ])('%s', (_story, wanted, field) => {
    expect(Object.keys(problems(wanted))).toEqual([field]);
  });

  test('once the programme is over, whatever else is asked', () => {
    expect(problems({ cohortId: 'wales' }, { endedOn: '2026-11-01' })).toEqual({
      '': 'The programme is over for this trainee. Reopen it first.',
    });
  });
});

test('a cohort takes people until the day before it is closed', () => {
  expect(isOpen({ closedOn: null }, TODAY)).toBe(true);
  expect(isOpen({ closedOn: '2026-11-24' }, TODAY)).toBe(true);
  expect(isOpen({ closedOn: TODAY }, TODAY)).toBe(false);
});

test('what stood on a page differs when anything of the place does', () => {
  const keys = [
    NOW,
    { ...NOW, cohortId: null },
    { ...NOW, routeId: 'x' },
    { ...NOW, startedOn: '2026-07-07' },
    { ...NOW, hoursPerWeek: 36 },
  ];
  expect(new Set(keys.map(placeKey)).size).toBe(keys.length);
});
