import { describe, expect, test } from 'vitest';
import { allocationNeedsReason, allocationProblems } from '#src/domain/caseload/allocation.ts';
import { exampleCases, load, TODAY } from './figures.ts';

const within = load({ cases: exampleCases.slice(0, 5) });
const over = load({ cases: exampleCases });
const agreed = { after: over, reason: 'Cover until a colleague is back', until: '2026-12-11', today: TODAY };

describe('a reason for going over the limit', () => {
  test('is needed over it and not within it', () => {
    expect([within.limit, over.limit]).toEqual(['within', 'over']);
    expect(allocationNeedsReason(within)).toBe(false);
    expect(allocationNeedsReason(over)).toBe(true);
  });

  test.each([
    ['within the limit nothing is asked', { after: within, reason: null, until: null }, []],
    ['reason and end date are there', {}, []],
    ['no reason', { reason: null }, ['reason']],
    ['a reason of blanks', { reason: '             ' }, ['reason']],
    ['a reason that says nothing', { reason: 'ok' }, ['reason']],
    ['no end date', { until: null }, ['until']],
    ['an end date that does not exist', { until: '2026-11-31' }, ['until']],
    ['an end date today', { until: TODAY }, ['until']],
    ['an end date in the past', { until: '2026-11-01' }, ['until']],
    ['an end date further than a year away', { until: '2027-12-31' }, ['until']],
    ['an end date that nobody lives to see', { until: '9999-12-31' }, ['until']],
    ['neither', { reason: null, until: null }, ['reason', 'until']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(allocationProblems({ ...agreed, ...change }))).toEqual(fields);
  });
});
