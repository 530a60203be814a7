import { describe, expect, test } from 'vitest';
import { nextPlacementDay, placementClashes } from '#src/domain/placements/clashes.ts';
import { amara, breakInLearning, standard15 } from '../programme/routes.ts';

/** The programme runs from Monday 5 January 2026 to Sunday 4 April 2027. */
const START = '2026-01-05';
const days = (startsOn: string, endsOn: string, id?: string) => ({
  id,
  place: 'the court in Larkham',
  startsOn,
  endsOn,
});
const court = days('2026-03-02', '2026-03-06', 'court');

function clashes(
  placement: ReturnType<typeof days>,
  { others = [court], pauses = [breakInLearning('2026-06-01', '2026-06-15')] } = {},
) {
  return placementClashes({ placement, others, enrolment: amara(START, pauses), route: standard15 });
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
    ['the last day of a pause', days('2026-06-14', '2026-06-19'), ['pause']],
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
      'You are at the court in Larkham from Monday 2 March 2026 to Friday 6 March 2026.',
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

describe('the next day somewhere else', () => {
  const prison = days('2026-03-16', '2026-03-24', 'prison');
  const weekend = days('2026-04-11', '2026-04-12', 'approved-premises');
  test.each([
    ['the first day of the earliest', '2026-02-01', 'court', '2026-03-02'],
    ['today, in the middle of one', '2026-03-04', 'court', '2026-03-04'],
    ['its last day', '2026-03-06', 'court', '2026-03-06'],
    ['the next one, the day after', '2026-03-07', 'prison', '2026-03-16'],
    ['Monday, on a Saturday in the middle of one', '2026-03-21', 'prison', '2026-03-23'],
    ['a weekend, where it is all there is', '2026-04-01', 'approved-premises', '2026-04-11'],
  ])('%s', (...[_story, today, id, day]) => {
    expect(nextPlacementDay([weekend, prison, court], today)).toMatchObject({ placement: { id }, day });
  });

  test('none is left', () => {
    expect(nextPlacementDay([court], '2026-03-07')).toBeNull();
    expect(nextPlacementDay([], '2026-03-07')).toBeNull();
  });

  test('one that begins on a Saturday gives way to one that begins on the Monday before its own', () => {
    const saturday = days('2026-03-14', '2026-03-20', 'late');
    const friday = days('2026-03-13', '2026-03-13', 'early');
    expect(nextPlacementDay([saturday, friday], '2026-03-12')?.placement.id).toBe('early');
    expect(nextPlacementDay([saturday], '2026-03-12')).toMatchObject({ day: '2026-03-16' });
  });
});
