import { describe, expect, test } from 'vitest';
import type { DecisionRecord } from '#db/queries/submissions.ts';
import type { ThreadFact } from '#db/queries/thread.ts';
import { threadEvents } from '#src/components/portfolio/threadEvents.ts';
import { threadBy, threadTitle, threadWords } from '#src/components/portfolio/threadWords.ts';
import { look, snapshot } from './snapshots.ts';

const seconds = (instant: string) => Date.parse(instant) / 1000;
const first = snapshot({ id: 'account-1', number: 1, isNewest: false, submittedAt: new Date('2026-11-10T10:00:00Z') });
const second = snapshot({ assessment: look('to_sign', { id: 'second-look' }) });
const decision = (change: Partial<DecisionRecord> = {}): DecisionRecord => ({
  assessmentId: 'second-look',
  submissionId: 'account-2',
  assessmentOutcome: 'to_sign',
  comment: '',
  assessedAt: new Date('2026-11-18T10:00:00Z'),
  assessorName: 'Daniel Marsh',
  criterionId: '3.2',
  outcome: 'met',
  feedback: '',
  ...change,
});
const signed = (criterionId: string, unlockedAt: number | null = null): ThreadFact => ({
  fact: 'signed_off',
  submissionId: 'account-2',
  at: seconds('2026-11-19T10:00:00Z'),
  by: 'Daniel Marsh',
  criterionId,
  qualificationVersion: 'demo-1',
  ledgerSeq: criterionId === '3.2' ? 7 : 8,
  unlockedAt,
});
const verified = (outcome: 'agree' | 'reject'): ThreadFact => ({
  fact: 'verified',
  submissionId: 'account-2',
  at: seconds('2026-11-20T10:00:00Z'),
  outcome,
});
const note = (assessmentId: string): ThreadFact => ({
  fact: 'note',
  submissionId: 'account-2',
  assessmentId,
  startsAt: 0,
  endsAt: 4,
  note: 'Say more.',
});
const told = (facts: readonly ThreadFact[], decisions: readonly DecisionRecord[] = [], snapshots = [first, second]) =>
  threadEvents({ snapshots, decisions, facts }).map(threadTitle);

describe('everything about a piece of evidence in one place', () => {
  test('stands newest first, and what is of one second in the order it happened', () => {
    const facts = [signed('3.2'), signed('3.3'), verified('agree')];
    expect(told(facts, [decision(), decision({ criterionId: '3.3' })])).toEqual([
      'A quality assurer looked at this',
      'Criteria 3.2, 3.3 signed off',
      'Every criterion met',
      'Version 2: Title',
      'Version 1: Title',
    ]);
  });

  test('a version that was taken back says so', () => {
    const back = snapshot({ withdrawnAt: second.submittedAt });
    expect(told([], [], [first, back])).toEqual(['Version 2 withdrawn', 'Version 2: Title', 'Version 1: Title']);
  });

  test('a signature that was opened again stays in it, with the opening', () => {
    const opened = seconds('2026-11-21T10:00:00Z');
    expect(told([signed('3.2', opened)])).toEqual([
      'Criterion 3.2 opened again',
      'Criterion 3.2 signed off',
      'Version 2: Title',
      'Version 1: Title',
    ]);
  });

  test('what happened to versions that the reader does not see is not in it', () => {
    expect(told([signed('3.2'), verified('agree')], [decision()], [first])).toEqual(['Version 1: Title']);
  });

  test('each version is compared with the one before it', () => {
    const versions = threadEvents({ snapshots: [first, second], decisions: [], facts: [] });
    expect(versions.map((event) => (event.what === 'handed_in' ? (event.before?.id ?? null) : ''))).toEqual([
      'account-1',
      null,
    ]);
  });

  test('notes of the newest decision stand at the text, those of an earlier one at that decision', () => {
    const events = threadEvents({
      snapshots: [second],
      decisions: [decision({ assessmentId: 'first-look' })],
      facts: [note('first-look'), note('second-look')],
    });
    const notes = events.map((event) => ('notes' in event ? event.notes.map(({ assessmentId }) => assessmentId) : []));
    expect(notes).toEqual([['first-look'], ['second-look']]);
  });
});

describe('a quality assurer in the thread', () => {
  const [event] = threadEvents({ snapshots: [second], decisions: [], facts: [verified('reject')] });
  test('is told without a name and without reasons', () => {
    expect(event && threadTitle(event)).toBe('A quality assurer looked at this');
    expect(event && threadBy(event)).toBeUndefined();
    expect(event && threadWords(event)).toBe('The assessor was asked to look at the decision again.');
  });
});

test('a sign-off names its wording and its place in the ledger', () => {
  const [event] = threadEvents({ snapshots: [second], decisions: [], facts: [signed('3.2'), signed('3.3')] });
  expect(event && threadWords(event)).toBe('Under version demo-1, entries 7, 8 of the sign-off ledger.');
  expect(event && threadBy(event)).toBe('Daniel Marsh');
});
