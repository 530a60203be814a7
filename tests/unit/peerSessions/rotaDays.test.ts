import { describe, expect, test } from 'vitest';
import { rotaDays } from '#src/domain/peerSessions/rotaDays.ts';
import { wishProblems } from '#src/domain/peerSessions/rotaForm.ts';
import { rotaProblems } from '#src/domain/peerSessions/rotaRows.ts';

const NONE = { days: [] };
const holiday = (...days: string[]) => ({ days: days.map((day) => ({ day, name: 'A bank holiday' })) });

describe('the days of monthly sessions', () => {
  test.each([
    ['the second Tuesday stays the second Tuesday', '2026-12-08', 3, ['2026-12-08', '2027-01-12', '2027-02-09']],
    ['a fifth Tuesday becomes the last one', '2026-12-29', 3, ['2026-12-29', '2027-01-26', '2027-02-23']],
    ['the end of a year changes nothing', '2026-11-05', 3, ['2026-11-05', '2026-12-03', '2027-01-07']],
    ['one month is one day', '2026-12-08', 1, ['2026-12-08']],
    ['a leap year has its February', '2027-12-29', 3, ['2027-12-29', '2028-01-26', '2028-02-23']],
  ])('%s', (_story, first, months, days) => {
    expect(rotaDays(first, months, NONE)).toEqual(days);
  });

  test('a bank holiday moves a session by a week, later first', () => {
    expect(rotaDays('2026-12-04', 2, holiday('2027-01-01'))).toEqual(['2026-12-04', '2027-01-08']);
    expect(rotaDays('2026-11-27', 2, holiday('2026-12-25'))).toEqual(['2026-11-27', '2026-12-18']);
  });

  test('a first day that was chosen stays, bank holiday or not', () => {
    expect(rotaDays('2027-01-01', 1, holiday('2027-01-01'))).toEqual(['2027-01-01']);
  });
});

const WISH = { first: '2026-12-08', months: 6, startsAt: '10:00', endsAt: '11:00', place: 'Room 2' };

describe('what a tutor asks for', () => {
  test.each([
    ['all of it', {}, []],
    ['today', { first: '2026-11-22' }, []],
    ['a day that is over', { first: '2026-11-21' }, ['first']],
    ['a day that does not exist', { first: '2026-02-30' }, ['first']],
    ['more than a year ahead', { first: '2027-11-24' }, ['first']],
    ['no month', { months: 0 }, ['months']],
    ['more than twelve', { months: 13 }, ['months']],
    ['half a month', { months: 1.5 }, ['months']],
    ['no number', { months: Number.NaN }, ['months']],
    ['an end before the beginning', { endsAt: '09:00' }, ['endsAt']],
    ['an end at the beginning', { endsAt: '10:00' }, ['endsAt']],
    ['no times', { startsAt: '', endsAt: '25:00' }, ['startsAt', 'endsAt']],
    ['no place', { place: '  ' }, ['place']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(wishProblems({ ...WISH, ...change }, '2026-11-22'))).toEqual(fields);
  });
});

describe('the lines of a rota', () => {
  const row = (day: string, leaderId = '') => ({ id: day, day, leaderId });
  const around = { members: [], planned: [{ day: '2026-12-08', leaderId: null }], today: '2026-11-22' };
  const problems = (...rows: ReturnType<typeof row>[]) => rotaProblems(rows, around);

  test('a day that is over, taken, or twice in the rota is told beside its line', () => {
    expect(problems(row('2026-11-21'), row('2026-12-08'), row('2027-01-12'), row('2027-01-12'))).toEqual({
      'day-1': 'This day is over',
      'day-2': 'The cohort has a session on this day already',
      'day-4': 'The cohort has a session on this day already',
    });
  });

  test('somebody of another cohort cannot lead', () => {
    expect(problems(row('2027-01-12', 'nia'))).toEqual({ 'leader-1': 'Choose somebody who is in this cohort' });
  });

  test('nobody yet is fine', () => {
    expect(problems(row('2027-01-12'))).toEqual({});
  });
});
