import { asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, cohorts, weekPatterns } from '#db/schema/index.ts';

/** Whether there is a cohort with this id: its id again, or null. */
export async function isCohort(db: Reader, cohortId: string): Promise<{ cohortId: string } | null> {
  const [row] = await db.select({ cohortId: cohorts.id }).from(cohorts).where(eq(cohorts.id, cohortId));
  return row ?? null;
}

/** Every cohort by name, with how many trainees it has and whether a usual week is entered for a day. For administrators. One query. */
export async function listCohortWeeks(db: Reader, day: string) {
  const hasPattern = sql<number>`exists (select 1 from ${weekPatterns} w where w.cohort_id = cohorts.id and w.starts_on <= ${day} and (w.ends_on is null or w.ends_on > ${day}))`;
  const trainees = sql<number>`(select count(*) from ${cohortMemberships} m where m.cohort_id = cohorts.id and m.left_on is null)`;
  const rows = await db
    .select({ id: cohorts.id, name: cohorts.name, trainees, hasPattern })
    .from(cohorts)
    .orderBy(asc(cohorts.name));
  return rows.map((row) => ({ ...row, hasPattern: row.hasPattern === 1 }));
}
