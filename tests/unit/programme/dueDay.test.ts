import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayFromNumber, daysBetween, dayNumber } from '#src/domain/calendar.ts';
import { dueDay, type Enrolment, type Pause, programmePlace } from '#src/domain/programme/place.ts';
import { amara, breakInLearning, partTime30, routes, standard15 } from './routes.ts';

describe('the day something is due', () => {
  test.each([
    ['week 1', '2026-01-05', [], 1, '2026-01-11'],
    ['the week the clocks go forward', '2026-01-05', [], 12, '2026-03-29'],
    ['the week the clocks go back', '2026-01-05', [], 42, '2026-10-25'],
    ['the week of New Year', '2026-01-05', [], 52, '2027-01-03'],
    ['a week with a leap day in it', '2028-02-28', [], 1, '2028-03-05'],
    ['a week before a pause stays', '2026-01-05', [breakInLearning('2026-01-19', '2026-01-26')], 2, '2026-01-18'],
    [
      'the week after a pause moves on by it',
      '2026-01-05',
      [breakInLearning('2026-01-19', '2026-01-26')],
      3,
      '2026-02-01',
    ],
    [
      'a pause that spans the border of two weeks moves both',
      '2026-01-05',
      [breakInLearning('2026-01-17', '2026-01-21')],
      2,
      '2026-01-22',
    ],
    ['and the next', '2026-01-05', [breakInLearning('2026-01-17', '2026-01-21')], 3, '2026-01-29'],
    [
      'a pause planned for later counts already',
      '2026-01-05',
      [breakInLearning('2026-06-01', '2026-09-01')],
      60,
      '2027-05-31',
    ],
    ['before a pause without an end', '2026-01-05', [breakInLearning('2026-01-19', null)], 2, '2026-01-18'],
    ['behind a pause without an end nobody can say', '2026-01-05', [breakInLearning('2026-01-19', null)], 3, null],
    ['also where the pause begins on the last day', '2026-01-05', [breakInLearning('2026-01-18', null)], 2, null],
  ])('%s', (...[_story, startedOn, pauses, week, day]) => {
    expect(dueDay(amara(startedOn, pauses), standard15, week)).toBe(day);
  });

  test('part-time programme weeks are calendar weeks as well; the route is longer, not the week', () => {
    const nia: Enrolment = { ...amara('2026-09-07'), traineeId: 'nia', routeId: partTime30.id, hoursPerWeek: 22.2 };
    expect(dueDay(nia, partTime30, 11)).toBe('2026-11-22');
    expect(programmePlace(nia, partTime30, '2026-11-21')).toMatchObject({ week: 11, month: 3, endsOn: '2029-03-06' });
  });
});

const anyDay = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(dayFromNumber);
const anyPause: fc.Arbitrary<Pause> = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 200 }))
  .map(([startsOn, length]) => breakInLearning(startsOn, addDays(startsOn, length)));
const anyEnrolment = fc
  .tuple(anyDay, fc.array(anyPause, { maxLength: 4 }))
  .map(([startedOn, pauses]) => amara(startedOn, pauses));
const anyRoute = fc.constantFrom(...routes);
const anyWeek = fc.integer({ min: 1, max: 64 });

/** The rule once more, as simply as can be: walk through the days and count those that are not paused. */
function slowWeek({ startedOn, pauses }: Enrolment, today: string): number {
  let counted = 0;
  for (let day = startedOn; day < today; day = addDays(day, 1)) {
    const paused = pauses.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn));
    if (!paused) counted += 1;
  }
  return Math.floor(counted / 7) + 1;
}

describe('whatever the start and the pauses', () => {
  test('the week of a due day is the week it was asked for, and nobody is paused on it', () => {
    fc.assert(
      fc.property(anyEnrolment, anyRoute, anyWeek, (enrolment, route, week) => {
        const day = dueDay(enrolment, route, week);
        expect(day).not.toBeNull();
        expect(programmePlace(enrolment, route, day ?? '')).toMatchObject({
          state: 'running',
          week,
          weekEndsOn: day,
          pause: null,
        });
      }),
    );
  });

  test('the day after a due day is no longer in that week', () => {
    fc.assert(
      fc.property(anyEnrolment, anyRoute, anyWeek, (enrolment, route, week) => {
        const next = addDays(dueDay(enrolment, route, week) ?? '', 1);
        expect(programmePlace(enrolment, route, next).week).toBe(week + 1);
      }),
    );
  });

  test('a later week is due at least seven days later', () => {
    fc.assert(
      fc.property(anyEnrolment, anyRoute, anyWeek, (enrolment, route, week) => {
        const [one, next] = [dueDay(enrolment, route, week), dueDay(enrolment, route, week + 1)];
        expect(daysBetween(one ?? '', next ?? '')).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  test('weeks come out as they do by walking through the days one by one', () => {
    fc.assert(
      fc.property(anyEnrolment, anyRoute, fc.nat(440), (enrolment, route, later) => {
        const today = addDays(enrolment.startedOn, later);
        expect(programmePlace(enrolment, route, today).week).toBe(slowWeek(enrolment, today));
      }),
      { numRuns: 60 },
    );
  });

  test('the end comes exactly as many days later as were paused before it', () => {
    fc.assert(
      fc.property(anyEnrolment, anyRoute, (enrolment, route) => {
        const { endsOn } = programmePlace(enrolment, route, enrolment.startedOn);
        const planned = addDays(addMonths(enrolment.startedOn, route.months), -1);
        const length = daysBetween(planned, endsOn ?? '');
        expect(length).toBeGreaterThanOrEqual(0);
        if (enrolment.pauses.length === 0) expect(length).toBe(0);
        expect(programmePlace(enrolment, route, endsOn ?? '').state).toBe('running');
        expect(programmePlace(enrolment, route, addDays(endsOn ?? '', 1)).state).toBe('after');
      }),
    );
  });

  test('another pause never brings a due day forward', () => {
    fc.assert(
      fc.property(anyEnrolment, anyPause, anyWeek, (enrolment, pause, week) => {
        const more = { ...enrolment, pauses: [...enrolment.pauses, pause] };
        expect((dueDay(more, standard15, week) ?? '') >= (dueDay(enrolment, standard15, week) ?? '')).toBe(true);
      }),
    );
  });
});
