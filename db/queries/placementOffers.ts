import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  cohortMemberships,
  cohorts,
  placementAwards,
  placementOffers,
  placements,
  placementWishes,
} from '#db/schema/index.ts';

/** The newest so many are shown: years of them. */
const MOST_OFFERS = 60;

const wishCount = sql<number>`(select count(*) from ${placementWishes} w where w.offer_id = ${placementOffers.id})`;
const who = sql.placeholder('traineeId');
const today = sql.placeholder('today');
/** The cohorts she is in now. */
const ownCohorts = sql`(select m.cohort_id from ${cohortMemberships} m where m.trainee_id = ${who} and m.left_on is null)`;
const isForHer = sql`(${placementOffers.cohortId} is null or ${placementOffers.cohortId} in ${ownCohorts})`;
const isWaiting = and(isNull(placementOffers.withdrawnAt), isNull(placementOffers.givenOutAt));

/** The placement she has from an offer, one that was cancelled left out. Trainee first: there is an index on it. */
const seatOf = (traineeId: unknown) =>
  sql<
    string | null
  >`(select p.id from ${placements} p where p.trainee_id = ${traineeId} and p.offer_id = ${placementOffers.id} and p.cancelled_at is null limit 1)`;

const offersForHer = prepared((db) =>
  db
    .select({
      offer: placementOffers,
      wishes: wishCount,
      wishedAt: placementWishes.wishedAt,
      rank: placementAwards.rank,
      reason: placementAwards.reason,
      firstPlacementId: placementAwards.placementId,
      seatId: seatOf(who),
    })
    .from(placementOffers)
    .leftJoin(placementWishes, and(eq(placementWishes.offerId, placementOffers.id), eq(placementWishes.traineeId, who)))
    .leftJoin(placementAwards, and(eq(placementAwards.offerId, placementOffers.id), eq(placementAwards.traineeId, who)))
    .where(
      sql`${placementWishes.traineeId} is not null or (${isForHer} and ${isWaiting} and ${placementOffers.closesOn} >= ${today})`,
    )
    .orderBy(asc(placementOffers.closesOn), asc(placementOffers.startsOn), asc(placementOffers.id))
    .limit(MOST_OFFERS)
    .prepare(),
);

/** Offers that are open to a trainee on a day, and all that she asked for a seat of, with what became of it. One query. */
export async function listOffersForTrainee(db: Reader, traineeId: string, day: string) {
  const rows = await offersForHer(db).all({ traineeId, today: day });
  return rows.map(({ offer, ...hers }) => ({ ...offer, ...hers }));
}

/** An offer as a trainee may ask for it: null where it is for another cohort or not there. She keeps what she asked for. */
export async function findOfferFor(db: Reader, offerId: string, traineeId: string) {
  const [row] = await db
    .select()
    .from(placementOffers)
    .where(
      and(
        eq(placementOffers.id, offerId),
        sql`(${placementOffers.cohortId} is null
          or exists (select 1 from ${cohortMemberships} m where m.trainee_id = ${traineeId} and m.left_on is null and m.cohort_id = ${placementOffers.cohortId})
          or exists (select 1 from ${placementWishes} w where w.offer_id = ${placementOffers.id} and w.trainee_id = ${traineeId}))`,
      ),
    );
  return row ?? null;
}

const everyOffer = prepared((db) =>
  db
    .select({ offer: placementOffers, cohortName: cohorts.name, wishes: wishCount })
    .from(placementOffers)
    .leftJoin(cohorts, eq(cohorts.id, placementOffers.cohortId))
    .orderBy(desc(placementOffers.madeAt), asc(placementOffers.startsOn), asc(placementOffers.id))
    .limit(MOST_OFFERS)
    .prepare(),
);

/** The newest offers with how many wished, for whoever administers them. One query. */
export async function listOffers(db: Reader) {
  const rows = await everyOffer(db).all();
  return rows.map(({ offer, ...rest }) => ({ ...offer, ...rest }));
}

export type PlacementOffer = typeof placementOffers.$inferSelect;

/** An offer, or null. */
export async function findOffer(db: Reader, offerId: string): Promise<PlacementOffer | null> {
  const [row] = await db.select().from(placementOffers).where(eq(placementOffers.id, offerId));
  return row ?? null;
}

const everyAward = prepared((db) =>
  db
    .select({
      offerId: placementAwards.offerId,
      traineeId: placementAwards.traineeId,
      rank: placementAwards.rank,
      reason: placementAwards.reason,
      firstPlacementId: placementAwards.placementId,
      seatId: seatOf(placementAwards.traineeId),
    })
    .from(placementAwards)
    .innerJoin(placementOffers, eq(placementOffers.id, placementAwards.offerId))
    .where(sql`${placementAwards.offerId} in (select value from json_each(${sql.placeholder('offerIds')}))`)
    .orderBy(asc(placementAwards.offerId), asc(placementAwards.rank))
    .prepare(),
);

/** Who stands where in offers that were given out, best placed first, with the placement each has from it now. One query. */
export async function listAwards(db: Reader, offerIds: readonly string[]) {
  return everyAward(db).all({ offerIds: JSON.stringify(offerIds) });
}

/** Who wished for a seat. */
export async function listWishers(db: Reader, offerId: string): Promise<string[]> {
  const rows = await db
    .select({ traineeId: placementWishes.traineeId })
    .from(placementWishes)
    .where(eq(placementWishes.offerId, offerId));
  return rows.map(({ traineeId }) => traineeId);
}

/** Keeps an offer. Its id comes with the form: false where there is one with it already. */
export async function insertOffer(tx: Writer, offer: typeof placementOffers.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(placementOffers)
    .values(offer)
    .onConflictDoNothing()
    .returning({ id: placementOffers.id });
  return kept.length > 0;
}

/** Notes that somebody would like a seat; the first time stands. */
export async function insertWish(tx: Writer, wish: typeof placementWishes.$inferInsert): Promise<void> {
  await tx.insert(placementWishes).values(wish).onConflictDoNothing();
}

/** Takes a wish back: nothing is kept of it. */
export async function deleteWish(tx: Writer, { offerId, traineeId }: { offerId: string; traineeId: string }) {
  await tx
    .delete(placementWishes)
    .where(and(eq(placementWishes.offerId, offerId), eq(placementWishes.traineeId, traineeId)));
}

/** Withdraws an offer that is neither withdrawn nor given out. */
export async function updateWithdrawn(tx: Writer, offerId: string, at: Date): Promise<void> {
  await tx
    .update(placementOffers)
    .set({ withdrawnAt: at })
    .where(and(eq(placementOffers.id, offerId), isWaiting));
}

/** Notes that the seats were given out. False where somebody else did, or it was withdrawn. */
export async function updateGivenOut(tx: Writer, offerId: string, at: Date): Promise<boolean> {
  const changed = await tx
    .update(placementOffers)
    .set({ givenOutAt: at })
    .where(and(eq(placementOffers.id, offerId), isWaiting))
    .returning({ id: placementOffers.id });
  return changed.length > 0;
}

const ROWS_A_STATEMENT = 200;

/** Keeps the order and its reasons, for good. */
export async function insertAwards(tx: Writer, awards: readonly (typeof placementAwards.$inferInsert)[]) {
  for (let at = 0; at < awards.length; at += ROWS_A_STATEMENT)
    await tx.insert(placementAwards).values(awards.slice(at, at + ROWS_A_STATEMENT));
}
