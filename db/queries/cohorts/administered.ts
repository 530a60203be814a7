import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { cohortMemberships, cohortOrigins, cohorts, cohortTemplates, people } from '#db/schema/index.ts';

/** A cohort in the list of administrators. */
export interface CohortRow {
  readonly cohortId: string;
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly closedOn: string | null;
  readonly trainees: number;
  /** Names of those who are its tutors on the day, by name. */
  readonly tutors: readonly string[];
}

/** How many cohorts a page of the list has. */
export const COHORTS_A_PAGE = 40;

const tutorsOn = (day: string) =>
  sql<string>`(select json_group_array(t.name) from (select distinct p.id, p.name from assignments a join people p on p.id = a.person_id
    where a.kind = 'tutor' and a.cohort_id = cohorts.id and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on > ${day}) order by p.name, p.id) t)`;
const traineesNow = sql<number>`(select count(*) from ${cohortMemberships} m where m.cohort_id = cohorts.id and m.left_on is null)`;
const whereState = (isClosed: boolean, day: string) =>
  isClosed ? sql`cohorts.closed_on <= ${day}` : sql`(cohorts.closed_on is null or cohorts.closed_on > ${day})`;

/** One page of the cohorts that are open (or closed), the newest first, and how many there are of both. For administrators. Two queries. */
export async function listAdministeredCohorts(
  db: Reader,
  { isClosed, page, today }: { isClosed: boolean; page: number; today: string },
) {
  const [counts, rows] = await Promise.all([
    db.all<{ open: number; closed: number }>(
      sql`select count(*) filter (where ${whereState(false, today)}) as open, count(*) filter (where ${whereState(true, today)}) as closed from ${cohorts}`,
    ),
    db
      .select({
        ...{ cohortId: cohorts.id, name: cohorts.name, region: cohorts.region, startsOn: cohorts.startsOn },
        ...{ closedOn: cohorts.closedOn, trainees: traineesNow, tutors: tutorsOn(today) },
      })
      .from(cohorts)
      .where(whereState(isClosed, today))
      .orderBy(sql`${cohorts.startsOn} desc, ${cohorts.name}`)
      .limit(COHORTS_A_PAGE)
      .offset((page - 1) * COHORTS_A_PAGE),
  ]);
  const { open = 0, closed = 0 } = counts[0] ?? {};
  return { open, closed, cohorts: rows.map((row): CohortRow => ({ ...row, tutors: namesOf(row.tutors) })) };
}

const namesOf = (json: string) => JSON.parse(json) as string[];

/** One cohort with where it came from, or null. For administrators. One query. */
export async function findAdministeredCohort(db: Reader, cohortId: string) {
  const [row] = await db
    .select({
      ...{ cohortId: cohorts.id, name: cohorts.name, region: cohorts.region, startsOn: cohorts.startsOn },
      ...{ closedOn: cohorts.closedOn, trainees: traineesNow },
      templateName: cohortTemplates.name,
      rolledFromId: cohortOrigins.rolledFromId,
      rolledFromName: sql<string | null>`(select c.name from cohorts c where c.id = ${cohortOrigins.rolledFromId})`,
      madeByName: people.name,
      madeAt: cohortOrigins.madeAt,
    })
    .from(cohorts)
    .leftJoin(cohortOrigins, eq(cohortOrigins.cohortId, cohorts.id))
    .leftJoin(cohortTemplates, eq(cohortTemplates.id, cohortOrigins.templateId))
    .leftJoin(people, eq(people.id, cohortOrigins.madeBy))
    .where(eq(cohorts.id, cohortId));
  return row ?? null;
}

export type AdministeredCohort = NonNullable<Awaited<ReturnType<typeof findAdministeredCohort>>>;

/** Every cohort by name, closed ones too: to choose from, and to compare names with. One query. */
export async function listCohortNames(db: Reader) {
  return db
    .select({ cohortId: cohorts.id, name: cohorts.name, startsOn: cohorts.startsOn, closedOn: cohorts.closedOn })
    .from(cohorts)
    .orderBy(asc(cohorts.name));
}

/** How many members a page of a cohort has. */
export const MEMBERS_A_PAGE = 60;

/** Who is in a cohort now, by name, with route and hours: what administrators set, and nothing of how anybody gets on. One query. */
export async function listMembers(db: Reader, cohortId: string, { page, today }: { page: number; today: string }) {
  return db.all<{
    traineeId: string;
    name: string;
    joinedOn: string;
    routeId: string | null;
    hoursPerWeek: number | null;
    onBreak: number;
  }>(sql`
    select p.id as traineeId, p.name as name, m.joined_on as joinedOn, e.route_id as routeId, e.hours_per_week as hoursPerWeek,
      exists (select 1 from programme_pauses z where z.trainee_id = p.id and z.starts_on <= ${today} and (z.ends_on is null or z.ends_on > ${today})) as onBreak
    from cohort_memberships m join people p on p.id = m.trainee_id left join enrolments e on e.trainee_id = p.id
    where m.cohort_id = ${cohortId} and m.left_on is null
    order by p.name, p.id limit ${MEMBERS_A_PAGE} offset ${(page - 1) * MEMBERS_A_PAGE}`);
}

export type CohortMember = Awaited<ReturnType<typeof listMembers>>[number];

/** Its tutors whose assignment has not ended, those to come and those who stand in among them, by first day. One query. */
export async function listCohortTutors(db: Reader, cohortId: string, today: string) {
  return db.all<{
    id: string;
    personId: string;
    name: string;
    startsOn: string;
    endsOn: string | null;
    coversName: string | null;
    isDisabled: number;
  }>(sql`
    select a.id as id, p.id as personId, p.name as name, a.starts_on as startsOn, a.ends_on as endsOn, c.name as coversName,
      p.disabled_at is not null as isDisabled
    from assignments a join people p on p.id = a.person_id left join people c on c.id = a.covers_id
    where a.kind = 'tutor' and a.cohort_id = ${cohortId} and (a.ends_on is null or a.ends_on > ${today})
    order by a.starts_on, p.name, a.id`);
}

export type CohortTutor = Awaited<ReturnType<typeof listCohortTutors>>[number];

export async function insertCohort(
  tx: Writer,
  { origin, ...cohort }: typeof cohorts.$inferInsert & { origin: Omit<typeof cohortOrigins.$inferInsert, 'cohortId'> },
): Promise<void> {
  await tx.insert(cohorts).values(cohort);
  await tx.insert(cohortOrigins).values({ cohortId: cohort.id, ...origin });
}

/** Changes what stands of a cohort. `basedOn`: what stood on the page. False where it stands no more, and nothing was changed. */
export async function updateCohort(
  tx: Writer,
  cohortId: string,
  { basedOn, ...values }: { name: string; region: string; startsOn: string; basedOn: readonly string[] },
): Promise<boolean> {
  const [name = '', region = '', startsOn = ''] = basedOn;
  const changed = await tx
    .update(cohorts)
    .set(values)
    .where(
      and(eq(cohorts.id, cohortId), eq(cohorts.name, name), eq(cohorts.region, region), eq(cohorts.startsOn, startsOn)),
    )
    .returning({ id: cohorts.id });
  return changed.length > 0;
}

export async function setCohortClosed(tx: Writer, cohortId: string, closedOn: string | null): Promise<void> {
  await tx.update(cohorts).set({ closedOn }).where(eq(cohorts.id, cohortId));
}
