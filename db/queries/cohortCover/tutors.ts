import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, people } from '#db/schema/index.ts';
import type { TutorAssignment } from '#src/domain/cohortCover/tutors.ts';
import type { OpenOfTutor, TutorPerson } from '#src/domain/cohortCover/rules.ts';

const covered = alias(people, 'covered');

const tutorRows = (db: Reader) =>
  db
    .select({
      id: assignments.id,
      personId: assignments.personId,
      name: people.name,
      cohortId: sql<string>`${assignments.cohortId}`,
      startsOn: assignments.startsOn,
      endsOn: assignments.endsOn,
      coversId: assignments.coversId,
      coversName: sql<string | null>`${covered.name}`,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .leftJoin(covered, eq(covered.id, assignments.coversId));

export type TutorRow = TutorAssignment & { readonly cohortId: string };

/** Everybody who is, was or will be a tutor of some cohorts, by first day and name. One query. */
export async function listTutors(db: Reader, cohortIds: readonly string[]): Promise<TutorRow[]> {
  return tutorRows(db)
    .where(and(eq(assignments.kind, 'tutor'), inArray(assignments.cohortId, [...cohortIds])))
    .orderBy(asc(assignments.startsOn), asc(people.name), asc(assignments.id));
}

/** One assignment of a tutor, or null. One query. */
export async function findTutor(db: Reader, assignmentId: string): Promise<TutorRow | null> {
  const [row] = await tutorRows(db).where(and(eq(assignments.kind, 'tutor'), eq(assignments.id, assignmentId)));
  return row ?? null;
}

/** Everybody who has the role of a tutor or is one of some cohort, today or later, by name: who may be chosen. One query. */
export async function listTutorPeople(db: Reader, day: string): Promise<TutorPerson[]> {
  const rows = await db.all<{ id: string; name: string; isDisabled: number; traineeIn: string }>(sql`
    select p.id as id, p.name as name, p.disabled_at is not null as isDisabled,
      (select json_group_array(m.cohort_id) from cohort_memberships m where m.trainee_id = p.id and m.left_on is null) as traineeIn
    from people p where p.id in (select r.person_id from person_roles r where r.role = 'tutor'
      union select g.person_id from assignments g where g.kind = 'tutor' and (g.ends_on is null or g.ends_on > ${day}))
    order by p.name, p.id`);
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, isDisabled: row.isDisabled === 1 },
    traineeIn: JSON.parse(row.traineeIn) as string[],
  }));
}

/** The cohorts that are somebody's own, today or later, from a day on: what she can hand over. Cover is nobody's own. One query. */
export async function listOwnCohorts(db: Reader, personId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ cohortId: sql<string>`${assignments.cohortId}` })
    .from(assignments)
    .where(
      and(
        eq(assignments.kind, 'tutor'),
        eq(assignments.personId, personId),
        isNull(assignments.coversId),
        or(isNull(assignments.endsOn), gt(assignments.endsOn, day)),
        sql`(${assignments.endsOn} is null or ${assignments.endsOn} > ${assignments.startsOn})`,
      ),
    );
  return rows.map(({ cohortId }) => cohortId);
}

/** What is open of one tutor in some cohorts on a day, as counts, by name of the cohort. One query. */
export async function listOpenOfTutor(
  db: Reader,
  { personId, cohortIds, day }: { personId: string; cohortIds: readonly string[]; day: string },
): Promise<OpenOfTutor[]> {
  const members = sql.raw(
    '(select m.trainee_id from cohort_memberships m where m.cohort_id = c.id and m.left_on is null)',
  );
  return db.all<OpenOfTutor>(sql`
    select c.id as cohortId, c.name as cohortName,
      (select count(*) from cohort_memberships m where m.cohort_id = c.id and m.left_on is null) as trainees,
      (select count(*) from supervision_reviews v where v.trainee_id in ${members}
        and not exists (select 1 from supervision_signatures s where s.review_id = v.id and s.part = 'tutor')) as reviews,
      (select count(*) from contact_actions a where a.trainee_id in ${members} and a.owner_id = ${personId}
        and not exists (select 1 from contact_action_ends e where e.action_id = a.id)) as actions,
      (select count(*) from supervision_meetings g where g.trainee_id in ${members} and g.cancelled_at is null and g.day >= ${day}) as meetings,
      (select count(*) from peer_swaps w join peer_sessions n on n.id = w.session_id where n.cohort_id = c.id and w.answer is null
        and n.cancelled_at is null and n.day >= ${day}) as swaps
    from cohorts c where c.id in (select value from json_each(${JSON.stringify(cohortIds)})) order by c.name, c.id`);
}

type NewAssignment = Omit<typeof assignments.$inferInsert, 'kind'>;

export async function insertTutors(tx: Writer, rows: readonly NewAssignment[]): Promise<void> {
  if (rows.length > 0) await tx.insert(assignments).values(rows.map((row) => ({ ...row, kind: 'tutor' as const })));
}

/** Ends assignments on a day: its first one without. What would only have begun then does not begin. */
export async function endTutors(tx: Writer, ids: readonly string[], endsOn: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(assignments)
    .set({ endsOn: sql`max(${assignments.startsOn}, ${endsOn})` })
    .where(and(eq(assignments.kind, 'tutor'), inArray(assignments.id, [...ids])));
}
