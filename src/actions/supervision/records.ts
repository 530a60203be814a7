import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findMeeting } from '#db/queries/supervision.ts';
import { deleteReview, findReview, findReviewOf, insertReview, updateReview } from '#db/queries/supervisionReviews.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';
import { factsText } from '#src/domain/supervision/facts.ts';
import { isEmpty } from '#src/domain/supervision/signing.ts';
import { changeProblem, heldOnProblem, mayRemove, NOTES_MAXIMUM_CHARACTERS } from '#src/domain/supervision/writing.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, read, today } from '#src/server/portal.ts';
import { loadReviewFacts } from '#src/server/supervision.ts';
import { revision as shownRevision } from '../typedFields.ts';
import { safeText, typedDay } from '../typedText.ts';

const heldOn = typedDay('Give the day of the meeting');
const beginning = z.object({
  id: z.uuid(),
  traineeId: z.string().max(100),
  heldOn,
  meetingId: z.string().max(100).nullish(),
});
const saving = z.object({
  reviewId: z.string().max(100),
  heldOn,
  notes: safeText(NOTES_MAXIMUM_CHARACTERS),
  basedOn: shownRevision,
});
const oneReview = z.object({ reviewId: z.string().max(100) });

const SAVED_BY_ANOTHER =
  'These notes were saved in the meantime, by somebody else or by you in another tab. Yours are still here and not yet saved.';
const DAY_TAKEN = 'There is a record of a review on that day already, or of that meeting';

/** The record as it is now, hers to write in and not signed yet. */
export async function openReview(tx: Writer, viewer: Viewer, reviewId: string) {
  const review = await findReview(tx, reviewId);
  authorise(viewer, 'supervision.write', review);
  const problem = review && changeProblem(review);
  if (problem) throw problem;
  if (!review) throw new Refusal('not_found');
  return review;
}

async function refuseDay(tx: Writer, about: { id: string; trainee: string; heldOn: string; meetingId: string | null }) {
  const problem = heldOnProblem(about.heldOn, today());
  if (problem) throw new Refusal('bad_input', { fields: { heldOn: problem } });
  const other = await findReviewOf(tx, about);
  if (other && other.id !== about.id) throw new Refusal('bad_input', { fields: { heldOn: DAY_TAKEN } });
}

async function refuseMeeting(tx: Writer, { traineeId, meetingId }: { traineeId: string; meetingId: string | null }) {
  const meeting = meetingId === null ? null : await findMeeting(tx, meetingId);
  if (meetingId !== null && meeting?.traineeId !== traineeId) throw new Refusal('not_found');
  if (meeting?.cancelledAt)
    throw new Refusal('conflict', { words: 'This meeting was cancelled, so there is no record of it.' });
}

async function begin(tx: Writer, viewer: Viewer, input: z.infer<typeof beginning> & { facts: string }): Promise<void> {
  const { id, traineeId, facts } = input;
  const kept = await findReview(tx, id);
  if (kept && kept.traineeId !== traineeId) throw new Refusal('conflict');
  if (kept) return;
  const meetingId = input.meetingId || null;
  await refuseMeeting(tx, { traineeId, meetingId });
  await refuseDay(tx, { id, trainee: traineeId, heldOn: input.heldOn, meetingId });
  const at = now();
  const who = { createdBy: viewer.id, createdAt: at, savedBy: viewer.id, savedAt: at };
  await insertReview(tx, { id, traineeId, meetingId, heldOn: input.heldOn, facts, notes: '', revision: 1, ...who });
}

async function save(tx: Writer, viewer: Viewer, { reviewId, notes, basedOn, ...input }: z.infer<typeof saving>) {
  const review = await openReview(tx, viewer, reviewId);
  if (review.notes === notes && review.heldOn === input.heldOn)
    return { revision: review.revision, savedAt: review.savedAt };
  const revision = nextRevision(review.revision, basedOn, SAVED_BY_ANOTHER);
  if (review.heldOn !== input.heldOn)
    await refuseDay(tx, { id: reviewId, trainee: review.traineeId, heldOn: input.heldOn, meetingId: null });
  const savedAt = now();
  await updateReview(tx, reviewId, { notes, heldOn: input.heldOn, revision, savedBy: viewer.id, savedAt });
  return { revision, savedAt };
}

async function setReady(tx: Writer, viewer: Viewer, reviewId: string): Promise<void> {
  const review = await findReview(tx, reviewId);
  authorise(viewer, 'supervision.write', review);
  if (!review || review.readyAt !== null) return;
  if (isEmpty(review))
    throw new Refusal('conflict', {
      words: 'Write the notes or add what was agreed first. Then the record is ready to sign.',
    });
  await updateReview(tx, reviewId, { readyAt: now() });
}

async function remove(tx: Writer, viewer: Viewer, reviewId: string): Promise<string> {
  const review = await openReview(tx, viewer, reviewId);
  if (!mayRemove(viewer, review))
    throw new Refusal('conflict', {
      words:
        'Only whoever began a record can take it away, before it is ready to sign and before somebody else has written in it.',
    });
  await deleteReview(tx, reviewId);
  return review.traineeId;
}

const factsNow = (traineeId: string) =>
  read(async (db) => {
    const trainee = await findTrainee(db, traineeId);
    if (!trainee) throw new Refusal('not_found');
    return factsText(await loadReviewFacts(db, trainee));
  });

export const recordActions = {
  /** A tutor or a manager begins the record of a review; its agenda is made from the facts of today. A repeat changes nothing. */
  begin: defineAction({
    accept: 'form',
    input: beginning,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ traineeId }, _viewer, db) => findTrainee(db, traineeId),
      run: async (input, _viewer, { write }) => {
        const facts = await factsNow(input.traineeId);
        await write((tx, viewer) => begin(tx, viewer, { ...input, facts }));
        return { reviewId: input.id };
      },
    }),
  }),

  /** Keeps the notes and the day. The same again changes nothing; a version saved in the meantime is not written over. */
  save: defineAction({
    accept: 'form',
    input: saving,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async (input, _viewer, { write }) => ({
        reviewId: input.reviewId,
        ...(await write((tx, viewer) => save(tx, viewer, input))),
      }),
    }),
  }),

  /** Makes the agenda anew from the facts of today. */
  renew: defineAction({
    accept: 'form',
    input: oneReview,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async ({ reviewId }, _viewer, { write }) => {
        const review = await read((db) => findReview(db, reviewId));
        const facts = await factsNow(review?.traineeId ?? '');
        await write(async (tx, viewer) => {
          await openReview(tx, viewer, reviewId);
          await updateReview(tx, reviewId, { facts, savedBy: viewer.id, savedAt: now() });
        });
        return { reviewId };
      },
    }),
  }),

  /** Says that the record can be signed. It freezes nothing: the first signature does. */
  ready: defineAction({
    accept: 'form',
    input: oneReview,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async ({ reviewId }, _viewer, { write }) => {
        await write((tx, viewer) => setReady(tx, viewer, reviewId));
        return { reviewId };
      },
    }),
  }),

  /** Takes away a record that came to nothing: see `mayRemove`. */
  remove: defineAction({
    accept: 'form',
    input: oneReview,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async ({ reviewId }, _viewer, { write }) => ({
        traineeId: await write((tx, viewer) => remove(tx, viewer, reviewId)),
      }),
    }),
  }),
};
