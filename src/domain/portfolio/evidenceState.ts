import { daysBetween, londonDay } from '../calendar.ts';
import type { AssessmentOutcome } from './words.ts';

/** Where a piece of evidence stands. Worked out from its rows, stored nowhere. */
export type EvidenceState = 'draft' | 'submitted' | 'returned' | 'to_sign' | 'signed_off';

/** What happens next, said to the trainee. What a state is called, and its shape, is told with the other statuses of the portal. */
export const NEXT_STEPS: Readonly<Record<EvidenceState, string>> = {
  draft: 'Only you can see it. Submit it when it is ready.',
  submitted: 'Your assessor decides on each criterion.',
  returned: 'Read the feedback, change your text and submit it again.',
  to_sign: 'Every criterion is met. Your assessor signs it off.',
  signed_off: 'Nothing more to do. It counts towards your criteria.',
};

export interface EvidenceRows {
  /** Her newest submission of this item. */
  readonly submission: { readonly id: string } | null;
  /** The newest assessment of that submission. */
  readonly assessment: { readonly submissionId: string; readonly outcome: AssessmentOutcome } | null;
  /** The signature under that submission. */
  readonly signOff: { readonly submissionId: string } | null;
}

/** The state of one item. An assessment or a signature of an older submission says nothing about the newest. */
export function evidenceState({ submission, assessment, signOff }: EvidenceRows): EvidenceState {
  if (!submission) return 'draft';
  if (signOff?.submissionId === submission.id) return 'signed_off';
  if (assessment?.submissionId !== submission.id) return 'submitted';
  return assessment.outcome;
}

/** True where the live text was saved after the snapshot that was handed in, so that the two may differ. */
export function changedSinceSubmission(item: { savedAt: Date }, submission: { submittedAt: Date } | null): boolean {
  return submission !== null && item.savedAt > submission.submittedAt;
}

/** Whole days that a submission has waited, by the calendar in London; 0 on the day itself. `today` is the programme day. */
export function waitingDays(submittedAt: Date, today: string): number {
  return Math.max(0, daysBetween(londonDay(submittedAt), today));
}
