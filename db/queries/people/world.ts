import { asc, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { cohorts } from '#db/schema/index.ts';
import type { Role } from '#src/domain/access/roles.ts';
import type { KnownAssignment, KnownCohort, KnownPerson } from '#src/domain/people/world.ts';

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'cy';
  readonly disabledAt: number | null;
  readonly roles: string;
  readonly cohortId: string | null;
  readonly routeId: string | null;
  readonly startedOn: string | null;
  readonly hoursPerWeek: number | null;
  readonly endedOn: string | null;
  readonly carers: string;
  readonly tutorOf: string;
}

/** Those of these addresses that somebody has, with all that a file of people may change or not change. One query. */
export async function listKnownPeople(db: Reader, emails: readonly string[], day: string): Promise<KnownPerson[]> {
  const lasts = sql`(g.ends_on is null or g.ends_on > ${day})`;
  const rows = await db.all<Row>(sql`
    select p.id, p.email, p.name, p.language, p.disabled_at as disabledAt,
      (select json_group_array(r.role) from person_roles r where r.person_id = p.id) as roles,
      (select m.cohort_id from cohort_memberships m where m.trainee_id = p.id and m.left_on is null) as cohortId,
      (select n.ended_on from programme_endings n where n.trainee_id = p.id and n.reopened_at is null) as endedOn,
      e.route_id as routeId, e.started_on as startedOn, e.hours_per_week as hoursPerWeek,
      (select json_group_array(json_array(g.kind, g.id, g.person_id, c.email)) from assignments g join people c on c.id = g.person_id
        where g.trainee_id = p.id and ${lasts}) as carers,
      (select json_group_array(distinct g.cohort_id) from assignments g
        where g.person_id = p.id and g.kind = 'tutor' and g.covers_id is null and ${lasts}) as tutorOf
    from people p left join enrolments e on e.trainee_id = p.id
    where p.email in (select value from json_each(${JSON.stringify([...new Set(emails)])}))`);
  return rows.map(knownPerson);
}

function knownPerson(row: Row): KnownPerson {
  const carers = JSON.parse(row.carers) as [kind: string, id: string, personId: string, email: string][];
  const of = (wanted: string): KnownAssignment[] =>
    carers.filter(([kind]) => kind === wanted).map(([, id, personId, email]) => ({ id, personId, email }));
  return {
    ...{ id: row.id, email: row.email, name: row.name, language: row.language },
    isDisabled: row.disabledAt !== null,
    roles: JSON.parse(row.roles) as Role[],
    cohortId: row.cohortId,
    endedOn: row.endedOn,
    enrolment:
      row.routeId === null || row.startedOn === null || row.hoursPerWeek === null
        ? null
        : { routeId: row.routeId, startedOn: row.startedOn, hoursPerWeek: row.hoursPerWeek },
    assessors: of('assessor'),
    managers: of('manager'),
    tutorOf: JSON.parse(row.tutorOf) as string[],
  };
}

/** Every cohort as a file of people may name it. One query. */
export async function listKnownCohorts(db: Reader): Promise<KnownCohort[]> {
  return db
    .select({ id: cohorts.id, name: cohorts.name, startsOn: cohorts.startsOn, closedOn: cohorts.closedOn })
    .from(cohorts)
    .orderBy(asc(cohorts.name));
}
