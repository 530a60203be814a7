import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, cohortMemberships, cohorts, jobRuns } from '#db/schema/index.ts';
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

/** Agreed actions that have reached their day and that nobody has ended, with who is to do them. One query. */
export async function listDueActions(db: Reader, day: string) {
  return db.all<{ id: string; traineeId: string; ownerId: string; dueOn: string }>(sql`
    select c.id, c.trainee_id as "traineeId", c.owner_id as "ownerId", c.due_on as "dueOn" from contact_actions c
    where c.due_on <= ${day} and not exists (select 1 from contact_action_ends e where e.action_id = c.id)
      and not exists (select 1 from notices n where n.person_id = c.owner_id and n.key = 'action-due:' || c.id)
    order by c.due_on, c.id limit 500`);
}
