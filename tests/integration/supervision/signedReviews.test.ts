import { beforeEach, describe, expect, test } from 'vitest';
import { findLastHeldOn, listAgreedActions, listReviews } from '#db/queries/supervision.ts';
import {
  deleteReview,
  findReview,
  insertAction,
  insertReviewSignature,
  setActionDone,
  updateReview,
} from '#db/queries/supervisionReviews.ts';
import { REVIEW_PARTS } from '#src/domain/supervision/words.ts';
import { reviewHash } from '#src/server/ledger/hashes.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { type LedgerWorld, momentOf, openWorld } from '../ledger/signedPortfolio.ts';
import { insertColleagues, insertReview, signReview } from '../ledger/signedReviews.ts';

let database: TestDatabase;
let world: LedgerWorld;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  await insertColleagues(world);
});

const recordNow = async () => (await database.read((db) => findReview(db, 'review-1')))!;
const sign = (part: (typeof REVIEW_PARTS)[number]) =>
  database.write(async (tx) =>
    signReview(world, tx, { review: (await findReview(tx, 'review-1'))!, part, at: momentOf(1) }),
  );
const action = {
  id: 'more',
  reviewId: 'review-1',
  position: 9,
  words: 'More.',
  part: 'tutor' as const,
  dueOn: '2026-12-01',
};

describe('a record', () => {
  test('read from its rows has the same hash as the one that was written', async () => {
    const written = await database.write((tx) => insertReview(tx, 1));
    expect(reviewHash(await recordNow())).toBe(reviewHash(written));
  });

  test('can be changed until the first signature, and not after it', async () => {
    await database.write((tx) => insertReview(tx, 1));
    await database.write((tx) => updateReview(tx, 'review-1', { notes: 'Other words.' }));
    await sign('tutor');
    const attempts = [
      () => database.write((tx) => updateReview(tx, 'review-1', { notes: 'Mine.' })),
      () => database.write((tx) => updateReview(tx, 'review-1', { readyAt: null })),
      () => database.write((tx) => insertAction(tx, action)),
      () => database.write((tx) => deleteReview(tx, 'review-1')),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
    expect((await recordNow()).notes).toBe('Other words.');
    expect((await recordNow()).actions).toHaveLength(2);
  });

  test('keeps its actions to be ticked off and opened again after that', async () => {
    await database.write((tx) => insertReview(tx, 1));
    await sign('tutor');
    const before = reviewHash(await recordNow());
    await database.write((tx) => setActionDone(tx, 'action-1-1', { doneAt: momentOf(2), doneBy: 'amara' }));
    expect((await recordNow()).actions.find(({ id }) => id === 'action-1-1')?.doneByName).toBe('Amara Okafor');
    await database.write((tx) => setActionDone(tx, 'action-1-1', { doneAt: null, doneBy: null }));
    expect(reviewHash(await recordNow())).toBe(before);
  });

  test('is signed once for each part, and a refused second signature leaves no entry', async () => {
    await database.write((tx) => insertReview(tx, 1));
    for (const part of REVIEW_PARTS) await sign(part);
    await expect(sign('tutor')).rejects.toThrow();
    expect((await world.ledger.status()).entries).toBe(3);
    expect((await recordNow()).signatures.map(({ part }) => part)).toEqual(['trainee', 'tutor', 'manager']);
  });

  test('has no signature without an entry', async () => {
    const review = await database.write((tx) => insertReview(tx, 1));
    const row = { reviewId: 'review-1', part: 'tutor' as const, personId: 'ruth', signedAt: momentOf(1), ledgerSeq: 1 };
    const attempt = database.write((tx) => insertReviewSignature(tx, { ...row, sha256: reviewHash(review) }));
    await expect(attempt).rejects.toThrow();
  });
});

describe('lists of records', () => {
  test('count the gap from what is ready and held, and never from what lies ahead or is being written', async () => {
    const heldOn = (today: string) => database.read((db) => findLastHeldOn(db, 'amara', today));
    await database.write((tx) => insertReview(tx, 1));
    expect(await heldOn('2026-11-22')).toBe('2026-11-20');
    expect(await heldOn('2026-11-19')).toBeNull();
    await database.write((tx) => updateReview(tx, 'review-1', { readyAt: null }));
    expect(await heldOn('2026-11-22')).toBeNull();
  });

  test('hold what was agreed once it is ready, by the day it is due, and say who signed', async () => {
    await database.write((tx) => insertReview(tx, 1));
    await sign('manager');
    const [agreed, [review]] = await database.read((db) =>
      Promise.all([listAgreedActions(db, 'amara'), listReviews(db, 'amara')]),
    );
    expect(agreed.map(({ id }) => id)).toEqual(['action-1-2', 'action-1-1']);
    expect(review?.signatures).toMatchObject([{ part: 'manager', personId: 'kerry', ledgerSeq: 1 }]);
  });

  test('of somebody else are empty', async () => {
    await database.write((tx) => insertReview(tx, 1));
    expect(await database.read((db) => listReviews(db, 'daniel'))).toEqual([]);
    expect(await database.read((db) => listAgreedActions(db, 'daniel'))).toEqual([]);
  });
});
