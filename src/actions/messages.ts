import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findReceived } from '#db/queries/messages/messages.ts';
import {
  ANSWER_MAXIMUM_CHARACTERS,
  MESSAGE_MAXIMUM_CHARACTERS,
  SUBJECT_MAXIMUM_CHARACTERS,
} from '#src/domain/messages/message.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { loadThread, writeAnswer } from '#src/server/messages/answering.ts';
import { loadSelection } from '#src/server/messages/selection.ts';
import { readMessage, sendMessage } from '#src/server/messages/sending.ts';
import { read } from '#src/server/portal.ts';
import { checkedPlaces, withReasons } from './personalData.ts';
import { recordId, ticked } from './typedFields.ts';
import { neededWords, orEmpty } from './typedText.ts';

/** Trainees on the page; more than any cohort has. */
const SHOWN_MAX = 500;
/** The filters of an address; all of them together are far shorter. */
const QUERY_MAX = 500;

const message = withReasons(
  z.object({
    id: z.uuid(),
    cohortId: recordId,
    query: orEmpty(z.string().max(QUERY_MAX)),
    shown: z.array(z.string().max(100)).max(SHOWN_MAX).default([]),
    subject: neededWords(SUBJECT_MAXIMUM_CHARACTERS, 'Say in a few words what it is about'),
    words: neededWords(MESSAGE_MAXIMUM_CHARACTERS, 'Write your message'),
    again: ticked,
  }),
);

const answer = withReasons(
  z.object({
    id: z.uuid(),
    messageId: recordId,
    traineeId: recordId,
    words: neededWords(ANSWER_MAXIMUM_CHARACTERS, 'Write what you want to say'),
  }),
);

export const messages = {
  /**
   * Sends a message to a cohort, or to those of it whom filters choose. A repeat changes nothing; the same once more under another id
   * waits for `again`.
   */
  send: defineAction({
    accept: 'form',
    input: message,
    handler: guarded({
      ability: 'message.send',
      subject: ({ cohortId }) => ({ cohortId }),
      run: async (form, viewer, { write }) => {
        const { id, cohortId, shown, subject, words, again } = form;
        const places = [
          { place: 'subject', text: subject },
          { place: 'words', text: words },
        ];
        const justifications = checkedPlaces(form, places);
        const query = new URLSearchParams(form.query);
        const selection = await read((db) => loadSelection(db, viewer, { cohortId, query }));
        await write((tx, sender) =>
          sendMessage(tx, sender, { ...selection, id, cohortId, shown, subject, words, justifications, again }),
        );
        return { id };
      },
    }),
  }),

  /** Writes back to a message, or to who answered one: between one of those who got it and its sender. A repeat changes nothing. */
  answer: defineAction({
    accept: 'form',
    input: answer,
    handler: guarded({
      ability: 'message.answer',
      subject: ({ messageId, traineeId }, _viewer, db) => loadThread(db, { messageId, traineeId }),
      run: async (form, _viewer, { write }) => {
        const { id, messageId, traineeId, words } = form;
        const justifications = checkedPlaces(form, [{ place: 'words', text: words }]);
        await write((tx, writer) => writeAnswer(tx, writer, { id, messageId, traineeId, words, justifications }));
        return { messageId, traineeId };
      },
    }),
  }),

  /** Somebody has read what was sent to her, and says so. A repeat changes nothing. */
  read: defineAction({
    accept: 'form',
    input: z.object({ messageId: recordId }),
    handler: guarded({
      ability: 'message.read',
      subject: ({ messageId }, viewer, db) => findReceived(db, messageId, viewer.id),
      run: async ({ messageId }, _viewer, { write }) => {
        await write((tx, reader) => readMessage(tx, reader, messageId));
        return { messageId };
      },
    }),
  }),
};
