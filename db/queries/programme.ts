import { count, countDistinct, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  cohortMemberships,
  cohorts,
  enrolments,
  people,
  personRoles,
  portfolioSignOffs,
  signOffs,
  submissions,
} from '#db/schema/index.ts';

/** How many people hold each role. */
export async function countRoles(db: Reader) {
  return db
    .select({ role: personRoles.role, people: countDistinct(personRoles.personId) })
    .from(personRoles)
    .groupBy(personRoles.role)
    .orderBy(personRoles.role);
}

/** Every cohort with how many trainees are in it now. */
export async function countCohorts(db: Reader) {
  const members = sql`${cohortMemberships.cohortId} = ${cohorts.id} and ${isNull(cohortMemberships.leftOn)}`;
  return db
    .select({
      cohortId: cohorts.id,
      name: cohorts.name,
      region: cohorts.region,
      startsOn: cohorts.startsOn,
      traineeCount: count(cohortMemberships.id),
    })
    .from(cohorts)
    .leftJoin(cohortMemberships, members)
    .groupBy(cohorts.id)
    .orderBy(cohorts.name);
}

/** How many people, trainees on a route, pieces of evidence handed in and signatures there are. One query. */
export async function countProgramme(db: Reader) {
  const [row] = await db
    .select({
      people: sql<number>`(select count(*) from ${people})`,
      trainees: sql<number>`(select count(*) from ${enrolments})`,
      submissions: sql<number>`(select count(*) from ${submissions})`,
      signOffs: sql<number>`(select count(*) from ${signOffs}) + (select count(*) from ${portfolioSignOffs})`,
    })
    .from(sql`(select 1)`);
  return row ?? { people: 0, trainees: 0, submissions: 0, signOffs: 0 };
}
