import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { assessmentText, assessmentTextV2, snapshotText, snapshotTextV2 } from '#src/domain/portfolio/snapshot.ts';
import { removalOf, within } from './parts.ts';
import type { ZipPart } from './zip.ts';

type SnapshotRow = PortfolioRows['snapshots'][number];
type AssessmentRow = PortfolioRows['assessed'][number];

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
  const decisions = within(rows.decided, 'assessmentId', row.id);
  if (row.format === 1) return assessmentText({ ...row, decisions });
  return assessmentTextV2({
    ...row,
    format: 2,
    decisions,
    annotations: within(rows.annotated, 'assessmentId', row.id),
  });
}

/** The very texts whose hashes the ledger names. What was removed has none any more. */
export function* proofTexts(rows: PortfolioRows): Generator<ZipPart> {
  for (const row of rows.snapshots)
    if (!removalOf(rows, 'submission', row.id))
      yield { path: `proof/submissions/${row.id}.json`, content: textOfSnapshot(rows, row) };
  for (const row of rows.assessed)
    if (!removalOf(rows, 'feedback', row.id))
      yield { path: `proof/assessments/${row.id}.json`, content: textOfAssessment(rows, row) };
}
