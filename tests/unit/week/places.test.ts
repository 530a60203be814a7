import { describe, expect, test } from 'vitest';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { agenda, all, exception, LONDON, MONDAY, pattern, placement, THREE_DAYS } from './facts.ts';

/** Day of the month and title of every place and placement, in order. */
function places(facts: readonly WeekFact[], change: Parameters<typeof agenda>[1] = {}): string[] {
  return agenda(facts, change)
    .items.filter(({ kind }) => kind === 'place' || kind === 'placement' || kind === 'holiday')
    .map(({ day, title }) => `${String(Number(day.slice(8)))} ${title}`);
}

const COHORTS = ['23 Office', '24 Masterclass', '25 Prison', '26 Training', '27 Office', '27 Home visits'];
const own = pattern({ id: 'own', owner: 'own', days: THREE_DAYS, startsOn: '2026-11-02' });

describe('whose usual week counts', () => {
  test.each<[string, WeekFact[], string[]]>([
    ['the cohort’s, with a place for each half of Friday', [pattern()], COHORTS],
    ['where none is entered, the usual one', [], ['23 Head office']],
    [
      'her own before her cohort’s, on days on which she does not work too',
      [pattern(), own],
      ['23 Office', '24 University', '26 Office'],
    ],
    [
      'her own only once it begins',
      [pattern(), { ...own, startsOn: '2026-11-26' }],
      [...COHORTS.slice(0, 3), '26 Office'],
    ],
    [
      'her own until it ends in the middle of the week; then her cohort’s again',
      [pattern(), { ...own, endsOn: '2026-11-25' }],
      ['23 Office', '24 University', ...COHORTS.slice(2)],
    ],
    [
      'of two the one that began last, and the one before it again when it ends on a Wednesday',
      [pattern(), pattern({ id: 'short', startsOn: MONDAY, endsOn: '2026-11-26', days: THREE_DAYS })],
      ['23 Office', '24 University', ...COHORTS.slice(3)],
    ],
    [
      'one that was taken out counts on no day',
      [pattern({ id: 'out', startsOn: MONDAY, endsOn: MONDAY })],
      ['23 Head office'],
    ],
    [
      'a new cohort’s from the day on which she joins it',
      [
        pattern({ until: '2026-11-25' }),
        pattern({ id: 'wales', since: '2026-11-25', days: Array.from({ length: 7 }, () => all('court')) }),
      ],
      ['23 Office', '24 Masterclass', '25 Court', '26 Court', '27 Court', '28 Court', '29 Court'],
    ],
  ])('%s', (_story, facts, expected) => {
    expect(places(facts)).toEqual(expected);
  });

  test('nothing counts before she starts, in a pause, or after her programme', () => {
    const from = { from: '2026-06-29', to: '2026-07-07' };
    expect(places([pattern()], from)).toEqual(['6 Office', '7 Masterclass']);
    const pauses = [{ startsOn: '2026-11-24', endsOn: '2026-11-27', reason: 'other' as const }];
    const enrolment = { traineeId: 'amara', routeId: 'x', startedOn: '2026-07-06', hoursPerWeek: 37, pauses };
    expect(places([pattern()], { enrolment })).toEqual(['23 Office', '27 Office', '27 Home visits']);
  });
});

describe('days that are not as usual', () => {
  test.each<[string, WeekFact[], string[]]>([
    ['leave in place of the office', [pattern(), exception()], ['23 Leave', ...COHORTS.slice(1)]],
    [
      'leave over a weekend says nothing of the Saturday and the Sunday',
      [pattern(), exception({ startsOn: '2026-11-27', endsOn: '2026-11-30' })],
      [...COHORTS.slice(0, 4), '27 Leave'],
    ],
    [
      'a course on a Saturday is there',
      [pattern(), exception({ place: 'training', startsOn: '2026-11-28', endsOn: '2026-11-28' })],
      [...COHORTS, '28 Training'],
    ],
    [
      'leave on a day on which she does not work anyway is left out',
      [own, exception({ startsOn: '2026-11-25', endsOn: '2026-11-26' })],
      ['23 Office', '24 University', '26 Leave'],
    ],
    [
      'a placement takes the place of what is usual on its weekdays',
      [pattern(), placement({ weekdays: [3, 4] })],
      [
        ...COHORTS.slice(0, 2),
        '25 Placement: HMP Fernhill (made up)',
        '26 Placement: HMP Fernhill (made up)',
        ...COHORTS.slice(4),
      ],
    ],
    [
      'a placement of two hours leaves the rest of a whole day',
      [pattern(), placement({ weekdays: [1], startsAt: '10:00', endsAt: '12:00' })],
      ['23 Office', '23 Placement: HMP Fernhill (made up)', ...COHORTS.slice(1)],
    ],
    [
      'a placement on a morning leaves the afternoon',
      [pattern(), placement({ weekdays: [5], startsAt: '09:00', endsAt: '11:30' })],
      [...COHORTS.slice(0, 4), '27 Placement: HMP Fernhill (made up)', '27 Home visits'],
    ],
    [
      'leave and a placement on one day are both there, because somebody has to see it',
      [pattern(), exception(), placement({ weekdays: [1] })],
      ['23 Leave', '23 Placement: HMP Fernhill (made up)', ...COHORTS.slice(1)],
    ],
  ])('%s', (_story, facts, expected) => {
    expect(places(facts)).toEqual(expected);
  });

  test('a bank holiday stands in the place of the usual week, and leave around it does not cover it', () => {
    const christmas = { from: '2026-12-24', to: '2026-12-26' };
    expect(places([pattern()], christmas)).toEqual(['24 Training', '25 Christmas Day']);
    const away = exception({ startsOn: '2026-12-24', endsOn: '2026-12-26' });
    expect(places([pattern(), away], christmas)).toEqual(['24 Leave', '25 Christmas Day']);
  });
});

test('the London week has its five days', () => {
  expect(LONDON.filter((parts) => parts.length > 0)).toHaveLength(5);
});
