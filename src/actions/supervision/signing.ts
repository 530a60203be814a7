import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findReview, insertReviewSignature } from '#db/queries/supervisionReviews.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { supervisionSignatureBody } from '#src/domain/ledger/entryBody.ts';
import { isSignedAlready, reviewSignProblems } from '#src/domain/supervision/signing.ts';
import { REVIEW_PARTS, type ReviewPart } from '#src/domain/supervision/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { reviewHash, sessionRef } from '#src/server/ledger/hashes.ts';
import { now, portal, today } from '#src/server/portal.ts';

interface Signing {
  viewer: Viewer;
  reviewId: string;
  part: ReviewPart;
  shownSha256: string;
  factorAt: Date;
}

/** The rule asked again, the ledger entry and the signature, all inside one transaction. The same signature again changes nothing. */
async function sign(tx: Writer, { viewer, reviewId, part, shownSha256, factorAt }: Signing): Promise<void> {
  const review = await findReview(tx, reviewId);
  authorise(viewer, 'supervision.sign', review);
  if (!review) throw new Refusal('not_found');
  if (isSignedAlready({ viewer, part, review })) return;
  const at = now();
  const sha256 = reviewHash(review);
  const refusal = reviewSignProblems({ viewer, review, sha256, shownSha256, part, today: today(), factorAt, at });
  if (refusal) throw refusal;
  const signature = { viewerId: viewer.id, sessionRef: sessionRef(viewer.session.id), factorAt, part, at };
  const body = supervisionSignatureBody({ ...signature, review: { ...review, sha256 } });
  const { seq } = await portal().ledger.append(tx, body);
  await insertReviewSignature(tx, { reviewId, part, personId: viewer.id, sha256, signedAt: at, ledgerSeq: seq });
}

export const signingActions = {
  /** One of the three signatures, with the password asked again. */
  sign: defineAction({
    accept: 'form',
    input: z.object({
      reviewId: z.string().max(100),
      part: z.enum(REVIEW_PARTS),
      shownSha256: z.string().regex(/^[0-9a-f]{64}$/),
      password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024),
    }),
    handler: guarded({
      ability: 'supervision.sign',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async ({ password, ...shown }, viewer, context) => {
        await confirmPassword(context, viewer, password);
        const factorAt = now();
        await context.write((tx, current) => sign(tx, { ...shown, viewer: current, factorAt }));
        await portal().ledger.anchor();
        return { reviewId: shown.reviewId };
      },
    }),
  }),
};
