import { describe, expect, test } from 'vitest';
import { gridOf } from '#src/domain/portfolio/grid.ts';
import {
  answeredItems,
  type PlanEvidence,
  type PlanItem,
  plannedNow,
  planProblems,
  proposals,
} from '#src/domain/portfolio/plan.ts';
import type { Criterion } from '#src/domain/portfolio/qualification.ts';
import type { EvidenceFacts } from '#src/domain/portfolio/standingDecisions.ts';

const TODAY = '2026-11-19';
const criterion = (id: string, change: Partial<Criterion> = {}): Criterion => ({
  ...{
    id,
    text: `Shows ${id}.`,
    neededTimes: 1,
    kinds: ['reflective_account'],
    mustInclude: [],
    currentForMonths: null,
  },
  ...change,
});
const watched = { kinds: ['reflective_account', 'observation'], mustInclude: ['observation'], neededTimes: 2 } as const;
const qualification = {
  units: [
    { id: '1', title: 'One', summary: 'One', criteria: [criterion('1.1'), criterion('1.2')] },
    {
      id: '2',
      title: 'Two',
      summary: 'Two',
      criteria: [criterion('2.1', { ...watched, kinds: [...watched.kinds], mustInclude: [...watched.mustInclude] })],
    },
  ],
};
const met = (id: string, criteria: readonly string[]): EvidenceFacts => ({
  ...{ evidenceId: id, submissionId: `${id}-1`, number: 1, kind: 'reflective_account', happenedOn: '2026-11-01' },
  ...{ criteria, assessmentId: `${id}-a`, isWithdrawn: false, isReadable: true },
  decisions: criteria.map((criterionId) => ({ criterionId, outcome: 'met', counts: true })),
});
const gridWith = (...evidence: EvidenceFacts[]) =>
  gridOf(qualification, { evidence, signOffs: new Map(), today: TODAY });
const NOTHING = { planned: [], waiting: [] };
const proposed = (grid: ReturnType<typeof gridOf>, given: Parameters<typeof proposals>[2] = NOTHING) =>
  proposals(qualification, grid, given).map(({ kind, criteria, why }) => ({ kind, criteria, why }));

describe('pieces of evidence worth planning', () => {
  test('a kind that must be among them comes first, then what is not shown often enough, one unit at a time', () => {
    expect(proposed(gridWith())).toEqual([
      { kind: 'observation', criteria: ['2.1'], why: '2.1 needs one direct observation at least' },
      { kind: 'reflective_account', criteria: ['1.1', '1.2'], why: '1.1, 1.2 are not shown often enough' },
    ]);
  });

  test('what is ready to sign leaves no gap, and a kind that is there is not asked for again', () => {
    const kinds = proposed(gridWith(met('a', ['1.1', '1.2', '2.1'])));
    expect(kinds).toEqual([
      { kind: 'observation', criteria: ['2.1'], why: '2.1 needs one direct observation at least' },
    ]);
  });

  test('what is planned, or handed in and waiting, is left out', () => {
    const planned = [{ kind: 'observation', criteria: ['2.1'] }] as const;
    const waiting = [{ kind: 'reflective_account', claims: ['1.2'] }] as const;
    expect(proposed(gridWith(), { planned, waiting })).toEqual([
      { kind: 'reflective_account', criteria: ['1.1'], why: '1.1 is not shown often enough' },
    ]);
  });
});

describe('how far a plan is', () => {
  const item: PlanItem = {
    ...{ id: 'p', kind: 'observation', criteria: ['2.1', '1.1'], plannedOn: '2026-11-26', words: '', evidenceId: null },
    plannedAt: new Date('2026-11-10T10:00:00Z'),
  };
  const came = (change: Partial<PlanEvidence> = {}): PlanEvidence => ({
    ...{ id: 's', evidenceId: 'e', kind: 'observation', claims: ['2.1'], withdrawnAt: null },
    submittedAt: new Date('2026-11-12T10:00:00Z'),
    ...change,
  });
  const state = (evidence: PlanEvidence[], change: Partial<PlanItem> = {}) =>
    plannedNow({ ...item, ...change }, evidence, TODAY).state;

  test.each<[string, string, PlanEvidence[], Partial<PlanItem>]>([
    ['ahead', 'nothing came yet', [], {}],
    ['late', 'its day has passed', [], { plannedOn: '2026-11-18' }],
    ['ahead', 'today is its day', [], { plannedOn: TODAY }],
    ['partly', 'one criterion of two is claimed', [came()], {}],
    ['late', 'only a part came, and its day has passed', [came()], { plannedOn: '2026-11-18' }],
    ['done', 'every criterion is claimed', [came({ claims: ['2.1', '1.1', '1.2'] })], {}],
    ['done', 'every criterion is claimed by two together', [came(), came({ id: 't', claims: ['1.1'] })], {}],
    ['done', 'it came late, but it came', [came({ claims: ['2.1', '1.1'] })], { plannedOn: '2026-11-11' }],
    ['ahead', 'another kind came', [came({ kind: 'reflective_account', claims: ['2.1', '1.1'] })], {}],
    ['ahead', 'it was handed in before it was planned', [came({ submittedAt: new Date('2026-11-09T10:00:00Z') })], {}],
    ['ahead', 'what came was taken back', [came({ withdrawnAt: new Date('2026-11-13T10:00:00Z') })], {}],
    [
      'partly',
      'the evidence begun from it counts whatever its kind',
      [came({ kind: 'assignment' })],
      { evidenceId: 'e' },
    ],
    ['dropped', 'nothing of what it was for is in the criteria any more', [], { criteria: [] }],
    ['dropped', 'something came of it, and its criteria are gone', [came()], { criteria: [], evidenceId: 'e' }],
  ])('%s: %s', (expected, _story, evidence, change) => {
    expect(state(evidence, change)).toBe(expected);
  });
});

describe('what is wrong with an item of a plan', () => {
  const good = { kind: 'reflective_account', criteria: ['1.1'], plannedOn: '2026-11-26' } as const;
  test.each<[string, Partial<Parameters<typeof planProblems>[0]>, string]>([
    ['no criterion', { criteria: [] }, 'criteria'],
    ['a criterion that is not there', { criteria: ['1.1', '9.9'] }, 'criteria'],
    ['a kind that a criterion does not take', { kind: 'observation' }, 'criteria'],
    ['yesterday', { plannedOn: '2026-11-18' }, 'plannedOn'],
    ['more than a year ahead', { plannedOn: '2027-11-21' }, 'plannedOn'],
  ])('%s', (_story, change, field) => {
    expect(Object.keys(planProblems({ ...good, ...change }, { qualification, today: TODAY }))).toEqual([field]);
  });

  test('nothing, today and in a year', () => {
    for (const plannedOn of [TODAY, '2027-11-20'])
      expect(planProblems({ ...good, plannedOn }, { qualification, today: TODAY })).toEqual({});
  });
});

describe('what a piece of evidence answers of a plan, as it is handed in', () => {
  const item = (id: string, change: Partial<PlanItem> = {}): PlanItem => ({
    ...{ id, kind: 'observation', criteria: ['2.1', '1.1'], plannedOn: TODAY, words: '', evidenceId: null },
    plannedAt: new Date('2026-11-10T10:00:00Z'),
    ...change,
  });

  test.each<[string, PlanItem, readonly string[], boolean]>([
    ['its kind, with one of its criteria', item('p'), ['2.1', '3.1'], true],
    ['its kind, with none of its criteria', item('p'), ['3.1'], false],
    ['another kind', item('p', { kind: 'reflective_account' }), ['2.1'], false],
    ['answered by something before', item('p', { evidenceId: 'before' }), ['2.1'], false],
    ['nothing of it is in the criteria any more', item('p', { criteria: [] }), ['2.1'], false],
  ])('%s', (_story, planned, claims, isAnswered) => {
    expect(answeredItems([planned], { kind: 'observation', claims })).toEqual(isAnswered ? [planned] : []);
  });

  test('one piece may answer several', () => {
    const both = [item('p'), item('q', { criteria: ['1.1'] })];
    expect(answeredItems(both, { kind: 'observation', claims: ['1.1'] })).toEqual(both);
  });
});
