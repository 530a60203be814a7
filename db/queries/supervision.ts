import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  people,
  supervisionActions,
  supervisionMeetings,
  supervisionReviews,
} from '#db/schema/index.ts';
import { actionColumns, doer, signaturesIn, signaturesOf } from './supervisionReviews.ts';

const traineeId = sql.placeholder('traineeId');
const canceller = alias(people, 'canceller');

const meetingsOfOne = prepared((db) =>
  db
    .select({
      id: supervisionMeetings.id,
      day: supervisionMeetings.day,
      startsAt: supervisionMeetings.startsAt,
      plannedByName: people.name,
      cancelledAt: supervisionMeetings.cancelledAt,
      cancelledByName: canceller.name,
      cancelReason: supervisionMeetings.cancelReason,
      reviewId: sql<
        string | null
      >`(select r.id from ${supervisionReviews} r where r.trainee_id = ${supervisionMeetings}.trainee_id and r.meeting_id = ${supervisionMeetings}.id limit 1)`,
    })
    .from(supervisionMeetings)
    .innerJoin(people, eq(people.id, supervisionMeetings.plannedBy))
    .leftJoin(canceller, eq(canceller.id, supervisionMeetings.cancelledBy))
    .where(eq(supervisionMeetings.traineeId, traineeId))
    .orderBy(asc(supervisionMeetings.day), asc(supervisionMeetings.startsAt), asc(supervisionMeetings.id))
    .prepare(),
);

/** Every meeting of a trainee, earliest first, cancelled ones among them. One query. */
export async function listMeetings(db: Reader, trainee: string) {
  return meetingsOfOne(db).all({ traineeId: trainee });
}
export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>[number];

const reviewsOfOne = prepared((db) =>
  db
    .select({
      id: supervisionReviews.id,
      heldOn: supervisionReviews.heldOn,
      readyAt: supervisionReviews.readyAt,
      createdAt: supervisionReviews.createdAt,
      signatures: signaturesOf,
    })
    .from(supervisionReviews)
    .where(eq(supervisionReviews.traineeId, traineeId))
    .orderBy(desc(supervisionReviews.heldOn), desc(supervisionReviews.id))
    .prepare(),
);

/** Every review record of a trainee with who has signed it, newest first; without what stands in it. One query. */
export async function listReviews(db: Reader, trainee: string) {
  const rows = await reviewsOfOne(db).all({ traineeId: trainee });
  return rows.map(({ signatures, ...row }) => ({ ...row, signatures: signaturesIn(signatures) }));
}
export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number];

const actionsOfOne = prepared((db) =>
  db
    .select({ ...actionColumns, heldOn: supervisionReviews.heldOn })
    .from(supervisionActions)
    .innerJoin(supervisionReviews, eq(supervisionReviews.id, supervisionActions.reviewId))
    .leftJoin(doer, eq(doer.id, supervisionActions.doneBy))
    .where(and(eq(supervisionReviews.traineeId, traineeId), isNotNull(supervisionReviews.readyAt)))
    .orderBy(asc(supervisionActions.dueOn), asc(supervisionActions.id))
    .prepare(),
);

/** Everything agreed in a trainee's records that are ready or signed, by the day it is due. One query. */
export async function listAgreedActions(db: Reader, trainee: string) {
  return actionsOfOne(db).all({ traineeId: trainee });
}
export type AgreedActionRow = Awaited<ReturnType<typeof listAgreedActions>>[number];

/** A meeting and whose it is, for `authorise`; null where there is none. */
export async function findMeeting(db: Reader, meetingId: string) {
  const [row] = await db
    .select({
      id: supervisionMeetings.id,
      traineeId: supervisionMeetings.traineeId,
      day: supervisionMeetings.day,
      cancelledAt: supervisionMeetings.cancelledAt,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      reviewId: supervisionReviews.id,
    })
    .from(supervisionMeetings)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, supervisionMeetings.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .leftJoin(
      supervisionReviews,
      and(
        eq(supervisionReviews.traineeId, supervisionMeetings.traineeId),
        eq(supervisionReviews.meetingId, supervisionMeetings.id),
      ),
    )
    .where(eq(supervisionMeetings.id, meetingId));
  return row ?? null;
}

/** How many meetings of a trainee are planned from a day on, and whether one is on that very day. */
export async function countMeetingsFrom(db: Reader, trainee: string, { today, day }: { today: string; day: string }) {
  const [row] = await db
    .select({ ahead: count(), sameDay: sql<number>`coalesce(sum(${supervisionMeetings.day} = ${day}), 0)` })
    .from(supervisionMeetings)
    .where(
      and(
        eq(supervisionMeetings.traineeId, trainee),
        isNull(supervisionMeetings.cancelledAt),
        gte(supervisionMeetings.day, today),
      ),
    );
  return { ahead: row?.ahead ?? 0, sameDay: row?.sameDay ?? 0 };
}

const lastHeld = prepared((db) =>
  db
    .select({ heldOn: sql<string | null>`max(${supervisionReviews.heldOn})` })
    .from(supervisionReviews)
    .where(
      and(
        eq(supervisionReviews.traineeId, traineeId),
        lte(supervisionReviews.heldOn, sql.placeholder('today')),
        isNotNull(supervisionReviews.readyAt),
      ),
    )
    .prepare(),
);

/** The day of the last review whose record is ready to sign or signed, or null. One query. */
export async function findLastHeldOn(db: Reader, trainee: string, today: string): Promise<string | null> {
  const [row] = await lastHeld(db).all({ traineeId: trainee, today });
  return row?.heldOn ?? null;
}

export async function insertMeeting(tx: Writer, meeting: typeof supervisionMeetings.$inferInsert): Promise<void> {
  await tx.insert(supervisionMeetings).values(meeting).onConflictDoNothing();
}

/** Cancels a meeting; one that is cancelled already stays as it is. */
export async function cancelMeeting(
  tx: Writer,
  { id, ...cancelled }: { id: string; cancelledAt: Date; cancelledBy: string; cancelReason: string },
): Promise<void> {
  await tx
    .update(supervisionMeetings)
    .set(cancelled)
    .where(and(eq(supervisionMeetings.id, id), isNull(supervisionMeetings.cancelledAt)));
}
