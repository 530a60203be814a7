import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { cohortMemberships, people, placementAgreements, placements } from '#db/schema/index.ts';

const ofOneTrainee = prepared((db) =>
  db
    .select({
      placement: placements,
      agreedBy: people.name,
      agreedById: people.id,
      agreedAt: placementAgreements.agreedAt,
    })
    .from(placements)
    .leftJoin(placementAgreements, eq(placementAgreements.placementId, placements.id))
    .leftJoin(people, eq(people.id, placementAgreements.personId))
    .where(eq(placements.traineeId, sql.placeholder('traineeId')))
    .orderBy(asc(placements.startsOn), asc(placements.id), asc(placementAgreements.agreedAt))
    .prepare(),
);

/** A trainee's placements with who agreed to each, earliest first. */
export async function listPlacements(db: Reader, traineeId: string) {
  const rows = await ofOneTrainee(db).all({ traineeId });
  const grouped = Map.groupBy(rows, (row) => row.placement.id);
  return [...grouped.values()].flatMap((own) =>
    own.slice(0, 1).map(({ placement }) => ({ ...placement, agreements: own.flatMap(agreementOf) })),
  );
}

function agreementOf(row: { agreedBy: string | null; agreedById: string | null; agreedAt: Date | null }) {
  if (row.agreedBy === null || row.agreedById === null || row.agreedAt === null) return [];
  return [{ personId: row.agreedById, name: row.agreedBy, at: row.agreedAt }];
}

/** Whose placement it is, for `authorise`; null where there is none. */
export async function findPlacementSubject(db: Reader, placementId: string) {
  const [row] = await db
    .select({
      placementId: placements.id,
      traineeId: placements.traineeId,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
    })
    .from(placements)
    .leftJoin(
      cohortMemberships,
      sql`${cohortMemberships.traineeId} = ${placements.traineeId} and ${cohortMemberships.leftOn} is null`,
    )
    .where(eq(placements.id, placementId));
  return row ?? null;
}

/** Keeps a proposed placement. A repeat with the same id changes nothing. */
export async function insertPlacement(tx: Writer, placement: typeof placements.$inferInsert): Promise<void> {
  await tx.insert(placements).values(placement).onConflictDoNothing();
}

/** Notes that a person agreed; the first time stands. */
export async function insertAgreement(tx: Writer, agreement: typeof placementAgreements.$inferInsert): Promise<void> {
  await tx.insert(placementAgreements).values(agreement).onConflictDoNothing();
}
