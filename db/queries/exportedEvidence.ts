import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/client.ts';
import {
  evidenceClaims,
  evidenceFiles,
  evidenceItems,
  justifications,
  recordSignatures,
  signOffs,
  submissionClaims,
  submissionFiles,
  submissionJustifications,
  submissions,
  witnessAnswers,
  witnessChecks,
  witnessRequests,
  withdrawals,
} from '#db/schema/index.ts';

/** Ids of her pieces of evidence, as a subquery. */
export const itemsOf = (traineeId: string): SQL =>
  sql`(select i.id from evidence_items i where i.trainee_id = ${traineeId})`;
/** Ids of her snapshots, as a subquery. */
export const snapshotsOf = (traineeId: string): SQL =>
  sql`(select s.id from submissions s where s.trainee_id = ${traineeId})`;

/** Whether a column holds one of the ids of a subquery. */
export const among = (column: SQLiteColumn, ids: SQL): SQL => sql`${column} in ${ids}`;

/** Her pieces of evidence with what stands beside each. */
export function itemQueries(db: Reader, traineeId: string) {
  const items = itemsOf(traineeId);
  return {
    items: db
      .select()
      .from(evidenceItems)
      .where(eq(evidenceItems.traineeId, traineeId))
      .orderBy(asc(evidenceItems.createdAt), asc(evidenceItems.id)),
    claims: db
      .select()
      .from(evidenceClaims)
      .where(among(evidenceClaims.evidenceId, items))
      .orderBy(asc(evidenceClaims.criterionId)),
    justified: db
      .select()
      .from(justifications)
      .where(among(justifications.evidenceId, items))
      .orderBy(asc(sql`rowid`)),
    files: db
      .select()
      .from(evidenceFiles)
      .where(among(evidenceFiles.evidenceId, items))
      .orderBy(asc(evidenceFiles.uploadedAt), asc(evidenceFiles.id)),
    witnessAsked: db
      .select()
      .from(witnessRequests)
      .where(among(witnessRequests.evidenceId, items))
      .orderBy(asc(witnessRequests.madeAt), asc(witnessRequests.id)),
    witnessed: db.select().from(witnessAnswers).where(among(witnessAnswers.evidenceId, items)),
    witnessChecked: db.select().from(witnessChecks).where(among(witnessChecks.evidenceId, items)),
  };
}

/** Her snapshots with what belongs to each. */
export function snapshotQueries(db: Reader, traineeId: string) {
  const snapshots = snapshotsOf(traineeId);
  return {
    snapshots: db
      .select()
      .from(submissions)
      .where(eq(submissions.traineeId, traineeId))
      .orderBy(asc(submissions.evidenceId), asc(submissions.number)),
    snapshotClaims: db
      .select()
      .from(submissionClaims)
      .where(among(submissionClaims.submissionId, snapshots))
      .orderBy(asc(submissionClaims.criterionId)),
    snapshotFiles: db
      .select()
      .from(submissionFiles)
      .where(among(submissionFiles.submissionId, snapshots))
      .orderBy(asc(submissionFiles.position)),
    snapshotJustified: db
      .select()
      .from(submissionJustifications)
      .where(among(submissionJustifications.submissionId, snapshots))
      .orderBy(asc(submissionJustifications.position)),
    withdrawn: db.select().from(withdrawals).where(among(withdrawals.submissionId, snapshots)),
    recordSigned: db
      .select()
      .from(recordSignatures)
      .where(among(recordSignatures.submissionId, snapshots))
      .orderBy(asc(recordSignatures.ledgerSeq)),
    oldSignOffs: db.select().from(signOffs).where(among(signOffs.submissionId, snapshots)),
  };
}
