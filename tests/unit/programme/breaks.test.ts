import { describe, expect, test } from 'vitest';
import { beginProblems, breakState, canCancel, changeProblems, type KnownBreak } from '#src/domain/programme/breaks.ts';
import { amara } from './routes.ts';

const TODAY = '2026-11-23';
const known = (id: string, startsOn: string, endsOn: string | null): KnownBreak => ({
  ...{ id, startsOn, endsOn, reason: 'break_in_learning' },
});
const OVER = known('over', '2026-08-03', '2026-09-07');
const COMING = known('coming', '2027-01-04', '2027-02-01');
const RUNNING = known('running', '2026-11-02', null);

const facts = (...breaks: KnownBreak[]) => ({ enrolment: amara('2026-07-06'), breaks, today: TODAY });
const begin = (startsOn: string, endsOn: string | null, ...breaks: KnownBreak[]) =>
  Object.keys(beginProblems(facts(...breaks), { startsOn, endsOn }));

describe('a break may begin', () => {
  test.each([
    ['today, without a day back', TODAY, null],
    ['next month, until a day', '2026-12-14', '2027-01-04'],
    ['last month, entered afterwards', '2026-10-19', '2026-11-02'],
    ['on the first day of the programme', '2026-07-06', '2026-07-13'],
    ['for the longest time there is', TODAY, '2028-11-23'],
  ])('%s', (_story, startsOn, endsOn) => {
    expect(begin(startsOn, endsOn)).toEqual([]);
  });

  test('on the day on which another one ends, and end on the day on which the next begins', () => {
    expect(begin('2026-09-07', '2027-01-04', OVER, COMING)).toEqual([]);
  });
});

describe('a break may not begin', () => {
  test.each([
    ['before the programme', '2026-07-05', null, 'startsOn'],
    ['too far ahead', '2028-11-24', null, 'startsOn'],
    ['and end on the same day', TODAY, TODAY, 'endsOn'],
    ['and end before it', TODAY, '2026-11-22', 'endsOn'],
    ['and last for longer than two years', TODAY, '2028-11-24', 'endsOn'],
  ])('%s', (_story, startsOn, endsOn, field) => {
    expect(begin(startsOn, endsOn)).toEqual([field]);
  });

  test('longer ago than half a year', () => {
    const long = { ...facts(), enrolment: amara('2026-01-05') };
    expect(Object.keys(beginProblems(long, { startsOn: '2026-05-23', endsOn: null }))).toEqual(['startsOn']);
    expect(beginProblems(long, { startsOn: '2026-05-24', endsOn: null })).toEqual({});
  });

  test.each([
    ['within another', '2026-08-10', '2026-08-17', OVER],
    ['around another', '2026-07-27', '2026-10-05', OVER],
    ['without an end before another', TODAY, null, COMING],
    ['while one runs without an end', '2027-03-01', '2027-03-08', RUNNING],
  ])('%s', (_story, startsOn, endsOn, other) => {
    expect(begin(startsOn, endsOn, other)).toEqual(['startsOn']);
  });

  test('once the programme is over', () => {
    const enrolment = { ...amara('2026-07-06'), endedOn: '2026-11-01' };
    expect(Object.keys(beginProblems({ ...facts(), enrolment }, { startsOn: TODAY, endsOn: null }))).toEqual(['']);
  });
});

describe('the first day back', () => {
  const change = (id: string, endsOn: string | null, ...breaks: KnownBreak[]) =>
    Object.keys(changeProblems(facts(...breaks), { id, endsOn }));

  test.each([
    ['is set for a break that runs', 'running', '2026-12-07'],
    ['is today: the break ends now', 'running', TODAY],
    ['was last week, entered afterwards', 'running', '2026-11-16'],
    ['is no longer known for a break to come', 'coming', null],
  ])('%s', (_story, id, endsOn) => {
    expect(change(id, endsOn, id === 'running' ? RUNNING : COMING)).toEqual([]);
  });

  test.each([
    ['before the break began', 'running', '2026-11-01', [RUNNING]],
    ['of a break that is over', 'over', '2026-10-05', [OVER]],
    ['after the next break begins', 'running', '2027-01-05', [{ ...RUNNING, endsOn: '2026-12-07' }, COMING]],
    ['unknown, while the next break is entered', 'running', null, [{ ...RUNNING, endsOn: '2026-12-07' }, COMING]],
  ])('is not %s', (_story, id, endsOn, breaks) => {
    expect(change(id, endsOn, ...breaks)).toEqual(['endsOn']);
  });

  test('of a break that there is not is not set', () => {
    expect(change('nowhere', TODAY, RUNNING)).toEqual(['']);
  });
});

test('a break is to come, runs and is over, each on its day, and can be taken out until it begins', () => {
  expect(breakState(COMING, '2027-01-03')).toBe('coming');
  expect(breakState(COMING, '2027-01-04')).toBe('running');
  expect(breakState(COMING, '2027-01-31')).toBe('running');
  expect(breakState(COMING, '2027-02-01')).toBe('over');
  expect(breakState(RUNNING, '2099-01-01')).toBe('running');
  expect(canCancel(COMING, '2027-01-03')).toBe(true);
  expect(canCancel(COMING, '2027-01-04')).toBe(false);
});
