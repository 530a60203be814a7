import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listAwards, listOffersForTrainee, updateWithdrawn } from '#db/queries/placementOffers.ts';
import { cancelPlacement } from '#db/queries/placements.ts';
import { placementAwards, placementOffers, placements } from '#db/schema/index.ts';
import { lotOf, newLot, passSeatOn } from '#src/server/placements/placementOffers.ts';
import type { TestDatabase } from '../../support/database.ts';
import { addPlacement, addStudyTime, addWisher, AT, byLot, giveOut, OFFER, offersHouse, TODAY } from './offersHouse.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await offersHouse();
});

const awards = () => database.read((db) => listAwards(db, ['offer']));
const seated = async () => (await awards()).filter(({ seatId }) => seatId !== null).map(({ traineeId }) => traineeId);
const ranked = async () => (await awards()).map(({ traineeId }) => traineeId);
const fromOffer = () => database.read((db) => db.select().from(placements).where(eq(placements.offerId, 'offer')));
const cancelSeat = (traineeId: string) =>
  database.write(async (tx) => {
    const [seat] = await tx.select().from(placements).where(eq(placements.traineeId, traineeId));
    if (seat) await cancelPlacement(tx, { id: seat.id, by: traineeId, reason: 'Ill', at: AT });
    return passSeatOn(tx, 'offer');
  });

describe('giving out the seats of an offer', () => {
  test('whoever gets one has a placement, proposed and not agreed, with all that was offered', async () => {
    await addWisher(database, 'amara');
    await giveOut(database);
    const { kind, place, hostContact, lookFor, travelNotes, startsOn, endsOn } = OFFER;
    expect(await fromOffer()).toMatchObject([
      {
        traineeId: 'amara',
        kind,
        place,
        hostContact,
        lookFor,
        travelNotes,
        startsOn,
        endsOn,
        weekdays: [1, 2, 3, 4, 5],
      },
    ]);
    const [award] = await awards();
    expect(award?.firstPlacementId).toBe((await fromOffer())[0]?.id);
  });

  test('fewest days in a prison first, whoever she is; what was only proposed or cancelled counts for nothing', async () => {
    for (const id of ['two-days', 'none', 'proposed', 'cancelled']) await addWisher(database, id);
    await addPlacement(database, 'two-days');
    await addPlacement(database, 'proposed', { offerId: null });
    await addPlacement(database, 'cancelled', { cancelledAt: AT });
    await giveOut(database);
    expect((await ranked()).at(-1)).toBe('two-days');
    expect((await awards()).at(-1)?.reason).toContain('2 days in a prison so far.');
  });

  test('then fewest seats given before, in whatever kind of place', async () => {
    for (const id of ['court-seat', 'fresh']) await addWisher(database, id);
    await addPlacement(database, 'court-seat', { kind: 'court' });
    await giveOut(database);
    expect(await ranked()).toEqual(['fresh', 'court-seat']);
  });

  test('then whose programme ends first', async () => {
    await addWisher(database, 'later', '2026-09-21');
    await addWisher(database, 'sooner', '2026-09-14');
    await giveOut(database);
    expect(await ranked()).toEqual(['sooner', 'later']);
  });

  test('then a lot, which anybody can work out from the number that was drawn when the offer was made', async () => {
    for (const id of ['amara', 'tom', 'nia', 'priya']) await addWisher(database, id);
    await giveOut(database);
    expect(await ranked()).toEqual(byLot('amara', 'tom', 'nia', 'priya'));
    expect(lotOf('a number', 'amara')).toBe(createHash('sha256').update('a number amara').digest('hex'));
    expect(newLot()).toMatch(/^[0-9a-f]{32}$/);
    expect(newLot()).not.toBe(newLot());
  });

  test.each<[string, (id: string) => Promise<void>]>([
    [
      'another placement',
      (id) => addPlacement(database, id, { startsOn: '2026-12-11', endsOn: '2026-12-14', kind: 'court' }),
    ],
    ['study time', (id) => addStudyTime(database, id, '2026-12-10')],
  ])('with %s on one of the days she gets no seat, and nobody is told what stands there', async (_what, stand) => {
    await addWisher(database, 'amara');
    await stand('amara');
    await giveOut(database);
    expect(await fromOffer()).toEqual([]);
    expect((await awards())[0]?.reason).toMatch(/^1st of 1 for 2 seats\. Could not be there on all of these days/);
  });

  test('study time on another day is no clash', async () => {
    await addWisher(database, 'amara');
    await addStudyTime(database, 'amara', '2026-12-09');
    await giveOut(database);
    expect(await seated()).toEqual(['amara']);
  });

  test('twice, and by two administrators at the same moment, is once', async () => {
    for (const id of ['amara', 'tom', 'nia']) await addWisher(database, id);
    await Promise.all([giveOut(database), giveOut(database)]);
    const before = await awards();
    await giveOut(database);
    expect(await awards()).toEqual(before);
    expect(await fromOffer()).toHaveLength(2);
  });

  test('an offer that was withdrawn is not given out', async () => {
    await addWisher(database, 'amara');
    await database.write((tx) => updateWithdrawn(tx, 'offer', AT));
    await giveOut(database);
    expect(await awards()).toEqual([]);
  });

  test('a hundred seats among three hundred people in one go', async () => {
    await database.write((tx) => tx.update(placementOffers).set({ seats: 100 }).where(eq(placementOffers.id, 'offer')));
    for (let index = 0; index < 300; index += 1) await addWisher(database, `trainee-${index}`);
    await giveOut(database);
    expect(await seated()).toHaveLength(100);
    expect(await ranked()).toHaveLength(300);
  });

  test('what was decided stays: an award can neither be changed nor taken out', async () => {
    await addWisher(database, 'amara');
    await giveOut(database);
    const tamper = database.write((tx) =>
      tx.update(placementAwards).set({ rank: 9 }).where(eq(placementAwards.traineeId, 'amara')),
    );
    await expect(tamper).rejects.toThrow();
    await expect(
      database.write((tx) => tx.delete(placementAwards).where(eq(placementAwards.traineeId, 'amara'))),
    ).rejects.toThrow();
    expect((await awards())[0]?.rank).toBe(1);
  });
});

describe('a seat that is given back', () => {
  beforeEach(async () => {
    for (const id of ['amara', 'tom', 'nia', 'priya']) await addWisher(database, id);
    await giveOut(database);
  });

  test('goes to the next in the order, who sees that it came to her', async () => {
    const [first = '', second, third = '', fourth] = await ranked();
    expect(await cancelSeat(first)).toBe(third);
    expect(await seated()).toEqual([second, third]);
    const [hers] = await database.read((db) => listOffersForTrainee(db, third, TODAY));
    expect(hers).toMatchObject({ firstPlacementId: null, seatId: expect.any(String), rank: 3 });
    expect((await ranked()).at(-1)).toBe(fourth);
  });

  test('passes over whoever cannot be there now', async () => {
    const [first = '', , third = '', fourth] = await ranked();
    await addStudyTime(database, third, '2026-12-10');
    expect(await cancelSeat(first)).toBe(fourth);
  });

  test('does not come back to whoever gave it back, and ends with the last of them', async () => {
    const [first = '', second = '', third = ''] = await ranked();
    await cancelSeat(first);
    await cancelSeat(second);
    expect(await cancelSeat(third)).toBeNull();
  });

  test('nothing is passed on while every seat is taken', async () => {
    expect(await database.write((tx) => passSeatOn(tx, 'offer'))).toBeNull();
    expect(await seated()).toHaveLength(2);
  });

  test('nothing is passed on once the day has come', async () => {
    await database.write((tx) =>
      tx
        .update(placementOffers)
        .set({ startsOn: TODAY, closesOn: '2026-11-20' })
        .where(eq(placementOffers.id, 'offer')),
    );
    expect(await cancelSeat((await ranked())[0] ?? '')).toBeNull();
  });
});
