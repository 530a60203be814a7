import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  deleteAction,
  findReview,
  findReviewOfAction,
  insertAction,
  setActionDone,
  updateReview,
  type WholeReview,
} from '#db/queries/supervisionReviews.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { mayTick } from '#src/domain/supervision/parts.ts';
import { REVIEW_PARTS } from '#src/domain/supervision/words.ts';
import { ACTION_MAXIMUM_CHARACTERS, dueOnProblem, MOST_ACTIONS } from '#src/domain/supervision/writing.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { openReview } from './records.ts';
import { neededText, typedDay } from '../typedText.ts';

const agreed = z.object({
  actionId: z.uuid(),
  reviewId: z.string().max(100),
  words: neededText(ACTION_MAXIMUM_CHARACTERS, 'Say what was agreed'),
  part: z.enum(REVIEW_PARTS, { error: 'Choose who does it' }),
  dueOn: typedDay('Give the day by which it is done'),
});
const oneAction = z.object({ actionId: z.string().max(100) });

async function add(tx: Writer, viewer: Viewer, { actionId, reviewId, words, part, dueOn }: z.infer<typeof agreed>) {
  const review = await openReview(tx, viewer, reviewId);
  if (review.actions.some(({ id }) => id === actionId)) return;
  if (await findReviewOfAction(tx, actionId)) throw new Refusal('conflict');
  if (review.actions.length >= MOST_ACTIONS)
    throw new Refusal('bad_input', { fields: { words: `${MOST_ACTIONS} actions are as many as a record holds` } });
  const problem = dueOnProblem(dueOn, { heldOn: review.heldOn, today: today() });
  if (problem) throw new Refusal('bad_input', { fields: { dueOn: problem } });
  const position = Math.max(0, ...review.actions.map((action) => action.position)) + 1;
  await insertAction(tx, { id: actionId, reviewId, position, words: words.trim(), part, dueOn });
  await updateReview(tx, reviewId, { savedBy: viewer.id, savedAt: now() });
}

async function takeOut(tx: Writer, viewer: Viewer, actionId: string): Promise<string> {
  const found = await findReviewOfAction(tx, actionId);
  const { id } = await openReview(tx, viewer, found?.id ?? '');
  await deleteAction(tx, actionId);
  await updateReview(tx, id, { savedBy: viewer.id, savedAt: now() });
  return id;
}

async function tick(
  tx: Writer,
  viewer: Viewer,
  { actionId, done }: { actionId: string; done: 'yes' | 'no' },
): Promise<WholeReview> {
  const review = await findReviewOfAction(tx, actionId);
  authorise(viewer, 'supervision.sign', review);
  const action = review?.actions.find(({ id }) => id === actionId);
  if (!review || !action) throw new Refusal('not_found');
  if (!mayTick(viewer, review, action.part))
    throw new Refusal('not_allowed', { words: `The ${action.part} ticks this off, or a tutor or a manager does.` });
  if (review.readyAt === null)
    throw new Refusal('conflict', { words: 'This record is still being written. Nothing is agreed yet.' });
  if ((action.doneAt !== null) === (done === 'yes')) return review;
  await setActionDone(
    tx,
    actionId,
    done === 'yes' ? { doneAt: now(), doneBy: viewer.id } : { doneAt: null, doneBy: null },
  );
  return review;
}

export const agreedActionActions = {
  /** Notes what was agreed, who does it and by when. A repeat changes nothing. */
  addAction: defineAction({
    accept: 'form',
    input: agreed,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ reviewId }, _viewer, db) => findReview(db, reviewId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => add(tx, viewer, input));
        return { reviewId: input.reviewId };
      },
    }),
  }),

  /** Takes out what was not agreed after all, as long as nobody has signed. */
  removeAction: defineAction({
    accept: 'form',
    input: oneAction,
    handler: guarded({
      ability: 'supervision.write',
      subject: ({ actionId }, _viewer, db) => findReviewOfAction(db, actionId),
      run: async ({ actionId }, _viewer, { write }) => ({
        reviewId: await write((tx, viewer) => takeOut(tx, viewer, actionId)),
      }),
    }),
  }),

  /** Ticks off what was done, or opens it again. It is not part of what is signed. */
  tick: defineAction({
    accept: 'form',
    input: oneAction.extend({ done: z.enum(['yes', 'no']) }),
    handler: guarded({
      ability: 'supervision.sign',
      subject: ({ actionId }, _viewer, db) => findReviewOfAction(db, actionId),
      run: async (input, _viewer, { write }) => {
        const { id, traineeId } = await write((tx, viewer) => tick(tx, viewer, input));
        return { reviewId: id, traineeId };
      },
    }),
  }),
};
