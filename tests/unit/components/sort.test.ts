import { describe, expect, test } from 'vitest';
import { ariaSort, sortFrom, sortHref } from '#src/components/ui/sort.ts';

const KEYS = ['name', 'week'] as const;
const FALLBACK = { by: 'name', order: 'asc' } as const;
const sort = (by: string, order: 'asc' | 'desc' = 'asc', keep?: Record<string, string>) => ({
  by,
  order,
  path: '/cohorts/london',
  keep,
});

describe('the order that an address asks for', () => {
  test.each([
    ['nothing', '', { by: 'name', order: 'asc' }],
    ['a column', 'sort=week', { by: 'week', order: 'asc' }],
    ['a column the other way round', 'sort=week&order=desc', { by: 'week', order: 'desc' }],
    ['an order that is none', 'sort=week&order=sideways', { by: 'week', order: 'asc' }],
    ['a column that is not there', 'sort=salary&order=desc', { by: 'name', order: 'asc' }],
    ['a name that every object has', 'sort=constructor', { by: 'name', order: 'asc' }],
    ['an order without a column', 'order=desc', { by: 'name', order: 'asc' }],
  ])('%s', (_story, query, expected) => {
    expect(sortFrom(new URLSearchParams(query), KEYS, FALLBACK)).toEqual(expected);
  });
});

describe('where a column heading leads', () => {
  test.each([
    ['another column: that one, upwards', sort('name'), 'week', '/cohorts/london?sort=week&order=asc'],
    ['the same column: downwards', sort('name'), 'name', '/cohorts/london?sort=name&order=desc'],
    ['and upwards again', sort('name', 'desc'), 'name', '/cohorts/london?sort=name&order=asc'],
    [
      'the rest of the query stays',
      sort('name', 'asc', { show: 'late & paused' }),
      'week',
      '/cohorts/london?show=late+%26+paused&sort=week&order=asc',
    ],
  ])('%s', (_story, sorted, key, href) => {
    expect(sortHref(sorted, key)).toBe(href);
  });
});

test.each([
  ['the column it is sorted by', sort('week'), 'week', 'ascending'],
  ['the same downwards', sort('week', 'desc'), 'week', 'descending'],
  ['another column', sort('week'), 'name', undefined],
  ['a column that cannot be sorted by', sort('week'), undefined, undefined],
  ['a table that cannot be sorted', undefined, 'week', undefined],
])('what a screen reader is told of %s', (_story, sorted, key, expected) => {
  expect(ariaSort(sorted, key)).toBe(expected);
});
