import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ACTION_OUTCOMES, CONTACT_KINDS } from '#src/domain/contacts/words.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/** One entry of the contact log. The trainee reads all of it. Insert-only: what was wrong is put right by another entry (`corrects`). */
export const contacts = sqliteTable(
  'contacts',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    writerId: id('writer_id')
      .notNull()
      .references(() => people.id),
    happenedOn: day('happened_on').notNull(),
    kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
    words: text('words').notNull(),
    /** The signal that it was about, as `kind factKey`, or empty. */
    signal: text('signal'),
    corrects: id('corrects'),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [index('contacts_trainee').on(t.traineeId, t.happenedOn), isDay('contacts_happened', t.happenedOn)],
);

/** Something that was agreed: who does it, by when. Insert-only; its end is a row of its own. */
export const contactActions = sqliteTable(
  'contact_actions',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    contactId: id('contact_id').references(() => contacts.id),
    words: text('words').notNull(),
    /** Who does it: the trainee or somebody assigned to her. */
    ownerId: id('owner_id')
      .notNull()
      .references(() => people.id),
    dueOn: day('due_on').notNull(),
    writerId: id('writer_id')
      .notNull()
      .references(() => people.id),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    index('contact_actions_trainee').on(t.traineeId, t.dueOn),
    index('contact_actions_owner').on(t.ownerId),
    isDay('contact_actions_due', t.dueOn),
  ],
);

/** How an action ended. Insert-only, one an action. */
export const contactActionEnds = sqliteTable(
  'contact_action_ends',
  {
    actionId: id('action_id')
      .primaryKey()
      .references(() => contactActions.id),
    outcome: text('outcome', { enum: ACTION_OUTCOMES }).notNull(),
    words: text('words').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    endedAt: instant('ended_at').notNull(),
  },
  (t) => [isOneOf('contact_action_ends_outcome', t.outcome, ACTION_OUTCOMES)],
);

/** A message of a tutor to a cohort, or to those of it whom a filter chose. Insert-only. */
export const messages = sqliteTable(
  'messages',
  {
    id: id().primaryKey(),
    senderId: id('sender_id')
      .notNull()
      .references(() => people.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    /** How the recipients were chosen, in words: "everybody", "late by 2 weeks or more". */
    chosen: text('chosen').notNull(),
    subject: text('subject').notNull(),
    words: text('words').notNull(),
    /** Why passages that look like a real person's may stay in it: JSON, see src/domain/personalData/answers.ts. */
    justifications: text('justifications').notNull().default('[]'),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [index('messages_cohort').on(t.cohortId, t.sentAt), index('messages_sender').on(t.senderId)],
);

/** Who got a message. `readAt`: when she opened it. */
export const messageRecipients = sqliteTable(
  'message_recipients',
  {
    id: id().primaryKey(),
    messageId: id('message_id')
      .notNull()
      .references(() => messages.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    readAt: instant('read_at'),
  },
  (t) => [index('message_recipients_trainee').on(t.traineeId), index('message_recipients_message').on(t.messageId)],
);

/**
 * What is written back to a message, by whoever got it or by its sender. It hangs on who got the message, so that there is one thread
 * for each, between these two. Insert-only.
 */
export const messageAnswers = sqliteTable(
  'message_answers',
  {
    id: id().primaryKey(),
    recipientId: id('recipient_id')
      .notNull()
      .references(() => messageRecipients.id),
    writerId: id('writer_id')
      .notNull()
      .references(() => people.id),
    words: text('words').notNull(),
    /** Why passages that look like a real person's may stay in it: as of a message. */
    justifications: text('justifications').notNull().default('[]'),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [index('message_answers_recipient').on(t.recipientId, t.writtenAt)],
);
