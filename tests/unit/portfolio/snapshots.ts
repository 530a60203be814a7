import type { WordedSubmission } from '#db/queries/submissions.ts';

/** The second version of Amara's account, handed in and not looked at, unless it is said otherwise. */
export const snapshot = (change: Partial<WordedSubmission> = {}): WordedSubmission => ({
  id: 'account-2',
  evidenceId: 'account',
  traineeId: 'amara',
  traineeName: 'Amara Okafor',
  cohortId: 'london',
  number: 2,
  kind: 'reflective_account',
  title: 'Title',
  happenedOn: '2026-11-10',
  writer: null,
  changeNote: '',
  format: 2,
  qualificationVersion: 'demo-1',
  sha256: '',
  submittedAt: new Date('2026-11-16T10:00:00Z'),
  claims: ['3.2'],
  whereShown: { '3.2': '' },
  fileCount: 0,
  hasClosedFile: false,
  sampledBy: [],
  isNewest: true,
  withdrawnAt: null,
  awaitsSignatures: false,
  heldFrom: new Date('2026-11-16T10:00:00Z'),
  assessment: null,
  signedCriteria: [],
  signOff: null,
  text: 'What I did.',
  details: '{}',
  ...change,
});

type Assessment = NonNullable<WordedSubmission['assessment']>;

/** A look of Daniel's at it. */
export const look = (outcome: Assessment['outcome'], change: Partial<Assessment> = {}): Assessment => ({
  id: 'look',
  assessorId: 'daniel',
  assessorName: 'Daniel Marsh',
  decisions: [],
  outcome,
  comment: '',
  assessedAt: new Date('2026-11-18T10:00:00Z'),
  format: 2,
  countersignedBy: null,
  standing: 'counts',
  ...change,
});
