import { describe, expect, test } from 'vitest';
import { reviewNotice, reviewState } from '#src/domain/modules/review.ts';

const module = { reviewBy: '2027-02-21' };

describe('where a module stands with its review', () => {
  test.each([
    ['more than thirty days before', '2027-01-21', 'fine'],
    ['thirty days before', '2027-01-22', 'due'],
    ['on the review day', '2027-02-21', 'due'],
    ['the day after', '2027-02-22', 'passed'],
    ['thirty days after', '2027-03-23', 'passed'],
    ['thirty-one days after', '2027-03-24', 'over'],
  ])('%s', (_story, today, state) => {
    expect(reviewState(module, today)).toBe(state);
  });

  test.each(['2026-11-21', '2027-02-21'])('on %s the reader is told nothing', (today) => {
    expect(reviewNotice(module, today)).toBeNull();
  });

  test.each(['2027-02-22', '2027-06-01'])('on %s she is told by when the facts were due to be checked', (today) => {
    expect(reviewNotice(module, today)).toMatch(
      /^The facts here were due to be checked again by 21 February 2027\. .* before you rely on it\.$/,
    );
  });
});
