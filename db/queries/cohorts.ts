import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, cohorts, enrolments } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
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

/** The cohorts the viewer is a tutor of, with how many trainees are in each now. */
export async function listCohorts(db: Reader, viewer: Viewer) {
  return db
    .select({
      cohortId: cohorts.id,
      name: cohorts.name,
      region: cohorts.region,
      startsOn: cohorts.startsOn,
      traineeCount: count(cohortMemberships.id),
    })
    .from(cohorts)
    .leftJoin(cohortMemberships, and(eq(cohortMemberships.cohortId, cohorts.id), isNull(cohortMemberships.leftOn)))
    .where(inArray(cohorts.id, [...viewer.tutorOf]))
    .groupBy(cohorts.id)
    .orderBy(cohorts.name);
}

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
