import { describe, expect, test } from 'vitest';
import { programmePlace } from '#src/domain/programme/place.ts';
import { amara, breakInLearning, partTime30, standard15, standard21 } from './routes.ts';

/** A Monday. */
const START = '2026-01-05';

describe('without a pause', () => {
  test.each([
    ['a day before the start', '2026-01-04', 'before', 0, 0],
    ['the first day', '2026-01-05', 'running', 1, 1],
    ['the first Sunday', '2026-01-11', 'running', 1, 1],
    ['the second Monday', '2026-01-12', 'running', 2, 1],
    ['the last day of month 1', '2026-02-04', 'running', 5, 1],
    ['the first day of month 2', '2026-02-05', 'running', 5, 2],
    ['the Saturday before the clocks go forward', '2026-03-28', 'running', 12, 3],
    ['the day the clocks go forward', '2026-03-29', 'running', 12, 3],
    ['the Monday after', '2026-03-30', 'running', 13, 3],
    ['the day the clocks go back', '2026-10-25', 'running', 42, 10],
    ['the Monday after that', '2026-10-26', 'running', 43, 10],
    ['New Year’s Eve', '2026-12-31', 'running', 52, 12],
    ['New Year’s Day', '2027-01-01', 'running', 52, 12],
    ['the last day', '2027-04-04', 'running', 65, 15],
    ['the day after the last day', '2027-04-05', 'after', 65, 15],
    ['long after', '2030-01-01', 'after', 65, 15],
  ])('%s', (...[_story, today, state, week, month]) => {
    expect(programmePlace(amara(START), standard15, today)).toMatchObject({ state, week, month, pause: null });
  });

  test('a week knows its first and last day, and the programme its last', () => {
    expect(programmePlace(amara(START), standard15, '2026-03-29')).toMatchObject({
      weekStartsOn: '2026-03-23',
      weekEndsOn: '2026-03-29',
      weeksInRoute: 65,
      endsOn: '2027-04-04',
    });
  });

  test('the last week is cut short where the months end in it', () => {
    const lastWeek = programmePlace(amara('2026-09-01'), standard15, '2027-11-30');
    expect(lastWeek).toMatchObject({
      week: 66,
      weeksInRoute: 66,
      weekStartsOn: '2027-11-30',
      weekEndsOn: '2027-11-30',
      endsOn: '2027-11-30',
    });
  });

  test('weeks begin on the day of the week on which she started', () => {
    expect(programmePlace(amara('2026-01-07'), standard15, '2026-01-13')).toMatchObject({
      week: 1,
      weekEndsOn: '2026-01-13',
    });
    expect(programmePlace(amara('2026-01-07'), standard15, '2026-01-14')).toMatchObject({
      week: 2,
      weekStartsOn: '2026-01-14',
    });
  });

  test('a start on the 31st counts months to the last day of shorter ones', () => {
    expect(programmePlace(amara('2026-01-31'), standard15, '2026-02-27').month).toBe(1);
    expect(programmePlace(amara('2026-01-31'), standard15, '2026-02-28').month).toBe(2);
    expect(programmePlace(amara('2026-01-31'), standard15, '2026-03-30').month).toBe(2);
    expect(programmePlace(amara('2026-01-31'), standard15, '2026-03-31').month).toBe(3);
  });

  test('a leap day is a programme day like any other', () => {
    expect(programmePlace(amara('2028-02-28'), standard15, '2028-03-05')).toMatchObject({
      week: 1,
      weekEndsOn: '2028-03-05',
    });
    expect(programmePlace(amara('2028-02-28'), standard15, '2028-03-06').week).toBe(2);
    expect(programmePlace(amara('2028-02-29'), standard15, '2029-05-28')).toMatchObject({
      state: 'running',
      endsOn: '2029-05-28',
    });
  });
});

describe('stages', () => {
  test.each([
    ['before the start', standard15, '2026-01-04', null],
    ['month 1', standard15, '2026-01-05', 80],
    ['the last day of month 6', standard15, '2026-07-04', 80],
    ['the first day of month 7', standard15, '2026-07-05', 60],
    ['month 13', standard15, '2027-01-05', 40],
    ['month 18 of 21', standard21, '2027-07-04', 40],
    ['part time, month 3', partTime30, '2026-03-10', 80],
  ])('%s', (...[_story, route, today, percent]) => {
    expect(programmePlace(amara(START), route, today).stage?.reductionPercent ?? null).toBe(percent);
  });

  test('months 19 to 21 have a stage without a published reduction', () => {
    expect(programmePlace(amara(START), standard21, '2027-07-05').stage).toMatchObject({
      id: 'months-19-to-21',
      reductionPercent: null,
    });
  });

  test('there is no stage when the programme is over', () => {
    expect(programmePlace(amara(START), standard15, '2027-04-05').stage).toBeNull();
  });
});

describe('gateways', () => {
  test.each([
    ['at the start the first comes next', '2026-01-05', 'first', '2026-07-04'],
    ['on its day it is still next', '2026-07-04', 'first', '2026-07-04'],
    ['the day after, the middle one is', '2026-07-05', 'middle', '2026-10-04'],
    ['then the final one, on the last day', '2026-10-05', 'final', '2027-04-04'],
  ])('%s', (...[_story, today, id, dueOn]) => {
    expect(programmePlace(amara(START), standard15, today).nextGateway).toMatchObject({
      id,
      dueOn,
      basis: 'office setting',
    });
  });

  test('none comes after the end', () => {
    expect(programmePlace(amara(START), standard15, '2027-04-05').nextGateway).toBeNull();
  });
});

describe('with a pause of two weeks and three days in week 3', () => {
  const paused = amara(START, [breakInLearning('2026-01-21', '2026-02-07')]);

  test.each([
    ['the day before it', '2026-01-20', 'running', 3],
    ['its first day', '2026-01-21', 'paused', 3],
    ['its last day', '2026-02-06', 'paused', 3],
    ['the first day back', '2026-02-07', 'running', 3],
    ['the last day of week 3, five programme days later', '2026-02-11', 'running', 3],
    ['week 4', '2026-02-12', 'running', 4],
  ])('%s', (...[_story, today, state, week]) => {
    expect(programmePlace(paused, standard15, today)).toMatchObject({ state, week });
  });

  test('week 3 reaches around it, and the end moves on by its 17 days', () => {
    expect(programmePlace(paused, standard15, '2026-01-25')).toMatchObject({
      weekStartsOn: '2026-01-19',
      weekEndsOn: '2026-02-11',
      endsOn: '2027-04-21',
      pause: { startsOn: '2026-01-21', endsOn: '2026-02-07' },
    });
  });

  test('months and stages move on by it too', () => {
    expect(programmePlace(paused, standard15, '2026-07-21')).toMatchObject({
      month: 6,
      stage: { reductionPercent: 80 },
    });
    expect(programmePlace(paused, standard15, '2026-07-22')).toMatchObject({
      month: 7,
      stage: { reductionPercent: 60 },
    });
  });
});

describe('other pauses', () => {
  test('one without an end leaves the end of the programme open', () => {
    const place = programmePlace(amara(START, [breakInLearning('2026-01-21', null)]), standard15, '2026-06-01');
    expect(place).toMatchObject({
      state: 'paused',
      week: 3,
      weekStartsOn: '2026-01-19',
      weekEndsOn: null,
      endsOn: null,
    });
    expect(place.pause).toEqual({ startsOn: '2026-01-21', endsOn: null });
    expect(place.nextGateway).toMatchObject({ id: 'first', dueOn: null });
  });

  test('one that begins with a week stands at that week', () => {
    const place = programmePlace(amara(START, [breakInLearning('2026-01-12', null)]), standard15, '2026-01-12');
    expect(place).toMatchObject({ state: 'paused', week: 2, weekStartsOn: null });
  });

  test('two that overlap count once', () => {
    const overlapping = [breakInLearning('2026-02-01', '2026-02-15'), breakInLearning('2026-02-10', '2026-02-20')];
    const one = [breakInLearning('2026-02-01', '2026-02-20')];
    const today = '2026-05-01';
    expect(programmePlace(amara(START, overlapping), standard15, today)).toEqual(
      programmePlace(amara(START, one), standard15, today),
    );
  });

  test('two that touch are one, and two that share a day count it once', () => {
    const touching = [breakInLearning('2026-02-01', '2026-02-10'), breakInLearning('2026-02-10', '2026-02-20')];
    const sharing = [breakInLearning('2026-02-01', '2026-02-11'), breakInLearning('2026-02-10', '2026-02-20')];
    for (const pauses of [touching, sharing]) {
      expect(programmePlace(amara(START, pauses), standard15, '2026-02-15')).toMatchObject({
        endsOn: '2027-04-23',
        pause: { startsOn: '2026-02-01', endsOn: '2026-02-20' },
      });
    }
  });

  test('one inside another counts once, whatever their order', () => {
    const nested = [breakInLearning('2026-02-05', '2026-02-07'), breakInLearning('2026-02-01', '2026-02-20')];
    expect(programmePlace(amara(START, nested), standard15, '2026-02-10').pause).toEqual({
      startsOn: '2026-02-01',
      endsOn: '2026-02-20',
    });
    expect(programmePlace(amara(START, nested), standard15, '2026-02-20').endsOn).toBe('2027-04-23');
  });

  test('one before the start changes nothing', () => {
    const early = amara(START, [breakInLearning('2025-11-01', '2026-01-05')]);
    expect(programmePlace(early, standard15, '2026-01-12')).toEqual(
      programmePlace(amara(START), standard15, '2026-01-12'),
    );
  });

  test('of one that lasts into the programme, only the days from the start count', () => {
    const late = amara(START, [breakInLearning('2025-12-01', '2026-01-08')]);
    expect(programmePlace(late, standard15, '2026-01-05')).toMatchObject({
      state: 'paused',
      week: 1,
      endsOn: '2027-04-07',
    });
    expect(programmePlace(late, standard15, '2026-01-14')).toMatchObject({
      state: 'running',
      week: 1,
      weekEndsOn: '2026-01-14',
    });
  });

  test('one after the last day does not bring anybody back', () => {
    const after = amara(START, [breakInLearning('2027-04-05', null)]);
    expect(programmePlace(after, standard15, '2027-05-01')).toMatchObject({
      state: 'after',
      pause: null,
      endsOn: '2027-04-04',
    });
  });

  test('one over the change to summer time moves everything by days, not hours', () => {
    const spring = amara(START, [breakInLearning('2026-03-27', '2026-03-31')]);
    expect(programmePlace(spring, standard15, '2026-04-03')).toMatchObject({ week: 13, weekStartsOn: '2026-04-03' });
  });
});
