import { describe, expect, test } from 'vitest';
import {
  changedSinceSubmission,
  evidenceState,
  waitingDays,
  type EvidenceRows,
  type EvidenceState,
  NEXT_STEPS,
} from '#src/domain/portfolio/evidenceState.ts';

const first = { id: 'first' };
const second = { id: 'second' };
const rows = (change: Partial<EvidenceRows>): EvidenceRows => ({
  submission: null,
  assessment: null,
  signOff: null,
  ...change,
});

describe('where a piece of evidence stands', () => {
  test.each<[string, EvidenceRows, EvidenceState]>([
    ['never submitted', rows({}), 'draft'],
    ['submitted, not looked at', rows({ submission: first }), 'submitted'],
    ['sent back', rows({ submission: first, assessment: { submissionId: 'first', outcome: 'returned' } }), 'returned'],
    [
      'every criterion met',
      rows({ submission: first, assessment: { submissionId: 'first', outcome: 'to_sign' } }),
      'to_sign',
    ],
    [
      'signed',
      rows({
        submission: first,
        assessment: { submissionId: 'first', outcome: 'to_sign' },
        signOff: { submissionId: 'first' },
      }),
      'signed_off',
    ],
    [
      'submitted again after it came back',
      rows({ submission: second, assessment: { submissionId: 'first', outcome: 'returned' } }),
      'submitted',
    ],
    [
      'a signature under an older submission',
      rows({ submission: second, signOff: { submissionId: 'first' } }),
      'submitted',
    ],
  ])('%s', (_story, given, state) => {
    expect(evidenceState(given)).toBe(state);
  });

  test('every state says what happens next, each something else', () => {
    const steps = Object.values(NEXT_STEPS);
    expect(new Set(steps).size).toBe(5);
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
