import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessments,
  contentRemovals,
  criterionDecisions,
  evidenceFiles,
  evidenceItems,
  people,
  portfolioExports,
  retentionRules,
  submissionClaims,
  submissionFiles,
  submissionJustifications,
  submissions,
  witnessAnswers,
} from '#db/schema/index.ts';
import { type AnyAssessmentRecord, assessmentOfFormat } from '#src/domain/portfolio/assessmentRecord.ts';
import type { Snapshot, SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { listWordReasons } from './wordJustifications.ts';

/** Every version of the rules that was set, oldest first. One query. */
export async function listRetentionRules(db: Reader) {
  return db
    .select({
      id: retentionRules.id,
      effectiveFrom: retentionRules.effectiveFrom,
      rules: retentionRules.rules,
      reason: retentionRules.reason,
      enteredAt: retentionRules.enteredAt,
      enteredByName: people.name,
    })
    .from(retentionRules)
    .innerJoin(people, eq(people.id, retentionRules.enteredBy))
    .orderBy(asc(retentionRules.effectiveFrom), asc(retentionRules.enteredAt), sql`${retentionRules}.rowid`);
}

/** Keeps a version of the rules. A repeat with the same id changes nothing. */
export async function insertRetentionRules(tx: Writer, row: typeof retentionRules.$inferInsert): Promise<void> {
  await tx.insert(retentionRules).values(row);
}

/** Whether the content of a record was removed already. */
export async function findRemoval(db: Reader, kind: RecordGroup, recordId: string) {
  const [row] = await db
    .select()
    .from(contentRemovals)
    .where(and(eq(contentRemovals.kind, kind), eq(contentRemovals.recordId, recordId)));
  return row ?? null;
}

/** Keeps that content was removed: written before the content goes, because the tables let it go for that alone. */
export async function insertRemoval(tx: Writer, removal: typeof contentRemovals.$inferInsert): Promise<void> {
  await tx.insert(contentRemovals).values(removal);
}

/** A submission as it was hashed, with its hash; null where there is none. */
export async function findSnapshot(
  db: Reader,
  submissionId: string,
): Promise<{ snapshot: Snapshot | SnapshotV2; sha256: string; evidenceId: string } | null> {
  const [row] = await db.select().from(submissions).where(eq(submissions.id, submissionId));
  if (!row) return null;
  const claims = await db.select().from(submissionClaims).where(eq(submissionClaims.submissionId, submissionId));
  const { sha256, evidenceId, format, details, happenedOn, writerId, changeNote, ...rest } = row;
  const snapshot: Snapshot = { ...rest, evidenceId, criteria: claims.map(({ criterionId }) => criterionId) };
  if (format === 1) return { snapshot, sha256, evidenceId };
  const whereShown = Object.fromEntries(claims.map((claim) => [claim.criterionId, claim.whereShown]));
  const parts = await snapshotParts(db, submissionId);
  const second = { ...snapshot, format: 2 as const, details, happenedOn, writerId, changeNote, whereShown, ...parts };
  return { snapshot: second, sha256, evidenceId };
}

async function snapshotParts(db: Reader, submissionId: string): Promise<Pick<SnapshotV2, 'files' | 'justifications'>> {
  const { id, name, type, sizeBytes, sha256 } = evidenceFiles;
  const [files, justified] = await Promise.all([
    db
      .select({ id, name, type, sizeBytes, sha256 })
      .from(submissionFiles)
      .innerJoin(evidenceFiles, eq(evidenceFiles.id, submissionFiles.fileId))
      .where(eq(submissionFiles.submissionId, submissionId))
      .orderBy(asc(submissionFiles.position)),
    db
      .select()
      .from(submissionJustifications)
      .where(eq(submissionJustifications.submissionId, submissionId))
      .orderBy(asc(submissionJustifications.position)),
  ]);
  return { files, justifications: justified };
}

/** Hashes of an assessment that the ledger holds: of the signatures that rest on it, and of its countersignature. */
async function signedHashesOf(db: Reader, assessmentId: string): Promise<string[]> {
  const rows = await db.all<{ sha256: string }>(sql`
    select json_extract(b.value, '$.assessmentSha256') as sha256 from sign_off_basis r
      join portfolio_sign_offs o on o.id = r.sign_off_id join ledger_entries l on l.seq = o.ledger_seq,
      json_each(l.body, '$.basis') b
      where r.assessment_id = ${assessmentId} and json_extract(b.value, '$.assessmentId') = ${assessmentId}
    union select json_extract(l.body, '$.assessmentSha256') from countersignatures c
      join ledger_entries l on l.seq = c.ledger_seq where c.assessment_id = ${assessmentId}
    union select json_extract(l.body, '$.assessmentSha256') from sign_offs o
      join ledger_entries l on l.seq = o.ledger_seq where o.assessment_id = ${assessmentId}`);
  return rows.map(({ sha256 }) => sha256);
}

/** An assessment as it is hashed, the evidence it is about, and the hashes it was signed with; null where there is none. */
export async function findAssessmentRecord(
  db: Reader,
  assessmentId: string,
): Promise<{ assessment: AnyAssessmentRecord; evidenceId: string; signedSha256: string[] } | null> {
  const [found] = await db
    .select({ row: assessments, evidenceId: submissions.evidenceId })
    .from(assessments)
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .where(eq(assessments.id, assessmentId));
  if (!found) return null;
  const [signedSha256, decisions, annotations, justifications] = await Promise.all([
    signedHashesOf(db, assessmentId),
    db.select().from(criterionDecisions).where(eq(criterionDecisions.assessmentId, assessmentId)),
    db
      .select()
      .from(assessmentAnnotations)
      .where(eq(assessmentAnnotations.assessmentId, assessmentId))
      .orderBy(asc(assessmentAnnotations.position)),
    listWordReasons(db, { wordsOf: 'assessment', recordId: assessmentId }),
  ]);
  const { row, evidenceId } = found;
  return {
    assessment: assessmentOfFormat({ ...row, decisions, annotations, justifications }),
    evidenceId,
    signedSha256,
  };
}

/** What a witness wrote, or null. */
export async function findWitnessAnswer(db: Reader, evidenceId: string) {
  const [row] = await db.select().from(witnessAnswers).where(eq(witnessAnswers.evidenceId, evidenceId));
  return row ?? null;
}

/** A file whose content is still there, or null. */
export async function findKeptFile(db: Reader, fileId: string) {
  const [row] = await db
    .select({ sha256: evidenceFiles.sha256, evidenceId: evidenceFiles.evidenceId })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.id, fileId), isNull(evidenceFiles.removedAt)));
  return row ?? null;
}

/** Hashes whose every row is removed: nothing in the portal shows them any more. */
export async function listUnusedHashes(db: Reader): Promise<string[]> {
  const rows = await db.all<{ sha256: string }>(
    sql`select distinct f.sha256 from evidence_files f where f.removed_at is not null
      and not exists (select 1 from evidence_files g where g.sha256 = f.sha256 and g.removed_at is null)`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** An export that is still there, or null. */
export async function findKeptExport(db: Reader, exportId: string) {
  const [row] = await db
    .select({ sha256: portfolioExports.sha256 })
    .from(portfolioExports)
    .where(and(eq(portfolioExports.id, exportId), isNull(portfolioExports.removedAt)));
  return row ?? null;
}

/** Whether a draft is there and holds words. */
export async function hasDraft(db: Reader, evidenceId: string): Promise<boolean> {
  const found = await db.$count(evidenceItems, and(eq(evidenceItems.id, evidenceId), isNull(evidenceItems.removedAt)));
  return found > 0;
}

/**
 * Whether a signature rests on a piece of evidence, or did until it was opened again: under a criterion, under a whole submission as it
 * was done before, under an observation or a discussion, or a colleague's under the decisions. One query.
 */
export async function isSignedEvidence(db: Reader, evidenceId: string): Promise<boolean> {
  const [row] = await db.all<{ signed: number }>(sql`select exists (
    select 1 from submissions s where s.evidence_id = ${evidenceId} and (
      exists (select 1 from sign_offs o where o.submission_id = s.id)
      or exists (select 1 from sign_off_basis b where b.submission_id = s.id)
      or exists (select 1 from record_signatures r where r.submission_id = s.id)
      or exists (select 1 from countersignatures c join assessments a on a.id = c.assessment_id where a.submission_id = s.id)
    )) as signed`);
  return row?.signed === 1;
}
