import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availablePoints,
  casePoints,
  figuresOn,
  hoursLeft,
  isAbove,
  remainingPoints,
  stageReductionHours,
  usedPoints,
  workloadPercent,
} from '#src/domain/caseload/points.ts';
import { contactPoints } from '#src/domain/caseload/work.ts';
import { cases, exampleCases, figures, work } from './figures.ts';

const fullTime = { target: 2176, fullTimeHours: 37, hoursPerWeek: 37, reductionHours: 0 };

describe('points available', () => {
  test.each([
    ['a test vector of the public tool: 1.8 hours off', { reductionHours: 1.8 }, 2070],
    ['a test vector of the public tool: 30 hours, 1.8 off', { hoursPerWeek: 30, reductionHours: 1.8 }, 1658],
    ['first six months, full time', { reductionHours: 29.6 }, 435],
    ['months 7 to 12', { reductionHours: 22.2 }, 870],
    ['months 13 to 18', { reductionHours: 14.8 }, 1305],
    ['newly qualified', { reductionHours: 7.4 }, 1740],
    ['qualified', {}, 2176],
    ['part time 0.6 in the first six months', { hoursPerWeek: 22.2, reductionHours: 17.76 }, 261],
    ['part time 0.8 in the first six months', { hoursPerWeek: 29.6, reductionHours: 23.68 }, 348],
    ['no hours recorded counts as full time', { hoursPerWeek: null }, 2176],
    ['no hours recorded, with a reduction', { hoursPerWeek: null, reductionHours: 29.6 }, 435],
    ['no hours left', { reductionHours: 37 }, 0],
    ['more taken off than there is', { hoursPerWeek: 20, reductionHours: 37 }, 0],
    ['no target', { target: 0 }, 0],
    ['no full-time hours', { fullTimeHours: 0 }, 0],
  ])('%s', (_story, change, points) => {
    expect(availablePoints({ ...fullTime, ...change })).toBe(points);
  });

  test('come out whole where binary fractions would fall just short', () => {
    expect(Math.floor(1000 * (0.3 - 0.2))).toBe(99);
    expect(availablePoints({ target: 1000, fullTimeHours: 1, hoursPerWeek: 0.3, reductionHours: 0.2 })).toBe(100);
    expect(availablePoints({ target: 10, fullTimeHours: 0.1, hoursPerWeek: 0.3, reductionHours: 0 })).toBe(30);
  });

  test('are the largest whole number that the hours left pay for', () => {
    const anyHours = fc.integer({ min: 0, max: 3700 });
    fc.assert(
      fc.property(anyHours, anyHours, (contracted, off) => {
        const points = availablePoints({ ...fullTime, hoursPerWeek: contracted / 100, reductionHours: off / 100 });
        const left = BigInt(Math.max(0, contracted - off));
        expect(BigInt(points) * 3700n <= 2176n * left && 2176n * left < BigInt(points + 1) * 3700n).toBe(true);
      }),
    );
  });
});

describe('hours taken off', () => {
  test.each([
    ['80% of full time', 37, 80, 29.6],
    ['60% of full time', 37, 60, 22.2],
    ['40% of full time', 37, 40, 14.8],
    ['80% of 0.6', 22.2, 80, 17.76],
    ['80% of 0.8', 29.6, 80, 23.68],
    ['a half hundredth goes up', 0.15, 10, 0.02],
    ['nothing', 37, 0, 0],
    ['everything', 37, 100, 37],
    ['never more than is contracted', 20, 150, 20],
  ])('%s', (...[_story, contracted, percent, hours]) => {
    expect(stageReductionHours(contracted, percent)).toBe(hours);
  });

  test('hours left are exact to two decimals and never below 0', () => {
    expect(hoursLeft(37, 29.6)).toBe(7.4);
    expect(hoursLeft(22.2, 17.76)).toBe(4.44);
    expect(hoursLeft(20, 37)).toBe(0);
  });
});

describe('points of a case', () => {
  const young = { tier: 'A3', kind: 'community', transitionToAdulthood: true } as const;
  test.each([
    ['the heaviest in the community', cases(1, 'A3', 'community'), 206],
    ['the same on licence', cases(1, 'A3', 'licence'), 219],
    ['the same in custody', cases(1, 'A3', 'custody'), 75],
    ['a young adult in transition counts as in custody, wherever he is', [young], 75],
    ['a tier without points on licence', cases(1, 'B0', 'licence'), 0],
    ['no tier yet', cases(1, null, 'community'), 0],
    ['a suspended tier', cases(1, 'A3S', 'community'), 0],
    ['a letter of the newer model, which has no points', cases(1, 'G', 'community'), 0],
    ['a name that every object has', cases(1, 'constructor', 'community'), 0],
    ['the worked example, ten cases', exampleCases, 484],
  ])('%s', (_story, some, points) => {
    expect(some.reduce((sum, item) => sum + casePoints(figures, item), 0)).toBe(points);
    expect(usedPoints(figures, { cases: some })).toBe(points);
  });
});

describe('other work', () => {
  test.each([
    ['a standard court report', { kind: 'court_report', type: 'standard' }, 138],
    ['a fast one', { kind: 'court_report', type: 'fast' }, 65],
    ['one of an unknown type', { kind: 'court_report', type: 'constructor' }, 0],
    ['a contact for a colleague adds', { kind: 'contact_for_other', type: 'home-visit', level: 'medium' }, 13],
    ['a contact by a colleague takes off', { kind: 'contact_by_other', type: 'referral', level: 'low' }, -9],
    ['group supervision carries nothing', { kind: 'contact_for_other', type: 'group-supervision', level: 'high' }, 0],
    ['a parole report, while the switch is off', { kind: 'parole_report' }, 0],
    ['an ARMS assessment, while the switch is off', { kind: 'arms_assessment', type: 'community' }, 0],
    ['a recall report, which has no public points', { kind: 'recall_report' }, 0],
    ['any other report', { kind: 'other_report' }, 0],
  ] as const)('%s', (_story, item, points) => {
    expect(usedPoints(figures, { cases: [], work: [work(item)] })).toBe(points);
  });

  test.each([
    ['a parole report', { kind: 'parole_report' }, 120],
    ['an ARMS assessment in the community', { kind: 'arms_assessment', type: 'community' }, 69],
    ['an ARMS assessment on licence', { kind: 'arms_assessment', type: 'licence' }, 35],
    ['an ARMS assessment of nobody knows where', { kind: 'arms_assessment', type: 'counts' }, 0],
  ] as const)('%s counts where the office switches it on', (_story, item, points) => {
    const on = {
      ...figures,
      paroleReport: { ...figures.paroleReport, counts: true },
      armsAssessment: { ...figures.armsAssessment, counts: true },
    };
    expect(usedPoints(on, { cases: [], work: [work(item)] })).toBe(points);
  });

  test.each(['made-up', 'constructor', '__proto__'])('a contact of the unknown type %j carries nothing', (type) => {
    expect(contactPoints(figures, { type, level: 'high' })).toBe(0);
  });
});

describe('workload in percent', () => {
  test.each([
    ['month 5 of the worked example', 553, 435, 127.1],
    ['month 7', 553, 870, 63.6],
    ['month 13', 553, 1305, 42.4],
    ['exactly full', 435, 435, 100],
    ['a half tenth goes up', 1, 2000, 0.1],
    ['a little less goes down', 49, 100_000, 0],
    ['where binary fractions would round the wrong way', 1005, 100_000, 1],
    ['nothing used', 0, 435, 0],
    ['nothing available', 100, 0, 0],
    ['more taken off by colleagues than carried', -9, 435, 0],
  ])('%s', (...[_story, used, available, percent]) => {
    expect(workloadPercent(used, available)).toBe(percent);
  });

  const anyPoints = fc.integer({ min: 1, max: 5000 });

  test('is never further than half a tenth from the true figure, and a half goes up', () => {
    fc.assert(
      fc.property(anyPoints, anyPoints, (used, available) => {
        const tenths = BigInt(Math.round(workloadPercent(used, available) * 10));
        const difference = 2n * (BigInt(used) * 1000n - tenths * BigInt(available));
        expect(-BigInt(available) <= difference && difference < BigInt(available)).toBe(true);
      }),
    );
  });

  test('remaining points are negative when over', () => {
    expect(remainingPoints(435, 553)).toBe(-118);
    expect(remainingPoints(435, 412)).toBe(23);
  });

  test.each([
    ['exactly at the limit is within it', 435, 435, 100, false],
    ['one point more is over', 436, 435, 100, true],
    ['over by less than the rounded figure shows', 2001, 2000, 100, true],
    ['the second line', 478, 435, 110, false],
    ['above the second line', 479, 435, 110, true],
    ['a limit with a decimal', 1005, 1000, 100.5, false],
    ['any work is over nothing', 1, 0, 100, true],
    ['no work is within nothing', 0, 0, 100, false],
  ])('%s', (...[_story, used, available, limit, above]) => {
    expect(isAbove(used, available, limit)).toBe(above);
  });

  test('is above a limit exactly where used points exceed that share', () => {
    fc.assert(
      fc.property(anyPoints, anyPoints, fc.integer({ min: 500, max: 1500 }), (used, available, tenths) => {
        expect(isAbove(used, available, tenths / 10)).toBe(BigInt(used) * 1000n > BigInt(tenths) * BigInt(available));
      }),
    );
  });
});

describe('which version of the figures counts', () => {
  const later = { ...figures, version: '2027-04', effectiveFrom: '2027-04-01' };
  const last = { ...figures, version: '2028-04', effectiveFrom: '2028-04-01' };
  test.each([
    ['the day before a new one', '2027-03-31', '2026-02'],
    ['its first day', '2027-04-01', '2027-04'],
    ['until the one after it', '2028-03-31', '2027-04'],
    ['the last one, for good', '2040-01-01', '2028-04'],
    ['before the first one, the first', '2020-01-01', '2026-02'],
  ])('%s', (_story, day, version) => {
    expect(figuresOn([last, figures, later], day).version).toBe(version);
  });

  test('having none at all is a mistake', () => {
    expect(() => figuresOn([], '2026-11-21')).toThrow('There are no workload figures.');
  });
});
