import { describe, expect, test } from 'vitest';
import {
  overlaps,
  reductionProblems,
  reductionReasons,
  reductionState,
  suggestedLastDay,
  type TypedReduction,
  usualHours,
} from '#src/domain/caseload/reduction.ts';
import { workProblems } from '#src/domain/caseload/workForm.ts';
import { figures } from './figures.ts';

const today = '2026-11-22';
const context = { figures, contracted: 37, others: [], today, isPublishedOn: () => false };
const typed: TypedReduction = { reasonId: 'phased-return', hours: '7.4', startsOn: today, lastDay: '2026-12-31' };
const problems = (change: Partial<TypedReduction>, other: Partial<typeof context> = {}) =>
  Object.keys(reductionProblems({ ...typed, ...change }, { ...context, ...other }));
const reason = (id: string) => reductionReasons(figures).find((one) => one.id === id)!;

describe('what a reason fills in', () => {
  test('hours of a published percentage, of fewer hours for part time', () => {
    expect(usualHours(reason('newly-qualified'), 37)).toBe(7.4);
    expect(usualHours(reason('newly-qualified'), 22.2)).toBe(4.44);
    expect(usualHours(reason('phased-return'), 37)).toBeNull();
  });

  test('a last day after so many months, also at the end of a short month', () => {
    expect(suggestedLastDay(reason('newly-qualified'), '2026-11-22')).toBe('2027-08-21');
    expect(suggestedLastDay(reason('maternity-leave'), '2026-08-31')).toBe('2027-02-27');
    expect(suggestedLastDay(reason('phased-return'), today)).toBeNull();
  });
});

describe('what is wrong with a reduction', () => {
  test.each([
    ['nothing', {}, []],
    ['no end is known', { lastDay: '' }, []],
    ['one day', { lastDay: today }, []],
    ['no reason', { reasonId: '' }, ['reasonId']],
    ['a reason of one’s own', { reasonId: 'tired' }, ['reasonId']],
    ['no hours', { hours: '' }, ['hours']],
    ['0 hours', { hours: '0' }, ['hours']],
    ['more than 37 hours', { hours: '37.01' }, ['hours']],
    ['hours below 0', { hours: '-1' }, ['hours']],
    ['hours in words', { hours: 'seven' }, ['hours']],
    ['three decimals', { hours: '7.444' }, ['hours']],
    ['the end before the start', { lastDay: '2026-11-21' }, ['lastDay']],
    ['a day that does not exist', { startsOn: '2026-02-30' }, ['startsOn']],
    ['long ago', { startsOn: '2026-01-01' }, ['startsOn']],
    ['an end that is no day', { lastDay: 'soon' }, ['lastDay']],
  ])('%s', (_story, change, fields) => {
    expect(problems(change)).toEqual(fields);
  });

  test('never above what is contracted, nor above the most for the reason', () => {
    expect(problems({ hours: '30' }, { contracted: 22.2 })).toEqual(['hours']);
    expect(problems({ hours: '22.2' }, { contracted: 22.2 })).toEqual([]);
    expect(problems({ reasonId: 'single-point-of-contact', hours: '1.86' })).toEqual(['hours']);
    expect(problems({ reasonId: 'single-point-of-contact', hours: '1.85' })).toEqual([]);
  });

  test('contracted hours of more than 37 change nothing: 37 is the most', () => {
    expect(problems({ hours: '38' }, { contracted: 48 })).toEqual(['hours']);
  });

  test('for a part of the programme with a published figure nothing is set', () => {
    expect(problems({ reasonId: 'stage' }, { isPublishedOn: () => true })).toEqual(['reasonId']);
    expect(problems({ reasonId: 'stage' })).toEqual([]);
  });

  test.each([
    ['the same reason at once', 'phased-return', '2026-12-01', null, ['reasonId']],
    ['another reason at once: they add up', 'court-duty', '2026-12-01', null, []],
    ['the same reason after it', 'phased-return', '2027-01-01', null, []],
    ['the same reason, taken back before it counted', 'phased-return', '2026-12-01', '2026-12-01', []],
    ['the same reason, ended yesterday', 'phased-return', '2026-11-01', '2026-11-22', []],
    ['the same reason, ending on the first day', 'phased-return', '2026-11-01', '2026-11-23', ['reasonId']],
  ])('%s', (_story, reasonId, startsOn, endsOn, fields) => {
    expect(problems({}, { others: [{ reasonId, startsOn, endsOn }] as never })).toEqual(fields);
  });
});

test('two spans meet where they share a day', () => {
  const span = (startsOn: string, endsOn: string | null) => ({ startsOn, endsOn });
  expect(overlaps(span('2026-11-01', '2026-11-02'), span('2026-11-02', null))).toBe(false);
  expect(overlaps(span('2026-11-01', '2026-11-03'), span('2026-11-02', null))).toBe(true);
  expect(overlaps(span('2026-11-01', null), span('2030-01-01', null))).toBe(true);
});

test.each([
  ['to come', '2026-11-23', null, 'to_come'],
  ['from today', today, null, 'in_force'],
  ['its last day', '2026-11-01', '2026-11-23', 'in_force'],
  ['the day after', '2026-11-01', today, 'over'],
  ['taken back', '2026-12-01', '2026-12-01', 'over'],
])('a reduction is %s', (_story, startsOn, endsOn, state) => {
  expect(reductionState({ reasonId: null, startsOn, endsOn }, today)).toBe(state);
});

describe('work that is not a case', () => {
  const report = { kind: 'court_report', type: 'fast', level: '', startsOn: today, lastDay: '2026-12-01' };
  test.each([
    ['a court report', {}, []],
    ['a report of no kind', { type: '' }, ['type']],
    ['a contact of no weight', { kind: 'contact_for_other', type: 'home-visit' }, ['level']],
    ['a contact', { kind: 'contact_for_other', type: 'home-visit', level: 'medium' }, []],
    [
      'a contact of a kind that is not in the figures',
      { kind: 'contact_by_other', type: 'tea', level: 'low' },
      ['type'],
    ],
    ['an unknown kind', { kind: 'holiday' }, ['kind']],
    ['a parole report needs no type', { kind: 'parole_report', type: '' }, []],
    ['due before it counts', { lastDay: '2026-11-21' }, ['workLastDay']],
    ['over already', { startsOn: '2026-11-01', lastDay: '2026-11-10' }, ['workLastDay']],
    ['years ahead', { lastDay: '2030-01-01' }, ['workLastDay']],
    ['no day', { lastDay: '' }, ['workLastDay']],
    ['no first day', { startsOn: '' }, ['workStartsOn']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(workProblems({ ...report, ...change }, { figures, today }))).toEqual(fields);
  });
});
