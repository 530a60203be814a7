import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import { type Naming, removalOf, within } from './parts.ts';

/** What was decided on the snapshots of one piece of evidence, oldest first. What an assessor still holds back is not among it. */
export function assessmentsOf(rows: PortfolioRows, evidenceId: string, naming: Naming) {
  const snapshots = within(rows.snapshots, 'evidenceId', evidenceId);
  const assessed = snapshots.flatMap(({ id }) => within(rows.assessed, 'submissionId', id));
  return assessed.map((assessment) => assessmentOf(rows, assessment, naming));
}

function assessmentOf(rows: PortfolioRows, assessment: PortfolioRows['assessed'][number], naming: Naming) {
  const { id, submissionId, assessorId, outcome, comment, assessedAt, format, needsCountersign } = assessment;
  return {
    id,
    submissionId,
    assessor: naming(assessorId),
    outcome,
    comment,
    assessedAt: wholeSecond(assessedAt),
    format,
    needsCountersign,
    removal: removalOf(rows, 'feedback', id),
    decisions: within(rows.decided, 'assessmentId', id).map(({ criterionId, outcome: decided, feedback }) => ({
      criterionId,
      outcome: decided,
      feedback,
    })),
    annotations: within(rows.annotated, 'assessmentId', id).map(({ startsAt, endsAt, note }) => ({
      startsAt,
      endsAt,
      note,
    })),
    countersignature: countersignatureOf(rows, id, naming),
    /** On which criteria a quality assurer agreed, and on which not. Who she is and what she wrote is between her and the assessor. */
    verifications: within(rows.verified, 'assessmentId', id).map(({ criterionId, outcome: found, verifiedAt }) => ({
      criterionId,
      outcome: found,
      verifiedAt: wholeSecond(verifiedAt),
    })),
  };
}

function countersignatureOf(rows: PortfolioRows, assessmentId: string, naming: Naming) {
  const signed = within(rows.countersigned, 'assessmentId', assessmentId)[0];
  if (!signed) return null;
  const { personId, outcome, words, signedAt, ledgerSeq } = signed;
  const removal = removalOf(rows, 'countersignature', assessmentId);
  return { person: naming(personId), outcome, words, signedAt: wholeSecond(signedAt), ledgerSeq, removal };
}
