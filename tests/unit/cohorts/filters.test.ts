import { describe, expect, test } from 'vitest';
import { filteredTrainees, filterWords, NO_FILTERS, readFilters } from '#src/domain/cohorts/filters.ts';
import { QUERY_MAXIMUM_CHARACTERS, readView, USUAL, viewQuery, withQuery } from '#src/domain/cohorts/view.ts';
import { SIGNAL_KINDS } from '#src/domain/signals/kinds.ts';
import { aRow, aSignal } from './cohortStory.ts';

const TOM = aRow('Tom', { lateWeeks: [4, 1], isOver: true, signals: [aSignal('tom', 'modules-late')] });
const LEILA = aRow('Leila', { lateWeeks: [2], signals: [aSignal('leila', 'no-sign-in', { isNoted: true })] });
const NIA = aRow('Nia', { isInFirstWeeks: true, signals: [aSignal('nia', 'no-sign-in')] });
const ADE = aRow('Ade');
const ALL = [TOM, LEILA, NIA, ADE];
const shownBy = (query: string) =>
  filteredTrainees(ALL, readFilters(new URLSearchParams(query))).map(({ name }) => name);

describe('a tutor chooses whom of her cohort she sees', () => {
  test.each([
    ['without a filter: everybody, in the order they came', '', ['Tom', 'Leila', 'Nia', 'Ade']],
    ['late by a week or more', 'late=1', ['Tom', 'Leila']],
    ['late by exactly two weeks counts as two weeks or more', 'late=2', ['Tom', 'Leila']],
    ['late by three weeks or more, by the oldest module', 'late=3', ['Tom']],
    ['late by more weeks than anybody is', 'late=5', []],
    ['over the limit', 'over=1', ['Tom']],
    ['in the first weeks', 'firstWeeks=1', ['Nia']],
    ['with something that nobody noted', 'unnoted=1', ['Tom', 'Nia']],
    ['with a signal, noted or not', 'signal=no-sign-in', ['Leila', 'Nia']],
    ['with one of two signals', 'signal=no-sign-in&signal=modules-late', ['Tom', 'Leila', 'Nia']],
    ['the same with a comma', 'signal=no-sign-in,modules-late', ['Tom', 'Leila', 'Nia']],
    ['all that are set have to hold', 'signal=no-sign-in&late=1', ['Leila']],
  ])('%s', (_story, query, names) => {
    expect(shownBy(query)).toEqual(names);
  });

  test.each([
    ['no number', 'late=many'],
    ['nought', 'late=0'],
    ['less than nought', 'late=-2'],
    ['half a week', 'late=1.5'],
    ['more weeks than can be chosen', 'late=13'],
    ['a yes that is none', 'over=yes&firstWeeks=2'],
    ['a signal that there is not', 'signal=salary'],
    ['names that every object has', 'signal=__proto__&signal=constructor&sort=toString'],
  ])('what an address says wrongly is left out: %s', (_story, query) => {
    expect(readFilters(new URLSearchParams(query))).toEqual(NO_FILTERS);
    expect(viewQuery(readView(new URLSearchParams(query)))).toBe('');
  });

  test('filters are said in words', () => {
    expect(
      filterWords(readFilters(new URLSearchParams('late=2&over=1&firstWeeks=1&unnoted=1&signal=no-sign-in'))),
    ).toEqual([
      'late by 2 weeks or more',
      'over the caseload limit',
      'in the first weeks',
      'with something that nobody has noted',
      'with the signal “No sign-in”',
    ]);
    expect(filterWords(readFilters(new URLSearchParams('late=1')))).toEqual(['late by 1 week or more']);
    expect(filterWords(NO_FILTERS)).toEqual([]);
  });
});

describe('a view is an address', () => {
  test('the same view is always the same address, in whatever order its parts came', () => {
    const one = readView(new URLSearchParams('over=1&late=2&sort=seen&order=desc&strand=parole&weeks=all'));
    const other = readView(new URLSearchParams('weeks=all&strand=parole&order=desc&sort=seen&late=2&over=1&more=x'));
    expect(viewQuery(one)).toBe('late=2&over=1&strand=parole&weeks=all&sort=seen&order=desc');
    expect(viewQuery(other)).toBe(viewQuery(one));
    expect(readView(new URLSearchParams(viewQuery(one)))).toEqual(one);
  });

  test('the usual view needs no query', () => {
    expect(readView(new URLSearchParams())).toEqual(USUAL);
    expect(withQuery('/cohorts/london', USUAL)).toBe('/cohorts/london');
    expect(withQuery('/cohorts/london', { ...USUAL, isWhole: true })).toBe('/cohorts/london?weeks=all');
  });

  test('an order without a column to sort by is none', () => {
    expect(readView(new URLSearchParams('order=desc')).order).toBe('asc');
  });

  test('even with everything chosen it can be kept', () => {
    const everything = `late=12&over=1&firstWeeks=1&unnoted=1&signal=${SIGNAL_KINDS.join(',')}&strand=sexual-offending&weeks=all&sort=caseload&order=desc`;
    expect(viewQuery(readView(new URLSearchParams(everything))).length).toBeLessThanOrEqual(QUERY_MAXIMUM_CHARACTERS);
  });
});
