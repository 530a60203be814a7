import { sql } from 'drizzle-orm';
import type { Writer } from '#db/client.ts';
import type { NewAuditEntry } from '#db/queries/audit.ts';
import type { ImportPlan } from '#src/domain/people/plan.ts';

const json = (rows: readonly unknown[]) => JSON.stringify(rows);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** People without a password: they set one by the link of their invitation. One statement. */
export async function insertPeople(tx: Writer, rows: ImportPlan['added'], at: Date): Promise<void> {
  await tx.run(sql`insert into people (id, email, name, language, created_at)
    select value ->> 'id', value ->> 'email', value ->> 'name', value ->> 'language', ${seconds(at)} from json_each(${json(rows)})`);
}

/** Names and languages of people who are there. One statement. */
export async function updatePeople(tx: Writer, rows: ImportPlan['changed']): Promise<void> {
  await tx.run(sql`update people set name = j.value ->> 'name', language = j.value ->> 'language'
    from json_each(${json(rows)}) j where people.id = j.value ->> 'id'`);
}

/** A role that is there already stays. One statement. */
export async function insertRoles(tx: Writer, rows: ImportPlan['roles']): Promise<void> {
  await tx.run(sql`insert into person_roles (person_id, role)
    select value ->> 'personId', value ->> 'role' from json_each(${json(rows)}) where true on conflict do nothing`);
}

/** Ends every sign-in of these people. One statement. */
export async function deleteSessionsOfAll(tx: Writer, personIds: readonly string[]): Promise<void> {
  await tx.run(sql`delete from sessions where person_id in (select value from json_each(${json(personIds)}))`);
}

export async function insertEnrolments(tx: Writer, rows: ImportPlan['enrolments']): Promise<void> {
  await tx.run(sql`insert into enrolments (trainee_id, route_id, started_on, hours_per_week)
    select value ->> 'traineeId', value ->> 'routeId', value ->> 'startedOn', value ->> 'hoursPerWeek' from json_each(${json(rows)})`);
}

export async function insertMemberships(tx: Writer, rows: ImportPlan['memberships']): Promise<void> {
  await tx.run(sql`insert into cohort_memberships (id, trainee_id, cohort_id, joined_on)
    select value ->> 'id', value ->> 'traineeId', value ->> 'cohortId', value ->> 'joinedOn' from json_each(${json(rows)})`);
}

/** Assignments from a day on. One statement. */
export async function insertAssignments(tx: Writer, rows: ImportPlan['begun'], startsOn: string): Promise<void> {
  await tx.run(sql`insert into assignments (id, kind, person_id, cohort_id, trainee_id, starts_on)
    select value ->> 'id', value ->> 'kind', value ->> 'personId', value ->> 'cohortId', value ->> 'traineeId', ${startsOn}
    from json_each(${json(rows)})`);
}

/** Ends assignments on a day; what would only have begun later does not begin. One statement. */
export async function endAssignments(tx: Writer, ids: readonly string[], endsOn: string): Promise<void> {
  await tx.run(sql`update assignments set ends_on = max(starts_on, ${endsOn})
    where id in (select value from json_each(${json(ids)})) and (ends_on is null or ends_on > ${endsOn})`);
}

/** The same as `insertAuditEntries` for thousands at a time. One statement. */
export async function insertManyAuditEntries(tx: Writer, entries: readonly NewAuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, at: seconds(entry.at), details: JSON.stringify(entry.details) }));
  await tx.run(sql`insert into audit_entries (id, at, actor_id, act, person_id, cohort_id, details)
    select value ->> 'id', value ->> 'at', value ->> 'actorId', value ->> 'act', value ->> 'personId', value ->> 'cohortId', value ->> 'details'
    from json_each(${json(rows)})`);
}
