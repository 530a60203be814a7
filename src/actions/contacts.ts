import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findContactAction } from '#db/queries/contacts/contacts.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import {
  ACTION_MAXIMUM_CHARACTERS,
  CONTACT_MAXIMUM_CHARACTERS,
  END_MAXIMUM_CHARACTERS,
} from '#src/domain/contacts/writing.ts';
import { ACTION_OUTCOMES, CONTACT_KINDS } from '#src/domain/contacts/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { addAction, endAction, writeContact } from '#src/server/contacts/writing.ts';
import { dayOrEmpty, recordId } from './typedFields.ts';
import { neededText, orEmpty, safeText, typedDay } from './typedText.ts';

const agreed = z.object({
  actionId: z.uuid(),
  action: safeText(ACTION_MAXIMUM_CHARACTERS),
  ownerId: orEmpty(z.string().max(100)),
  dueOn: dayOrEmpty('Give the day by which it is done'),
});

const entry = agreed.extend({
  id: z.uuid(),
  traineeId: recordId,
  happenedOn: typedDay('Give the day of the contact'),
  kind: z.enum(CONTACT_KINDS, { error: 'Choose how you were in touch' }),
  words: neededText(CONTACT_MAXIMUM_CHARACTERS, 'Say in a few words what it was about'),
  signal: orEmpty(z.string().max(1000)),
  corrects: orEmpty(z.string().max(100)),
});

export const contacts = {
  /** Writes down a contact, or what puts an earlier entry right, and what was agreed. A repeat changes nothing. */
  write: defineAction({
    accept: 'form',
    input: entry,
    handler: guarded({
      ability: 'contact.write',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => writeContact(tx, viewer, input));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** Notes something that was agreed apart from an entry. A repeat changes nothing. */
  addAction: defineAction({
    accept: 'form',
    input: agreed.extend({
      traineeId: recordId,
      action: neededText(ACTION_MAXIMUM_CHARACTERS, 'Say what will be done'),
    }),
    handler: guarded({
      ability: 'contact.write',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => addAction(tx, viewer, input));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** Ends an action as done or as not needed any more; the tutor any, the trainee her own. The first end stands. */
  endAction: defineAction({
    accept: 'form',
    input: z.object({
      endedId: recordId,
      outcome: z.enum(ACTION_OUTCOMES, { error: 'Choose how it ended' }),
      endWords: safeText(END_MAXIMUM_CHARACTERS),
    }),
    handler: guarded({
      ability: 'contactAction.end',
      subject: ({ endedId }, _viewer, db) => findContactAction(db, endedId),
      run: async (input, _viewer, { write }) => ({
        traineeId: await write((tx, viewer) => endAction(tx, viewer, input)),
      }),
    }),
  }),
};
