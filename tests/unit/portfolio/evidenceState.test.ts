import { describe, expect, test } from 'vitest';
import {
  changedSinceSubmission,
  type DecisionStanding,
  EVIDENCE_STATES,
  evidenceState,
  type EvidenceState,
  NEXT_STEPS,
  type StateFacts,
  stateFacts,
  waitingDays,
} from '#src/domain/portfolio/evidenceState.ts';
import type { AssessmentOutcome } from '#src/domain/portfolio/words.ts';

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
    const recorded = { withdrawnAt: null, awaitsSignatures: false, assessment: null, signOff: null };
    const signed = (...ids: string[]) => ids.map((id) => ({ claims: [id] }));
    const isSignedOff = (claims: string[], signedCriteria: { claims: string[] }[], signOff: object | null = null) =>
      stateFacts({ ...recorded, claims, signedCriteria, signOff }).isSignedOff;
    expect(isSignedOff(['1.1', '1.2'], signed('1.1'))).toBe(false);
    expect(isSignedOff(['1.1', '1.2'], signed('1.1', '1.2'))).toBe(true);
    expect(isSignedOff(['1.1', '1.2'], [{ claims: ['1.1', '1.2'] }])).toBe(true);
    expect(isSignedOff(['1.1'], [], { signedBy: 'daniel' })).toBe(true);
    expect(isSignedOff([], [])).toBe(false);
  });

  test('every state says what happens next, each something else', () => {
    const steps = Object.values(NEXT_STEPS);
    expect(new Set(steps).size).toBe(EVIDENCE_STATES.length);
    expect(steps.filter((step) => !step.endsWith('.'))).toEqual([]);
  });
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
