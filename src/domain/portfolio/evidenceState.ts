import { daysBetween, londonDay } from '../calendar.ts';
import type { AssessmentOutcome } from './words.ts';

/** Where a piece of evidence stands. Worked out from its rows, stored nowhere. */
export const EVIDENCE_STATES = [
  'returned',
  'draft',
  'to_sign_both',
  'submitted',
  'to_countersign',
  'accepted',
  'signed_off',
] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What happens next, said to the trainee. What a state is called, and its shape, is told with the other statuses of the portal. */
export const NEXT_STEPS: Readonly<Record<EvidenceState, string>> = {
  draft: 'Only you can see it. Submit it when it is ready.',
  to_sign_both: 'You and your assessor both sign it before it is assessed.',
  submitted: 'Your assessor decides on each criterion.',
  to_countersign: 'Your assessor has decided. A qualified colleague looks at the decisions before they count.',
  returned: 'Read the feedback, change your evidence and submit it again.',
  accepted: 'Every criterion is met here. Your assessor signs a criterion off once enough is shown for it.',
  signed_off: 'Nothing more to do. It counts towards your criteria.',
};

/** Whether the decisions of an assessment count, and why not. */
export type DecisionStanding = 'counts' | 'to_countersign' | 'sent_back' | 'reopened';

/** The newest submission of an item, as far as its state depends on it. */
export interface StateFacts {
  readonly isWithdrawn: boolean;
  /** An observation or a discussion that the assessor wrote down and not both have signed. */
  readonly awaitsSignatures: boolean;
  /** Its newest assessment. */
  readonly assessment: { readonly outcome: AssessmentOutcome; readonly standing: DecisionStanding } | null;
  /** Every criterion it claims is signed off, or it was signed whole as it was done before. */
  readonly isSignedOff: boolean;
}

interface Recorded {
  readonly withdrawnAt: Date | null;
  readonly awaitsSignatures: boolean;
  readonly assessment: StateFacts['assessment'];
  readonly claims: readonly string[];
  /** `claims`: of this snapshot, by the numbers of its own version, whatever they are called today. */
  readonly signedCriteria: readonly { readonly claims: readonly string[] }[];
  readonly signOff: object | null;
}

/** The facts in a submission as the database tells of it. */
export function stateFacts({ withdrawnAt, claims, signedCriteria, signOff, ...rest }: Recorded): StateFacts {
  const signed = new Set(signedCriteria.flatMap((one) => one.claims));
  const isSignedOff = signOff !== null || (claims.length > 0 && claims.every((id) => signed.has(id)));
  return { ...rest, isWithdrawn: withdrawnAt !== null, isSignedOff };
}

/** The state of one item; null: nothing was handed in. What was withdrawn is a draft again, what was opened again waits again. */
export function evidenceState(newest: StateFacts | null): EvidenceState {
  if (!newest || newest.isWithdrawn) return 'draft';
  if (newest.isSignedOff) return 'signed_off';
  if (newest.awaitsSignatures) return 'to_sign_both';
  return newest.assessment ? assessedState(newest.assessment) : 'submitted';
}

function assessedState({ outcome, standing }: NonNullable<StateFacts['assessment']>): EvidenceState {
  if (standing === 'reopened' || standing === 'sent_back') return 'submitted';
  if (standing === 'to_countersign') return 'to_countersign';
  return outcome === 'returned' ? 'returned' : 'accepted';
}

/** True where the live text was saved after the snapshot that was handed in, so that the two may differ. */
export function changedSinceSubmission(item: { savedAt: Date }, submission: { submittedAt: Date } | null): boolean {
  return submission !== null && item.savedAt > submission.submittedAt;
}

/** Whole days that a submission has waited, by the calendar in London; 0 on the day itself. `today` is the programme day. */
export function waitingDays(submittedAt: Date, today: string): number {
  return Math.max(0, daysBetween(londonDay(submittedAt), today));
}
