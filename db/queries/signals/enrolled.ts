import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, enrolments } from '#db/schema/index.ts';

/** Whose past is looked at: everybody's, or that of whoever was ever in a cohort, or one trainee's. */
export interface ReplayScope {
  readonly cohortId?: string | undefined;
  readonly traineeId?: string | undefined;
}

/** Ids of everybody in scope who is or was on a route, those who left included. For counts alone. One query. */
export async function listEnrolledIds(db: Reader, { cohortId = '', traineeId = '' }: ReplayScope): Promise<string[]> {
  const inCohort = sql`exists (select 1 from ${cohortMemberships} m where m.trainee_id = ${enrolments.traineeId} and m.cohort_id = ${cohortId})`;
  const rows = await db
    .select({ traineeId: enrolments.traineeId })
    .from(enrolments)
    .where(sql`(${cohortId} = '' or ${inCohort}) and (${traineeId} = '' or ${enrolments.traineeId} = ${traineeId})`)
    .orderBy(enrolments.traineeId);
  return rows.map((row) => row.traineeId);
}
