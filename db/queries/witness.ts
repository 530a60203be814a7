import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { evidenceItems, people, witnessAnswers, witnessChecks, witnessRequests } from '#db/schema/index.ts';

/** What a witness wrote, as pages show it. */
export interface WitnessAnswerRecord {
  readonly evidenceId: string;
  readonly requestId: string;
  readonly name: string;
  readonly job: string;
  readonly relationship: string;
  readonly text: string;
  readonly sha256: string;
  readonly answeredAt: Date;
}

const answerOf = prepared((db) =>
  db
    .select()
    .from(witnessAnswers)
    .where(eq(witnessAnswers.evidenceId, sql.placeholder('evidenceId')))
    .prepare(),
);

/** What the witness of a piece of evidence wrote, or null. One query. */
export async function findWitnessAnswer(db: Reader, evidenceId: string): Promise<WitnessAnswerRecord | null> {
  const [answer] = await answerOf(db).all({ evidenceId });
  return answer ?? null;
}

const checkOf = prepared((db) =>
  db
    .select({
      evidenceId: witnessChecks.evidenceId,
      assessorId: witnessChecks.assessorId,
      assessorName: people.name,
      how: witnessChecks.how,
      checkedAt: witnessChecks.checkedAt,
    })
    .from(witnessChecks)
    .innerJoin(people, eq(people.id, witnessChecks.assessorId))
    .where(eq(witnessChecks.evidenceId, sql.placeholder('evidenceId')))
    .prepare(),
);

/** How an assessor made sure of the witness, or null where nobody has. One query. */
export async function findWitnessCheck(db: Reader, evidenceId: string) {
  const [check] = await checkOf(db).all({ evidenceId });
  return check ?? null;
}

const requestColumns = {
  id: witnessRequests.id,
  evidenceId: witnessRequests.evidenceId,
  witnessName: witnessRequests.witnessName,
  witnessJob: witnessRequests.witnessJob,
  question: witnessRequests.question,
  madeBy: witnessRequests.madeBy,
  madeByName: people.name,
  madeAt: witnessRequests.madeAt,
  expiresAt: witnessRequests.expiresAt,
  revokedAt: witnessRequests.revokedAt,
};

const assessor = alias(people, 'assessor');

const testimony = prepared((db) =>
  db
    .select({
      request: requestColumns,
      answer: witnessAnswers,
      check: { how: witnessChecks.how, assessorName: assessor.name, checkedAt: witnessChecks.checkedAt },
    })
    .from(evidenceItems)
    .leftJoin(
      witnessRequests,
      sql`${witnessRequests.id} = (select n.id from witness_requests n where n.evidence_id = ${evidenceItems.id} order by n.made_at desc, n.rowid desc limit 1)`,
    )
    .leftJoin(people, eq(people.id, witnessRequests.madeBy))
    .leftJoin(witnessAnswers, eq(witnessAnswers.evidenceId, evidenceItems.id))
    .leftJoin(witnessChecks, eq(witnessChecks.evidenceId, evidenceItems.id))
    .leftJoin(assessor, eq(assessor.id, witnessChecks.assessorId))
    .where(eq(evidenceItems.id, sql.placeholder('evidenceId')))
    .prepare(),
);

/** A link for a witness and who made it. Never its token: nobody has it. */
export interface WitnessRequestRecord {
  readonly id: string;
  readonly evidenceId: string;
  readonly witnessName: string;
  readonly witnessJob: string;
  readonly question: string;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** How an assessor made sure of a witness, as pages show it. */
export interface ShownCheck {
  readonly how: string;
  readonly assessorName: string;
  readonly checkedAt: Date;
}

/** Where the testimony of a piece of evidence stands: its newest link, what the witness wrote, how an assessor made sure; each null where there is none. One query. */
export async function findTestimony(db: Reader, evidenceId: string) {
  const [row] = await testimony(db).all({ evidenceId });
  return {
    request: (row?.request.id ? row.request : null) as WitnessRequestRecord | null,
    answer: row?.answer ?? null,
    check: (row?.check.checkedAt ? row.check : null) as ShownCheck | null,
  };
}

const askedBy = sql<
  string | null
>`(select group_concat(distinct w.made_by) from witness_requests w where w.evidence_id = ${evidenceItems.id})`;
const askersIn = (joined: string | null) => (joined ? joined.split(',') : []);

/** Whose testimony it is for making a link, and what stands in the way of one. Null where there is no such evidence. One query. */
export async function findWitnessSubject(db: Reader, evidenceId: string) {
  const [row] = await db
    .select({
      evidenceId: evidenceItems.id,
      traineeId: evidenceItems.traineeId,
      kind: evidenceItems.kind,
      removedAt: evidenceItems.removedAt,
      answeredAt: witnessAnswers.answeredAt,
      askedBy,
    })
    .from(evidenceItems)
    .leftJoin(witnessAnswers, eq(witnessAnswers.evidenceId, evidenceItems.id))
    .where(eq(evidenceItems.id, evidenceId));
  return row ? { ...row, askedBy: askersIn(row.askedBy) } : null;
}

const byToken = prepared((db) =>
  db
    .select({
      requestId: witnessRequests.id,
      evidenceId: witnessRequests.evidenceId,
      witnessName: witnessRequests.witnessName,
      witnessJob: witnessRequests.witnessJob,
      question: witnessRequests.question,
      askerName: sql<string>`(select a.name from people a where a.id = ${witnessRequests.madeBy})`,
      expiresAt: witnessRequests.expiresAt,
      revokedAt: witnessRequests.revokedAt,
      traineeId: evidenceItems.traineeId,
      traineeName: people.name,
      removedAt: evidenceItems.removedAt,
      criteriaVersion: evidenceItems.qualificationVersion,
      criteria: sql<string>`(select json_group_array(c.criterion_id) from (select criterion_id from evidence_claims where evidence_id = ${evidenceItems.id} order by criterion_id) c)`,
      askedBy,
      answer: {
        requestId: witnessAnswers.requestId,
        name: witnessAnswers.name,
        job: witnessAnswers.job,
        relationship: witnessAnswers.relationship,
        text: witnessAnswers.text,
      },
    })
    .from(witnessRequests)
    .innerJoin(evidenceItems, eq(evidenceItems.id, witnessRequests.evidenceId))
    .innerJoin(people, eq(people.id, evidenceItems.traineeId))
    .leftJoin(witnessAnswers, eq(witnessAnswers.evidenceId, evidenceItems.id))
    .where(eq(witnessRequests.tokenHash, sql.placeholder('tokenHash')))
    .orderBy(asc(witnessRequests.id))
    .prepare(),
);

/** What a link leads to, by the hash of its token: the least a witness needs to know; criteria in the version of the draft. Null where there is none. One query. */
export async function findByWitnessToken(db: Reader, tokenHash: string) {
  const [row] = await byToken(db).all({ tokenHash });
  if (!row) return null;
  return { ...row, criteria: JSON.parse(row.criteria) as string[], askedBy: askersIn(row.askedBy) };
}
export type WitnessInvitation = NonNullable<Awaited<ReturnType<typeof findByWitnessToken>>>;

/** The testimonies that somebody asked for of a trainee's work, newest first, each with its newest link and whether it was answered. One query. */
export async function listWitnessRequestsBy(db: Reader, { madeBy, traineeId }: { madeBy: string; traineeId: string }) {
  const isNewest = sql`${witnessRequests.id} = (select n.id from witness_requests n where n.evidence_id = ${evidenceItems.id} order by n.made_at desc, n.rowid desc limit 1)`;
  return db
    .select({ ...requestColumns, title: evidenceItems.title, answeredAt: witnessAnswers.answeredAt })
    .from(witnessRequests)
    .innerJoin(people, eq(people.id, witnessRequests.madeBy))
    .innerJoin(evidenceItems, eq(evidenceItems.id, witnessRequests.evidenceId))
    .leftJoin(witnessAnswers, eq(witnessAnswers.evidenceId, evidenceItems.id))
    .where(
      and(
        eq(witnessRequests.madeBy, madeBy),
        eq(evidenceItems.traineeId, traineeId),
        isNull(evidenceItems.removedAt),
        isNewest,
      ),
    )
    .orderBy(desc(witnessRequests.madeAt), desc(witnessRequests.id));
}

/** A testimony that somebody asked for. */
export type AskedWitness = Awaited<ReturnType<typeof listWitnessRequestsBy>>[number];

/** Whether a link with this id was made already: a form that came twice. */
export async function isWitnessRequestKept(db: Reader, requestId: string): Promise<boolean> {
  const rows = await db
    .select({ id: witnessRequests.id })
    .from(witnessRequests)
    .where(eq(witnessRequests.id, requestId));
  return rows.length > 0;
}

/** Keeps a link; the hash of its token alone. */
export async function insertWitnessRequest(tx: Writer, request: typeof witnessRequests.$inferInsert): Promise<void> {
  await tx.insert(witnessRequests).values(request);
}

/** Takes back every link of a piece of evidence that stands. */
export async function revokeWitnessRequests(tx: Writer, evidenceId: string, at: Date): Promise<void> {
  await tx
    .update(witnessRequests)
    .set({ revokedAt: at })
    .where(and(eq(witnessRequests.evidenceId, evidenceId), isNull(witnessRequests.revokedAt)));
}

/** Keeps what a witness wrote. One answer a piece of evidence, for good. */
export async function insertWitnessAnswer(tx: Writer, answer: typeof witnessAnswers.$inferInsert): Promise<void> {
  await tx.insert(witnessAnswers).values(answer);
}

/** Keeps how an assessor made sure of a witness. The first note stands; another changes nothing. */
export async function insertWitnessCheck(tx: Writer, check: typeof witnessChecks.$inferInsert): Promise<void> {
  await tx.insert(witnessChecks).values(check);
}
