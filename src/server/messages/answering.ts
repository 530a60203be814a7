import { findAnswer, findThread, insertAnswer, type ThreadAsked } from '#db/queries/messages/answers.ts';
import { setMessageRead } from '#db/queries/messages/messages.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { answerProblem, type Thread } from '#src/domain/messages/thread.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { notify } from '../notices/notify.ts';
import { now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';

/** The thread of one of those who got a message, as it stands today; null where it was not sent to her. One query. */
export const loadThread = (db: Reader, asked: Omit<ThreadAsked, 'day'>): Promise<Thread | null> =>
  findThread(db, { ...asked, day: today() });

export interface TypedAnswer {
  /** Made when the form was shown: sent twice, it is kept once. */
  readonly id: string;
  readonly messageId: string;
  readonly traineeId: string;
  readonly words: string;
  readonly justifications: readonly Justification[];
}

/**
 * Keeps what one of the two writes, tells the other, and notes that whoever answers has read the message. `viewer`: as she is inside
 * the transaction. A repeat changes nothing. Throws `not_found`, `bad_input`, `conflict`.
 */
export async function writeAnswer(tx: Writer, viewer: Viewer, typed: TypedAnswer): Promise<void> {
  const { id, messageId, traineeId, words, justifications } = typed;
  const thread = await loadThread(tx, { messageId, traineeId });
  authorise(viewer, 'message.answer', thread);
  if (!thread) throw new Refusal('not_found');
  const { recipientId } = thread;
  const kept = await findAnswer(tx, id);
  if (kept?.recipientId === recipientId && kept.writerId === viewer.id) return;
  if (kept) throw new Refusal('conflict');
  const problem = answerProblem(thread, viewer.id);
  if (problem !== null) throw new Refusal('bad_input', { words: problem });
  await refuseFull(tx, 'messageAnswers', recipientId);
  await insertAnswer(tx, {
    ...{ id, recipientId, writerId: viewer.id, words: words.trim(), writtenAt: now() },
    justifications: JSON.stringify(justifications),
  });
  if (viewer.id === traineeId) await setMessageRead(tx, { messageId, traineeId, at: now() });
  await tellOther(tx, viewer, { thread, answerId: id });
}

async function tellOther(
  tx: Writer,
  viewer: Viewer,
  { thread, answerId }: { thread: Thread; answerId: string },
): Promise<void> {
  const { traineeId, senderId, messageId } = thread;
  const personId = viewer.id === traineeId ? senderId : traineeId;
  const told = { kind: 'message-answer', key: `answer:${answerId}`, traineeId, details: { messageId } } as const;
  await notify(tx, [{ ...told, personId }]);
}
