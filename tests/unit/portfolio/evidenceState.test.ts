import { describe, expect, test } from 'vitest';
import {
  changedSinceSubmission,
  decisionStanding,
  type DecisionStanding,
  EVIDENCE_STATES,
  evidenceState,
  type EvidenceState,
  NEXT_STEPS,
  type StateFacts,
  stateFacts,
  waitingDays,
} from '#src/domain/portfolio/evidenceState.ts';
import type { AssessmentOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';
import { line, ONE, step, version } from './lines.ts';

const facts = (change: Partial<StateFacts> = {}): StateFacts => ({
  isWithdrawn: false,
  awaitsSignatures: false,
  assessment: null,
  isSignedOff: false,
  ...change,
});
const assessed = (outcome: AssessmentOutcome, standing: DecisionStanding = 'counts') => ({
  assessment: { outcome, standing },
});

const RECORDED = { qualificationVersion: 'demo-1', withdrawnAt: null, awaitsSignatures: false, assessment: null };

describe('where a piece of evidence stands', () => {
  test.each<[string, StateFacts | null, EvidenceState]>([
    ['never submitted', null, 'draft'],
    ['withdrawn', facts({ isWithdrawn: true }), 'draft'],
    ['a record that both have to sign', facts({ awaitsSignatures: true }), 'to_sign_both'],
    ['submitted, not looked at', facts(), 'submitted'],
    ['sent back', facts(assessed('returned')), 'returned'],
    ['every criterion met', facts(assessed('to_sign')), 'accepted'],
    ['decided by somebody in training', facts(assessed('to_sign', 'to_countersign')), 'to_countersign'],
    ['returned by somebody in training', facts(assessed('returned', 'to_countersign')), 'to_countersign'],
    ['a colleague sent the decisions back', facts(assessed('to_sign', 'sent_back')), 'submitted'],
    ['a quality assurer opened the decisions again', facts(assessed('to_sign', 'reopened')), 'submitted'],
    ['every criterion signed off', facts({ ...assessed('to_sign'), isSignedOff: true }), 'signed_off'],
  ])('%s', (_story, given, state) => {
    expect(evidenceState(given)).toBe(state);
  });

  test('is signed off once every criterion it claims is, or where it was signed whole before', () => {
    const recorded = { ...RECORDED, signOff: null };
    const signed = (...ids: string[]) => ids.map((id) => ({ claims: [id] }));
    const isSignedOff = (claims: string[], signedCriteria: { claims: string[] }[], signOff: object | null = null) =>
      stateFacts({ ...recorded, claims, signedCriteria, signOff }, ONE).isSignedOff;
    expect(isSignedOff(['1.1', '1.2'], signed('1.1'))).toBe(false);
    expect(isSignedOff(['1.1', '1.2'], signed('1.1', '1.2'))).toBe(true);
    expect(isSignedOff(['1.1', '1.2'], [{ claims: ['1.1', '1.2'] }])).toBe(true);
    expect(isSignedOff(['1.1'], [], { signedBy: 'daniel' })).toBe(true);
    expect(isSignedOff([], [])).toBe(false);
  });

  test('every state says what happens next, each something else', () => {
    const steps = Object.values(NEXT_STEPS);
    expect(new Set(steps).size).toBe(EVIDENCE_STATES.length);
    expect(steps.filter((words) => !words.endsWith('.'))).toEqual([]);
  });
});

/** 1.1 stays, 1.2 is renamed 2.1, 1.3 is dropped. */
const CHANGED = line(
  [version('old', '1.1', '1.2', '1.3'), version('new', '1.1', '2.1')],
  step('old', 'new', '1.1>1.1', '1.2>2.1', '1.3>'),
);

describe('where evidence of before a change of the criteria stands', () => {
  const decided = (outcomes: Record<string, CriterionOutcome>, rejected: readonly string[] = []) => ({
    outcome: Object.values(outcomes).every((one) => one === 'met') ? ('to_sign' as const) : ('returned' as const),
    standing: rejected.length > 0 ? ('reopened' as const) : ('counts' as const),
    decisions: Object.entries(outcomes).map(([criterionId, outcome]) => ({
      ...{ criterionId, outcome },
      verification: rejected.includes(criterionId) ? ('reject' as const) : null,
    })),
  });
  const stateOf = (
    claims: string[],
    { signed = [], ...rest }: { signed?: string[]; assessment?: ReturnType<typeof decided> | null },
  ) =>
    evidenceState(
      stateFacts(
        {
          ...{ ...RECORDED, qualificationVersion: 'old', signOff: null, claims, ...rest },
          signedCriteria: signed.map((id) => ({ claims: [id] })),
        },
        CHANGED,
      ),
    );

  test.each<[string, string[], Parameters<typeof stateOf>[1], EvidenceState]>([
    ['what is left is signed', ['1.1', '1.3'], { signed: ['1.1'] }, 'signed_off'],
    ['what was renamed is not signed yet', ['1.1', '1.2', '1.3'], { signed: ['1.1'] }, 'submitted'],
    ['nothing is left, and what there was is signed', ['1.3'], { signed: ['1.3'] }, 'signed_off'],
    ['nothing is left, and nobody signed it', ['1.3'], { assessment: decided({ '1.3': 'met' }) }, 'accepted'],
    [
      'only what was dropped is not met',
      ['1.1', '1.3'],
      { assessment: decided({ '1.1': 'met', '1.3': 'not_met' }) },
      'accepted',
    ],
    [
      'something that is left is not met',
      ['1.1', '1.2', '1.3'],
      { assessment: decided({ '1.1': 'met', '1.2': 'not_met', '1.3': 'met' }) },
      'returned',
    ],
    [
      'a quality assurer did not agree with what was dropped',
      ['1.1', '1.3'],
      { assessment: decided({ '1.1': 'met', '1.3': 'met' }, ['1.3']) },
      'accepted',
    ],
    [
      'a quality assurer did not agree with what is left',
      ['1.1', '1.3'],
      { assessment: decided({ '1.1': 'met', '1.3': 'met' }, ['1.1']) },
      'submitted',
    ],
  ])('%s', (_story, claims, given, state) => {
    expect(stateOf(claims, given)).toBe(state);
  });
});

test.each<[string, Parameters<typeof decisionStanding>[0], DecisionStanding]>([
  ['of a qualified assessor', { needsCountersign: false, countersigned: null, said: [] }, 'counts'],
  ['of one in training', { needsCountersign: true, countersigned: null, said: [] }, 'to_countersign'],
  ['countersigned', { needsCountersign: true, countersigned: 'agreed', said: ['agree'] }, 'counts'],
  ['sent back', { needsCountersign: true, countersigned: 'sent_back', said: [] }, 'sent_back'],
  ['not agreed with', { needsCountersign: true, countersigned: 'agreed', said: ['agree', 'reject'] }, 'reopened'],
])('whether decisions count: %s', (_story, given, standing) => {
  expect(decisionStanding(given)).toBe(standing);
});

describe('since it was handed in', () => {
  test.each([
    ['the text was saved later', '2026-11-20T10:00:01Z', true],
    ['the text was saved at that moment', '2026-11-20T10:00:00Z', false],
    ['the text was saved before', '2026-11-19T10:00:00Z', false],
  ])('%s', (_story, savedAt, changed) => {
    expect(
      changedSinceSubmission({ savedAt: new Date(savedAt) }, { submittedAt: new Date('2026-11-20T10:00:00Z') }),
    ).toBe(changed);
  });

  test('what was never handed in has not changed since', () => {
    expect(changedSinceSubmission({ savedAt: new Date() }, null)).toBe(false);
  });

  test.each<[string, [string, string], number]>([
    ['late in the evening, asked next morning', ['2026-11-20T23:30:00Z', '2026-11-21'], 1],
    ['asked on the same day', ['2026-11-20T00:10:00Z', '2026-11-20'], 0],
    [
      'half past eleven in the evening UTC is the next day in a London summer',
      ['2026-07-01T23:30:00Z', '2026-07-02'],
      0,
    ],
    ['over the end of summer time', ['2026-10-24T12:00:00Z', '2026-10-26'], 2],
    ['over the end of a year', ['2026-12-30T12:00:00Z', '2027-01-02'], 3],
    ['a demonstration whose date lies before the submission', ['2026-11-20T12:00:00Z', '2026-11-01'], 0],
  ])('it has waited: %s', (_story, [submittedAt, today], days) => {
    expect(waitingDays(new Date(submittedAt), today)).toBe(days);
  });
});
