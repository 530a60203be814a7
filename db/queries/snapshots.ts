import { asc, eq, max, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assessments,
  evidenceFiles,
  justifications,
  submissionClaims,
  submissionJustifications,
  submissions,
  withdrawals,
  witnessAnswers,
  witnessChecks,
  witnessRequests,
} from '#db/schema/index.ts';
import { insertSubmissionFiles, listFilesOfEvidence } from './files.ts';
import { findWitnessAnswer } from './witness.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';

/** The number the next snapshot of this evidence gets, from 1. */
export async function nextSubmissionNumber(db: Reader, evidenceId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(submissions.number) })
    .from(submissions)
    .where(eq(submissions.evidenceId, evidenceId));
  return (row?.last ?? 0) + 1;
}

/** What goes into a snapshot beside the draft: its files in the order they came, what was justified, what a witness wrote. Three queries. */
export async function readSnapshotParts(db: Reader, evidenceId: string) {
  const [files, justified, witness] = await Promise.all([
    listFilesOfEvidence(db, evidenceId),
    db
      .select({ place: justifications.place, kind: justifications.kind, reason: justifications.reason })
      .from(justifications)
      .where(eq(justifications.evidenceId, evidenceId))
      .orderBy(asc(justifications.justifiedAt), asc(justifications.id)),
    findWitnessAnswer(db, evidenceId),
  ]);
  return { files, justifications: justified, witness };
}

/** Which piece of evidence a snapshot is of, or null. */
export async function findSnapshotEvidence(db: Reader, submissionId: string): Promise<string | null> {
  const [row] = await db
    .select({ evidenceId: submissions.evidenceId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  return row?.evidenceId ?? null;
}

/** Keeps a dated snapshot with what it claims, its files and what was justified. */
export async function insertSnapshot(tx: Writer, snapshot: SnapshotV2 & { sha256: string }): Promise<void> {
  const { criteria, whereShown, files, justifications: justified, ...row } = snapshot;
  const submissionId = row.id;
  await tx.insert(submissions).values(row);
  await tx
    .insert(submissionClaims)
    .values(criteria.map((criterionId) => ({ submissionId, criterionId, whereShown: whereShown[criterionId] ?? '' })));
  const fileIds = files.map(({ id }) => id);
  await insertSubmissionFiles(tx, submissionId, fileIds);
  if (justified.length > 0)
    await tx
      .insert(submissionJustifications)
      .values(justified.map((one, position) => ({ submissionId, position, ...one })));
}

/** Takes a snapshot back. Repeated, it changes nothing. */
export async function insertWithdrawal(tx: Writer, withdrawal: typeof withdrawals.$inferInsert): Promise<void> {
  await tx.insert(withdrawals).values(withdrawal).onConflictDoNothing();
}

/** Everything that holds words or files of a piece of evidence, as the group it is kept in and its id. One query. */
export async function listContents(db: Reader, evidenceId: string): Promise<{ kind: RecordGroup; recordId: string }[]> {
  return db.all(sql`
    select 'submission' as kind, s.id as recordId from ${submissions} s where s.evidence_id = ${evidenceId}
    union all
    select 'feedback', a.id from ${assessments} a join ${submissions} s on s.id = a.submission_id where s.evidence_id = ${evidenceId}
    union all
    select 'file', f.id from ${evidenceFiles} f where f.evidence_id = ${evidenceId} and f.removed_at is null
    union all
    select 'witness_answer', w.evidence_id from ${witnessAnswers} w where w.evidence_id = ${evidenceId}
    union all
    select 'witness_contact', q.id from ${witnessRequests} q where q.evidence_id = ${evidenceId}
    union all
    select 'witness_contact', c.evidence_id from ${witnessChecks} c where c.evidence_id = ${evidenceId}`);
}
