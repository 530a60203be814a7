import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cohortTemplateSchema,
  NTHS,
  sessionDays,
  sessionPlanWords,
  type SessionPlan,
} from '#src/domain/cohorts/template.ts';
import { weekdayOf } from '#src/domain/week/pattern.ts';

const PLAN: SessionPlan = { nth: 2, weekday: 3, startsAt: '14:00', endsAt: '16:00', place: 'Room 1', months: 3 };

test.each([
  ['the second Thursday', PLAN, '2026-11-01', ['2026-11-12', '2026-12-10', '2027-01-14']],
  ['the second Thursday, which is the first day', PLAN, '2026-11-12', ['2026-11-12', '2026-12-10', '2027-01-14']],
  [
    'the second Thursday, which is over in the first month',
    PLAN,
    '2026-11-13',
    ['2026-12-10', '2027-01-14', '2027-02-11'],
  ],
  ['the last Friday', { ...PLAN, nth: -1 as const, weekday: 4, months: 2 }, '2026-11-01', ['2026-11-27', '2026-12-25']],
  [
    'the first Monday of a month that begins on one',
    { ...PLAN, nth: 1 as const, weekday: 0, months: 1 },
    '2027-02-01',
    ['2027-02-01'],
  ],
])('%s', (_story, plan, startsOn, days) => {
  expect(sessionDays(plan, startsOn)).toEqual(days);
});

test('there is one session a month, on its weekday, never before the first day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NTHS),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 24 }),
      fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      (nth, weekday, months, date) => {
        const startsOn = date.toISOString().slice(0, 10);
        const days = sessionDays({ ...PLAN, nth, weekday, months }, startsOn);
        expect(days).toHaveLength(months);
        expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(months);
        expect(days.every((day) => day >= startsOn && weekdayOf(day) === weekday)).toBe(true);
      },
    ),
  );
});

test('a template says its sessions in words, and knows no other field', () => {
  expect(sessionPlanWords(PLAN)).toBe('The second Thursday of 3 months, 14:00 to 16:00, Room 1');
  const whole = { region: 'London', week: null, sessions: PLAN };
  expect(cohortTemplateSchema.safeParse(whole).success).toBe(true);
  expect(cohortTemplateSchema.safeParse({ ...whole, trainees: ['amara'] }).success).toBe(false);
  expect(cohortTemplateSchema.safeParse({ ...whole, sessions: { ...PLAN, endsAt: '14:00' } }).success).toBe(false);
});
