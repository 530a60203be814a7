import { canonicalJson } from '../ledger/canonicalJson.ts';
import { wholeSecond } from '../ledger/wholeSecond.ts';
import { type HashedReason, hashedReasons } from '../personalData/hashedReasons.ts';
import type { AssessmentOutcome, CriterionOutcome } from './words.ts';

/** An assessment as its row and its decisions hold it. */
export interface AssessmentRecord {
  /** What came after it holds more. */
  readonly format?: 1;
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

/** What an assessment of format 2 holds beside. */
export interface AssessmentRecordV2 extends Omit<AssessmentRecord, 'format'> {
  readonly format: 2;
  readonly needsCountersign: boolean;
  /** In the order of their positions. */
  readonly annotations: readonly { readonly startsAt: number; readonly endsAt: number; readonly note: string }[];
}

/** What one of format 3 holds beside: why passages in its words may stay, in the order of their positions. */
export interface AssessmentRecordV3 extends Omit<AssessmentRecordV2, 'format'> {
  readonly format: 3;
  readonly justifications: readonly HashedReason[];
}

export type AnyAssessmentRecord = AssessmentRecord | AssessmentRecordV2 | AssessmentRecordV3;

/** An assessment with everything that stands beside it, whatever its format makes of that. */
export interface WholeAssessment extends Omit<AssessmentRecordV3, 'format'> {
  /** Of its row. */
  readonly format: number;
}

/** An assessment as its format hashes it: what a format knows nothing of is left out. */
export function assessmentOfFormat(whole: WholeAssessment): AnyAssessmentRecord {
  const { format, needsCountersign, annotations, justifications, ...first } = whole;
  if (format === 1) return first;
  const second = { ...first, needsCountersign, annotations };
  return format === 2 ? { ...second, format } : { ...second, format: 3, justifications };
}

/** The one text of an assessment in its format, decisions and feedback included. Source: docs/ledger.md. */
export function assessmentText(assessment: AnyAssessmentRecord): string {
  if (assessment.format === 2) return canonicalJson({ ...secondMembers(assessment), label: 'pqip-assessment-v2' });
  if (assessment.format !== 3) return canonicalJson({ ...firstMembers(assessment), label: 'pqip-assessment-v1' });
  const justifications = hashedReasons(assessment.justifications);
  return canonicalJson({ ...secondMembers(assessment), label: 'pqip-assessment-v3', justifications });
}

const firstMembers = ({
  id,
  submissionId,
  assessorId,
  outcome,
  comment,
  ...more
}: Omit<AssessmentRecord, 'format'>) => ({
  ...{ id, submissionId, assessorId, outcome, comment },
  assessedAt: wholeSecond(more.assessedAt),
  decisions: more.decisions
    .map(({ criterionId, outcome: decided, feedback }) => ({ criterionId, outcome: decided, feedback }))
    .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1)),
});

const secondMembers = (assessment: AssessmentRecordV2 | AssessmentRecordV3) => ({
  ...firstMembers(assessment),
  needsCountersign: assessment.needsCountersign,
  annotations: assessment.annotations.map(({ startsAt, endsAt, note }) => ({ startsAt, endsAt, note })),
});
