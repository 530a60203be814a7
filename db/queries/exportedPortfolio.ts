import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessmentPlanItems,
  assessments,
  contentRemovals,
  countersignatures,
  criterionDecisions,
  criterionRatings,
  ledgerEntries,
  people,
  portfolioExports,
  portfolioSignOffs,
  signOffBasis,
  signOffUnlocks,
  verificationDecisions,
  verifications,
} from '#db/schema/index.ts';
import { among, itemQueries, snapshotQueries } from './exportedEvidence.ts';

const assessmentsOf = (traineeId: string) =>
  sql`(select a.id from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = ${traineeId})`;

/** What was decided: assessments, decisions, notes in the text, countersignatures, and where a quality assurer looked. */
function decisionQueries(db: Reader, traineeId: string) {
  const judged = assessmentsOf(traineeId);
  return {
    assessed: db
      .select()
      .from(assessments)
      .where(among(assessments.id, judged))
      .orderBy(asc(assessments.assessedAt), asc(sql`rowid`)),
    decided: db
      .select()
      .from(criterionDecisions)
      .where(among(criterionDecisions.assessmentId, judged))
      .orderBy(asc(criterionDecisions.criterionId)),
    annotated: db
      .select()
      .from(assessmentAnnotations)
      .where(among(assessmentAnnotations.assessmentId, judged))
      .orderBy(asc(assessmentAnnotations.position)),
    countersigned: db.select().from(countersignatures).where(among(countersignatures.assessmentId, judged)),
    verified: db
      .select(verifiedColumns)
      .from(verifications)
      .innerJoin(verificationDecisions, eq(verificationDecisions.verificationId, verifications.id))
      .where(among(verifications.assessmentId, judged))
      .orderBy(asc(verifications.verifiedAt), asc(verificationDecisions.criterionId)),
  };
}

const verifiedColumns = {
  assessmentId: verifications.assessmentId,
  verifierId: verifications.verifierId,
  verifiedAt: verifications.verifiedAt,
  criterionId: verificationDecisions.criterionId,
  outcome: verificationDecisions.outcome,
};

/** What was signed off, on what it rests, and what was opened again. */
function signatureQueries(db: Reader, traineeId: string) {
  const signed = sql`(select o.id from portfolio_sign_offs o where o.trainee_id = ${traineeId})`;
  return {
    signOffs: db
      .select()
      .from(portfolioSignOffs)
      .where(eq(portfolioSignOffs.traineeId, traineeId))
      .orderBy(asc(portfolioSignOffs.ledgerSeq)),
    basis: db.select().from(signOffBasis).where(among(signOffBasis.signOffId, signed)),
    unlocks: db.select().from(signOffUnlocks).where(among(signOffUnlocks.signOffId, signed)),
  };
}

/** Ids of everything of hers whose content may have been removed. */
const removableOf = (traineeId: string) => sql`(
  select i.id from evidence_items i where i.trainee_id = ${traineeId}
  union all select s.id from submissions s where s.trainee_id = ${traineeId}
  union all select f.id from evidence_files f join evidence_items i on i.id = f.evidence_id where i.trainee_id = ${traineeId}
  union all select a.id from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = ${traineeId})`;

/** Her own ratings, the plan, what was removed, and what she took with her before. */
function otherQueries(db: Reader, traineeId: string) {
  return {
    ratings: db
      .select()
      .from(criterionRatings)
      .where(eq(criterionRatings.traineeId, traineeId))
      .orderBy(asc(criterionRatings.criterionId)),
    plan: db
      .select()
      .from(assessmentPlanItems)
      .where(eq(assessmentPlanItems.traineeId, traineeId))
      .orderBy(asc(assessmentPlanItems.plannedOn), asc(assessmentPlanItems.id)),
    removals: db
      .select()
      .from(contentRemovals)
      .where(among(contentRemovals.recordId, removableOf(traineeId))),
    exports: db
      .select()
      .from(portfolioExports)
      .where(eq(portfolioExports.traineeId, traineeId))
      .orderBy(asc(portfolioExports.askedAt)),
  };
}

type Queries = Readonly<Record<string, PromiseLike<unknown>>>;
type Answers<Asked extends Queries> = { -readonly [Name in keyof Asked]: Awaited<Asked[Name]> };

/** Asks many questions at one moment of the database, in one round trip. */
async function atOnce<Asked extends Queries>(db: Reader, queries: Asked): Promise<Answers<Asked>> {
  const answers: readonly unknown[] = await db.batch(
    Object.values(queries) as unknown as Parameters<Reader['batch']>[0],
  );
  return Object.fromEntries(Object.keys(queries).map((name, index) => [name, answers[index]])) as Answers<Asked>;
}

/** The tables, seen at one moment. One round trip. */
async function readTables(db: Reader, traineeId: string) {
  return atOnce(db, {
    ...itemQueries(db, traineeId),
    ...snapshotQueries(db, traineeId),
    ...decisionQueries(db, traineeId),
    ...signatureQueries(db, traineeId),
    ...otherQueries(db, traineeId),
  });
}
type Tables = Awaited<ReturnType<typeof readTables>>;

/** Everything of a trainee's portfolio as its tables hold it, with the names in it and its entries of the ledger. Two round trips. */
export async function readPortfolioRows(db: Reader, traineeId: string) {
  const rows = await readTables(db, traineeId);
  const [names, entries] = await Promise.all([
    namesOf(db, [traineeId, ...peopleIn(rows)]),
    entriesAt(db, entryNumbers(rows)),
  ]);
  return { ...rows, names, entries };
}
export type PortfolioRows = Awaited<ReturnType<typeof readPortfolioRows>>;

/** Everybody whose name stands somewhere in it. */
function peopleIn(rows: Tables): string[] {
  return [
    ...rows.items.map(({ writerId }) => writerId),
    ...rows.snapshots.map(({ writerId }) => writerId),
    ...rows.files.map(({ uploadedBy }) => uploadedBy),
    ...rows.witnessAsked.map(({ madeBy }) => madeBy),
    ...rows.witnessChecked.map(({ assessorId }) => assessorId),
    ...rows.recordSigned.map(({ personId }) => personId),
    ...rows.oldSignOffs.map(({ signedBy }) => signedBy),
    ...rows.assessed.map(({ assessorId }) => assessorId),
    ...rows.countersigned.map(({ personId }) => personId),
    ...rows.verified.map(({ verifierId }) => verifierId),
    ...rows.signOffs.map(({ signedBy }) => signedBy),
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
function entryNumbers({
  oldSignOffs,
  signOffs: signed,
  unlocks,
  recordSigned,
  countersigned,
  exports,
}: Tables): number[] {
  const rows = [...oldSignOffs, ...signed, ...unlocks, ...recordSigned, ...countersigned, ...exports];
  return rows.map(({ ledgerSeq }) => ledgerSeq).filter((seq) => seq !== null);
}

async function entriesAt(db: Reader, numbers: readonly number[]) {
  return db
    .select()
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.seq} in (select value from json_each(${JSON.stringify(numbers)}))`)
    .orderBy(asc(ledgerEntries.seq));
}
