import { describe, expect, test } from 'vitest';
import { type BusyTime, clashFields, placementClashes } from '#src/domain/placements/clashes.ts';
import type { PlacementDays } from '#src/domain/placements/days.ts';
import { amara, breakInLearning, standard15 } from '../programme/routes.ts';

/** The programme runs from Monday 5 January 2026 to Sunday 4 April 2027. */
const START = '2026-01-05';
const PAUSE = breakInLearning('2026-06-01', '2026-06-15');
const days = (startsOn: string, endsOn: string, id?: string) => ({
  id,
  place: 'the court in Larkham',
  startsOn,
  endsOn,
});
const court = days('2026-03-02', '2026-03-06', 'court');

interface Beside {
  readonly others?: readonly PlacementDays[];
  readonly pauses?: ReturnType<typeof breakInLearning>[];
  readonly busy?: readonly BusyTime[];
}

function clashes(placement: PlacementDays, { others = [court], pauses = [PAUSE], busy = [] }: Beside = {}) {
  return placementClashes({ placement, others, busy, enrolment: amara(START, pauses), route: standard15 });
}

describe('what stands in the way of a placement', () => {
  test.each([
    ['nothing', days('2026-03-09', '2026-03-13'), []],
    ['a single day is fine', days('2026-03-09', '2026-03-09'), []],
    ['a day that does not exist', days('2026-02-30', '2026-03-13'), ['not_a_day']],
    ['two days that do not exist', days('', 'soon'), ['not_a_day', 'not_a_day']],
    ['the last day before the first', days('2026-03-13', '2026-03-09'), ['order']],
    ['before the programme begins', days('2026-01-04', '2026-01-09'), ['before_start']],
    ['on its first day is fine', days('2026-01-05', '2026-01-09'), []],
    ['after the programme ends, moved on by the pause', days('2027-04-12', '2027-04-19'), ['after_end']],
    ['until its last day is fine', days('2027-04-12', '2027-04-18'), []],
    ['another placement on its last day', days('2026-03-06', '2026-03-13'), ['overlap']],
    ['another placement on its first day', days('2026-02-23', '2026-03-02'), ['overlap']],
    ['another placement inside', days('2026-02-23', '2026-03-13'), ['overlap']],
    ['the day after another is fine', days('2026-03-07', '2026-03-13'), []],
    ['itself, when it is changed', days('2026-03-03', '2026-03-09', 'court'), []],
    ['a pause', days('2026-05-25', '2026-06-01'), ['pause']],
    ['the last working day of a pause', days('2026-06-12', '2026-06-19'), ['pause']],
    ['the Sunday of a pause is no day of it', days('2026-06-14', '2026-06-19'), []],
    ['longer than a year', days('2026-03-09', '2027-03-10'), ['too_long']],
    ['for ever', days('2026-03-09', '9999-12-31'), ['too_long']],
    ['the first day back is fine', days('2026-06-15', '2026-06-19'), []],
    ['a pause and another placement', days('2026-03-06', '2026-06-01'), ['pause', 'overlap']],
  ])('%s', (_story, placement, kinds) => {
    expect(clashes(placement).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('while a pause has no end, everything from its start on clashes with it', () => {
    const pauses = [breakInLearning('2026-06-01', null)];
    expect(clashes(days('2026-05-25', '2026-05-29'), { pauses })).toEqual([]);
    expect(clashes(days('2029-01-01', '2029-01-02'), { pauses }).map(({ words }) => words)).toEqual([
      'The programme is paused from Monday 1 June 2026, with no day back yet.',
    ]);
  });

  test.each([
    [
      days('2026-03-05', '2026-03-09'),
      'startsOn',
      'You are at the court in Larkham on Thursday 5 March 2026 and Friday 6 March 2026.',
    ],
    [
      days('2026-06-01', '2026-06-02'),
      'startsOn',
      'The programme is paused from Monday 1 June 2026 to Sunday 14 June 2026.',
    ],
    [days('2026-01-01', '2026-01-09'), 'startsOn', 'The programme begins on Monday 5 January 2026.'],
    [days('2027-04-12', '2027-05-01'), 'endsOn', 'The programme ends on Sunday 18 April 2027.'],
    [days('2026-03-13', '2026-03-12'), 'endsOn', 'The last day is on or after the first day.'],
  ])('%o is told at the field, in a sentence', (placement, field, words) => {
    expect(clashes(placement)[0]).toMatchObject({ field, words });
  });
});

describe('only days on which she would really be there count', () => {
  const at = (placement: PlacementDays, weekdays: readonly number[]) => ({ ...placement, weekdays });
  const month = days('2026-03-02', '2026-03-27');
  test.each<[string, PlacementDays, PlacementDays, string[]]>([
    ['other weekdays in the same weeks', at(month, [1, 2]), at({ ...month, id: 'x' }, [3, 4]), []],
    ['one weekday in common', at(month, [1, 2]), at({ ...month, id: 'x' }, [2, 3]), ['overlap']],
    [
      'a week in which neither runs',
      at(days('2026-03-02', '2026-03-08'), [7]),
      at(days('2026-03-07', '2026-03-14', 'x'), [6]),
      [],
    ],
    ['a cancelled one', month, { ...month, id: 'x', cancelledAt: new Date(0) }, []],
  ])('%s', (_story, placement, other, kinds) => {
    expect(clashes(placement, { others: [other] }).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a week that ends in the middle is only its own days', () => {
    const part = days('2026-03-25', '2026-03-31');
    expect(clashes(part, { others: [at(days('2026-03-23', '2026-04-03', 'x'), [1])] })[0]).toMatchObject({
      field: 'weekdays',
      words: 'You are at the court in Larkham on Monday 30 March 2026.',
    });
  });

  test('the mornings of one and the afternoons of the other do not meet', () => {
    const morning = { ...days('2026-03-09', '2026-03-09', 'x'), startsAt: '09:00', endsAt: '12:30' };
    const later = { ...days('2026-03-09', '2026-03-09'), startsAt: '12:30', endsAt: '16:00' };
    expect(clashes(later, { others: [morning] })).toEqual([]);
    expect(clashes({ ...later, startsAt: '12:29' }, { others: [morning] })).toHaveLength(1);
    expect(clashes(days('2026-03-09', '2026-03-09'), { others: [morning] })).toHaveLength(1);
  });
});

describe('what else she has', () => {
  const on = (kind: BusyTime['kind'], startsOn: string, endsOn = startsOn, time: Partial<BusyTime> = {}): BusyTime => ({
    kind,
    startsOn,
    endsOn,
    startsAt: null,
    minutes: null,
    ...time,
  });
  const week = days('2026-03-09', '2026-03-13');
  test.each<[string, PlacementDays, BusyTime[], (string | undefined)[]]>([
    ['nothing', week, [], []],
    [
      'study time on the first day',
      week,
      [on('study', '2026-03-09')],
      ['startsOn', 'You have study time on Monday 9 March 2026.'],
    ],
    [
      'study time on the last',
      week,
      [on('study', '2026-03-13')],
      ['endsOn', 'You have study time on Friday 13 March 2026.'],
    ],
    [
      'study time in between',
      week,
      [on('study', '2026-03-11')],
      ['weekdays', 'You have study time on Wednesday 11 March 2026.'],
    ],
    ['study time on a weekday that she is not there', { ...week, weekdays: [1, 2] }, [on('study', '2026-03-11')], []],
    [
      'study time twice on one day',
      week,
      [on('study', '2026-03-11'), on('study', '2026-03-11')],
      ['weekdays', 'You have study time on Wednesday 11 March 2026.'],
    ],
    [
      'study time on three days',
      week,
      [on('study', '2026-03-10'), on('study', '2026-03-11'), on('study', '2026-03-12')],
      ['weekdays', 'You have study time on Tuesday 10 March 2026, Wednesday 11 March 2026 and Thursday 12 March 2026.'],
    ],
    [
      'leave over all of it',
      week,
      [on('leave', '2026-03-01', '2026-03-31')],
      ['startsOn', 'You are on leave on Monday 9 March 2026, Tuesday 10 March 2026 and 3 more of these days.'],
    ],
    ['leave that ends before', week, [on('leave', '2026-03-01', '2026-03-08')], []],
    [
      'a day on which she does not work',
      week,
      [on('not_working', '2026-03-13')],
      ['endsOn', 'You do not work on Friday 13 March 2026.'],
    ],
    ['training', week, [on('training', '2026-03-12')], ['weekdays', 'You have training on Thursday 12 March 2026.']],
    ['a day that is put down as a prison day is no clash', week, [on('prison', '2026-03-12')], []],
    [
      'a supervision meeting',
      week,
      [on('supervision', '2026-03-10', '2026-03-10', { startsAt: '10:00' })],
      ['weekdays', 'You have supervision on Tuesday 10 March 2026.'],
    ],
    [
      'a peer session while she is there',
      week,
      [on('peer', '2026-03-10', '2026-03-10', { startsAt: '14:00', minutes: 75 })],
      ['weekdays', 'You have a peer session on Tuesday 10 March 2026.'],
    ],
    [
      'a peer session after she is back',
      { ...week, startsAt: '09:00', endsAt: '14:00' },
      [on('peer', '2026-03-10', '2026-03-10', { startsAt: '14:00', minutes: 75 })],
      [],
    ],
    [
      'a supervision meeting before she goes there',
      { ...week, startsAt: '12:00', endsAt: '16:00' },
      [on('supervision', '2026-03-10', '2026-03-10', { startsAt: '11:00' })],
      [],
    ],
    [
      'a supervision meeting that reaches into it',
      { ...week, startsAt: '11:30', endsAt: '16:00' },
      [on('supervision', '2026-03-10', '2026-03-10', { startsAt: '11:00' })],
      ['weekdays', 'You have supervision on Tuesday 10 March 2026.'],
    ],
    [
      'study time after she is back',
      { ...week, startsAt: '09:00', endsAt: '13:00' },
      [on('study', '2026-03-10', '2026-03-10', { startsAt: '13:00', minutes: 120 })],
      [],
    ],
    [
      'study time without a time',
      { ...week, startsAt: '09:00', endsAt: '13:00' },
      [on('study', '2026-03-10', '2026-03-10', { minutes: 120 })],
      ['weekdays', 'You have study time on Tuesday 10 March 2026.'],
    ],
  ])('%s', (_story, placement, busy, expected) => {
    expect(clashes(placement, { busy }).flatMap(({ field, words }) => [field, words])).toEqual(expected);
  });

  test('an end before the beginning, on the clock too', () => {
    expect(clashes({ ...week, startsAt: '14:00', endsAt: '09:00' })).toEqual([
      { kind: 'times', field: 'endsAt', words: 'It ends later than it begins.' },
    ]);
  });

  test('several at one field are all said there', () => {
    const busy = [on('study', '2026-03-09'), on('leave', '2026-03-09')];
    expect(clashFields(clashes(week, { busy }))).toEqual({
      startsOn: 'You have study time on Monday 9 March 2026. You are on leave on Monday 9 March 2026.',
    });
  });
});
