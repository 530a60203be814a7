import { describe, expect, test } from 'vitest';
import { grantDayProblems, grantState, usualLastDay } from '#src/domain/quality/granting.ts';

const TODAY = '2026-11-19';
const days = { startsOn: '2026-11-19', endsOn: '2026-12-03', revokedAt: null };

describe('a view from outside', () => {
  test.each([
    ['is to come the day before', '2026-11-18', 'to_come'],
    ['is open on its first day', '2026-11-19', 'open'],
    ['is open on its last day', '2026-12-03', 'open'],
    ['is over the day after', '2026-12-04', 'over'],
  ])('%s', (_story, today, state) => {
    expect(grantState(days, today)).toBe(state);
  });

  test('is over at once when it is taken back', () => {
    expect(grantState({ ...days, revokedAt: new Date('2026-11-19T12:00:00Z') }, '2026-11-19')).toBe('taken_back');
  });
});

describe('its days', () => {
  test.each([
    ['no first day', { startsOn: '' }, 'startsOn'],
    ['no last day', { endsOn: '' }, 'endsOn'],
    ['a day that is over', { startsOn: '2026-11-18' }, 'startsOn'],
    ['a day that there is not', { endsOn: '2026-11-31' }, 'endsOn'],
    ['an end before the beginning', { startsOn: '2026-12-10' }, 'endsOn'],
    ['longer than three months', { endsOn: '2027-02-19' }, 'endsOn'],
  ])('%s is told at its field', (_story, change, field) => {
    expect(Object.keys(grantDayProblems({ ...days, ...change }, TODAY))).toEqual([field]);
  });

  test('one day is enough, and two weeks are offered', () => {
    expect(grantDayProblems({ startsOn: TODAY, endsOn: TODAY }, TODAY)).toEqual({});
    expect(grantDayProblems({ startsOn: TODAY, endsOn: '2027-02-18' }, TODAY)).toEqual({});
    expect(usualLastDay(TODAY)).toBe('2026-12-03');
  });
});
