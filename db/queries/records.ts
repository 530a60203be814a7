import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  evidenceItems,
  people,
  recordRefusals,
  recordSignatures,
  submissions,
} from '#db/schema/index.ts';
import { type SubmissionRecord, submissionOf, submissionRows } from './submissionRows.ts';

const writer = alias(people, 'writer');

const subject = prepared((db) =>
  db
    .select({
      evidenceId: evidenceItems.id,
      traineeId: evidenceItems.traineeId,
      traineeName: people.name,
      writerId: evidenceItems.writerId,
      writerName: writer.name,
      kind: evidenceItems.kind,
      removedAt: evidenceItems.removedAt,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
    })
    .from(evidenceItems)
    .innerJoin(people, eq(people.id, evidenceItems.traineeId))
    .innerJoin(writer, eq(writer.id, evidenceItems.writerId))
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, evidenceItems.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(evidenceItems.id, sql.placeholder('evidenceId')))
    .prepare(),
);

/** Whom a record is about and who writes it, for `authorise`; null for anything that no assessor writes. Nothing of its words. One query. */
export async function findRecordSubject(db: Reader, evidenceId: string) {
  const [row] = await subject(db).all({ evidenceId });
  return row ?? null;
}

const signaturesOf = prepared((db) =>
  db
    .select({
      submissionId: recordSignatures.submissionId,
      part: recordSignatures.part,
      personId: recordSignatures.personId,
      personName: people.name,
      words: recordSignatures.words,
      signedAt: recordSignatures.signedAt,
      ledgerSeq: recordSignatures.ledgerSeq,
    })
    .from(recordSignatures)
    .innerJoin(submissions, eq(submissions.id, recordSignatures.submissionId))
    .innerJoin(people, eq(people.id, recordSignatures.personId))
    .where(eq(submissions.evidenceId, sql.placeholder('evidenceId')))
    .orderBy(asc(recordSignatures.ledgerSeq))
    .prepare(),
);

/** Every signature under any version of a record, oldest first. One query. */
export async function listSignaturesOfRecord(db: Reader, evidenceId: string) {
  return signaturesOf(db).all({ evidenceId });
}

const refusalsOf = prepared((db) =>
  db
    .select({
      submissionId: recordRefusals.submissionId,
      personId: recordRefusals.personId,
      personName: people.name,
      reason: recordRefusals.reason,
      refusedAt: recordRefusals.refusedAt,
    })
    .from(recordRefusals)
    .innerJoin(submissions, eq(submissions.id, recordRefusals.submissionId))
    .innerJoin(people, eq(people.id, recordRefusals.personId))
    .where(eq(submissions.evidenceId, sql.placeholder('evidenceId')))
    .orderBy(asc(recordRefusals.refusedAt), asc(submissions.number))
    .prepare(),
);

/** Every time its trainee did not sign a version of a record, and why, oldest first. One query. */
export async function listRefusalsOfRecord(db: Reader, evidenceId: string) {
  return refusalsOf(db).all({ evidenceId });
}

/** Keeps that a trainee does not sign, and why. One a version; the first stands. */
export async function insertRecordRefusal(tx: Writer, refusal: typeof recordRefusals.$inferInsert): Promise<void> {
  await tx.insert(recordRefusals).values(refusal);
}

const newestOf = prepared((db) =>
  submissionRows(db)
    .where(
      sql`${submissions.evidenceId} = ${sql.placeholder('evidenceId')} and ${submissions.number} = (select max(n.number) from submissions n where n.evidence_id = ${sql.placeholder('evidenceId')})`,
    )
    .prepare(),
);

/** The newest snapshot of a record, without its text; null where none was finished. One query. */
export async function findNewestSnapshot(db: Reader, evidenceId: string): Promise<SubmissionRecord | null> {
  const [row] = await newestOf(db).all({ evidenceId });
  return row ? submissionOf(row) : null;
}
