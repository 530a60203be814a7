import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findPeerSession, type PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import { answerSwap, findSwap, insertSwap, type SwapRow } from '#db/queries/peerSessions/swaps.ts';
import { listTrainees } from '#db/queries/trainees.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { PEER_LIMITS } from '#src/domain/peerSessions/limits.ts';
import { answering, type SwapObstacles, swapProblem, type SwapTerms } from '#src/domain/peerSessions/swaps.ts';
import type { SwapAnswer } from '#src/domain/peerSessions/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { changeLeader, sessionFor, sessionSubjectOf } from '#src/server/peerSessions/planned.ts';
import { obstacleOn } from '#src/server/peerSessions/rota.ts';
import { tellOfSwap } from '#src/server/peerSessions/telling.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';
import { orEmpty, safeText } from '../typedText.ts';

const askForm = z.object({
  id: z.uuid(),
  sessionId: recordId,
  askedOf: orEmpty(z.string().max(100)).refine((id) => id !== '', { error: 'Choose whom you ask' }),
  inReturnId: orEmpty(z.string().max(100)),
  swapWords: safeText(PEER_LIMITS.swap).transform((text) => text.trim()),
});
type AskForm = z.infer<typeof askForm>;

interface Swap {
  readonly askedBy: string;
  readonly askedOf: string;
  readonly session: PeerSessionRow;
  readonly inReturn: PeerSessionRow | null;
}

/** What their programmes and the cohort say about a swap now. */
async function obstacles(tx: Reader, { askedBy, askedOf, session, inReturn }: Swap): Promise<SwapObstacles> {
  const trainees = await listTrainees(tx, [askedBy, askedOf]);
  const asker = trainees.find(({ traineeId }) => traineeId === askedBy);
  const asked = trainees.find(({ traineeId }) => traineeId === askedOf);
  const isHere = asked?.cohortId === session.cohortId;
  return {
    ofAsked: asked && isHere ? obstacleOn(asked, session.day) : 'not_here',
    ofAsker: asker && inReturn ? obstacleOn(asker, inReturn.day) : null,
  };
}

/** A session of the same cohort that is offered in return; null for none. Throws `bad_input` for one of another cohort. */
async function inReturnOf(tx: Reader, session: PeerSessionRow, inReturnId: string | null) {
  if (inReturnId === null || inReturnId === '') return null;
  const inReturn = await findPeerSession(tx, inReturnId);
  if (inReturn?.cohortId === session.cohortId && inReturn.id !== session.id) return inReturn;
  throw new Refusal('bad_input', { fields: { inReturnId: 'Choose a session of your cohort' } });
}

async function refuseProblem(tx: Reader, swap: Swap): Promise<void> {
  const problem = swapProblem(swap satisfies SwapTerms, await obstacles(tx, swap), today());
  if (problem === null) return;
  if (problem.field === '') throw new Refusal('conflict', { words: problem.words });
  throw new Refusal('bad_input', { fields: { [problem.field]: problem.words } });
}

const ASKER_HAS_LEFT = 'Whoever asked is in this cohort no more. The tutor chooses who leads the session.';
const ONE_IS_OPEN = 'You have asked somebody already. Take that back first, or wait for the answer.';

/** True where the form was sent before. Throws `conflict` for the id of another wish. */
async function isKept(tx: Reader, form: AskForm, viewer: Viewer): Promise<boolean> {
  const known = await findSwap(tx, form.id);
  if (known !== null && (known.askedBy !== viewer.id || known.sessionId !== form.sessionId))
    throw new Refusal('conflict');
  return known !== null;
}

async function ask(tx: Writer, form: AskForm, viewer: Viewer): Promise<void> {
  const { id, sessionId, askedOf, swapWords: words } = form;
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerSwap.ask' });
  if (await isKept(tx, form, viewer)) return;
  const inReturn = await inReturnOf(tx, session, form.inReturnId);
  await refuseProblem(tx, { askedBy: viewer.id, askedOf, session, inReturn });
  await refuseFull(tx, 'peerSwaps', sessionId);
  const terms = { id, sessionId, askedBy: viewer.id, askedOf, inReturnId: inReturn?.id ?? null };
  const isNew = await insertSwap(tx, { ...terms, words, askedAt: now() });
  if (!isNew) throw new Refusal('conflict', { words: ONE_IS_OPEN });
  await tellOfSwap(tx, askedOf, { swapId: id, session, what: 'asked' });
}

/** Who may answer a wish, or take it back, for `authorise`; null where there is none. */
async function swapSubject(db: Reader, { swapId, whose }: { swapId: string; whose: 'askedOf' | 'askedBy' }) {
  const swap = await findSwap(db, swapId);
  return swap && { cohortId: swap.cohortId, personId: swap[whose] };
}

/** The wish as it stands inside the transaction. Throws `not_found`. */
async function swapFor(
  tx: Reader,
  viewer: Viewer,
  { swapId, whose }: { swapId: string; whose: 'askedOf' | 'askedBy' },
) {
  const swap = await findSwap(tx, swapId);
  authorise(viewer, 'peerSwap.answer', swap && { cohortId: swap.cohortId, personId: swap[whose] });
  if (!swap) throw new Refusal('not_found');
  return swap;
}

const LATE: Readonly<Record<string, string>> = {
  agreed: 'You agreed to this already: the sessions have changed hands.',
  declined: 'This was declined already.',
  withdrawn: 'This is no longer asked: it was taken back, or the sessions changed hands.',
};

/** Whether there is something to do; false for a repeat. Throws `conflict` where something else was answered first. */
function isOpen({ answer: stands }: SwapRow, wanted: SwapAnswer): boolean {
  const what = answering(stands, wanted);
  if (what === 'late') throw new Refusal('conflict', { words: LATE[stands ?? ''] ?? '' });
  return what === 'do';
}

/** Both sessions change hands, as they were asked; everything is looked at again first. */
async function exchange(tx: Writer, swap: SwapRow): Promise<void> {
  const session = await findPeerSession(tx, swap.sessionId);
  if (!session) throw new Refusal('not_found');
  if (session.leaderHasLeft === 1) throw new Refusal('conflict', { words: ASKER_HAS_LEFT });
  const inReturn = await inReturnOf(tx, session, swap.inReturnId);
  await refuseProblem(tx, { askedBy: swap.askedBy, askedOf: swap.askedOf, session, inReturn });
  const by = { byId: swap.askedOf, swapId: swap.id };
  await changeLeader(tx, { session, leaderId: swap.askedOf, ...by });
  if (inReturn) await changeLeader(tx, { session: inReturn, leaderId: swap.askedBy, ...by });
}

const answerForm = z.object({
  swapId: recordId,
  answer: z.enum(['agreed', 'declined'], { error: 'Choose an answer' }),
});

async function answer(tx: Writer, form: z.infer<typeof answerForm>, viewer: Viewer): Promise<string> {
  const swap = await swapFor(tx, viewer, { swapId: form.swapId, whose: 'askedOf' });
  if (!isOpen(swap, form.answer)) return swap.sessionId;
  if (form.answer === 'agreed') await exchange(tx, swap);
  await answerSwap(tx, { id: swap.id, answer: form.answer, at: now() });
  const session = { id: swap.sessionId, cohortId: swap.cohortId };
  const what = form.answer === 'agreed' ? 'accepted' : 'declined';
  await tellOfSwap(tx, swap.askedBy, { swapId: swap.id, session, what });
  return swap.sessionId;
}

async function withdraw(tx: Writer, swapId: string, viewer: Viewer): Promise<string> {
  const swap = await swapFor(tx, viewer, { swapId, whose: 'askedBy' });
  if (!isOpen(swap, 'withdrawn')) return swap.sessionId;
  await answerSwap(tx, { id: swap.id, answer: 'withdrawn', at: now() });
  const session = { id: swap.sessionId, cohortId: swap.cohortId };
  await tellOfSwap(tx, swap.askedOf, { swapId: swap.id, session, what: 'withdrawn' });
  return swap.sessionId;
}

export const peerSwaps = {
  /** Whoever leads a session asks a colleague to take it, with a session of hers in return or without. */
  ask: defineAction({
    accept: 'form',
    input: askForm,
    handler: guarded({
      ability: 'peerSwap.ask',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async (form, _viewer, { write }) => {
        await write((tx, asker) => ask(tx, form, asker));
        return { sessionId: form.sessionId };
      },
    }),
  }),

  /** Whoever was asked agrees or declines. The first answer counts. */
  answer: defineAction({
    accept: 'form',
    input: answerForm,
    handler: guarded({
      ability: 'peerSwap.answer',
      subject: ({ swapId }, _viewer, db) => swapSubject(db, { swapId, whose: 'askedOf' }),
      run: async (form, _viewer, { write }) => ({
        sessionId: await write((tx, asked) => answer(tx, form, asked)),
        answer: form.answer,
      }),
    }),
  }),

  /** Whoever asked takes it back, as long as nobody answered. */
  withdraw: defineAction({
    accept: 'form',
    input: z.object({ swapId: recordId }),
    handler: guarded({
      ability: 'peerSwap.answer',
      subject: ({ swapId }, _viewer, db) => swapSubject(db, { swapId, whose: 'askedBy' }),
      run: async ({ swapId }, _viewer, { write }) => ({
        sessionId: await write((tx, asker) => withdraw(tx, swapId, asker)),
      }),
    }),
  }),
};
