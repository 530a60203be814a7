import { canonicalJson } from '../ledger/canonicalJson.ts';
import { wholeSecond } from '../ledger/wholeSecond.ts';
import type { AssessmentOutcome, CriterionOutcome, EvidenceKind } from './words.ts';

/** A submission as its row and its claims hold it. */
export interface Snapshot {
  readonly id: string;
  readonly evidenceId: string;
  readonly traineeId: string;
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly text: string;
  /** Ids of the criteria claimed, in any order. */
  readonly criteria: readonly string[];
  readonly qualificationVersion: string;
  readonly submittedAt: Date;
}

/** An assessment as its row and its decisions hold it. */
export interface AssessmentRecord {
  readonly id: string;
  readonly submissionId: string;
  readonly assessorId: string;
  readonly outcome: AssessmentOutcome;
  readonly comment: string;
  readonly assessedAt: Date;
  readonly decisions: readonly {
    readonly criterionId: string;
    readonly outcome: CriterionOutcome;
    readonly feedback: string;
  }[];
}

/** The one text of a submission: its SHA-256 is what a signature vouches for. Source: docs/ledger.md. */
export function snapshotText({ criteria, submittedAt, ...snapshot }: Snapshot): string {
  return canonicalJson({
    label: 'pqip-submission-v1',
    id: snapshot.id,
    evidenceId: snapshot.evidenceId,
    traineeId: snapshot.traineeId,
    number: snapshot.number,
    kind: snapshot.kind,
    title: snapshot.title,
    text: snapshot.text,
    criteria: [...criteria].sort(),
    qualificationVersion: snapshot.qualificationVersion,
    submittedAt: wholeSecond(submittedAt),
  });
}

/** The one text of an assessment, decisions and feedback included. Source: docs/ledger.md. */
export function assessmentText({ decisions, assessedAt, ...assessment }: AssessmentRecord): string {
  return canonicalJson({
    label: 'pqip-assessment-v1',
    id: assessment.id,
    submissionId: assessment.submissionId,
    assessorId: assessment.assessorId,
    outcome: assessment.outcome,
    comment: assessment.comment,
    assessedAt: wholeSecond(assessedAt),
    decisions: decisions
      .map(({ criterionId, outcome, feedback }) => ({ criterionId, outcome, feedback }))
      .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1)),
  });
}
