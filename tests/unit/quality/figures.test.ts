import { describe, expect, test } from 'vitest';
import { daysWords, shareOfAll, shareWords } from '#src/domain/quality/figures.ts';

const CRITERIA = ['criterion', 'criteria'] as const;

describe('how often somebody was agreed with', () => {
  test.each([
    ['of nothing there is no share', 0, 0, 'No criteria yet'],
    ['one of one is a small number', 1, 1, '1 of 1 criterion (100%), a small number'],
    ['nine are few', 8, 9, '8 of 9 criteria (89%), a small number'],
    ['ten are enough', 9, 10, '9 of 10 criteria (90%)'],
    ['none agreed', 0, 20, '0 of 20 criteria (0%)'],
  ])('%s', (_story, count, of, words) => {
    expect(shareWords(shareOfAll(count, of), CRITERIA)).toBe(words);
  });
});

test.each([
  [0, 'under half a day'],
  [0.2, 'under half a day'],
  [0.5, 'half a day'],
  [1, '1 day'],
  [1.26, '1½ days'],
  [2.9, '3 days'],
  [19, '19 days'],
])('%s days are said as "%s"', (days, words) => {
  expect(daysWords(days)).toBe(words);
});
