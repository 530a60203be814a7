import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { ledgerEntries, people, verificationDecisions, verifications } from '#db/schema/index.ts';
import { assessmentsAbout, type HerRows, readHerRows } from './exportedEvidence.ts';

/** On which criteria a quality assurer agreed and on which not. Who she is, and what she wrote, is between her and the assessor. */
const verifiedAbout = (db: Reader, traineeId: string) =>
  db
    .select({
      assessmentId: verifications.assessmentId,
      verifiedAt: verifications.verifiedAt,
      criterionId: verificationDecisions.criterionId,
      outcome: verificationDecisions.outcome,
    })
    .from(verifications)
    .innerJoin(verificationDecisions, eq(verificationDecisions.verificationId, verifications.id))
    .where(sql`${verifications.assessmentId} in ${assessmentsAbout(traineeId)}`)
    .orderBy(asc(verifications.verifiedAt), asc(verificationDecisions.criterionId));

/** Everything of a trainee's portfolio as its tables hold it, with the names in it and its entries of the ledger. Two round trips. */
export async function readPortfolioRows(db: Reader, traineeId: string) {
  const { rows, more: verified } = await readHerRows(db, traineeId, verifiedAbout(db, traineeId));
  const [names, entries] = await Promise.all([
    namesOf(db, [traineeId, ...peopleIn(rows)]),
    entriesAt(db, entryNumbers(rows)),
  ]);
  return { ...rows, verified, names, entries };
}
export type PortfolioRows = Awaited<ReturnType<typeof readPortfolioRows>>;

/** Everybody whose name stands somewhere in it. */
function peopleIn(rows: HerRows): string[] {
  return [
    ...[...rows.items, ...rows.snapshots].map(({ writerId }) => writerId),
    ...rows.files.map(({ uploadedBy }) => uploadedBy),
    ...rows.witnessAsked.map(({ madeBy }) => madeBy),
    ...[...rows.witnessChecked, ...rows.assessed].map(({ assessorId }) => assessorId),
    ...[...rows.recordSigned, ...rows.recordRefused, ...rows.countersigned].map(({ personId }) => personId),
    ...[...rows.oldSignOffs, ...rows.signOffs].map(({ signedBy }) => signedBy),
    ...rows.unlocks.map(({ verifierId }) => verifierId),
    ...rows.plan.map(({ plannedBy }) => plannedBy),
  ].filter((id) => id !== null);
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The entries of the ledger that her portfolio rests on: signatures, openings, countersignatures, and what she took with her. */
function entryNumbers(rows: HerRows): number[] {
  const { oldSignOffs, signOffs, unlocks, recordSigned, countersigned, exports } = rows;
  const naming = [...oldSignOffs, ...signOffs, ...unlocks, ...recordSigned, ...countersigned, ...exports];
  return naming.map(({ ledgerSeq }) => ledgerSeq).filter((seq) => seq !== null);
}

async function entriesAt(db: Reader, numbers: readonly number[]) {
  return db
    .select()
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.seq} in (select value from json_each(${JSON.stringify(numbers)}))`)
    .orderBy(asc(ledgerEntries.seq));
}
