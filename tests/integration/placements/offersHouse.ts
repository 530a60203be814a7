import {
  cohortMemberships,
  cohorts,
  enrolments,
  people,
  placementOffers,
  placements,
  placementWishes,
  studySessions,
} from '#db/schema/index.ts';
import { giveOutSeats, lotOf } from '#src/server/placements/placementOffers.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { findOffer } from '#db/queries/placementOffers.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { routes } from '../../unit/programme/routes.ts';

/** The programme's day in these tests. */
export const TODAY = '2026-11-23';
export const AT = new Date('2026-11-01T12:00:00Z');
export const OFFER = {
  id: 'offer',
  kind: 'prison',
  place: 'HMP Fernhill',
  hostContact: 'The gate',
  lookFor: 'A wing',
  travelNotes: 'Bus 14',
  startsOn: '2026-12-10',
  endsOn: '2026-12-11',
  seats: 2,
  closesOn: '2026-11-20',
  lot: 'a number',
  madeBy: 'harvey',
  madeAt: AT,
} as const;

/** A database with an administrator, and a portal installed over it that knows the routes and the day. */
export async function offersHouse(): Promise<TestDatabase> {
  const database = await freshDatabase();
  const settings = { programmeNow: new Date(`${TODAY}T12:00:00Z`) };
  installPortal({ database, settings, content: { routes } } as unknown as Portal);
  await database.write(async (tx) => {
    await tx.insert(people).values({ id: 'harvey', email: 'harvey@pqip.example', name: 'Harvey', createdAt: AT });
    for (const id of ['london', 'wales'])
      await tx.insert(cohorts).values({ id, name: id, region: 'London', startsOn: '2026-09-01' });
    await tx.insert(placementOffers).values(OFFER);
  });
  return database;
}

/** A trainee of London on the 15-month route who would like a seat. */
export async function addWisher(database: TestDatabase, id: string, startedOn = '2026-09-07'): Promise<void> {
  await database.write(async (tx) => {
    await tx.insert(people).values({ id, email: `${id}@pqip.example`, name: id, createdAt: AT });
    await tx.insert(enrolments).values({ traineeId: id, routeId: 'standard-15', startedOn, hoursPerWeek: 37 });
    await tx
      .insert(cohortMemberships)
      .values({ id: `${id}-london`, traineeId: id, cohortId: 'london', joinedOn: '2026-09-01' });
    await tx.insert(placementWishes).values({ offerId: 'offer', traineeId: id, wishedAt: AT });
  });
}

type Placed = Partial<typeof placements.$inferInsert>;

export async function addPlacement(database: TestDatabase, traineeId: string, change: Placed = {}): Promise<void> {
  await database.write(async (tx) => {
    const { kind, place, hostContact, lookFor } = OFFER;
    const days = { startsOn: '2026-10-05', endsOn: '2026-10-06' };
    const id = `${traineeId}-${change.startsOn ?? days.startsOn}`;
    await tx.insert(placements).values({
      id,
      traineeId,
      kind,
      place,
      hostContact,
      lookFor,
      ...days,
      proposedAt: AT,
      offerId: 'earlier',
      ...change,
    });
  });
}

export async function addStudyTime(database: TestDatabase, traineeId: string, day: string): Promise<void> {
  await database.write((tx) =>
    tx.insert(studySessions).values({
      id: `${traineeId}-${day}`,
      traineeId,
      day,
      minutes: 420,
      part: 'academic',
      plannedAt: AT,
      revision: 1,
    }),
  );
}

export async function giveOut(database: TestDatabase): Promise<void> {
  await database.write(async (tx) => {
    const offer = await findOffer(tx, 'offer');
    if (offer) await giveOutSeats(tx, offer);
  });
}

/** The order in which lots alone would put these people. */
export const byLot = (...ids: string[]) =>
  ids.toSorted((one, other) => (lotOf(OFFER.lot, one) < lotOf(OFFER.lot, other) ? -1 : 1));
