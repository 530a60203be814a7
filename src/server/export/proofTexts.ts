import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { assessmentOfFormat, assessmentText } from '#src/domain/portfolio/assessmentRecord.ts';
import { snapshotText, snapshotTextV2 } from '#src/domain/portfolio/snapshot.ts';
import { wordReasonsText } from '#src/domain/personalData/hashedReasons.ts';
import { witnessAnswerTexts } from '#src/domain/witness/answer.ts';
import { sha256 } from '../ledger/hashes.ts';
import { removalOf, within } from './parts.ts';
import type { ZipPart } from './zip.ts';

type SnapshotRow = PortfolioRows['snapshots'][number];
type AssessmentRow = PortfolioRows['assessed'][number];
type AnswerRow = PortfolioRows['witnessed'][number];

/** The text of a snapshot as it was hashed. */
function textOfSnapshot(rows: PortfolioRows, row: SnapshotRow): string {
  const claims = within(rows.snapshotClaims, 'submissionId', row.id);
  const criteria = claims.map(({ criterionId }) => criterionId);
  if (row.format === 1) return snapshotText({ ...row, criteria });
  const byId = new Map(rows.files.map((file) => [file.id, file]));
  const fileRows = within(rows.snapshotFiles, 'submissionId', row.id).map(({ fileId }) => byId.get(fileId));
  return snapshotTextV2({
    ...row,
    format: 2,
    criteria,
    whereShown: Object.fromEntries(claims.map(({ criterionId, whereShown }) => [criterionId, whereShown])),
    files: fileRows.filter((file) => file !== undefined),
    justifications: within(rows.snapshotJustified, 'submissionId', row.id),
  });
}

/** The text of an assessment as it was hashed. */
function textOfAssessment(rows: PortfolioRows, row: AssessmentRow): string {
  const beside = within(rows.wordsJustified, 'recordId', row.id);
  return assessmentText(
    assessmentOfFormat({
      ...row,
      decisions: within(rows.decided, 'assessmentId', row.id),
      annotations: within(rows.annotated, 'assessmentId', row.id),
      justifications: beside.filter(({ wordsOf }) => wordsOf === 'assessment'),
    }),
  );
}

/** The text of what a witness wrote as it was hashed: the one that gives the hash beside it. */
function textOfAnswer(rows: PortfolioRows, answer: AnswerRow): string {
  const beside = within(rows.wordsJustified, 'recordId', answer.evidenceId);
  const reasons = beside.filter(({ wordsOf }) => wordsOf === 'witness_answer');
  const texts = witnessAnswerTexts(answer, reasons);
  return texts.find((text) => sha256(text) === answer.sha256) ?? texts[0] ?? '';
}

/** Reasons beside what was added to a signature, as its entry names them; none for an entry that names none. */
function* reasonTexts(rows: PortfolioRows): Generator<ZipPart> {
  for (const { submissionId, part } of rows.recordSigned) {
    const recordId = `${submissionId} ${part}`;
    if (removalOf(rows, 'record_words', recordId)) continue;
    const beside = within(rows.wordsJustified, 'recordId', recordId);
    const reasons = beside.filter(({ wordsOf }) => wordsOf === 'record_words');
    yield { path: `proof/record-reasons/${submissionId}-${part}.json`, content: wordReasonsText(reasons) };
  }
}

/** The very texts whose hashes the ledger or a row names. What was removed has none any more. */
export function* proofTexts(rows: PortfolioRows): Generator<ZipPart> {
  for (const row of rows.snapshots)
    if (!removalOf(rows, 'submission', row.id))
      yield { path: `proof/submissions/${row.id}.json`, content: textOfSnapshot(rows, row) };
  for (const row of rows.assessed)
    if (!removalOf(rows, 'feedback', row.id))
      yield { path: `proof/assessments/${row.id}.json`, content: textOfAssessment(rows, row) };
  for (const row of rows.witnessed)
    if (!removalOf(rows, 'witness_answer', row.evidenceId))
      yield { path: `proof/witness-answers/${row.evidenceId}.json`, content: textOfAnswer(rows, row) };
  yield* reasonTexts(rows);
}
