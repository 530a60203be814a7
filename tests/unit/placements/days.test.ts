import { describe, expect, test } from 'vitest';
import {
  nextPlacementDay,
  placementDates,
  type PlacementDays,
  placementMinutes,
  weekdayOf,
} from '#src/domain/placements/days.ts';

const days = (startsOn: string, endsOn: string, id?: string): PlacementDays => ({
  id,
  place: 'the court in Larkham',
  startsOn,
  endsOn,
});
const court = days('2026-03-02', '2026-03-06', 'court');

describe('the days of a placement', () => {
  test.each<[string, PlacementDays, string[]]>([
    ['a working week', days('2026-03-05', '2026-03-09'), ['2026-03-05', '2026-03-06', '2026-03-09']],
    [
      'two weekdays',
      { ...days('2026-03-02', '2026-03-12'), weekdays: [3, 4] },
      ['2026-03-04', '2026-03-05', '2026-03-11', '2026-03-12'],
    ],
    ['a Sunday that was chosen', { ...days('2026-03-02', '2026-03-08'), weekdays: [7] }, ['2026-03-08']],
    ['a single Saturday, whatever the weekdays say', days('2026-03-07', '2026-03-07'), ['2026-03-07']],
    ['over the night the clocks change', days('2026-03-27', '2026-03-30'), ['2026-03-27', '2026-03-30']],
    ['an end before the beginning', days('2026-03-07', '2026-03-06'), []],
    ['a day that does not exist', days('2026-02-30', '2026-03-06'), []],
    ['longer than a year', days('2026-01-01', '2027-01-02'), []],
  ])('%s', (_story, placement, dates) => {
    expect(placementDates(placement)).toEqual(dates);
  });

  test('weekdays count from Monday', () => {
    expect(['2026-03-02', '2026-03-07', '2026-03-08'].map(weekdayOf)).toEqual([1, 6, 7]);
  });

  test.each([
    ['both times', '09:00', '16:30', 450],
    ['no end', '09:00', null, null],
    ['no time', null, null, null],
  ])('how long a day is: %s', (_story, startsAt, endsAt, minutes) => {
    expect(placementMinutes({ startsAt, endsAt })).toBe(minutes);
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

  test('a cancelled one is passed over', () => {
    expect(nextPlacementDay([{ ...court, cancelledAt: new Date(0) }, prison], '2026-03-01')?.placement.id).toBe(
      'prison',
    );
  });

  test('a part of a week: the next of its weekdays', () => {
    expect(nextPlacementDay([{ ...prison, weekdays: [4] }], '2026-03-20')).toBeNull();
    expect(nextPlacementDay([{ ...prison, weekdays: [2, 4] }], '2026-03-20')).toMatchObject({ day: '2026-03-24' });
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
