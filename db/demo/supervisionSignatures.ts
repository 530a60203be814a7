import type { Database, Writer } from '#db/client.ts';
import { supervisionSignatures } from '#db/schema/index.ts';
import { type LedgerBody, supervisionSignatureBody } from '#src/domain/ledger/entryBody.ts';
import type { ReviewRecord } from '#src/domain/supervision/record.ts';
import type { ReviewSigning } from './supervision.ts';

/** What the demo needs of the ledger to sign reviews: the same functions the portal signs with. */
export interface ReviewLedger {
  append(tx: Writer, body: LedgerBody): Promise<{ seq: number }>;
  anchor(): Promise<void>;
  reviewHash(review: ReviewRecord): string;
  sessionRef(sessionId: string): string;
}

/** As many as the ledger anchors in one go, so that each has its anchor. */
const SIGNATURES_A_TRANSACTION = 20;

/** Signs reviews through the real ledger, oldest first, and anchors it. */
export async function signReviews(
  database: Database,
  ledger: ReviewLedger,
  signings: readonly ReviewSigning[],
): Promise<void> {
  const inOrder = [...signings].sort((one, other) => one.at.getTime() - other.at.getTime());
  for (let from = 0; from < inOrder.length; from += SIGNATURES_A_TRANSACTION) {
    await database.write(async (tx) => {
      for (const signing of inOrder.slice(from, from + SIGNATURES_A_TRANSACTION)) await signOne(tx, ledger, signing);
    });
    await ledger.anchor();
  }
}

async function signOne(tx: Writer, ledger: ReviewLedger, { review, part, personId, at }: ReviewSigning): Promise<void> {
  const sha256 = ledger.reviewHash(review);
  const body = supervisionSignatureBody({
    viewerId: personId,
    sessionRef: ledger.sessionRef(`demo ${review.id} ${part}`),
    factorAt: at,
    review: { ...review, sha256 },
    part,
    at,
  });
  const { seq } = await ledger.append(tx, body);
  await tx
    .insert(supervisionSignatures)
    .values({ reviewId: review.id, part, personId, sha256, signedAt: at, ledgerSeq: seq });
}
