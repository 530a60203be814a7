import { instantText, oneWay } from './canonical.ts';
import type { AssessmentFacts } from './assessments.ts';
import type { SubmissionFacts } from './records.ts';
import { pagesOf, type Row } from './rows.ts';
import type { SignOffEntry } from './signOffEntry.ts';
import type { Source } from './source.ts';

export interface Records {
  readonly submissions: ReadonlyMap<string, SubmissionFacts>;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
}

const SIGN_OFFS = {
  table: 'sign_offs',
  text: ['submission_id', 'assessment_id', 'signed_by'],
  numbers: ['signed_at', 'ledger_seq'],
};

/** Holds every row of `sign_offs` against its ledger entry, and every entry against its row. */
export async function checkSignOffRows(
  source: Source,
  entries: ReadonlyMap<number, SignOffEntry>,
  findings: string[],
): Promise<void> {
  const seen = new Set<number>();
  for await (const page of pagesOf(source, SIGN_OFFS)) {
    for (const row of page) {
      const seq = Number(row.ledger_seq);
      const entry = entries.get(seq);
      seen.add(seq);
      findings.push(
        ...(entry
          ? rowFindings(row, seq, entry)
          : [
              `The sign-off of submission ${row.submission_id} names entry ${seq}, but there is no such sign-off in the ledger.`,
            ]),
      );
    }
  }
  for (const [seq, { submissionId }] of entries) {
    if (!seen.has(seq))
      findings.push(`Entry ${seq} signs off submission ${submissionId}, but its row in sign_offs is gone.`);
  }
}

function rowFindings(row: Row, seq: number, entry: SignOffEntry): string[] {
  const pairs = [
    ['submission', row.submission_id, entry.submissionId],
    ['assessment', row.assessment_id, entry.assessmentId],
    ['signer', row.signed_by, entry.signedBy],
    ['time', instantText(row.signed_at), entry.at],
  ] as const;
  const different = pairs.filter(([, inRow, inEntry]) => inRow !== inEntry);
  return different.map(
    ([what, inRow, inEntry]) =>
      `The sign-off that names entry ${seq} was altered: its ${what} is ${inRow}, the ledger says ${inEntry}.`,
  );
}

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
