import { asc, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessmentPlanItems,
  assessments,
  contentRemovals,
  countersignatures,
  criterionDecisions,
  criterionRatings,
  evidenceClaims,
  evidenceFiles,
  evidenceItems,
  justifications,
  portfolioExports,
  portfolioSignOffs,
  recordRefusals,
  recordSignatures,
  signOffBasis,
  signOffs,
  signOffUnlocks,
  submissionClaims,
  submissionFiles,
  submissionJustifications,
  submissions,
  withdrawals,
  witnessAnswers,
  witnessChecks,
  witnessRequests,
  wordJustifications,
} from '#db/schema/index.ts';

/** Ids that a row of hers holds, as a subquery over her id. */
const IDS = {
  hers: (traineeId: string) => sql`(select ${traineeId})`,
  items: (traineeId: string) => sql`(select i.id from evidence_items i where i.trainee_id = ${traineeId})`,
  snapshots: (traineeId: string) => sql`(select s.id from submissions s where s.trainee_id = ${traineeId})`,
  assessments: (traineeId: string) =>
    sql`(select a.id from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = ${traineeId})`,
  signOffs: (traineeId: string) => sql`(select o.id from portfolio_sign_offs o where o.trainee_id = ${traineeId})`,
  /** Everything of hers whose content may have been removed, as removals name it (docs/retention.md). */
  removable: (traineeId: string) => sql`(
    select id from evidence_items where trainee_id = ${traineeId}
    union all select id from submissions where trainee_id = ${traineeId}
    union all select f.id from evidence_files f join evidence_items i on i.id = f.evidence_id where i.trainee_id = ${traineeId}
    union all select q.id from witness_requests q join evidence_items i on i.id = q.evidence_id where i.trainee_id = ${traineeId}
    union all select a.id from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = ${traineeId}
    union all select r.submission_id || ' ' || r.part from record_signatures r join submissions s on s.id = r.submission_id
      where s.trainee_id = ${traineeId}
    union all select id from portfolio_sign_offs where trainee_id = ${traineeId}
    union all select id from assessment_plan_items where trainee_id = ${traineeId})`,
} as const;

/** Which rows of a table are hers, and in which order they are told. */
interface Hers<Table extends SQLiteTable> {
  readonly table: Table;
  /** The column that says whose a row is, and the ids that it may hold. */
  readonly whose: readonly [SQLiteColumn, keyof typeof IDS];
  readonly order: readonly (SQLiteColumn | SQL)[];
}

const hers = <Table extends SQLiteTable>(
  table: Table,
  whose: Hers<Table>['whose'],
  ...order: readonly (SQLiteColumn | SQL)[]
): Hers<Table> => ({ table, whose, order });

const asWritten = sql`rowid`;

/** Her pieces of evidence with what stands beside each. */
const OF_ITEMS = {
  items: hers(evidenceItems, [evidenceItems.traineeId, 'hers'], evidenceItems.createdAt, evidenceItems.id),
  claims: hers(evidenceClaims, [evidenceClaims.evidenceId, 'items'], evidenceClaims.criterionId),
  justified: hers(justifications, [justifications.evidenceId, 'items'], asWritten),
  wordsJustified: hers(
    wordJustifications,
    [wordJustifications.evidenceId, 'items'],
    ...[wordJustifications.wordsOf, wordJustifications.recordId, wordJustifications.position],
  ),
  files: hers(evidenceFiles, [evidenceFiles.evidenceId, 'items'], evidenceFiles.uploadedAt, evidenceFiles.id),
  witnessAsked: hers(
    witnessRequests,
    [witnessRequests.evidenceId, 'items'],
    witnessRequests.madeAt,
    witnessRequests.id,
  ),
  witnessed: hers(witnessAnswers, [witnessAnswers.evidenceId, 'items']),
  witnessChecked: hers(witnessChecks, [witnessChecks.evidenceId, 'items']),
};

/** Her snapshots with what belongs to each. */
const OF_SNAPSHOTS = {
  snapshots: hers(submissions, [submissions.traineeId, 'hers'], submissions.evidenceId, submissions.number),
  snapshotClaims: hers(submissionClaims, [submissionClaims.submissionId, 'snapshots'], submissionClaims.criterionId),
  snapshotFiles: hers(submissionFiles, [submissionFiles.submissionId, 'snapshots'], submissionFiles.position),
  snapshotJustified: hers(
    submissionJustifications,
    [submissionJustifications.submissionId, 'snapshots'],
    submissionJustifications.position,
  ),
  withdrawn: hers(withdrawals, [withdrawals.submissionId, 'snapshots']),
  recordSigned: hers(recordSignatures, [recordSignatures.submissionId, 'snapshots'], recordSignatures.ledgerSeq),
  recordRefused: hers(recordRefusals, [recordRefusals.submissionId, 'snapshots']),
  oldSignOffs: hers(signOffs, [signOffs.submissionId, 'snapshots']),
};

/** What was decided, and what a colleague said of it. What a quality assurer wrote about it is not hers: see `exportedPortfolio.ts`. */
const OF_ASSESSMENTS = {
  assessed: hers(assessments, [assessments.id, 'assessments'], assessments.assessedAt, asWritten),
  decided: hers(criterionDecisions, [criterionDecisions.assessmentId, 'assessments'], criterionDecisions.criterionId),
  annotated: hers(
    assessmentAnnotations,
    [assessmentAnnotations.assessmentId, 'assessments'],
    assessmentAnnotations.position,
  ),
  countersigned: hers(countersignatures, [countersignatures.assessmentId, 'assessments']),
};

/** What was signed off and opened again, her own ratings, the plan, what was removed, and what she took with her before. */
const OF_HERS = {
  signOffs: hers(portfolioSignOffs, [portfolioSignOffs.traineeId, 'hers'], portfolioSignOffs.ledgerSeq),
  basis: hers(signOffBasis, [signOffBasis.signOffId, 'signOffs']),
  unlocks: hers(signOffUnlocks, [signOffUnlocks.signOffId, 'signOffs']),
  ratings: hers(criterionRatings, [criterionRatings.traineeId, 'hers'], criterionRatings.criterionId),
  plan: hers(
    assessmentPlanItems,
    [assessmentPlanItems.traineeId, 'hers'],
    assessmentPlanItems.plannedOn,
    assessmentPlanItems.id,
  ),
  removals: hers(contentRemovals, [contentRemovals.recordId, 'removable']),
  exports: hers(portfolioExports, [portfolioExports.traineeId, 'hers'], portfolioExports.askedAt),
};

/** Every table that a portfolio is told from, whole rows each. */
const TABLES = { ...OF_ITEMS, ...OF_SNAPSHOTS, ...OF_ASSESSMENTS, ...OF_HERS };
type Tables = typeof TABLES;

/** The rows of each table, by the name it has here. */
export type HerRows = {
  -readonly [Name in keyof Tables]: Tables[Name] extends Hers<infer Table> ? Table['$inferSelect'][] : never;
};

const rowsOf = (db: Reader, { table, whose: [column, ids], order }: Hers<SQLiteTable>, traineeId: string) =>
  db
    .select()
    .from(table)
    .where(sql`${column} in ${IDS[ids](traineeId)}`)
    .orderBy(...order.map((one) => asc(one)));

/** All of her rows as one moment saw them, with the answer to one question more. One round trip. */
export async function readHerRows<More>(
  db: Reader,
  traineeId: string,
  more: PromiseLike<More>,
): Promise<{ rows: HerRows; more: More }> {
  const questions = [...Object.values(TABLES).map((one) => rowsOf(db, one, traineeId)), more];
  const answers: readonly unknown[] = await db.batch(questions as unknown as Parameters<Reader['batch']>[0]);
  const rows = Object.fromEntries(Object.keys(TABLES).map((name, index) => [name, answers[index]]));
  return { rows: rows as HerRows, more: answers.at(-1) as More };
}

/** Ids of the assessments of what she handed in, as a subquery. */
export const assessmentsAbout = IDS.assessments;
