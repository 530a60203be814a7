import { eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { cohortMemberships } from '#db/schema/index.ts';
import { type TraineeRecord, traineeRows, traineesOf } from '../trainees.ts';

const members = prepared((db) =>
  traineeRows(db)
    .where(eq(cohortMemberships.cohortId, sql.placeholder('cohortId')))
    .prepare(),
);

/**
 * Everybody who is in a cohort now, by name, for the portal itself: who is told of it is asked afterwards, person by person. For a
 * viewer it is `listCohortTrainees`. One query.
 */
export async function listMembersNow(db: Reader, cohortId: string): Promise<TraineeRecord[]> {
  return traineesOf(await members(db).all({ cohortId }));
}
