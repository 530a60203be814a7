import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondOf } from '#src/domain/caseload/beyond.ts';
import { caseMix } from '#src/domain/caseload/caseMix.ts';
import { underUseOf } from '#src/domain/caseload/underUse.ts';
import type { LoadInput } from '#src/domain/caseload/load.ts';
import type { WorkloadCase } from '#src/domain/caseload/points.ts';
import { cases, exampleCases, figures, load, stage, TODAY, work } from './figures.ts';
import { defaultComplexity } from './office.ts';

const one: WorkloadCase = { tier: 'C2', kind: 'community', transitionToAdulthood: false };
const beyond = (carried: readonly WorkloadCase[]) => beyondOf(load({ cases: carried }), defaultComplexity);

describe('complexity, beside the official-style figure', () => {
  test('adds the office’s points by share and says which factors', () => {
    const found = beyond([
      { ...one, complexity: ['chaotic', 'high-contact'] },
      { ...one, complexity: ['chaotic'], sharePercent: 50 },
    ]);
    expect(found).toMatchObject({ extra: 42.5, used: 137, percent: 31.5 });
    expect(found.factors.map(({ id, cases: count, added }) => [id, count, added])).toEqual([
      ['chaotic', 2, 22.5],
      ['high-contact', 1, 20],
    ]);
    expect(found.sentence).toBe('42.5 points more for complexity: 137 of 435 points, 31.5%');
    expect(found.label).toContain('never decides the limit');
  });

  test.each([
    ['a shadowed case adds nothing', { sharePercent: 0 }],
    ['nor does a suspended one', { activity: 'suspended' }],
    ['nor a factor that the office lists no more', { complexity: ['made-up'] }],
  ] as const)('%s', (_story, change) => {
    expect(beyond([{ ...one, complexity: ['safeguarding'], ...change }])).toMatchObject({
      extra: 0,
      sentence: 'No points more for complexity',
    });
  });

  test('without points available there is no percentage', () => {
    const none = load({
      cases: [{ ...one, complexity: ['language'] }],
      place: { state: 'running', stage: stage(100) },
    });
    expect(beyondOf(none, defaultComplexity)).toMatchObject({
      percent: 0,
      sentence: '12 points more for complexity: 75 used, no points available',
    });
  });

  test('never decides the limit, however heavy', () => {
    const ids = defaultComplexity.factors.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.subarray(ids), { maxLength: 12 }), (all) => {
        const plain = load({ cases: all.map(() => one) });
        const heavy = load({ cases: all.map((complexity) => ({ ...one, complexity })) });
        expect([heavy.used, heavy.limit, heavy.percent]).toEqual([plain.used, plain.limit, plain.percent]);
        expect(beyondOf(heavy, defaultComplexity).used).toBeGreaterThanOrEqual(plain.used);
      }),
    );
  });
});

describe('the case mix', () => {
  const mixed: WorkloadCase[] = [
    { ...one, letterTier: 'B' },
    { ...one, letterTier: 'B', kind: 'licence', activity: 'suspended' },
    { ...one, kind: 'custody', activity: 'unpaid_work' },
    { ...one, letterTier: 'G', carrying: 'co_work', sharePercent: 50 },
    { ...one, letterTier: 'A', carrying: 'shadow', sharePercent: 0 },
  ];
  const mix = caseMix(mixed, [], TODAY);

  test('counts whole cases by letter tier, those without one too', () => {
    expect(mix.byTier.filter(({ cases: count }) => count > 0)).toEqual([
      { tier: 'B', cases: 2 },
      { tier: 'G', cases: 1 },
      { tier: null, cases: 1 },
    ]);
    expect(mix.byTier.map(({ tier }) => tier)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', null]);
  });

  test('counts by type, active and not, and shadowed ones apart', () => {
    expect(mix).toMatchObject({ total: 4, active: 3, notActive: 1, shadowed: 1 });
    expect(mix.byKind).toEqual([
      { kind: 'community', cases: 2 },
      { kind: 'licence', cases: 1 },
      { kind: 'custody', cases: 1 },
    ]);
  });

  test.each([
    ['a parole report due today', 'parole_report', TODAY, 1, 0],
    ['due in 28 days', 'parole_report', '2026-12-24', 1, 0],
    ['due in 29 days', 'parole_report', '2026-12-25', 0, 0],
    ['a court report due in 14 days', 'court_report', '2026-12-10', 0, 1],
    ['due in 15 days', 'court_report', '2026-12-11', 0, 0],
    ['a recall report due tomorrow', 'recall_report', '2026-11-27', 0, 1],
    ['another report due tomorrow', 'other_report', '2026-11-27', 0, 1],
    ['one that was due yesterday', 'court_report', '2026-11-25', 0, 0],
    ['a contact is no report', 'contact_for_other', '2026-11-27', 0, 0],
    ['nor is an assessment', 'arms_assessment', '2026-11-27', 0, 0],
  ] as const)('reports due: %s', (_story, kind, dueOn, parole, other) => {
    const dayAfter = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
    const found = caseMix([], [work({ kind, endsOn: dayAfter })], TODAY);
    expect([found.paroleReports.length, found.otherReports.length]).toEqual([parole, other]);
    for (const due of [...found.paroleReports, ...found.otherReports]) expect(due.dueOn).toBe(dueOn);
  });

  test('names the report that is due soonest first', () => {
    const due = (id: string, endsOn: string) => ({ ...work({ kind: 'court_report' }), id, endsOn });
    const { otherReports } = caseMix([], [due('later', '2026-12-08'), due('sooner', '2026-11-30')], TODAY);
    expect(otherReports.map(({ id }) => id)).toEqual(['sooner', 'later']);
  });

  test('every case is counted once in each view', () => {
    const anyCase = fc.record({
      ...{ tier: fc.constant('C2'), kind: fc.constantFrom('community', 'licence', 'custody') },
      ...{ transitionToAdulthood: fc.boolean(), letterTier: fc.constantFrom('A', 'D', null) },
      ...{ carrying: fc.constantFrom('sole', 'shadow'), activity: fc.constantFrom('active', 'warrant') },
    } as const);
    fc.assert(
      fc.property(fc.array(anyCase), (all) => {
        const found = caseMix(all, [], TODAY);
        const sum = (some: readonly { cases: number }[]) => some.reduce((total, item) => total + item.cases, 0);
        expect([sum(found.byTier), sum(found.byKind), found.active + found.notActive]).toEqual(
          Array(3).fill(found.total),
        );
        expect(found.total + found.shadowed).toBe(all.length);
      }),
    );
  });
});

describe('well under the limit', () => {
  const used = (change: Partial<LoadInput>) => underUseOf(load(change));
  test.each([
    ['nothing used', {}, { usedPercent: 0, isUnder: true }],
    ['two cases of 63 in 435', { cases: cases(2, 'C2', 'community') }, { usedPercent: 29, isUnder: true }],
    [
      'exactly at the threshold is not under it',
      { cases: cases(1, 'C2', 'community'), figures: { ...figures, targetPoints: 525 } },
      { usedPercent: 60, isUnder: false },
    ],
    [
      'a point under it is',
      { cases: cases(1, 'C2', 'community'), figures: { ...figures, targetPoints: 530 } },
      { usedPercent: 59, isUnder: true },
    ],
    ['at the limit', { cases: exampleCases }, { usedPercent: 111, isUnder: false }],
    [
      'of a limit above 100%',
      { cases: exampleCases, figures: { ...figures, limitPercent: 120 } },
      { usedPercent: 93, isUnder: false },
    ],
    [
      'an office’s own threshold',
      { cases: cases(2, 'C2', 'community'), figures: { ...figures, underUsePercent: 20 } },
      { usedPercent: 29, isUnder: false, thresholdPercent: 20 },
    ],
  ] as const)('%s', (_story, change, expected) => {
    expect(used(change)).toMatchObject(expected);
  });

  test.each([
    ['before the start', { place: { state: 'before', stage: null } }],
    ['in a pause', { place: { state: 'paused', stage: stage(80) } }],
    ['when the programme is over', { place: { state: 'after', stage: null } }],
    ['where nobody has set a reduction', { place: { state: 'running', stage: stage(null) } }],
    ['without points available', { place: { state: 'running', stage: stage(100) } }],
    ['with a limit of nought', { figures: { ...figures, limitPercent: 0 } }],
  ] as const)('says nothing: %s', (_story, change) => {
    expect(used(change)).toBeNull();
  });
});
