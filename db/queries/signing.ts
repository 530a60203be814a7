import { and, asc, eq, isNull, lte, or, gt, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assignments,
  countersignatures,
  ledgerEntries,
  people,
  portfolioSignOffs,
  recordSignatures,
  signOffBasis,
  signOffUnlocks,
} from '#db/schema/index.ts';
import type { SignOffSubject } from '#src/domain/portfolio/words.ts';

/** As JSON: pairs of assessment and submission that a signature rests on. */
const basisOf = sql<string>`(select json_group_array(json_array(b.assessment_id, b.submission_id)) from sign_off_basis b where b.sign_off_id = ${portfolioSignOffs.id})`;
/** As JSON: the entries under a signature of a unit or of the qualification, as the ledger itself says. */
const restsOf = sql<string>`json_extract(${ledgerEntries.body}, '$.rests')`;

function signOffRows(db: Reader) {
  return db
    .select({
      id: portfolioSignOffs.id,
      traineeId: portfolioSignOffs.traineeId,
      subject: portfolioSignOffs.subject,
      subjectId: portfolioSignOffs.subjectId,
      qualificationVersion: portfolioSignOffs.qualificationVersion,
      round: portfolioSignOffs.round,
      signedBy: portfolioSignOffs.signedBy,
      signerName: people.name,
      signedAt: portfolioSignOffs.signedAt,
      ledgerSeq: portfolioSignOffs.ledgerSeq,
      rests: restsOf,
      basis: basisOf,
      verifierId: signOffUnlocks.verifierId,
      verifierName: sql<string | null>`(select p.name from people p where p.id = ${signOffUnlocks.verifierId})`,
      reason: signOffUnlocks.reason,
      unlockedAt: signOffUnlocks.unlockedAt,
      unlockSeq: signOffUnlocks.ledgerSeq,
    })
    .from(portfolioSignOffs)
    .innerJoin(people, eq(people.id, portfolioSignOffs.signedBy))
    .innerJoin(ledgerEntries, eq(ledgerEntries.seq, portfolioSignOffs.ledgerSeq))
    .leftJoin(signOffUnlocks, eq(signOffUnlocks.signOffId, portfolioSignOffs.id))
    .orderBy(asc(portfolioSignOffs.ledgerSeq))
    .$dynamic();
}

type SignOffRow = Awaited<ReturnType<typeof signOffRows>>[number];

function unlockOf({ verifierId, verifierName, reason, unlockedAt, unlockSeq }: SignOffRow) {
  if (verifierId === null || reason === null || unlockedAt === null || unlockSeq === null) return null;
  return { verifierId, verifierName: verifierName ?? '', reason, unlockedAt, ledgerSeq: unlockSeq };
}

function signOffOf(row: SignOffRow) {
  const pairs = JSON.parse(row.basis) as [assessmentId: string, submissionId: string][];
  return {
    id: row.id,
    traineeId: row.traineeId,
    subject: row.subject,
    subjectId: row.subjectId,
    qualificationVersion: row.qualificationVersion,
    round: row.round,
    signedBy: row.signedBy,
    signerName: row.signerName,
    signedAt: row.signedAt,
    ledgerSeq: row.ledgerSeq,
    /** Of a unit or the qualification: the entries of the signatures under it. */
    rests: JSON.parse(row.rests) as number[],
    basis: pairs.map(([assessmentId, submissionId]) => ({ assessmentId, submissionId })),
    /** Null while it stands. */
    unlock: unlockOf(row),
  };
}

/** A signature under a criterion, a unit or the qualification, standing or opened again. */
export type SignOffRecord = ReturnType<typeof signOffOf>;

/** Every signature under what a trainee showed, in the order of the ledger: criteria, units and the qualification, the opened ones too. One query. */
export async function listSignOffsOfTrainee(db: Reader, traineeId: string): Promise<SignOffRecord[]> {
  return (await signOffRows(db).where(eq(portfolioSignOffs.traineeId, traineeId))).map(signOffOf);
}

/** One signature, or null. */
export async function findSignOff(db: Reader, signOffId: string): Promise<SignOffRecord | null> {
  const [row] = await signOffRows(db).where(eq(portfolioSignOffs.id, signOffId));
  return row ? signOffOf(row) : null;
}

/** How often this was signed before, in this version: the next signature is the round after. */
export async function countRounds(
  db: Reader,
  { traineeId, ...what }: { traineeId: string; subject: SignOffSubject; subjectId: string; version: string },
): Promise<number> {
  const [row] = await db
    .select({ rounds: sql<number>`count(*)` })
    .from(portfolioSignOffs)
    .where(
      and(
        eq(portfolioSignOffs.traineeId, traineeId),
        eq(portfolioSignOffs.subject, what.subject),
        eq(portfolioSignOffs.subjectId, what.subjectId),
        eq(portfolioSignOffs.qualificationVersion, what.version),
      ),
    );
  return row?.rounds ?? 0;
}

/** Keeps a signature with the decisions it rests on. The table refuses a second one that stands. */
export async function insertPortfolioSignOff(
  tx: Writer,
  signOff: typeof portfolioSignOffs.$inferInsert,
  basis: readonly { readonly assessmentId: string; readonly submissionId: string }[],
): Promise<void> {
  await tx.insert(portfolioSignOffs).values(signOff);
  if (basis.length > 0)
    await tx
      .insert(signOffBasis)
      .values(basis.map(({ assessmentId, submissionId }) => ({ signOffId: signOff.id, assessmentId, submissionId })));
}

/** Keeps that a signature was opened again. The table refuses to open one twice. */
export async function insertSignOffUnlock(tx: Writer, unlock: typeof signOffUnlocks.$inferInsert): Promise<void> {
  await tx.insert(signOffUnlocks).values(unlock);
}

/** Who signed an observation or a discussion, and what each added. */
export async function listRecordSignatures(db: Reader, submissionId: string) {
  return db
    .select({
      part: recordSignatures.part,
      personId: recordSignatures.personId,
      personName: people.name,
      words: recordSignatures.words,
      signedAt: recordSignatures.signedAt,
      ledgerSeq: recordSignatures.ledgerSeq,
    })
    .from(recordSignatures)
    .innerJoin(people, eq(people.id, recordSignatures.personId))
    .where(eq(recordSignatures.submissionId, submissionId))
    .orderBy(asc(recordSignatures.ledgerSeq));
}

/** Keeps one of the two signatures under a record. The table refuses a second one for the same part. */
export async function insertRecordSignature(
  tx: Writer,
  signature: typeof recordSignatures.$inferInsert,
): Promise<void> {
  await tx.insert(recordSignatures).values(signature);
}

/** Keeps what a colleague said of an assessment. The table refuses a second one. */
export async function insertCountersignature(
  tx: Writer,
  signature: typeof countersignatures.$inferInsert,
): Promise<void> {
  await tx.insert(countersignatures).values(signature);
}

/** Whether she assesses this trainee on a day, as the assignments stand at this moment. */
export async function isAssessorOf(
  db: Reader,
  { personId, traineeId, day }: { personId: string; traineeId: string; day: string },
): Promise<boolean> {
  const found = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.kind, 'assessor'),
        eq(assignments.personId, personId),
        eq(assignments.traineeId, traineeId),
        lte(assignments.startsOn, day),
        or(isNull(assignments.endsOn), gt(assignments.endsOn, day)),
      ),
    )
    .limit(1);
  return found.length > 0;
}
