import { describe, expect, test } from 'vitest';
import { allocationNeedsReason, approvalProblems, isForTutor } from '#src/domain/caseload/allocation.ts';
import { overState } from '#src/domain/caseload/overLimit.ts';
import { verdictOn } from '#src/domain/caseload/rules.ts';
import { suggestedReference } from '#src/domain/caseload/suggestedReference.ts';
import { referenceProblem } from '#src/domain/caseload/reference.ts';
import { shareLeft } from '#src/domain/caseload/caseFacts.ts';
import { defaultRules } from './office.ts';

const against = (attribute: string) =>
  verdictOn({ rules: defaultRules, attributes: [attribute], week: 20, doneModules: [] });
const byHead = against('high-risk-of-harm');
const byTutor = against('domestic-abuse');
const said = {
  name: 'Marion Ashby',
  job: 'Head of the delivery unit',
  tutorId: 'ruth',
  reason: 'She knows the person.',
};

describe('setting a rule aside', () => {
  test('who may is named by the rule', () => {
    expect([byHead.some(isForTutor), byTutor.some(isForTutor)]).toEqual([false, true]);
  });

  test.each([
    ['nothing in the way asks nothing', [], { name: '', job: '', tutorId: '', reason: '' }, []],
    ['named, with job and reason', byHead, {}, []],
    ['nobody named', byHead, { name: '' }, ['name']],
    ['spaces are no name', byHead, { name: '    ' }, ['name']],
    ['no job', byHead, { job: '' }, ['job']],
    ['no reason', byHead, { reason: '' }, ['reason']],
    ['a reason of one letter', byHead, { reason: 'x' }, ['reason']],
    ['a tutor’s rule asks for the tutor alone', byTutor, { name: '', job: '' }, []],
    ['a tutor’s rule without a tutor', byTutor, { tutorId: '' }, ['tutor']],
    ['somebody else’s tutor', byTutor, { tutorId: 'gwen' }, ['tutor']],
    [
      'both kinds, nothing said',
      [...byHead, ...byTutor],
      { name: '', job: '', tutorId: '', reason: '' },
      ['tutor', 'name', 'job', 'reason'],
    ],
  ])('%s', (_story, findings, change, fields) => {
    expect(Object.keys(approvalProblems(findings, { ...said, ...change }, ['ruth']))).toEqual(fields);
  });
});

describe('a reason for the limit is asked where the caseload grows', () => {
  test.each([
    ['over, and heavier', { limit: 'over' as const, used: 500 }, { used: 440 }, true],
    ['over, as it was', { limit: 'over' as const, used: 500 }, { used: 500 }, false],
    ['over, and lighter', { limit: 'over' as const, used: 480 }, { used: 500 }, false],
    ['within', { limit: 'within' as const, used: 400 }, { used: 300 }, false],
  ])('%s', (_story, after, before, asks) => {
    expect(allocationNeedsReason(after, before)).toBe(asks);
  });
});

describe('where a caseload stands to its limit', () => {
  test.each([
    ['within', 'within' as const, null, 'within'],
    ['within, whatever was agreed', 'within' as const, '2026-11-30', 'within'],
    ['over, and nothing agreed', 'over' as const, null, 'never_agreed'],
    ['agreed until tomorrow', 'over' as const, '2026-11-23', 'agreed'],
    ['on its last day', 'over' as const, '2026-11-22', 'ends_today'],
    ['the day after', 'over' as const, '2026-11-21', 'ended'],
  ])('%s', (_story, limit, until, state) => {
    expect(overState({ limit }, until === null ? null : { until }, '2026-11-22')).toBe(state);
  });
});

describe('a free reference', () => {
  test('is one that may be used, the same for the same seed', () => {
    const reference = suggestedReference('some-id', new Set());
    expect(referenceProblem(reference)).toBeNull();
    expect(suggestedReference('some-id', new Set())).toBe(reference);
  });

  test('is none that is taken', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 200; count += 1) {
      const next = suggestedReference('some-id', taken);
      expect(taken.has(next)).toBe(false);
      taken.add(next);
    }
    expect(taken.size).toBe(200);
  });
});

test.each([
  ['nobody carries it', [], 100],
  ['half of it is carried', [{ sharePercent: 50 }], 50],
  ['somebody shadows', [{ sharePercent: 100 }, { sharePercent: 0 }], 0],
  ['never less than nothing', [{ sharePercent: 100 }, { sharePercent: 50 }], 0],
])('of a case is left: %s', (_story, shares, left) => {
  expect(shareLeft(shares)).toBe(left);
});
