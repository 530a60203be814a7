import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadOf } from '#src/domain/caseload/load.ts';
import { carriedPoints, casePoints, usedPoints, type WorkloadCase } from '#src/domain/caseload/points.ts';
import { ACTIVITIES, CARRYINGS, CASE_KINDS, TIERS, WORK_KINDS } from '#src/domain/caseload/words.ts';
import type { DatedWork } from '#src/domain/caseload/work.ts';
import { cases, figures, load, work } from './figures.ts';

const one: WorkloadCase = { tier: 'C2', kind: 'community', transitionToAdulthood: false };

const anyCase: fc.Arbitrary<WorkloadCase> = fc.record({
  tier: fc.constantFrom(...TIERS, null),
  kind: fc.constantFrom(...CASE_KINDS),
  transitionToAdulthood: fc.boolean(),
  sharePercent: fc.integer({ min: 0, max: 100 }),
  activity: fc.constantFrom(...ACTIVITIES),
  carrying: fc.constantFrom(...CARRYINGS),
});

const anyWork: fc.Arbitrary<DatedWork> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...WORK_KINDS),
  type: fc.constantFrom('standard', 'fast', 'community', 'licence', 'home-visit', 'unheard-of', null),
  level: fc.constantFrom('low', 'medium', 'high', null),
  startsOn: fc.constant('2026-11-01'),
  endsOn: fc.constant('2026-12-01'),
});

/** Whole percentages that add up to 100. */
const anyShares = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 })
  .map((cuts) => [0, ...cuts, 100].toSorted((a, b) => a - b))
  .map((edges) => edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)));

describe('the share of a case that counts', () => {
  test.each([
    ['all of it', {}, 63],
    ['half', { sharePercent: 50 }, 31.5],
    ['a third, as whole percent', { sharePercent: 33 }, 20.79],
    ['none while shadowing', { sharePercent: 0, carrying: 'shadow' }, 0],
    ['leading under supervision', { sharePercent: 100, carrying: 'lead_supervised' }, 63],
    ['contact suspended', { activity: 'suspended' }, 0],
    ['a warrant out', { activity: 'warrant' }, 0],
    ['termination overdue', { activity: 'overdue' }, 0],
    ['unpaid work counts in full', { activity: 'unpaid_work' }, 63],
    ['half of unpaid work', { activity: 'unpaid_work', sharePercent: 50 }, 31.5],
  ] as const)('%s', (_story, change, points) => {
    expect(carriedPoints(figures, { ...one, ...change })).toBe(points);
  });

  test('an office may count a suspended case in part', () => {
    const quarter = { ...figures, activityPercent: { ...figures.activityPercent, suspended: 25 } };
    expect(carriedPoints(quarter, { ...one, activity: 'suspended', sharePercent: 50 })).toBe(7.875);
  });

  test('prints without the noise of binary fractions', () => {
    const tenth = Array.from({ length: 3 }, () => ({ ...one, tier: 'C1', sharePercent: 1 }));
    expect(0.5 + 0.5 + 0.5).toBe(1.5);
    expect(String(usedPoints(figures, { cases: [...tenth, { ...one, sharePercent: 51 }] }))).toBe('33.63');
    expect(
      load({
        cases: [
          { ...one, sharePercent: 33 },
          { ...one, sharePercent: 34 },
        ],
      }).sentence,
    ).toBe('435 points available, 42.21 used, 9.7%');
  });

  test('a limit of exactly 100% is not crossed by a fraction that is not there', () => {
    const thirds = [33, 33, 34].map((sharePercent) => ({ ...one, sharePercent }));
    const full = load({
      cases: [...cases(5, 'C2', 'community'), ...cases(3, 'D2', 'custody'), ...thirds, ...cases(1, 'D3', 'custody')],
    });
    expect(full.used).toBe(5 * 63 + 3 * 14 + 63 + 17);
    expect(full).toMatchObject({ used: 437, limit: 'over', remaining: -2 });
  });
});

describe('what always holds', () => {
  test('splitting a case by shares that add to 100 gives back exactly its points', () => {
    fc.assert(
      fc.property(anyCase, anyShares, (whole, shares) => {
        const parts = shares.map((sharePercent) => ({ ...whole, sharePercent }));
        const all = usedPoints(figures, { cases: [{ ...whole, sharePercent: 100 }] });
        expect(usedPoints(figures, { cases: parts })).toBe(all);
        expect(all).toBe((casePoints(figures, whole) * figures.activityPercent[whole.activity ?? 'active']) / 100);
      }),
    );
  });

  test('the same holds where officers carry the parts on different caseloads', () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 8 }),
        fc.array(anyCase, { maxLength: 8 }),
        anyCase,
        anyShares,
        (hers, his, moved, shares) => {
          const [first = 0] = shares;
          const together = [...hers, ...his, { ...moved, sharePercent: 100 }];
          const apart = usedPoints(figures, { cases: [...hers, { ...moved, sharePercent: first }] });
          const rest = usedPoints(figures, { cases: [...his, { ...moved, sharePercent: 100 - first }] });
          const parts = Math.round(apart * 10_000) + Math.round(rest * 10_000);
          expect(parts).toBe(Math.round(usedPoints(figures, { cases: together }) * 10_000));
        },
      ),
    );
  });

  test('adding a case never lowers the figure, and taking one on never moves somebody back within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 12 }),
        anyCase,
        fc.array(anyWork, { maxLength: 4 }),
        (carried, added, done) => {
          const before = load({ cases: carried, work: done });
          const after = load({ cases: [...carried, added], work: done });
          expect(after.used).toBeGreaterThanOrEqual(before.used);
          expect(after.percent).toBeGreaterThanOrEqual(before.percent);
          expect(after.remaining).toBeLessThanOrEqual(before.remaining);
          if (before.limit === 'over') expect(after.limit).toBe('over');
        },
      ),
    );
  });

  test('the order of cases and work changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), fc.array(anyWork, { maxLength: 6 }), (carried, done) => {
        const turned = load({ cases: carried.toReversed(), work: done.toReversed() });
        expect(turned.used).toBe(load({ cases: carried, work: done }).used);
      }),
    );
  });

  test('the lines of the sum add up to the points used', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), fc.array(anyWork, { maxLength: 6 }), (carried, done) => {
        const { lines, used } = load({ cases: carried, work: done });
        const from = lines.findIndex(({ label }) => label === 'Points available');
        const to = lines.findIndex(({ label }) => label === 'Points used');
        const parts = lines.slice(from + 1, to).reduce((sum, { value }) => sum + Math.round(value * 10_000), 0);
        expect(parts / 10_000).toBe(used);
      }),
    );
  });

  test('no number prints with more than four decimals', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), (carried) => {
        const { used, remaining, lines } = load({ cases: carried });
        for (const number of [used, remaining, ...lines.map(({ value }) => value)])
          expect(String(number)).toMatch(/^-?\d+(\.\d{1,4})?$/);
      }),
    );
  });
});

describe('dated work', () => {
  const report = work({ kind: 'court_report', type: 'standard', startsOn: '2026-11-10', endsOn: '2026-11-21' });
  test.each([
    ['the day before it begins', '2026-11-09', 0],
    ['its first day', '2026-11-10', 138],
    ['the day it is due', '2026-11-20', 138],
    ['the day after', '2026-11-21', 0],
  ])('counts on its days: %s', (_story, today, used) => {
    expect(load({ work: [report], today }).used).toBe(used);
  });
});

describe('how was this worked out', () => {
  const shown = (change: Parameters<typeof load>[0]) =>
    load(change).lines.map(({ label, sum, value }) => `${label} | ${sum} | ${String(value)}`);

  test('names the share, who set it, and what does not count', () => {
    const lines = shown({
      cases: [
        { ...one, carrying: 'co_work', sharePercent: 50, managerName: 'Kerry Bell' },
        { ...one, carrying: 'co_work', sharePercent: 50, managerName: 'Salma Siddiqui' },
        { ...one, carrying: 'shadow', sharePercent: 0, managerName: 'Kerry Bell' },
        { ...one, activity: 'suspended' },
        { ...one, transitionToAdulthood: true, carrying: 'sole', sharePercent: 100 },
      ],
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Community, tier C2, co-working | 2 × 63 × 50% share, set by Kerry Bell and Salma Siddiqui | 63',
        'Community, tier C2, shadowing | 1 × 63 × 0% share, set by Kerry Bell | 0',
        'Community, tier C2, contact suspended | 1 × 63 × 0% counted | 0',
        'Community, tier C2, transition to adulthood | 1 × 24 | 24',
      ]),
    );
  });

  test('cases of another share stand in another line', () => {
    const shares = [50, 50, 40].map((sharePercent) => ({ ...one, carrying: 'co_work' as const, sharePercent }));
    expect(shown({ cases: shares }).filter((line) => line.includes('co-working'))).toEqual([
      'Community, tier C2, co-working | 2 × 63 × 50% share | 63',
      'Community, tier C2, co-working | 1 × 63 × 40% share | 25.2',
    ]);
  });

  test('says what is switched off and what carries no points', () => {
    const lines = shown({ work: [work({ kind: 'parole_report' }), work({ kind: 'recall_report' })] });
    expect(lines).toContain('Parole report | 1 × 120, not counted: the figures have it switched off | 0');
    expect(lines).toContain('Recall report | 1 × 0: carries no points | 0');
  });

  test('says who set the figures where the office did', () => {
    expect(shown({ figuresSet: { by: 'Harvey Flint', effectiveFrom: '2026-12-01' } })[0]).toBe(
      'Target, full time without reductions | Set by Harvey Flint, from Tuesday 1 December 2026 | 2176',
    );
  });
});

test('a load is worked out from what it is given and from nothing else', () => {
  const input = load({ cases: cases(2, 'B1', 'licence') }).input;
  expect(loadOf(input)).toEqual(loadOf(input));
});
