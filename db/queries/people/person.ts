import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assignments, people, personRoles } from '#db/schema/index.ts';
import type { AssignmentKind, Role } from '#src/domain/access/roles.ts';

/** A person as an administrator changes her. No hash of a password is in it. */
export async function findPerson(db: Reader, personId: string) {
  const [row] = await db
    .select({
      ...{ id: people.id, name: people.name, email: people.email, language: people.language },
      ...{ createdAt: people.createdAt, disabledAt: people.disabledAt, lastSeenAt: people.lastSeenAt },
      hasPassword: sql<number>`${people.passwordHash} is not null`,
      roles: sql<string>`(select json_group_array(r.role) from person_roles r where r.person_id = people.id)`,
      cohort: sql<
        string | null
      >`(select c.name from cohort_memberships m join cohorts c on c.id = m.cohort_id where m.trainee_id = people.id and m.left_on is null)`,
      isEnrolled: sql<number>`exists (select 1 from enrolments e where e.trainee_id = people.id)`,
      /** Administrators who can sign in. */
      admins: sql<number>`(select count(*) from person_roles r join people a on a.id = r.person_id where r.role = 'admin' and a.disabled_at is null)`,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!row) return null;
  const { hasPassword, roles, isEnrolled, ...person } = row;
  return {
    ...person,
    roles: JSON.parse(roles) as Role[],
    hasPassword: hasPassword === 1,
    isEnrolled: isEnrolled === 1,
    isDisabled: row.disabledAt !== null,
  };
}

export type PersonRecord = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Whether somebody else has an address already. */
export async function isEmailTaken(db: Reader, email: string, exceptId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), ne(people.id, exceptId)));
  return row !== undefined;
}

export async function insertPerson(tx: Writer, row: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(row);
}

export async function updatePerson(
  tx: Writer,
  personId: string,
  change: Partial<Pick<typeof people.$inferInsert, 'name' | 'email' | 'language' | 'disabledAt'>>,
): Promise<void> {
  await tx.update(people).set(change).where(eq(people.id, personId));
}

export async function insertRole(tx: Writer, personId: string, role: Role): Promise<void> {
  await tx.insert(personRoles).values({ personId, role }).onConflictDoNothing();
}

export async function deleteRole(tx: Writer, personId: string, role: Role): Promise<void> {
  await tx.delete(personRoles).where(and(eq(personRoles.personId, personId), eq(personRoles.role, role)));
}

/** An assignment as a page shows it, from either end. */
export interface AssignmentRow {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly personId: string;
  readonly personName: string;
  readonly traineeId: string | null;
  readonly traineeName: string | null;
  readonly cohortId: string | null;
  readonly cohortName: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly coversName: string | null;
}

const columns = sql`g.id, g.kind, g.person_id as personId, p.name as personName, g.trainee_id as traineeId, t.name as traineeName,
  g.cohort_id as cohortId, c.name as cohortName, g.starts_on as startsOn, g.ends_on as endsOn,
  (select v.name from people v where v.id = g.covers_id) as coversName`;
const joined = sql`from assignments g join people p on p.id = g.person_id left join people t on t.id = g.trainee_id left join cohorts c on c.id = g.cohort_id`;

/** So many assignments of one person stand on her page. */
const ASSIGNMENTS_SHOWN = 200;

/** Whom somebody is assigned to and who is assigned to her: those that last or are to come first, then what is over. One query. */
export async function listAssignmentsAround(db: Reader, personId: string, day: string): Promise<AssignmentRow[]> {
  return db.all<AssignmentRow>(sql`select ${columns} ${joined} where g.person_id = ${personId} or g.trainee_id = ${personId}
    order by (g.ends_on is not null and g.ends_on <= ${day}), g.kind, coalesce(c.name, t.name), g.starts_on, g.id limit ${ASSIGNMENTS_SHOWN}`);
}

/** One assignment, or null. */
export async function findAssignment(db: Reader, id: string): Promise<AssignmentRow | null> {
  const [row] = await db.all<AssignmentRow>(sql`select ${columns} ${joined} where g.id = ${id}`);
  return row ?? null;
}

export async function insertAssignment(tx: Writer, row: typeof assignments.$inferInsert): Promise<void> {
  await tx.insert(assignments).values(row);
}

export async function setAssignmentEnd(tx: Writer, id: string, endsOn: string): Promise<void> {
  await tx.update(assignments).set({ endsOn }).where(eq(assignments.id, id));
}

/** Who may assess, manage or tutor: people with the role who can sign in, by name. One query. */
export async function listPeopleForWork(db: Reader) {
  return db
    .select({ id: people.id, name: people.name, role: personRoles.role })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(isNull(people.disabledAt), sql`${personRoles.role} in ('tutor', 'assessor', 'manager')`))
    .orderBy(people.name, people.id);
}

/** Cohorts and trainees that have nobody else of a kind than this person, from a day on. Names. One query. */
export async function listLeftBy(db: Reader, personId: string, day: string) {
  const lasts = (one: string) => sql`(${sql.raw(one)}.ends_on is null or ${sql.raw(one)}.ends_on > ${day})`;
  return db.all<{ kind: AssignmentKind; name: string }>(sql`
    select distinct g.kind as kind, coalesce(c.name, t.name) as name
    from assignments g left join cohorts c on c.id = g.cohort_id left join people t on t.id = g.trainee_id
    where g.person_id = ${personId} and ${lasts('g')}
      and (g.trainee_id is null or exists (select 1 from cohort_memberships m where m.trainee_id = g.trainee_id and m.left_on is null))
      and (c.id is null or c.closed_on is null or c.closed_on > ${day})
      and not exists (select 1 from assignments o join people w on w.id = o.person_id and w.disabled_at is null
        where o.kind = g.kind and o.person_id <> g.person_id and ${lasts('o')}
          and ((o.cohort_id is not null and o.cohort_id = g.cohort_id) or (o.trainee_id is not null and o.trainee_id = g.trainee_id)))
    order by 1, 2`);
}

/** Roles that somebody still works in: a lasting assignment of the kind, a place in the programme. One query. */
export async function listNeededRoles(db: Reader, personId: string, day: string): Promise<Role[]> {
  const rows = await db.all<{ role: Role }>(sql`
    select distinct g.kind as role from assignments g where g.person_id = ${personId} and (g.ends_on is null or g.ends_on > ${day})
    union select 'trainee' from cohort_memberships m where m.trainee_id = ${personId} and m.left_on is null`);
  return rows.map(({ role }) => role);
}
