import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, cohortMemberships, cohorts, people } from '#db/schema/index.ts';

const activeOn = (day: string) =>
  and(lte(assignments.startsOn, day), or(isNull(assignments.endsOn), gt(assignments.endsOn, day)));

const memberOn = (day: string) =>
  and(lte(cohortMemberships.joinedOn, day), or(isNull(cohortMemberships.leftOn), gt(cohortMemberships.leftOn, day)));

/** Whom a tutor covers for, and from which day on no more; null where it is her own. */
const covered = alias(people, 'covered');
const cover = { coversName: sql<string | null>`${covered.name}`, endsOn: assignments.endsOn };

/** Whom this person looks after on a day: the names of cohorts and trainees, by kind of assignment. */
function charges(db: Reader, personId: string, day: string) {
  const trainee = alias(people, 'trainee');
  return db
    .select({ kind: assignments.kind, name: sql<string>`coalesce(${cohorts.name}, ${trainee.name})`, ...cover })
    .from(assignments)
    .leftJoin(covered, eq(covered.id, assignments.coversId))
    .leftJoin(cohorts, eq(cohorts.id, assignments.cohortId))
    .leftJoin(trainee, eq(trainee.id, assignments.traineeId))
    .where(and(eq(assignments.personId, personId), activeOn(day)))
    .orderBy(assignments.kind, sql`2`);
}

/** Who looks after this trainee on a day: the tutors of her cohort, her assessors and managers. */
function carers(db: Reader, traineeId: string, day: string) {
  const ownCohort = db
    .select({ id: cohortMemberships.cohortId })
    .from(cohortMemberships)
    .where(and(eq(cohortMemberships.traineeId, traineeId), memberOn(day)));
  return db
    .select({ kind: assignments.kind, name: people.name, ...cover })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .leftJoin(covered, eq(covered.id, assignments.coversId))
    .where(and(activeOn(day), or(eq(assignments.traineeId, traineeId), sql`${assignments.cohortId} in ${ownCohort}`)))
    .orderBy(assignments.kind, people.name);
}

/** A person's own account: how she is known here, whom she looks after and who looks after her. Three queries, one round trip. */
export async function findAccount(db: Reader, personId: string, day: string) {
  const [[person], lookedAfter, lookingAfter] = await db.batch([
    db
      .select({ email: people.email, name: people.name, language: people.language })
      .from(people)
      .where(eq(people.id, personId)),
    charges(db, personId, day),
    carers(db, personId, day),
  ]);
  return person ? { ...person, charges: lookedAfter, carers: lookingAfter } : null;
}

/** How she likes pages set, as `src/domain/accounts/readingView.ts` writes it. */
export async function updateReadingView(tx: Writer, personId: string, readingView: string | null): Promise<void> {
  await tx.update(people).set({ readingView }).where(eq(people.id, personId));
}

export async function updateLanguage(tx: Writer, personId: string, language: 'en' | 'cy'): Promise<void> {
  await tx.update(people).set({ language }).where(eq(people.id, personId));
}
