import { and, asc, count, eq, gte, isNull, ne, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { appointments, cohortMemberships, weekExceptions, weekPatterns } from '#db/schema/index.ts';
import { nextRevision } from '#src/domain/revision.ts';

type Appointment = typeof appointments.$inferSelect;

/** Whose appointment it is, for `authorise`; null where there is none. One that was removed is still hers. */
export async function findAppointment(db: Reader, id: string): Promise<Appointment | null> {
  const [row] = await db.select().from(appointments).where(eq(appointments.id, id));
  return row ?? null;
}

/** What can be said of an appointment. */
export type AppointmentWords = Pick<Appointment, 'day' | 'startsAt' | 'endsAt' | 'title' | 'isPrivate'>;

const isSame = (one: AppointmentWords, other: AppointmentWords) =>
  one.day === other.day &&
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.title === other.title &&
  one.isPrivate === other.isPrivate;

/**
 * Keeps an appointment, new or changed, and gives back its revision. The same again changes nothing. `basedOn` is the revision that
 * was on the page, 0 for a new one. Throws `conflict` where another tab changed or removed it in the meantime.
 */
export async function saveAppointment(
  tx: Writer,
  saved: AppointmentWords & { id: string; traineeId: string; basedOn: number; at: Date },
): Promise<number> {
  const { id, traineeId, basedOn, at, ...words } = saved;
  const [stored] = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, id), eq(appointments.traineeId, traineeId)));
  if (stored && stored.removedAt === null && isSame(stored, words)) return stored.revision;
  const revision = nextRevision(stored && stored.removedAt === null ? stored.revision : stored ? -1 : 0, basedOn);
  const row = { ...words, revision, savedAt: at };
  if (!stored) await tx.insert(appointments).values({ id, traineeId, ...row });
  else
    await tx
      .update(appointments)
      .set(row)
      .where(and(eq(appointments.id, id), eq(appointments.traineeId, traineeId)));
  return revision;
}

/** How many appointments stand on a day of hers beside this one. */
export async function countOtherAppointments(
  db: Reader,
  { id, traineeId, day }: Pick<Appointment, 'id' | 'traineeId' | 'day'>,
): Promise<number> {
  const [row] = await db
    .select({ others: count() })
    .from(appointments)
    .where(
      and(
        eq(appointments.traineeId, traineeId),
        eq(appointments.day, day),
        isNull(appointments.removedAt),
        ne(appointments.id, id),
      ),
    );
  return row?.others ?? 0;
}

/** Takes one out of her week. A repeat changes nothing. */
export async function removeAppointment(tx: Writer, gone: { id: string; traineeId: string; at: Date }): Promise<void> {
  await tx
    .update(appointments)
    .set({ removedAt: gone.at })
    .where(
      and(eq(appointments.id, gone.id), eq(appointments.traineeId, gone.traineeId), isNull(appointments.removedAt)),
    );
}

/** Her exceptions that are not over, earliest first. */
export async function listExceptions(db: Reader, traineeId: string, from: string) {
  return db
    .select()
    .from(weekExceptions)
    .where(
      and(eq(weekExceptions.traineeId, traineeId), isNull(weekExceptions.removedAt), gte(weekExceptions.endsOn, from)),
    )
    .orderBy(asc(weekExceptions.startsOn), asc(weekExceptions.id));
}

/** Whose exception it is, for `authorise`; null where there is none. */
export async function findException(db: Reader, id: string) {
  const [row] = await db.select().from(weekExceptions).where(eq(weekExceptions.id, id));
  return row ?? null;
}

/** Keeps days on which she is somewhere else. */
export async function insertException(tx: Writer, exception: typeof weekExceptions.$inferInsert): Promise<void> {
  await tx.insert(weekExceptions).values(exception);
}

/** Takes an exception out; it stays to be read in the record. A repeat changes nothing. */
export async function removeException(tx: Writer, gone: { id: string; traineeId: string; at: Date }): Promise<void> {
  await tx
    .update(weekExceptions)
    .set({ removedAt: gone.at })
    .where(
      and(
        eq(weekExceptions.id, gone.id),
        eq(weekExceptions.traineeId, gone.traineeId),
        isNull(weekExceptions.removedAt),
      ),
    );
}

/** Whose pattern: a cohort's, or one person's own. */
export type PatternHolder = { readonly cohortId: string } | { readonly traineeId: string };

const heldBy = (holder: PatternHolder) =>
  'cohortId' in holder ? eq(weekPatterns.cohortId, holder.cohortId) : eq(weekPatterns.traineeId, holder.traineeId);

/** The patterns of a cohort or of a person, the one that begins last first. */
export async function listPatterns(db: Reader, holder: PatternHolder) {
  return db
    .select()
    .from(weekPatterns)
    .where(heldBy(holder))
    .orderBy(sql`${weekPatterns.startsOn} desc, ${weekPatterns.id}`);
}

/** A pattern by its id, or null. */
export async function findPattern(db: Reader, id: string) {
  const [row] = await db.select().from(weekPatterns).where(eq(weekPatterns.id, id));
  return row ?? null;
}

/** Her own patterns, and those of the cohort that she is in now. One query. */
export async function listPatternsFor(db: Reader, traineeId: string) {
  return db
    .select()
    .from(weekPatterns)
    .where(
      sql`${weekPatterns.traineeId} = ${traineeId} or ${weekPatterns.cohortId} in (select m.cohort_id from ${cohortMemberships} m where m.trainee_id = ${traineeId} and m.left_on is null)`,
    )
    .orderBy(sql`${weekPatterns.startsOn} desc, ${weekPatterns.id}`);
}

export async function insertPattern(tx: Writer, pattern: typeof weekPatterns.$inferInsert): Promise<void> {
  await tx.insert(weekPatterns).values(pattern);
}

/** Ends a pattern: `endsOn` is the first day without it. */
export async function endPattern(tx: Writer, { id, endsOn }: { id: string; endsOn: string }): Promise<void> {
  await tx.update(weekPatterns).set({ endsOn }).where(eq(weekPatterns.id, id));
}
