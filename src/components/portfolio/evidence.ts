import { formatInstant } from '#src/domain/calendar.ts';
import type { SubmissionRecord } from '#db/queries/submissions.ts';
import { type EvidenceState, evidenceState, waitingDays } from '#src/domain/portfolio/evidenceState.ts';

/** The newest snapshot of one piece of evidence, or null where none was handed in. */
export function newestOf(submissions: readonly SubmissionRecord[], evidenceId: string): SubmissionRecord | null {
  return submissions.find((submission) => submission.evidenceId === evidenceId && submission.isNewest) ?? null;
}

/** Where a piece of evidence stands, from its newest snapshot. */
export function stateOfEvidence(newest: SubmissionRecord | null): EvidenceState {
  const assessment = newest?.assessment ? { submissionId: newest.id, outcome: newest.assessment.outcome } : null;
  return evidenceState({
    submission: newest,
    assessment,
    signOff: newest?.signOff ? { submissionId: newest.id } : null,
  });
}

/** How long it has been waiting, where it waits. */
export function heldSince(newest: SubmissionRecord | null, state: EvidenceState, today: string): string {
  if (!newest || (state !== 'submitted' && state !== 'to_sign')) return '';
  const days = waitingDays(newest.submittedAt, today);
  if (days === 0) return 'Handed in today.';
  return `Waiting for ${days} ${days === 1 ? 'day' : 'days'}.`;
}

/** How often a criterion was signed off, of how often it is needed. */
export function signedWords({ signedTimes, neededTimes }: { signedTimes: number; neededTimes: number }): string {
  return `Signed off ${String(signedTimes)} of ${String(neededTimes)} ${neededTimes === 1 ? 'time' : 'times'} needed.`;
}

/** Who signed, when, and where it stands in the ledger. */
export function signatureWords({ signerName, signedAt, ledgerSeq }: NonNullable<SubmissionRecord['signOff']>): string {
  return `Signed by ${signerName} on ${formatInstant(signedAt)}, entry ${String(ledgerSeq)} of the sign-off ledger.`;
}
