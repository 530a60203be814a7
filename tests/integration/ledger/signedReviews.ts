import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import type { Writer } from '#db/client.ts';
import { people, supervisionActions, supervisionReviews, supervisionSignatures } from '#db/schema/index.ts';
import { supervisionSignatureBody } from '#src/domain/ledger/entryBody.ts';
import type { ReviewRecord } from '#src/domain/supervision/record.ts';
import { REVIEW_PARTS, type ReviewPart } from '#src/domain/supervision/words.ts';
import { reviewHash, sessionRef } from '#src/server/ledger/hashes.ts';
import { type LedgerWorld, momentOf, openWorld, signOffEach } from './signedPortfolio.ts';

/** Who signs for which part. */
const SIGNERS: Readonly<Record<ReviewPart, string>> = { trainee: 'amara', tutor: 'ruth', manager: 'kerry' };

const reviewOf = (n: number): ReviewRecord => ({
  id: `review-${n}`,
  traineeId: 'amara',
  meetingId: null,
  heldOn: '2026-11-20',
  facts: `{"madeOn":"2026-11-20","version":${n}}`,
  notes: `We talked – for the ${n}. time.\nTŷ 🏠`,
  createdBy: 'ruth',
  createdAt: momentOf(n),
  savedBy: 'kerry',
  savedAt: momentOf(n),
  actions: [
    { id: `action-${n}-2`, position: 2, words: 'Find cover.', part: 'manager', dueOn: '2026-12-01' },
    { id: `action-${n}-1`, position: 1, words: 'Read it again.', part: 'trainee', dueOn: '2026-12-08' },
  ],
});

/** Ruth and Kerry, beside whoever is there. */
export async function insertColleagues({ database }: Pick<LedgerWorld, 'database'>): Promise<void> {
  const person = (id: string) => ({ id, name: id, email: `${id}@pqip.example`, createdAt: momentOf(0) });
  await database.write((tx) =>
    tx
      .insert(people)
      .values([person('ruth'), person('kerry')])
      .onConflictDoNothing(),
  );
}

/** The n-th record, ready to sign. */
export async function insertReview(tx: Writer, n: number): Promise<ReviewRecord> {
  const { actions, ...row } = reviewOf(n);
  await tx.insert(supervisionReviews).values({ ...row, revision: 1, readyAt: momentOf(n) });
  await tx.insert(supervisionActions).values(actions.map((action) => ({ ...action, reviewId: row.id })));
  return reviewOf(n);
}

/** Entry and row in one transaction, as the portal writes them. */
export async function signReview(
  { ledger }: Pick<LedgerWorld, 'ledger'>,
  tx: Writer,
  { review, part, at }: { review: ReviewRecord; part: ReviewPart; at: Date },
): Promise<number> {
  const sha256 = reviewHash(review);
  const personId = SIGNERS[part];
  const body = supervisionSignatureBody({
    viewerId: personId,
    sessionRef: sessionRef('a session'),
    factorAt: at,
    review: { ...review, sha256 },
    part,
    at,
  });
  const { seq } = await ledger.append(tx, body);
  await tx
    .insert(supervisionSignatures)
    .values({ reviewId: review.id, part, personId, sha256, signedAt: at, ledgerSeq: seq });
  return seq;
}

/** Records from one number to another, each signed by all three, each signature in a transaction of its own and anchored. */
export async function signReviewEach(
  { first, last }: { first: number; last: number },
  world: LedgerWorld,
): Promise<void> {
  await insertColleagues(world);
  for (let n = first; n <= last; n += 1) {
    const review = await world.database.write((tx) => insertReview(tx, n));
    for (const part of REVIEW_PARTS) {
      await world.database.write((tx) => signReview(world, tx, { review, part, at: momentOf(n) }));
      await world.ledger.anchor();
    }
  }
}

/** A folder as `genuineFolder` makes it: two sign-offs (entries 1 and 2), then three reviews (entries 3 to 11). Whoever asks for it removes it. */
export async function folderWithReviews(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-reviews-'));
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const database = await openDatabase({ url });
  const world = await openWorld(database, { databaseUrl: url, folder });
  await signOffEach({ first: 1, last: 2 }, world);
  await signReviewEach({ first: 1, last: 3 }, world);
  await database.close();
  return folder;
}
