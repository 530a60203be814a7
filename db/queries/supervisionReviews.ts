import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  people,
  supervisionActions,
  supervisionReviews,
  supervisionSignatures,
} from '#db/schema/index.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';

/** Who ticked an action off. */
export const doer = alias(people, 'doer');
const saver = alias(people, 'saver');

/** Who has signed a review, oldest first. */
export interface ReviewSignature {
  readonly part: ReviewPart;
  readonly personId: string;
  readonly personName: string;
  readonly sha256: string;
  readonly signedAt: Date;
  readonly ledgerSeq: number;
}

/** Signatures of a review as one value of JSON, so that a review and its signatures are one question. */
export const signaturesOf = sql<string>`(select json_group_array(json_object('part', s.part, 'personId', s.person_id, 'personName', p.name, 'sha256', s.sha256, 'signedAt', s.signed_at, 'ledgerSeq', s.ledger_seq)) from ${supervisionSignatures} s join ${people} p on p.id = s.person_id where s.review_id = ${supervisionReviews}.id)`;

/** The same as it was read. */
export function signaturesIn(json: string): ReviewSignature[] {
  const rows = JSON.parse(json) as (Omit<ReviewSignature, 'signedAt'> & { signedAt: number })[];
  return rows
    .sort((one, other) => one.ledgerSeq - other.ledgerSeq)
    .map((row) => ({ ...row, signedAt: new Date(row.signedAt * 1000) }));
}

/** An agreed action as pages show it; wants `doer` joined. */
export const actionColumns = {
  id: supervisionActions.id,
  reviewId: supervisionActions.reviewId,
  position: supervisionActions.position,
  words: supervisionActions.words,
  part: supervisionActions.part,
  dueOn: supervisionActions.dueOn,
  doneAt: supervisionActions.doneAt,
  doneByName: doer.name,
};

const oneReview = prepared((db) =>
  db
    .select({
      id: supervisionReviews.id,
      traineeId: supervisionReviews.traineeId,
      traineeName: people.name,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      meetingId: supervisionReviews.meetingId,
      heldOn: supervisionReviews.heldOn,
      facts: supervisionReviews.facts,
      notes: supervisionReviews.notes,
      revision: supervisionReviews.revision,
      createdBy: supervisionReviews.createdBy,
      createdAt: supervisionReviews.createdAt,
      savedBy: supervisionReviews.savedBy,
      savedByName: saver.name,
      savedAt: supervisionReviews.savedAt,
      readyAt: supervisionReviews.readyAt,
      signatures: signaturesOf,
    })
    .from(supervisionReviews)
    .innerJoin(people, eq(people.id, supervisionReviews.traineeId))
    .innerJoin(saver, eq(saver.id, supervisionReviews.savedBy))
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, supervisionReviews.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(supervisionReviews.id, sql.placeholder('reviewId')))
    .prepare(),
);

const actionsOfReview = prepared((db) =>
  db
    .select(actionColumns)
    .from(supervisionActions)
    .leftJoin(doer, eq(doer.id, supervisionActions.doneBy))
    .where(eq(supervisionActions.reviewId, sql.placeholder('reviewId')))
    .orderBy(asc(supervisionActions.position), asc(supervisionActions.id))
    .prepare(),
);

/** A whole record: whose it is (for `authorise`), what stands in it, and who has signed; null where there is none. Two queries in one round trip. */
export async function findReview(db: Reader, reviewId: string) {
  const [[row], actions] = await Promise.all([oneReview(db).all({ reviewId }), actionsOfReview(db).all({ reviewId })]);
  return row ? { ...row, signatures: signaturesIn(row.signatures), actions } : null;
}
export type WholeReview = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** Which review an action belongs to, or null. */
export async function findReviewOfAction(db: Reader, actionId: string): Promise<WholeReview | null> {
  const [row] = await db
    .select({ reviewId: supervisionActions.reviewId })
    .from(supervisionActions)
    .where(eq(supervisionActions.id, actionId));
  return row ? findReview(db, row.reviewId) : null;
}

/** The record of a review held on a day or of a meeting, or null. */
export async function findReviewOf(
  db: Reader,
  { trainee, heldOn, meetingId }: { trainee: string; heldOn: string; meetingId: string | null },
) {
  const [row] = await db
    .select({ id: supervisionReviews.id })
    .from(supervisionReviews)
    .where(
      and(
        eq(supervisionReviews.traineeId, trainee),
        sql`(${supervisionReviews.heldOn} = ${heldOn} or ${supervisionReviews.meetingId} = ${meetingId})`,
      ),
    )
    .limit(1);
  return row ?? null;
}

export async function insertReview(tx: Writer, review: typeof supervisionReviews.$inferInsert): Promise<void> {
  await tx.insert(supervisionReviews).values(review);
}

/** Changes a record. A trigger refuses it once there is a signature. */
export async function updateReview(
  tx: Writer,
  id: string,
  change: Partial<Omit<typeof supervisionReviews.$inferInsert, 'id' | 'traineeId' | 'createdBy'>>,
): Promise<void> {
  await tx.update(supervisionReviews).set(change).where(eq(supervisionReviews.id, id));
}

/** Takes a record away, with what was to be agreed in it. A trigger refuses it once there is a signature. */
export async function deleteReview(tx: Writer, id: string): Promise<void> {
  await tx.delete(supervisionActions).where(eq(supervisionActions.reviewId, id));
  await tx.delete(supervisionReviews).where(eq(supervisionReviews.id, id));
}

export async function insertAction(tx: Writer, action: typeof supervisionActions.$inferInsert): Promise<void> {
  await tx.insert(supervisionActions).values(action);
}

export async function deleteAction(tx: Writer, id: string): Promise<void> {
  await tx.delete(supervisionActions).where(eq(supervisionActions.id, id));
}

/** Ticks an action off, or opens it again. */
export async function setActionDone(
  tx: Writer,
  id: string,
  done: { doneAt: Date; doneBy: string } | { doneAt: null; doneBy: null },
): Promise<void> {
  await tx.update(supervisionActions).set(done).where(eq(supervisionActions.id, id));
}

export async function insertReviewSignature(
  tx: Writer,
  signature: typeof supervisionSignatures.$inferInsert,
): Promise<void> {
  await tx.insert(supervisionSignatures).values(signature);
}
