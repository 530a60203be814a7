import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { NOTICE_KINDS, NOTICE_TIMES } from '#src/domain/notices/words.ts';
import { people } from './accounts.ts';
import { id, instant, isOneOf } from './columns.ts';

/**
 * Something that somebody is told of. `key` names the fact (a repeat of the same changes nothing); `traineeId` whom it concerns, so that
 * it is neither shown nor mailed once she is no longer hers; `details` is JSON: ids and figures, never anybody's words.
 */
export const notices = sqliteTable(
  'notices',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
    key: text('key').notNull(),
    traineeId: id('trainee_id').references(() => people.id),
    details: text('details').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    uniqueIndex('notices_once').on(t.personId, t.key),
    index('notices_person').on(t.personId, t.createdAt),
    index('notices_unread')
      .on(t.personId)
      .where(sql`${t.readAt} is null`),
    index('notices_created').on(t.createdAt),
    check('notices_details', sql`json_valid(${t.details})`),
  ],
);

/** What somebody chose; where there is no row, the default of the kind counts. */
export const noticeChoices = sqliteTable(
  'notice_choices',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
    time: text('time', { enum: NOTICE_TIMES }).notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] }), isOneOf('notice_choices_time', t.time, NOTICE_TIMES)],
);

/**
 * An e-mail that is to go out, or has. It is written when it is sent, from `kind` and `details`, so that whom it does not concern any
 * more gets nothing. `messageId` is made here and stays the same however often it goes. `key`: the same is never put in twice.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    /** Where it goes, if not to the address she has then: a changed address is told at the old one. */
    address: text('address'),
    kind: text('kind').notNull(),
    key: text('key').notNull().unique(),
    traineeId: id('trainee_id').references(() => people.id),
    /** JSON. A link's token never stands here in clear: it is made from the outbox row's secret when the e-mail is written. */
    details: text('details').notNull(),
    messageId: text('message_id').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    /** Not before this. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Set while it is being handed over: found set at start, it goes again under the same Message-ID. */
    startedAt: instant('started_at'),
    sentAt: instant('sent_at'),
    /** Given up, with why: refused for good, or no longer hers to know. */
    droppedAt: instant('dropped_at'),
    lastError: text('last_error'),
  },
  (t) => [
    index('outbox_waiting')
      .on(t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.droppedAt} is null`),
    index('outbox_person').on(t.personId),
    index('outbox_sent').on(t.sentAt),
    index('outbox_dropped').on(t.droppedAt),
    check('outbox_details', sql`json_valid(${t.details})`),
  ],
);

/** What the portal does by itself from time to time, and for which hour or week it last did. */
export const jobRuns = sqliteTable('job_runs', {
  name: text('name').primaryKey(),
  ranFor: text('ran_for').notNull(),
  ranAt: instant('ran_at').notNull(),
});
