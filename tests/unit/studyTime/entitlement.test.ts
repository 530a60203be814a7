import { describe, expect, test } from 'vitest';
import { entitledMinutes, entitlementMinutes } from '#src/domain/studyTime/entitlement.ts';
import { studyTimeSchema, type StudyTimeRules } from '#src/domain/studyTime/schema.ts';
import { amara, breakInLearning } from '../programme/routes.ts';

const RULES: StudyTimeRules = { hoursPerWeek: 7.4, byRoute: [{ routeId: 'standard-21', hoursPerWeek: 6 }] };
const works = (hoursPerWeek: number, routeId = 'standard-15') => ({ hoursPerWeek, routeId });

describe('study time in a week', () => {
  test.each([
    ['full time: 7 hours 24 minutes', works(37), 444],
    ['22.2 hours have the same share, 266.4 minutes, rounded to 266', works(22.2), 266],
    ['29.6 hours: 355.2 minutes', works(29.6), 355],
    ['one hour a week: 12 minutes', works(1), 12],
    ['a route with an entry of its own', works(37, 'standard-21'), 360],
    ['part time on that route', works(18.5, 'standard-21'), 180],
    ['half the hours have exactly half of it', works(18.5), 222],
  ])('%s', (_story, enrolment, minutes) => {
    expect(entitlementMinutes(RULES, enrolment)).toBe(minutes);
  });

  test('no office can give more than 37 hours or less than none', () => {
    expect(studyTimeSchema.safeParse({ hoursPerWeek: 37.5, byRoute: [] }).success).toBe(false);
    expect(studyTimeSchema.safeParse({ hoursPerWeek: -1, byRoute: [] }).success).toBe(false);
    expect(entitlementMinutes({ hoursPerWeek: 0, byRoute: [] }, works(37))).toBe(0);
  });
});

const START = '2026-01-05';
const entitled = (
  from: string,
  to: string,
  change: { pauses?: ReturnType<typeof breakInLearning>[]; endsOn?: string | null } = {},
) =>
  entitledMinutes({
    rulesOn: () => RULES,
    enrolment: amara(START, change.pauses ?? []),
    endsOn: change.endsOn === undefined ? '2027-04-04' : change.endsOn,
    from,
    to,
  });

describe('study time in some days: Monday to Friday count a fifth of a week each', () => {
  test.each([
    ['a whole week', '2026-11-16', '2026-11-22', 444],
    ['a weekend', '2026-11-21', '2026-11-22', 0],
    ['a Monday and a Tuesday', '2026-11-16', '2026-11-17', 178],
    ['November 2026 has 21 working days', '2026-11-01', '2026-11-30', 1865],
    ['February 2026 has 20', '2026-02-01', '2026-02-28', 1776],
    ['a February after the programme', '2028-02-01', '2028-02-29', 0],
    ['the week of the clocks going forward', '2026-03-23', '2026-03-29', 444],
    ['the week of the clocks going back', '2026-10-19', '2026-10-25', 444],
    ['the week before the programme', '2025-12-29', '2026-01-04', 0],
    ['a week that is begun before the start counts from the start', '2026-01-01', '2026-01-06', 178],
    ['the last week of the programme and days after it', '2027-03-29', '2027-04-11', 444],
    ['days that end before they begin', '2026-11-22', '2026-11-16', 0],
  ])('%s', (_story, from, to, minutes) => {
    expect(entitled(from, to)).toBe(minutes);
  });

  test.each([
    ['a pause of the whole week leaves nothing', [breakInLearning('2026-11-16', '2026-11-23')], 0],
    ['back on Thursday: Thursday and Friday count', [breakInLearning('2026-11-02', '2026-11-19')], 178],
    [
      'two pauses that overlap are taken off once',
      [breakInLearning('2026-11-16', '2026-11-18'), breakInLearning('2026-11-17', '2026-11-19')],
      178,
    ],
    ['a pause without an end', [breakInLearning('2026-11-18', null)], 178],
    ['a pause over the weekend takes nothing away', [breakInLearning('2026-11-21', '2026-11-23')], 444],
  ])('%s', (_story, pauses, minutes) => {
    expect(entitled('2026-11-16', '2026-11-22', { pauses, endsOn: null })).toBe(minutes);
  });

  test('a change of the settings counts from its own day, not for the days before it', () => {
    const rulesOn = (day: string): StudyTimeRules => ({ hoursPerWeek: day < '2026-11-18' ? 7.4 : 3.7, byRoute: [] });
    const minutes = entitledMinutes({
      rulesOn,
      enrolment: amara(START),
      endsOn: null,
      from: '2026-11-16',
      to: '2026-11-22',
    });
    expect(minutes).toBe(311);
  });

  test('the days of a month come to the same as its weeks, within a minute a week', () => {
    const weeks = [
      ['2026-11-01', '2026-11-01'],
      ['2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-29'],
      ['2026-11-30', '2026-11-30'],
    ] as const;
    const sum = weeks.reduce((total, [from, to]) => total + entitled(from, to), 0);
    expect(Math.abs(sum - entitled('2026-11-01', '2026-11-30'))).toBeLessThanOrEqual(1);
  });
});
