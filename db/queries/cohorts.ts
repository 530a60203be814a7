import { and, count, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { assignments, cohortMemberships, cohorts, enrolments } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { Cover } from '#src/domain/cohortCover/tutors.ts';
import { type TraineeRecord, traineeRows, traineesOf } from './trainees.ts';

const oneCohort = prepared((db) =>
  db
    .select({ cohortId: cohorts.id, name: cohorts.name, region: cohorts.region, startsOn: cohorts.startsOn })
    .from(cohorts)
    .where(eq(cohorts.id, sql.placeholder('cohortId')))
    .prepare(),
);

/** One cohort, or null. `cohortId` is what `authorise` asks about. */
export async function findCohort(db: Reader, cohortId: string) {
  const [row] = await oneCohort(db).all({ cohortId });
  return row ?? null;
}

/** As JSON: [who covers, for whom, each with id and name, first day, first day without] of everybody who ever covers in the cohort of the row. */
const coverOf = sql<string>`(select json_group_array(json_array(p.id, p.name, c.id, c.name, a.starts_on, a.ends_on))
  from assignments a join people p on p.id = a.person_id join people c on c.id = a.covers_id
  where a.kind = 'tutor' and a.cohort_id = cohorts.id)`;

/** The cohorts the viewer is a tutor of, with how many trainees are in each now, and who covers for whom. */
export async function listCohorts(db: Reader, viewer: Viewer) {
  const rows = await db
    .select({
      cohortId: cohorts.id,
      name: cohorts.name,
      region: cohorts.region,
      startsOn: cohorts.startsOn,
      traineeCount: count(cohortMemberships.id),
      cover: coverOf,
    })
    .from(cohorts)
    .leftJoin(cohortMemberships, and(eq(cohortMemberships.cohortId, cohorts.id), isNull(cohortMemberships.leftOn)))
    .where(inArray(cohorts.id, [...viewer.tutorOf]))
    .groupBy(cohorts.id)
    .orderBy(cohorts.name);
  return rows.map(({ cover, ...cohort }) => ({ ...cohort, cover: (JSON.parse(cover) as CoverFact[]).map(coverFrom) }));
}

type CoverFact = [
  personId: string,
  name: string,
  coversId: string,
  coversName: string,
  startsOn: string,
  endsOn: string | null,
];
const coverFrom = ([personId, name, coversId, coversName, startsOn, endsOn]: CoverFact): Cover => ({
  ...{ personId, name, coversId, coversName },
  ...{ startsOn, endsOn },
});

const traineesOfOneCohort = prepared((db) =>
  traineeRows(db)
    .where(eq(cohortMemberships.cohortId, sql.placeholder('cohortId')))
    .prepare(),
);

/** Everyone who is in the cohort now; nobody where the viewer is not its tutor. By name. One query. */
export async function listCohortTrainees(db: Reader, viewer: Viewer, cohortId: string): Promise<TraineeRecord[]> {
  if (!viewer.tutorOf.includes(cohortId)) return [];
  return traineesOf(await traineesOfOneCohort(db).all({ cohortId }));
}

/** Everyone the viewer assesses, manages, or both, by name. One query. */
export async function listAssignedTrainees(db: Reader, viewer: Viewer): Promise<TraineeRecord[]> {
  const ids = [...new Set([...viewer.assessorOf, ...viewer.managerOf])];
  if (ids.length === 0) return [];
  return traineesOf(await traineeRows(db).where(inArray(enrolments.traineeId, ids)));
}

/** The cohorts somebody is a tutor of on a day. One query. */
export async function listTutoredBy(db: Reader, personId: string, day: string): Promise<string[]> {
  const rows = await db
    .select({ cohortId: assignments.cohortId })
    .from(assignments)
    .where(
      and(
        eq(assignments.personId, personId),
        eq(assignments.kind, 'tutor'),
        lte(assignments.startsOn, day),
        or(isNull(assignments.endsOn), gt(assignments.endsOn, day)),
      ),
    );
  return rows.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId]));
}
