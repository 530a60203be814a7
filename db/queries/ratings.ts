import { and, eq, inArray, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { criterionRatings } from '#db/schema/index.ts';
import { ratingsNow } from '#src/domain/portfolio/rating.ts';
import { movedIds, type Qualifications } from '#src/domain/portfolio/versions.ts';
import type { OwnRating } from '#src/domain/portfolio/words.ts';

const ofTrainee = prepared((db) =>
  db
    .select({
      criterionId: criterionRatings.criterionId,
      rating: criterionRatings.rating,
      version: criterionRatings.qualificationVersion,
      ratedAt: criterionRatings.ratedAt,
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
  return ratingsNow(qualifications, await ofTrainee(db).all({ traineeId }));
}

/** What she says of criteria of the current version; null takes a rating away. */
export interface RatingChange {
  readonly traineeId: string;
  readonly criteria: readonly string[];
  readonly rating: OwnRating | null;
  readonly at: Date;
}

/**
 * Keeps her rating in the place of the one before. The same again changes nothing. What she chose in an earlier version is written down
 * in the current one first, so that a number that another criterion has now does not take its place.
 */
export async function changeRating(tx: Writer, change: RatingChange, qualifications: Qualifications): Promise<void> {
  await moveAlong(tx, change.traineeId, qualifications);
  const { traineeId, criteria, rating, at: ratedAt } = change;
  const qualificationVersion = qualifications.current.version;
  const own = and(eq(criterionRatings.traineeId, traineeId), inArray(criterionRatings.criterionId, [...criteria]));
  if (rating === null) {
    await tx.delete(criterionRatings).where(and(own, eq(criterionRatings.qualificationVersion, qualificationVersion)));
    return;
  }
  for (const criterionId of criteria)
    await tx
      .insert(criterionRatings)
      .values({ traineeId, criterionId, rating, qualificationVersion, ratedAt })
      .onConflictDoUpdate({
        target: [criterionRatings.traineeId, criterionRatings.criterionId],
        set: { rating, ratedAt, qualificationVersion },
        setWhere: sql`${criterionRatings.rating} <> ${rating} or ${criterionRatings.qualificationVersion} is not ${qualificationVersion}`,
      });
}

/** Ratings of earlier versions -> rows of the current one. What was dropped stays as it was, for as long as its number is free. */
async function moveAlong(tx: Writer, traineeId: string, qualifications: Qualifications): Promise<void> {
  const { version: current } = qualifications.current;
  const kept = await ofTrainee(tx).all({ traineeId });
  const older = kept.filter(({ version }) => (version ?? qualifications.versions[0]?.version) !== current);
  const moved = older.flatMap((row) => {
    const { ids } = movedIds(qualifications, { version: row.version, ids: [row.criterionId] });
    return ids.length > 0 ? [{ row, ids }] : [];
  });
  if (moved.length === 0) return;
  const gone = moved.map(({ row }) => row.criterionId);
  await tx
    .delete(criterionRatings)
    .where(and(eq(criterionRatings.traineeId, traineeId), inArray(criterionRatings.criterionId, gone)));
  const stands = new Set(kept.filter((row) => !older.includes(row)).map(({ criterionId }) => criterionId));
  for (const { row, ids } of moved)
    for (const { id: criterionId } of ids) {
      if (stands.has(criterionId)) continue;
      const values = { rating: row.rating, ratedAt: row.ratedAt, qualificationVersion: current };
      await tx
        .insert(criterionRatings)
        .values({ traineeId, criterionId, ...values })
        .onConflictDoUpdate({ target: [criterionRatings.traineeId, criterionRatings.criterionId], set: values });
    }
}
