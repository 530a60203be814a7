import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findPeerQuestion,
  insertPeerQuestion,
  setQuestionAnswered,
  takeQuestionBack,
} from '#db/queries/peerSessions/questions.ts';
import { findPeerSession, sessionSubject } from '#db/queries/peerSessions/sessions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise, can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { keptDay, mayAskWithoutName, QUESTION_LIMITS, whyNoQuestion } from '#src/domain/peerSessions/questions.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { sessionSubjectOf } from '#src/server/peerSessions/planned.ts';
import { spendQuestion } from '#src/server/peerSessions/questionAllowance.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { checkedPlaces, withReasons } from '../personalData.ts';
import { recordId } from '../typedFields.ts';
import { neededWords } from '../typedText.ts';

const asked = withReasons(
  z.object({
    id: z.uuid(),
    sessionId: recordId,
    question: neededWords(QUESTION_LIMITS.words, 'Write your question'),
    name: z.enum(['with', 'without'], { error: 'Say whether your name stands beside it' }),
  }),
);
const oneQuestion = z.object({ questionId: recordId });

/** The session that a question is for, and the question. Throws `not_found`. */
async function questionWithSession(db: Reader, questionId: string) {
  const question = await findPeerQuestion(db, questionId);
  const session = question && (await findPeerSession(db, question.sessionId));
  if (!question || !session) throw new Refusal('not_found');
  return { question, session };
}

const subjectOfQuestion = async (db: Reader, questionId: string) =>
  sessionSubject((await questionWithSession(db, questionId)).session);

/** Keeps a question. Where it comes without a name, nothing that is written says whose it is: no person, no time, no order. */
async function ask(tx: Writer, viewer: Viewer, { id, sessionId, question, name }: z.infer<typeof asked>) {
  const session = await findPeerSession(tx, sessionId);
  authorise(viewer, 'peerSession.take', sessionSubject(session));
  if (!session) throw new Refusal('not_found');
  const named = name === 'with';
  const problem = whyNoQuestion(session, today());
  if (problem !== null) throw new Refusal('conflict', { words: problem });
  if (!named && !mayAskWithoutName(session, today()))
    throw new Refusal('bad_input', {
      fields: { name: 'On the day itself a question comes with a name: whoever is seen typing has asked' },
    });
  const words = question.trim();
  const known = await findPeerQuestion(tx, id);
  if (known && (known.sessionId !== sessionId || known.words !== words)) throw new Refusal('conflict');
  if (known) return;
  await refuseFull(tx, 'peerQuestions', sessionId);
  const askedOn = keptDay(session, { today: today(), named });
  await insertPeerQuestion(tx, { id, sessionId, words, askedBy: named ? viewer.id : null, askedOn });
}

/** Her own, or, for whoever leads, one that should not stand on a wall. */
async function takeBack(tx: Writer, viewer: Viewer, questionId: string): Promise<string> {
  const { question, session } = await questionWithSession(tx, questionId);
  const isOwn =
    question.askedBy === viewer.id && can(viewer, 'peerSession.take', sessionSubject(session) ?? { cohortId: '' });
  if (!isOwn) authorise(viewer, 'peerSession.lead', sessionSubject(session));
  await takeQuestionBack(tx, questionId, now());
  return session.id;
}

async function setAnswered(tx: Writer, viewer: Viewer, { questionId, done }: { questionId: string; done: boolean }) {
  const { question, session } = await questionWithSession(tx, questionId);
  authorise(viewer, 'peerSession.lead', sessionSubject(session));
  const isDone = question.answeredAt !== null;
  if (isDone !== done) await setQuestionAnswered(tx, questionId, done ? now() : null);
  return session.id;
}

export const peerQuestions = {
  /** Asks a question for a session beforehand, with or without a name. A repeat changes nothing. */
  ask: defineAction({
    accept: 'form',
    input: asked,
    handler: guarded({
      ability: 'peerSession.take',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async (input, viewer, { write }) => {
        // Why a passage may stay is asked and kept nowhere: it would be one more text by whoever asks without a name.
        checkedPlaces(input, [{ place: 'question', text: input.question }]);
        await spendQuestion(viewer.id);
        await write((tx, asker) => ask(tx, asker, input));
        return { sessionId: input.sessionId, name: input.name };
      },
    }),
  }),

  /** Takes out a question: her own where it has her name, or any by whoever leads. */
  takeBack: defineAction({
    accept: 'form',
    input: oneQuestion,
    handler: guarded({
      ability: 'peerSession.read',
      subject: ({ questionId }, _viewer, db) => subjectOfQuestion(db, questionId),
      run: async ({ questionId }, _viewer, { write }) => ({
        sessionId: await write((tx, member) => takeBack(tx, member, questionId)),
      }),
    }),
  }),

  /** Notes that the room has talked about a question, or has not after all. */
  setAnswered: defineAction({
    accept: 'form',
    input: oneQuestion.extend({ done: z.enum(['yes', 'no']) }),
    handler: guarded({
      ability: 'peerSession.lead',
      subject: ({ questionId }, _viewer, db) => subjectOfQuestion(db, questionId),
      run: async ({ questionId, done }, _viewer, { write }) => ({
        sessionId: await write((tx, leader) => setAnswered(tx, leader, { questionId, done: done === 'yes' })),
      }),
    }),
  }),
};
