import { describe, expect, test } from 'vitest';
import { ariaSort, sortHref } from '#src/components/ui/sort.ts';

const sort = (by: string, order: 'asc' | 'desc' = 'asc', keep?: Record<string, string>) => ({
  by,
  order,
  path: '/cohorts/london',
  keep,
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
