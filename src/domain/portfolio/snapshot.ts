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

/** What a snapshot of format 2 holds beside. */
export interface SnapshotV2 extends Snapshot {
  readonly format: 2;
  /** As stored: JSON. */
  readonly details: string;
  readonly happenedOn: string | null;
  readonly writerId: string | null;
  readonly changeNote: string;
  /** Where each criterion is shown; a criterion without words may be left out. */
  readonly whereShown: Readonly<Record<string, string>>;
  /** In the order she put them. */
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly sizeBytes: number;
    readonly sha256: string;
  }[];
  readonly justifications: readonly { readonly place: string; readonly kind: string; readonly reason: string }[];
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

/** The same for a snapshot of format 2: its details, its files by their hashes, and what was justified. Source: docs/ledger.md. */
export function snapshotTextV2(snapshot: SnapshotV2): string {
  return canonicalJson({
    label: 'pqip-submission-v2',
    id: snapshot.id,
    evidenceId: snapshot.evidenceId,
    traineeId: snapshot.traineeId,
    number: snapshot.number,
    kind: snapshot.kind,
    title: snapshot.title,
    text: snapshot.text,
    details: snapshot.details,
    happenedOn: snapshot.happenedOn,
    writerId: snapshot.writerId,
    changeNote: snapshot.changeNote,
    claims: [...snapshot.criteria].sort().map((id) => ({ id, whereShown: snapshot.whereShown[id] ?? '' })),
    files: snapshot.files.map(({ id, name, type, sizeBytes, sha256 }) => ({ id, name, type, sizeBytes, sha256 })),
    justifications: snapshot.justifications.map(({ place, kind, reason }) => ({ place, kind, reason })),
    qualificationVersion: snapshot.qualificationVersion,
    submittedAt: wholeSecond(snapshot.submittedAt),
  });
}

/** What an assessment of format 2 holds beside. */
export interface AssessmentRecordV2 extends AssessmentRecord {
  readonly format: 2;
  readonly needsCountersign: boolean;
  /** In the order of their positions. */
  readonly annotations: readonly { readonly startsAt: number; readonly endsAt: number; readonly note: string }[];
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

/** The same for an assessment of format 2. Source: docs/ledger.md. */
export function assessmentTextV2(assessment: AssessmentRecordV2): string {
  return canonicalJson({
    label: 'pqip-assessment-v2',
    id: assessment.id,
    submissionId: assessment.submissionId,
    assessorId: assessment.assessorId,
    outcome: assessment.outcome,
    comment: assessment.comment,
    assessedAt: wholeSecond(assessment.assessedAt),
    needsCountersign: assessment.needsCountersign,
    annotations: assessment.annotations.map(({ startsAt, endsAt, note }) => ({ startsAt, endsAt, note })),
    decisions: assessment.decisions
      .map(({ criterionId, outcome, feedback }) => ({ criterionId, outcome, feedback }))
      .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1)),
  });
}
