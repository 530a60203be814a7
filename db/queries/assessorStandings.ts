import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { assessorStandings, people } from '#db/schema/index.ts';

/** How far assessors are, each from a day on, in the order in which it was entered. All of them where no ids are given. One query. */
export async function listAssessorStandings(db: Reader, assessorIds?: readonly string[]) {
  const some = assessorIds === undefined ? undefined : inArray(assessorStandings.assessorId, [...assessorIds]);
  return db
    .select({ ...getTableColumns(assessorStandings), enteredByName: people.name })
    .from(assessorStandings)
    .innerJoin(people, eq(people.id, assessorStandings.enteredBy))
    .where(some)
    .orderBy(asc(assessorStandings.enteredAt), sql`${assessorStandings}.rowid`);
}

/** Keeps how far an assessor is from a day on. A repeat with the same id changes nothing. */
export async function insertAssessorStanding(
  tx: Writer,
  standing: typeof assessorStandings.$inferInsert,
): Promise<void> {
  await tx.insert(assessorStandings).values(standing);
}
