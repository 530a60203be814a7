import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAllocating, activeReductions } from '#src/domain/caseload/load.ts';
import { CASE_KINDS, TIERS } from '#src/domain/caseload/words.ts';
import { cases, exampleCases, exampleWork, figures, load, stage, TODAY } from './figures.ts';

/** The worked example of docs/decisions.md, "Workload figures": ten cases, a report, a visit for and a referral by a colleague. */
const example = { cases: exampleCases, work: exampleWork };

const off = (hoursPerWeek: number, startsOn: string, endsOn: string | null) => ({
  reason: 'Phased return',
  hoursPerWeek,
  startsOn,
  endsOn,
});
const forStage = (hoursPerWeek: number, startsOn: string, endsOn: string | null) => ({
  ...off(hoursPerWeek, startsOn, endsOn),
  reasonId: 'stage',
  reason: 'For this stage',
});
const running = (percent: number | null, name?: string) => ({
  place: { state: 'running', stage: stage(percent, name) } as const,
});

describe('the worked example', () => {
  test.each([
    [
      'month 5',
      80,
      { available: 435, used: 553, percent: 127.1, remaining: -118, limit: 'over', aboveSecondLine: true },
    ],
    [
      'month 7',
      60,
      { available: 870, used: 553, percent: 63.6, remaining: 317, limit: 'within', aboveSecondLine: false },
    ],
    ['month 13', 40, { available: 1305, used: 553, percent: 42.4, remaining: 752, limit: 'within' }],
    ['newly qualified', 20, { available: 1740, used: 553 }],
  ])('%s', (_story, percent, expected) => {
    expect(load({ ...example, ...running(percent) })).toMatchObject(expected);
  });

  test('between the limit and the second line it is over, but not above the second line', () => {
    const between = load({ cases: [...cases(6, 'C2', 'community'), ...cases(3, 'C2', 'custody')] });
    expect(between).toMatchObject({ used: 450, percent: 103.4, limit: 'over', aboveSecondLine: false });
  });

  test('says in one sentence how full it is, and that it is an estimate', () => {
    expect(load(example).sentence).toBe('435 points available, 553 used, 127.1%');
    expect(load(example).label).toBe('Estimate for training, not the official workload figure');
    expect(load({ reductions: [off(37, '2026-01-01', null)], cases: cases(1, 'D1', 'licence') }).sentence).toBe(
      'No points available, 31 used',
    );
  });

  test('can be followed line by line', () => {
    const lines = load(example).lines.map(
      ({ label, sum, value, unit }) => `${label} | ${sum} | ${String(value)} ${unit}`,
    );
    expect(lines).toEqual([
      'Target, full time without reductions | Public seed figures, version 2026-02 | 2176 points',
      'Contracted hours a week |  | 37 hours',
      'Reduction for the stage “First six months” | 80% of 37 hours | 29.6 hours',
      'Hours left a week | 37 − 29.6, at least 0 | 7.4 hours',
      'Points available | 2,176 × 7.4 ÷ 37, rounded down | 435 points',
      'Community, tier C2 | 3 × 63 | 189 points',
      'Community, tier D2 | 2 × 41 | 82 points',
      'Community, tier C1 | 2 × 50 | 100 points',
      'Licence, tier C2 | 1 × 65 | 65 points',
      'Custody, tier C2 | 2 × 24 | 48 points',
      'Court report, fast | 1 × 65 | 65 points',
      'Done for a colleague: home visit, medium | 1 × 13 | 13 points',
      'Done by a colleague: referral, low | 1 × -9 | -9 points',
      'Points used | All of the work above | 553 points',
      'Workload | 553 ÷ 435, to one decimal place | 127.1 %',
      'Points left | 435 − 553 | -118 points',
    ]);
  });
});

describe('hours and reductions', () => {
  test.each([
    ['part time 0.6 in month 5', { hoursPerWeek: 22.2 }, 261],
    ['part time 0.8 in month 5', { hoursPerWeek: 29.6 }, 348],
    ['hours not recorded', { hoursPerWeek: null }, 435],
    ['a reduction of 1.8 hours and none by stage', { ...running(0), reductions: [off(1.8, TODAY, null)] }, 2070],
    [
      'stage and two reductions add up',
      { ...running(40), reductions: [off(3.7, TODAY, null), off(3.7, '2026-01-01', null)] },
      870,
    ],
    ['together never more than is contracted', { reductions: [off(20, TODAY, null)] }, 0],
    ['one that has not begun', { reductions: [off(7.4, '2026-11-27', null)] }, 435],
    ['one on its last day', { reductions: [off(3.7, '2026-01-01', '2026-11-27')] }, 217],
    ['one that ended yesterday', { reductions: [off(3.7, '2026-01-01', '2026-11-26')] }, 435],
    ['before the start there is no stage', { place: { state: 'before', stage: null } as const }, 2176],
  ])('%s', (_story, change, available) => {
    expect(load(change).available).toBe(available);
  });

  test('reductions that count today are picked by their days', () => {
    const all = [
      off(1, '2026-11-26', '2026-11-27'),
      off(2, '2026-11-27', null),
      off(3, '2026-01-01', '2026-11-26'),
      off(4, '2026-01-01', null),
    ];
    expect(activeReductions(all, TODAY).map(({ hoursPerWeek }) => hoursPerWeek)).toEqual([1, 4]);
  });

  test('months without a published figure ask for a manager’s reduction and say so', () => {
    const open = load(running(null, 'Months 19 to 21'));
    expect(open).toMatchObject({ available: 2176, needsReduction: true });
    expect(open.lines).toContainEqual({
      label: 'Reduction for the stage “Months 19 to 21”',
      sum: 'No figure is published for this time, so a manager sets it',
      value: 0,
      unit: 'hours',
    });
    expect(load({ ...running(null), reductions: [forStage(7.4, TODAY, null)] })).toMatchObject({
      available: 1740,
      needsReduction: false,
    });
  });

  test('a reduction for another reason does not stand for the one of the stage', () => {
    expect(load({ ...running(null), reductions: [off(7.4, TODAY, null)] })).toMatchObject({
      available: 1740,
      needsReduction: true,
    });
  });

  test.each([
    [
      'a stage with a figure takes it off once, whatever a manager entered for it',
      running(80),
      [['2026-11-01', 10]],
      435,
    ],
    [
      'of two that a manager entered the one that began last',
      running(null),
      [
        ['2026-11-20', 7.4],
        ['2026-11-01', 14.8],
      ],
      1740,
    ],
    ['one that has not begun changes nothing', running(null), [['2026-11-27', 10]], 2176],
  ] as const)('%s', (_story, place, entered, available) => {
    const reductions = entered.map(([startsOn, hours]) => forStage(hours, startsOn, null));
    expect(load({ ...place, reductions }).available).toBe(available);
  });

  test('what does not count beside another stands in the lines and says so', () => {
    const { lines } = load({ ...running(80), reductions: [{ ...forStage(10, '2026-11-01', null), by: 'Kerry Bell' }] });
    expect(lines).toContainEqual({
      label: 'Reduction: For this stage',
      sum: 'Set by Kerry Bell, with no end date. Not counted: another reduction stands for this stage',
      value: 0,
      unit: 'hours',
    });
  });

  test.each([
    ['in a stage with a figure', running(80), false],
    ['before the start', { place: { state: 'before', stage: null } as const }, false],
    ['when the programme is over', { place: { state: 'after', stage: null } as const }, true],
    [
      'where the manager’s reduction has ended',
      { ...running(null), reductions: [off(5, '2026-01-01', '2026-11-26')] },
      true,
    ],
  ])('a reduction is asked for or not: %s', (_story, change, needsReduction) => {
    expect(load(change).needsReduction).toBe(needsReduction);
  });

  test('a reduction is named with the day it ends', () => {
    const { lines } = load({ reductions: [off(3.7, '2026-11-01', '2027-01-04')] });
    expect(lines).toContainEqual({
      label: 'Reduction: Phased return',
      sum: 'Set by a manager, ends on Monday 4 January 2027',
      value: 3.7,
      unit: 'hours',
    });
    expect(lines).toContainEqual({
      label: 'Hours left a week',
      sum: '37 − 29.6 − 3.7, at least 0',
      value: 3.7,
      unit: 'hours',
    });
  });
});

describe('before allocating', () => {
  const light = { id: 'amber-1', tier: 'D1', kind: 'custody', transitionToAdulthood: false } as const;
  const heavy = { ...light, tier: 'A3', kind: 'licence' } as const;

  test('the case is added and everything worked out again', () => {
    const before = load({ cases: exampleCases.slice(0, 5) });
    expect(before).toMatchObject({ used: 271, percent: 62.3, limit: 'within' });
    expect(afterAllocating(before, heavy)).toMatchObject({
      available: 435,
      used: 490,
      percent: 112.6,
      remaining: -55,
      limit: 'over',
    });
    expect(before.used).toBe(271);
  });

  test('a case that is hers already counts once, with its new weight', () => {
    const before = load({ cases: [light, ...cases(1, 'C2', 'community')] });
    expect(before.used).toBe(76);
    expect(afterAllocating(before, heavy).used).toBe(63 + 219);
  });

  test('cases without an id are never taken for the same', () => {
    const before = load({ cases: cases(1, 'C2', 'community') });
    expect(afterAllocating(before, { tier: 'C2', kind: 'community', transitionToAdulthood: false }).used).toBe(126);
  });

  test('what is added is what the case weighs, and the limit turns exactly where points run out', () => {
    const anyCase = fc.record({
      tier: fc.constantFrom(...TIERS),
      kind: fc.constantFrom(...CASE_KINDS),
      transitionToAdulthood: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 12 }),
        anyCase,
        fc.integer({ min: 0, max: 100 }),
        (carried, added, percent) => {
          const before = load({ cases: carried, ...running(percent) });
          const after = afterAllocating(before, added);
          expect(after.used).toBe(load({ cases: [...carried, added] }).used);
          expect(after.limit).toBe(
            after.used * 1000 <= after.available * figures.limitPercent * 10 ? 'within' : 'over',
          );
          expect(after.remaining < 0).toBe(after.limit === 'over');
          const counted = after.lines.filter(({ label }) => /^(Community|Licence|Custody), /.test(label));
          expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(after.used);
        },
      ),
    );
  });
});
