import { describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '#db/queries/submissions.ts';
import { assessStep } from '#src/components/assess/words.ts';
import { heldSince, newestOf, signedWords, stateOfEvidence } from '#src/components/portfolio/evidence.ts';

const snapshot = (change: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  id: 'account-2',
  evidenceId: 'account',
  traineeId: 'amara',
  traineeName: 'Amara Okafor',
  cohortId: 'london',
  number: 2,
  kind: 'reflective_account',
  title: 'Title',
  qualificationVersion: 'demo-1',
  sha256: '',
  submittedAt: new Date('2026-11-16T10:00:00Z'),
  claims: ['3.2'],
  sampledBy: [],
  isNewest: true,
  assessment: null,
  signOff: null,
  ...change,
});
const assessed = (outcome: 'returned' | 'to_sign') => ({
  id: 'look',
  assessorId: 'daniel',
  assessorName: 'Daniel Marsh',
  decisions: [],
  outcome,
  comment: '',
  assessedAt: new Date(0),
});
const signOff = { signedBy: 'daniel', signerName: 'Daniel Marsh', signedAt: new Date(0), ledgerSeq: 1 };

test.each([
  ['nothing handed in', null, 'draft'],
  ['handed in', snapshot(), 'submitted'],
  ['sent back', snapshot({ assessment: assessed('returned') }), 'returned'],
  ['every criterion met', snapshot({ assessment: assessed('to_sign') }), 'to_sign'],
  ['signed', snapshot({ assessment: assessed('to_sign'), signOff }), 'signed_off'],
])('where a piece of evidence stands: %s', (_story, newest, state) => {
  expect(stateOfEvidence(newest)).toBe(state);
});

test('the newest snapshot is the one of this piece that says so', () => {
  const first = snapshot({ id: 'account-1', number: 1, isNewest: false });
  const other = snapshot({ id: 'other-1', evidenceId: 'other' });
  expect(newestOf([other, first, snapshot()], 'account')?.id).toBe('account-2');
  expect(newestOf([other], 'account')).toBeNull();
});

describe('how long it has been waiting', () => {
  test.each([
    ['handed in today', snapshot(), '2026-11-16', 'Handed in today.'],
    ['one day', snapshot(), '2026-11-17', 'Waiting for 1 day.'],
    ['ten days', snapshot(), '2026-11-26', 'Waiting for 10 days.'],
    [
      'met and not yet signed still waits',
      snapshot({ assessment: assessed('to_sign') }),
      '2026-11-17',
      'Waiting for 1 day.',
    ],
    ['sent back does not wait', snapshot({ assessment: assessed('returned') }), '2026-11-26', ''],
    ['signed does not wait', snapshot({ assessment: assessed('to_sign'), signOff }), '2026-11-26', ''],
    ['a draft does not wait', null, '2026-11-26', ''],
  ])('%s', (_story, newest, today, words) => {
    expect(heldSince(newest, stateOfEvidence(newest), today)).toBe(words);
  });
});

test.each([
  ['nobody has decided', snapshot(), { href: '/assess/account-2', verb: 'Assess' }],
  [
    'every criterion is met',
    snapshot({ assessment: assessed('to_sign') }),
    { href: '/assess/account-2/sign', verb: 'Sign off' },
  ],
  ['it went back', snapshot({ assessment: assessed('returned') }), { href: '/assess/account-2', verb: 'Assess' }],
])('what an assessor does next where %s', (_story, submission, step) => {
  expect(assessStep(submission)).toEqual(step);
});

test.each([
  [0, 1, 'Signed off 0 of 1 time needed.'],
  [1, 2, 'Signed off 1 of 2 times needed.'],
])('signed %i of %i reads as a sentence', (signedTimes, neededTimes, words) => {
  expect(signedWords({ signedTimes, neededTimes })).toBe(words);
});
