import {
  findMessage,
  findReceived,
  insertMessage,
  listMembers,
  listSentAlike,
  setMessageRead,
} from '#db/queries/messages/messages.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { sameRecipients, SENT_AGAIN_MINUTES, sentAgainProblem } from '#src/domain/messages/message.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { notify } from '../notices/notify.ts';
import { now } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { tutorNow } from '../viewerNow.ts';
import type { Selection } from './selection.ts';

export interface SentMessage {
  /** Made when the form was shown: sent twice, it goes out once. */
  readonly id: string;
  readonly cohortId: string;
  /** The trainees on the page that was sent. */
  readonly shown: readonly string[];
  readonly subject: string;
  readonly words: string;
  readonly justifications: readonly Justification[];
  /** She says that those who got the very same a little while ago should get it once more. */
  readonly again: boolean;
}

const OTHERS = 'Who gets this message has changed after the page was shown. Look at the names again, then send it.';

interface ToSend {
  readonly senderId: string;
  readonly subject: string;
  readonly words: string;
  readonly recipients: readonly string[];
}

/**
 * Throws `bad_input` where the same words went to the same people a little while ago. Somebody who goes back after sending finds a form
 * with her words in it and with an id of its own, which is no repeat to `findMessage`.
 */
async function refuseSentBefore(tx: Writer, { recipients, ...message }: ToSend): Promise<void> {
  const since = new Date(now().getTime() - SENT_AGAIN_MINUTES * 60_000);
  const problem = sentAgainProblem(await listSentAlike(tx, { ...message, since }), recipients);
  if (problem !== null) throw new Refusal('bad_input', { fields: { again: problem } });
}

/**
 * Keeps a message and tells everybody who gets it: exactly those who were shown, who are those that the filters choose now and in the
 * cohort still. A repeat changes nothing. Throws `bad_input`, `conflict` where they are others, `not_found`.
 */
export async function sendMessage(tx: Writer, viewer: Viewer, sent: SentMessage & Selection): Promise<void> {
  const { id, cohortId, shown, chosen, recipients } = sent;
  const sender = authorise(await tutorNow(tx, viewer), 'message.send', { cohortId });
  const kept = await findMessage(tx, id);
  if (kept?.senderId === viewer.id && kept.cohortId === cohortId) return;
  if (kept) throw new Refusal('conflict');
  const members = new Set((await listMembers(tx, sender, cohortId)).map(({ traineeId }) => traineeId));
  const toSend = recipients.map(({ traineeId }) => traineeId).filter((traineeId) => members.has(traineeId));
  if (toSend.length === 0) throw new Refusal('bad_input', { words: 'Nobody would get this message. Choose others.' });
  if (!sameRecipients(shown, toSend)) throw new Refusal('conflict', { words: OTHERS });
  const message = { senderId: viewer.id, subject: sent.subject.trim(), words: sent.words.trim(), recipients: toSend };
  if (!sent.again) await refuseSentBefore(tx, message);
  await refuseFull(tx, 'messages', viewer.id);
  const justifications = JSON.stringify(sent.justifications);
  await insertMessage(tx, { ...message, id, cohortId, chosen, justifications, sentAt: now() });
  await notify(
    tx,
    toSend.map((traineeId) => ({
      ...{ personId: traineeId, kind: 'message' as const, key: `message:${id}`, traineeId, details: { messageId: id } },
    })),
  );
}

/** Notes that somebody has read what was sent to her. The first time counts. Throws `not_found`. */
export async function readMessage(tx: Writer, viewer: Viewer, messageId: string): Promise<void> {
  authorise(viewer, 'message.read', await findReceived(tx, messageId, viewer.id));
  await setMessageRead(tx, { messageId, traineeId: viewer.id, at: now() });
}
