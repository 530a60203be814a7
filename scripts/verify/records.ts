import { instantText, oneWay, sha256 } from './canonical.ts';
import { childrenOf, pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

/** A submission as its rows say now. */
export interface SubmissionFacts {
  /** SHA-256 worked out anew from what is stored. */
  readonly sha256: string;
  readonly traineeId: string;
  readonly number: number;
  readonly qualificationVersion: string;
  readonly criteria: readonly string[];
}

/** An assessment as its rows say now. */
export interface AssessmentFacts {
  readonly sha256: string;
  readonly submissionId: string;
  readonly assessorId: string;
  readonly outcome: string;
  readonly decisions: readonly { readonly id: string; readonly outcome: string }[];
}

const SUBMISSIONS = {
  table: 'submissions',
  text: ['id', 'evidence_id', 'trainee_id', 'kind', 'title', 'text', 'qualification_version', 'sha256'],
  numbers: ['number', 'submitted_at'],
};
const CLAIMS = {
  table: 'submission_claims',
  key: 'submission_id',
  text: ['submission_id', 'criterion_id'],
  numbers: [],
};
const ASSESSMENTS = {
  table: 'assessments',
  text: ['id', 'submission_id', 'assessor_id', 'outcome', 'comment'],
  numbers: ['assessed_at'],
};
const DECISIONS = {
  table: 'criterion_decisions',
  key: 'assessment_id',
  text: ['assessment_id', 'criterion_id', 'outcome', 'feedback'],
  numbers: [],
};

/** Every submission by id, with a finding for each whose text no longer gives its own SHA-256. */
export async function readSubmissions(source: Source, findings: string[]): Promise<Map<string, SubmissionFacts>> {
  const submissions = new Map<string, SubmissionFacts>();
  for await (const page of pagesOf(source, SUBMISSIONS)) {
    const claims = await childrenOf(source, CLAIMS, page);
    for (const row of page) {
      const facts = submissionFacts(row, claims.get(String(row.id)) ?? []);
      if (facts.sha256 !== row.sha256)
        findings.push(`Submission ${row.id} was altered: what is stored no longer gives its SHA-256.`);
      submissions.set(String(row.id), facts);
    }
  }
  return submissions;
}

function submissionFacts(row: Row, claims: readonly Row[]): SubmissionFacts {
  const criteria = claims.map((claim) => String(claim.criterion_id)).sort();
  const snapshot = {
    label: 'pqip-submission-v1',
    id: row.id,
    evidenceId: row.evidence_id,
    traineeId: row.trainee_id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    text: row.text,
    criteria,
    qualificationVersion: row.qualification_version,
    submittedAt: instantText(row.submitted_at),
  };
  const about = {
    traineeId: String(row.trainee_id),
    number: Number(row.number),
    qualificationVersion: String(row.qualification_version),
  };
  return { ...about, criteria, sha256: sha256(oneWay(snapshot)) };
}

/** Every assessment by id. */
export async function readAssessments(source: Source): Promise<Map<string, AssessmentFacts>> {
  const assessments = new Map<string, AssessmentFacts>();
  for await (const page of pagesOf(source, ASSESSMENTS)) {
    const decisions = await childrenOf(source, DECISIONS, page);
    for (const row of page) assessments.set(String(row.id), assessmentFacts(row, decisions.get(String(row.id)) ?? []));
  }
  return assessments;
}

function assessmentFacts(row: Row, decisionRows: readonly Row[]): AssessmentFacts {
  const decisions = decisionRows
    .map((decision) => ({
      criterionId: String(decision.criterion_id),
      outcome: String(decision.outcome),
      feedback: decision.feedback,
    }))
    .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1));
  const record = {
    label: 'pqip-assessment-v1',
    id: row.id,
    submissionId: row.submission_id,
    assessorId: row.assessor_id,
    outcome: row.outcome,
    comment: row.comment,
    assessedAt: instantText(row.assessed_at),
    decisions,
  };
  return {
    sha256: sha256(oneWay(record)),
    submissionId: String(row.submission_id),
    assessorId: String(row.assessor_id),
    outcome: String(row.outcome),
    decisions: decisions.map(({ criterionId: id, outcome }) => ({ id, outcome })),
  };
}
