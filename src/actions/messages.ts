import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findReceived } from '#db/queries/messages/messages.ts';
import { MESSAGE_MAXIMUM_CHARACTERS, SUBJECT_MAXIMUM_CHARACTERS } from '#src/domain/messages/message.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { loadSelection } from '#src/server/messages/selection.ts';
import { readMessage, sendMessage } from '#src/server/messages/sending.ts';
import { read, write } from '#src/server/portal.ts';
import { checkedPlaces, withReasons } from './personalData.ts';
import { recordId } from './typedFields.ts';
import { orEmpty, typedText } from './typedText.ts';

/** Trainees on the page; more than any cohort has. */
const SHOWN_MAX = 500;
/** The filters of an address; all of them together are far shorter. */
const QUERY_MAX = 500;

const needed = (maximum: number, missing: string) =>
  typedText(maximum).refine((text) => text.trim() !== '', { error: missing });

const message = withReasons(
  z.object({
    id: z.uuid(),
    cohortId: recordId,
    query: orEmpty(z.string().max(QUERY_MAX)),
    shown: z.array(z.string().max(100)).max(SHOWN_MAX).default([]),
    subject: needed(SUBJECT_MAXIMUM_CHARACTERS, 'Say in a few words what it is about'),
    words: needed(MESSAGE_MAXIMUM_CHARACTERS, 'Write your message'),
  }),
);

export const messages = {
  /** Sends a message to a cohort, or to those of it whom filters choose. A repeat changes nothing. */
  send: defineAction({
    accept: 'form',
    input: message,
    handler: guarded({
      ability: 'message.send',
      subject: ({ cohortId }) => ({ cohortId }),
      run: async (form, viewer) => {
        const { id, cohortId, shown, subject, words } = form;
        const places = [
          { place: 'subject', text: subject },
          { place: 'words', text: words },
        ];
        const justifications = checkedPlaces(form, places);
        const query = new URLSearchParams(form.query);
        const selection = await read((db) => loadSelection(db, viewer, { cohortId, query }));
        await write((tx) =>
          sendMessage(tx, viewer, { ...selection, id, cohortId, shown, subject, words, justifications }),
        );
        return { id };
      },
    }),
  }),

  /** Somebody has read what was sent to her, and says so. A repeat changes nothing. */
  read: defineAction({
    accept: 'form',
    input: z.object({ messageId: recordId }),
    handler: guarded({
      ability: 'message.read',
      subject: ({ messageId }, viewer) => read((db) => findReceived(db, messageId, viewer.id)),
      run: async ({ messageId }, viewer) => {
        await write((tx) => readMessage(tx, viewer, messageId));
        return { messageId };
      },
    }),
  }),
};
