import type { AssessmentFacts } from './assessments.ts';
import { oneWay } from './canonical.ts';
import { type Held, signer, text, time } from './held.ts';
import type { SubmissionFacts } from './records.ts';
import type { SignOffEntry } from './signOffEntry.ts';

export interface Records {
  readonly submissions: ReadonlyMap<string, SubmissionFacts>;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
}

/** A row for each signature under a whole submission. */
export const SIGN_OFFS: Held<SignOffEntry> = {
  table: 'sign_offs',
  name: 'sign-off',
  rowName: (row) => `The sign-off of submission ${row.submission_id}`,
  entryName: ({ submissionId }) => `signs off submission ${submissionId}`,
  fields: [
    text('submission', 'submission_id', ({ submissionId }) => submissionId),
    text('assessment', 'assessment_id', ({ assessmentId }) => assessmentId),
    signer('signed_by'),
    time('signed_at'),
  ],
};

/** Holds each signed entry against the submission and the assessment that it signs. */
export function checkSigned(
  entries: ReadonlyMap<number, SignOffEntry>,
  { submissions, assessments }: Records,
  findings: string[],
): void {
  for (const [seq, entry] of entries) {
    const found = [
      ...ruleFindings(entry),
      ...submissionFindings(entry, submissions.get(entry.submissionId)),
      ...assessmentFindings(entry, assessments.get(entry.assessmentId)),
    ];
    findings.push(...found.map((what) => `Entry ${seq}: ${what}`));
  }
}

function ruleFindings({ signedBy, traineeId, criteria, factorAt, at }: SignOffEntry): string[] {
  const findings = [];
  if (signedBy === traineeId) findings.push('somebody signed off her own evidence.');
  if (criteria.length === 0 || criteria.some(({ outcome }) => outcome !== 'met'))
    findings.push('it signs off criteria that are not met.');
  if (factorAt > at) findings.push('the password was checked after the signature.');
  return findings;
}

function submissionFindings(entry: SignOffEntry, submission: SubmissionFacts | undefined): string[] {
  if (!submission) return [`the submission it signs, ${entry.submissionId}, is gone.`];
  if (submission.sha256 !== entry.submissionSha256)
    return [`submission ${entry.submissionId} is not what was signed: it was altered.`];
  const { traineeId, number, qualificationVersion, criteria } = submission;
  const same =
    traineeId === entry.traineeId &&
    number === entry.submissionNumber &&
    qualificationVersion === entry.qualificationVersion;
  const claimed = oneWay(criteria) === oneWay(entry.criteria.map(({ id }) => id));
  return same && claimed
    ? []
    : [`it says other things about submission ${entry.submissionId} than the submission does.`];
}

function assessmentFindings(entry: SignOffEntry, assessment: AssessmentFacts | undefined): string[] {
  if (!assessment) return [`the assessment it signs, ${entry.assessmentId}, is gone.`];
  if (oneWay(assessment.decisions) !== oneWay(entry.criteria))
    return [`the decisions of assessment ${entry.assessmentId} are not those that were signed.`];
  if (assessment.sha256 !== entry.assessmentSha256)
    return [`assessment ${entry.assessmentId} is not what was signed: a comment, feedback, name or date was altered.`];
  const same =
    assessment.submissionId === entry.submissionId &&
    assessment.assessorId === entry.signedBy &&
    assessment.outcome === 'to_sign';
  return same ? [] : [`assessment ${entry.assessmentId} belongs to another submission or assessor.`];
}
