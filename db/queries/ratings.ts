import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { criterionRatings } from '#db/schema/index.ts';
import { movedIds, type Qualifications } from '#src/domain/portfolio/versions.ts';
import type { OwnRating } from '#src/domain/portfolio/words.ts';

const ofTrainee = prepared((db) =>
  db
    .select({
      criterionId: criterionRatings.criterionId,
      rating: criterionRatings.rating,
      version: criterionRatings.qualificationVersion,
    })
    .from(criterionRatings)
    .where(eq(criterionRatings.traineeId, sql.placeholder('traineeId')))
    .prepare(),
);

/** How a trainee sees herself, by criterion of the current version: what she chose moves along with the criterion. One query. */
export async function listRatings(
  db: Reader,
  traineeId: string,
  qualifications: Qualifications,
): Promise<ReadonlyMap<string, OwnRating>> {
  const rows = await ofTrainee(db).all({ traineeId });
  const { version: current } = qualifications.current;
  const newestLast = rows.toSorted((a, b) => Number(a.version === current) - Number(b.version === current));
  return new Map(
    newestLast.flatMap(({ criterionId, rating, version }) =>
      movedIds(qualifications, { version, ids: [criterionId] }).ids.map(({ id }) => [id, rating] as const),
    ),
  );
}

/** Keeps her rating of a criterion in the place of the one before. The same again changes nothing. */
export async function saveRating(tx: Writer, rating: typeof criterionRatings.$inferInsert): Promise<void> {
  const { rating: chosen, ratedAt, qualificationVersion = null } = rating;
  await tx
    .insert(criterionRatings)
    .values(rating)
    .onConflictDoUpdate({
      target: [criterionRatings.traineeId, criterionRatings.criterionId],
      set: { rating: chosen, ratedAt, qualificationVersion },
      setWhere: sql`${criterionRatings.rating} <> ${chosen} or ${criterionRatings.qualificationVersion} is not ${qualificationVersion}`,
    });
}

/** Takes her rating of a criterion away. */
export async function deleteRating(
  tx: Writer,
  { traineeId, criterionId }: { traineeId: string; criterionId: string },
): Promise<void> {
  await tx
    .delete(criterionRatings)
    .where(and(eq(criterionRatings.traineeId, traineeId), eq(criterionRatings.criterionId, criterionId)));
}
