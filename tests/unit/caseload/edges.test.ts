import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadOf, needsLimit, type Reduction } from '#src/domain/caseload/load.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';
import { exampleCases, exampleWork, figures, load, stage } from './figures.ts';

const routeOf = (id: string) => {
  const file = new URL(`../../../src/content/programme/${id}.json`, import.meta.url);
  return routeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
};

interface Someone {
  readonly routeId: string;
  readonly startedOn: string;
  readonly hoursPerWeek?: number;
  readonly reductions?: readonly Reduction[];
}

/** The load of a trainee with the worked example's work, on a day of her route. */
function loadOn(day: string, { routeId, startedOn, hoursPerWeek = 37, reductions = [] }: Someone) {
  const enrolment = { traineeId: 'amara', routeId, startedOn, hoursPerWeek, pauses: [] };
  const place = programmePlace(enrolment, routeOf(routeId), day);
  const work = exampleWork.map((item) => ({ ...item, startsOn: '2025-01-01', endsOn: '2029-01-01' }));
  return loadOf({ place, hoursPerWeek, cases: exampleCases, work, reductions, figures, today: day });
}

const off = (change: Partial<Reduction>): Reduction => ({
  reason: 'Phased return',
  reasonId: 'phased-return',
  hoursPerWeek: 3.7,
  startsOn: '2026-11-01',
  endsOn: null,
  ...change,
});

describe('a stage that changes on a day of its own', () => {
  // Her month 7 begins on Sunday 25 October 2026, when clocks go back.
  const onSunday = { routeId: 'standard-21', startedOn: '2026-04-25' };
  test.each([
    ['the Saturday before', '2026-10-24', 435, 127.1],
    ['the Sunday itself, a day of 25 hours', '2026-10-25', 870, 63.6],
    ['the Monday after', '2026-10-26', 870, 63.6],
  ])('%s', (_story, day, available, percent) => {
    expect(loadOn(day, onSunday)).toMatchObject({ available, percent });
  });

  test('whoever started on the 31st changes on the last day of a shorter month', () => {
    const started = { routeId: 'standard-21', startedOn: '2026-08-31' };
    expect(loadOn('2027-02-27', started).available).toBe(435);
    expect(loadOn('2027-02-28', started).available).toBe(870);
  });
});

describe('months that nobody has published a figure for', () => {
  const late = { routeId: 'part-time-30', startedOn: '2025-01-06', hoursPerWeek: 22.2 };
  const set = off({ reasonId: 'stage', reason: 'Agreed for this stage', hoursPerWeek: 4.44 });

  test('have the points of a qualified officer of her hours until a manager sets a reduction', () => {
    const open = loadOn('2026-11-22', late);
    expect(open).toMatchObject({ available: 1305, needsReduction: true });
    expect(needsLimit(open)).toBe(true);
    const agreed = loadOn('2026-11-22', { ...late, reductions: [set] });
    expect(agreed).toMatchObject({ available: 1044, needsReduction: false });
    expect(needsLimit(agreed)).toBe(false);
  });

  test('a reduction set ahead for them does not count while a published one does', () => {
    const early = { ...late, startedOn: '2025-12-01' };
    expect(loadOn('2026-11-22', { ...early, reductions: [set] }).available).toBe(loadOn('2026-11-22', early).available);
  });
});

describe('reductions that do not fit', () => {
  test.each<[string, readonly Reduction[], number]>([
    ['two at the same time add up', [off({}), off({ startsOn: '2026-11-10' })], 0],
    ['two that meet on a day never count twice', [off({ endsOn: '2026-11-26' }), off({ startsOn: '2026-11-26' })], 217],
    ['one that ends on its first day never counts', [off({ startsOn: '2026-11-26', endsOn: '2026-11-26' })], 435],
    ['one that ends before it begins never counts', [off({ startsOn: '2026-11-26', endsOn: '2026-11-20' })], 435],
    ['more hours than there are leave none, and no fewer', [off({ hoursPerWeek: 37 })], 0],
  ])('%s', (_story, reductions, available) => {
    expect(load({ reductions }).available).toBe(available);
  });

  test('the share of fewer hours is the same: 0.6 carries six tenths, rounded down once', () => {
    const percents = [0, 20, 40, 60, 80, 100];
    const of = (hoursPerWeek: number) =>
      percents.map((percent) => load({ place: { state: 'running', stage: stage(percent) }, hoursPerWeek }).available);
    expect(of(37)).toEqual([2176, 1740, 1305, 870, 435, 0]);
    expect(of(22.2)).toEqual([1305, 1044, 783, 522, 261, 0]);
  });
});
