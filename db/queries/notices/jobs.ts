import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, cohortMemberships, cohorts, jobRuns } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { stillHers } from './stillHers.ts';

/** The hour or week for which something was done last; null: never. One query. */
export async function findJobRun(db: Reader, name: string): Promise<string | null> {
  const [row] = await db.select({ ranFor: jobRuns.ranFor }).from(jobRuns).where(eq(jobRuns.name, name));
  return row?.ranFor ?? null;
}

/** Writes down that something was done. */
export async function saveJobRun(
  tx: Writer,
  run: { readonly name: string; readonly ranFor: string; readonly ranAt: Date },
): Promise<void> {
  const { ranFor, ranAt } = run;
  await tx.insert(jobRuns).values(run).onConflictDoUpdate({ target: jobRuns.name, set: { ranFor, ranAt } });
}

/** Cohorts that somebody is in now, with the hour of each one's last look under the name `${prefix}ID`. One query. */
export async function listCohortsToLookAt(db: Reader, prefix: string) {
  return db
    .selectDistinct({ cohortId: cohorts.id, ranFor: jobRuns.ranFor })
    .from(cohorts)
    .innerJoin(cohortMemberships, and(eq(cohortMemberships.cohortId, cohorts.id), isNull(cohortMemberships.leftOn)))
    .leftJoin(jobRuns, eq(jobRuns.name, sql`${prefix} || ${cohorts.id}`))
    .where(isNull(cohorts.closedOn))
    .orderBy(asc(cohorts.id));
}

/** Who is a tutor of a cohort on a day. One query. */
export async function listTutorsOfCohort(db: Reader, cohortId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: assignments.personId })
    .from(assignments)
    .where(
      and(
        eq(assignments.kind, 'tutor'),
        eq(assignments.cohortId, cohortId),
        sql`${assignments.startsOn} <= ${day} and (${assignments.endsOn} is null or ${assignments.endsOn} > ${day})`,
      ),
    );
  return rows.map(({ personId }) => personId);
}

/** The same of several cohorts at once. One query. */
export async function listTutorsOfCohorts(db: Reader, cohortIds: readonly string[], day: string) {
  return db.all<{ cohortId: string; personId: string }>(sql`
    select distinct a.cohort_id as "cohortId", a.person_id as "personId" from assignments a
    where a.kind = 'tutor' and a.cohort_id in (select value from json_each(${JSON.stringify(cohortIds)}))
      and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on > ${day})`);
}

/** Who is a tutor of the cohort that a trainee is in, on a day. One query. */
export async function listTutorsOfTrainee(db: Reader, traineeId: string, day: string): Promise<string[]> {
  const rows = await db.all<{ personId: string }>(sql`
    select distinct a.person_id as "personId" from assignments a
    join cohort_memberships m on m.cohort_id = a.cohort_id and m.trainee_id = ${traineeId} and m.left_on is null
    where a.kind = 'tutor' and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on > ${day})`);
  return rows.map(({ personId }) => personId);
}

/** People whose account is open and who may have something in a weekly e-mail: unread notices that are theirs, or a cohort. One query. */
export async function listDigestReaders(db: Reader, day: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select p.id from people p where p.disabled_at is null and (
      exists (select 1 from notices n where n.person_id = p.id and n.read_at is null and ${stillHers(day)})
      or exists (select 1 from assignments a where a.person_id = p.id and a.kind = 'tutor' and a.starts_on <= ${day}
        and (a.ends_on is null or a.ends_on > ${day})))
      and not exists (select 1 from notice_choices c where c.person_id = p.id and c.kind = 'digest' and c.time = 'never')
    order by p.id`);
  return rows.map(({ id }) => id);
}

/** Who is in a cohort now, as a trainee. One query. */
export async function listMembersOfCohort(db: Reader, cohortId: string): Promise<string[]> {
  const rows = await db
    .select({ traineeId: cohortMemberships.traineeId })
    .from(cohortMemberships)
    .where(and(eq(cohortMemberships.cohortId, cohortId), isNull(cohortMemberships.leftOn)));
  return rows.map(({ traineeId }) => traineeId);
}

/** Leave cover of a cohort that begins or has ended. */
export interface CoverTurn {
  readonly assignmentId: string;
  readonly coverId: string;
  readonly coversId: string;
  readonly cohortId: string;
  readonly startsOn: string;
  /** The first day without it. */
  readonly endsOn: string | null;
  readonly what: 'begun' | 'ended';
}

/**
 * Leave cover that began or has ended on a day or up to so many days before it, and of which whoever covers was not told. What was taken
 * back before its first day is left out. One query.
 */
export async function listCoverTurns(db: Reader, day: string, daysBack: number): Promise<CoverTurn[]> {
  const since = addDays(day, -daysBack);
  return db.all<CoverTurn>(sql`
    select a.id as "assignmentId", a.person_id as "coverId", a.covers_id as "coversId", a.cohort_id as "cohortId",
      a.starts_on as "startsOn", a.ends_on as "endsOn", t.what
    from assignments a, (select 'begun' as what union all select 'ended') t
    where a.kind = 'tutor' and a.covers_id is not null and (a.ends_on is null or a.ends_on > a.starts_on)
      and case t.what when 'begun' then a.starts_on > ${since} and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on > ${day})
        else a.ends_on > ${since} and a.ends_on <= ${day} end
      and not exists (select 1 from notices n where n.person_id = a.person_id and n.key = 'cover-' || t.what || ':' || a.id)
    order by a.starts_on, a.id limit 50`);
}

/** Agreed actions that have reached their day and that nobody has ended, with who is to do them. One query. */
export async function listDueActions(db: Reader, day: string) {
  return db.all<{ id: string; traineeId: string; ownerId: string; dueOn: string }>(sql`
    select c.id, c.trainee_id as "traineeId", c.owner_id as "ownerId", c.due_on as "dueOn" from contact_actions c
    where c.due_on <= ${day} and not exists (select 1 from contact_action_ends e where e.action_id = c.id)
      and not exists (select 1 from notices n where n.person_id = c.owner_id and n.key = 'action-due:' || c.id)
    order by c.due_on, c.id limit 500`);
}
