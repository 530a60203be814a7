import { describe, expect, test } from 'vitest';
import { percentile } from '../../../scripts/bench/percentile.ts';
import { tableOf } from '../../../scripts/bench/table.ts';

const oneToHundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('percentiles', () => {
  test.each([
    ['half of a hundred answers', oneToHundred, 50, 50],
    ['95 of a hundred answers', oneToHundred, 95, 95],
    ['99 of a hundred answers', oneToHundred, 99, 99],
    ['the one slow answer of twenty is past the 95th', [...Array.from({ length: 19 }, () => 5), 400], 95, 5],
    ['two slow answers of twenty are not', [...Array.from({ length: 18 }, () => 5), 400, 500], 95, 400],
    ['a single answer is every percentile', [7], 99, 7],
    ['no answer at all', [], 95, 0],
  ])('%s', (_story, sorted, percent, expected) => {
    expect(percentile(sorted, percent)).toBe(expected);
  });
});

test('the table can be pasted into a Markdown page, figures to the right', () => {
  const row = { page: 'module', connections: 16, requestsPerSecond: 467, p50: 33.04, p95: 41, p99: 60.25 };
  expect(tableOf([{ ...row, bytes: 13543, failed: 0 }])).toBe(
    [
      '| page   | connections | requests/s | p50 ms | p95 ms | p99 ms | bytes | failed |',
      '| ------ | ----------: | ---------: | -----: | -----: | -----: | ----: | -----: |',
      '| module |          16 |        467 |   33.0 |   41.0 |   60.3 | 13543 |      0 |',
    ].join('\n'),
  );
});
