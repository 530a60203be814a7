import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import type { Role } from '#src/domain/access/roles.ts';
import { PEOPLE_A_PAGE, type PeopleFilter } from '#src/domain/people/filter.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: number | null;
  readonly hasPassword: number;
  readonly roles: string;
  readonly cohort: string | null;
}

/** A person as the list of people shows her. */
export interface PersonInList {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly roles: readonly Role[];
  /** The cohort she is in as a trainee. */
  readonly cohort: string | null;
}

const STATES = {
  active: sql`p.disabled_at is null and p.password_hash is not null`,
  invited: sql`p.disabled_at is null and p.password_hash is null`,
  disabled: sql`p.disabled_at is not null`,
} as const;

/** `instr` and no pattern: what somebody types stands for itself. */
function conditions({ search, role, cohortId, state }: PeopleFilter, day: string): SQL {
  const all = [
    search === '' ? null : sql`(instr(lower(p.name), lower(${search})) > 0 or instr(p.email, lower(${search})) > 0)`,
    role === null ? null : sql`p.id in (select r.person_id from person_roles r where r.role = ${role})`,
    cohortId === ''
      ? null
      : sql`p.id in (select m.trainee_id from cohort_memberships m where m.cohort_id = ${cohortId} and m.left_on is null
          union select g.person_id from assignments g where g.cohort_id = ${cohortId} and (g.ends_on is null or g.ends_on > ${day}))`,
    state === null ? null : STATES[state],
  ].filter((one) => one !== null);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** One page of the people that a filter lets through, by name, and how many there are. For administrators. Two queries in one round trip. */
export async function listPeople(db: Reader, filter: PeopleFilter, day: string) {
  const where = conditions(filter, day);
  const [counts, rows] = await Promise.all([
    db.all<{ all: number }>(sql`select count(*) as "all" from people p where ${where}`),
    db.all<Row>(sql`select p.id, p.name, p.email, p.disabled_at as disabledAt, p.password_hash is not null as hasPassword,
        (select json_group_array(r.role) from person_roles r where r.person_id = p.id) as roles,
        (select c.name from cohort_memberships m join cohorts c on c.id = m.cohort_id where m.trainee_id = p.id and m.left_on is null) as cohort
      from people p where ${where} order by p.name, p.id limit ${PEOPLE_A_PAGE} offset ${(filter.page - 1) * PEOPLE_A_PAGE}`),
  ]);
  return { count: counts[0]?.all ?? 0, people: rows.map(personInList) };
}

const personInList = ({ disabledAt, hasPassword, roles, ...row }: Row): PersonInList => ({
  ...row,
  isDisabled: disabledAt !== null,
  hasPassword: hasPassword === 1,
  roles: JSON.parse(roles) as Role[],
});
