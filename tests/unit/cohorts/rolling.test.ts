import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#src/domain/calendar.ts';
import { rolled, type RollingSession } from '#src/domain/cohorts/rolling.ts';
import { weekdayOf } from '#src/domain/week/pattern.ts';

const FROM = { startsOn: '2026-07-06' };
const session = (id: string, day: string, cancelled = false): RollingSession => ({
  ...{ id, day, startsAt: '14:00', endsAt: '16:00', place: 'Room', cancelled },
});
const roll = (
  startsOn: string,
  weeks: { id: string; startsOn: string; endsOn: string | null }[] = [],
  sessions: RollingSession[] = [],
) => rolled({ from: FROM, startsOn, weeks, sessions });

test('everything moves by whole weeks, so that a Thursday stays a Thursday', () => {
  const { movedBy, sessions } = roll('2027-01-06', [], [session('one', '2026-09-10')]);
  expect(movedBy).toBe(26 * 7);
  expect(sessions.map(({ day }) => day)).toEqual(['2027-03-11']);
  expect(weekdayOf('2027-03-11')).toBe(weekdayOf('2026-09-10'));
});

test('a cancelled session stays behind, and so does one that would fall before the first day', () => {
  const { sessions } = roll(
    '2027-01-04',
    [],
    [session('before', '2026-07-02'), session('cancelled', '2026-09-10', true), session('first', '2026-07-06')],
  );
  expect(sessions.map(({ id }) => id)).toEqual(['first']);
});

test.each([
  ['that ran before the cohort begins with the new one', '2026-01-05', null, [['2027-01-04', null]]],
  ['for some weeks runs for as many', '2026-09-07', '2026-09-21', [['2027-03-08', '2027-03-22']]],
  ['that was over before the cohort began stays behind', '2026-01-05', '2026-07-06', []],
  ['that was taken out stays behind', '2026-09-07', '2026-09-07', []],
])('a usual week %s', (_story, startsOn, endsOn, expected) => {
  const { weeks } = roll('2027-01-04', [{ id: 'week', startsOn, endsOn }]);
  expect(weeks.map((week) => [week.startsOn, week.endsOn])).toEqual(expected);
});

test('of several that would begin on one day the one that counted is taken along', () => {
  const { weeks } = roll('2027-01-04', [
    { id: 'older', startsOn: '2026-01-05', endsOn: null },
    { id: 'newer', startsOn: '2026-03-02', endsOn: null },
  ]);
  expect(weeks.map(({ id }) => id)).toEqual(['newer']);
});

test('whatever is rolled, no day comes before the new cohort and none changes its weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.array(fc.integer({ min: -200, max: 900 })), (later, offsets) => {
      const startsOn = addDays(FROM.startsOn, later);
      const sessions = offsets.map((offset, at) => session(String(at), addDays(FROM.startsOn, offset)));
      const plan = roll(startsOn, [], sessions);
      for (const { id, day } of plan.sessions) {
        expect(day >= startsOn).toBe(true);
        expect(daysBetween(sessions[Number(id)]!.day, day) % 7).toBe(0);
      }
    }),
  );
});
