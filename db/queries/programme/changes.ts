import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assignments,
  cohortMemberships,
  enrolmentChanges,
  enrolments,
  programmeEndings,
  programmePauses,
} from '#db/schema/index.ts';

/** A change of place by the id of its form, or null: has it been sent before? */
export async function findEnrolmentChange(db: Reader, id: string) {
  const [row] = await db.select().from(enrolmentChanges).where(eq(enrolmentChanges.id, id));
  return row ?? null;
}

/** Keeps what was before and sets what counts from now on. */
export async function changeEnrolment(tx: Writer, change: typeof enrolmentChanges.$inferInsert): Promise<void> {
  await tx.insert(enrolmentChanges).values(change);
  await tx
    .update(enrolments)
    .set({ routeId: change.toRouteId, startedOn: change.toStartedOn, hoursPerWeek: change.toHoursPerWeek })
    .where(eq(enrolments.traineeId, change.traineeId));
}

/** The cohort she is in now, or null. */
export async function findMembership(db: Reader, traineeId: string) {
  const [row] = await db
    .select()
    .from(cohortMemberships)
    .where(and(eq(cohortMemberships.traineeId, traineeId), isNull(cohortMemberships.leftOn)));
  return row ?? null;
}

/** Ends a membership; what its member was to do in sessions to come, and swaps that wait, are given up with it. */
export async function endMembership(
  tx: Writer,
  {
    id,
    traineeId,
    cohortId,
    leftOn,
    at,
  }: { id: string; traineeId: string; cohortId: string; leftOn: string; at: Date },
): Promise<void> {
  await tx.update(cohortMemberships).set({ leftOn }).where(eq(cohortMemberships.id, id));
  const seconds = Math.floor(at.getTime() / 1000);
  const sessions = sql`(select s.id from peer_sessions s where s.cohort_id = ${cohortId} and s.held_at is null and s.cancelled_at is null)`;
  await tx.run(sql`update peer_swaps set answer = 'withdrawn', answered_at = ${seconds} where answer is null
    and (asked_by = ${traineeId} or asked_of = ${traineeId}) and session_id in ${sessions}`);
  await tx.run(sql`update peer_parts set ended_at = ${seconds} where trainee_id = ${traineeId} and ended_at is null
    and session_id in ${sessions}`);
}

export async function insertMembership(tx: Writer, row: typeof cohortMemberships.$inferInsert): Promise<void> {
  await tx.insert(cohortMemberships).values(row);
}

/** A break by its id, or null. */
export async function findBreak(db: Reader, id: string) {
  const [row] = await db.select().from(programmePauses).where(eq(programmePauses.id, id));
  return row ?? null;
}

export async function insertBreak(tx: Writer, row: typeof programmePauses.$inferInsert): Promise<void> {
  await tx.insert(programmePauses).values(row);
}

/** `endsOn` is the first day back. */
export async function setBreakEnd(tx: Writer, id: string, endsOn: string | null): Promise<void> {
  await tx.update(programmePauses).set({ endsOn }).where(eq(programmePauses.id, id));
}

export async function deleteBreak(tx: Writer, id: string): Promise<void> {
  await tx.delete(programmePauses).where(eq(programmePauses.id, id));
}

/** An ending by the id of its form, or null. */
export async function findEnding(db: Reader, id: string) {
  const [row] = await db.select().from(programmeEndings).where(eq(programmeEndings.id, id));
  return row ?? null;
}

export async function insertEnding(tx: Writer, row: typeof programmeEndings.$inferInsert): Promise<void> {
  await tx.insert(programmeEndings).values(row);
}

/** Notes that an ending counts no more. False where it was reopened before. */
export async function reopenEnding(tx: Writer, { id, by, at }: { id: string; by: string; at: Date }): Promise<boolean> {
  const reopened = await tx
    .update(programmeEndings)
    .set({ reopenedAt: at, reopenedBy: by })
    .where(and(eq(programmeEndings.id, id), isNull(programmeEndings.reopenedAt)))
    .returning({ id: programmeEndings.id });
  return reopened.length > 0;
}

/** An assignment that was ended; `endsOn` is the first day without it. */
export type EndedAssignment = Pick<typeof assignments.$inferSelect, 'kind' | 'personId' | 'endsOn'>;

/** Ends whoever assesses and manages her; what would only have begun does not begin. Gives back what ended. */
export async function endAssignmentsOf(tx: Writer, traineeId: string, day: string): Promise<EndedAssignment[]> {
  return tx
    .update(assignments)
    .set({ endsOn: sql`max(${assignments.startsOn}, ${day})` })
    .where(and(eq(assignments.traineeId, traineeId), or(isNull(assignments.endsOn), gt(assignments.endsOn, day))))
    .returning({ kind: assignments.kind, personId: assignments.personId, endsOn: assignments.endsOn });
}
