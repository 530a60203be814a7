import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { REVIEW_PARTS } from '#src/domain/supervision/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';
import { ledgerEntries } from './ledger.ts';

/** A supervision meeting of trainee, tutor and manager that was planned. `startsAt` is `HH:MM` in London. */
export const supervisionMeetings = sqliteTable(
  'supervision_meetings',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    day: day('day').notNull(),
    startsAt: text('starts_at').notNull(),
    plannedBy: id('planned_by')
      .notNull()
      .references(() => people.id),
    plannedAt: instant('planned_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: id('cancelled_by').references(() => people.id),
    cancelReason: text('cancel_reason'),
  },
  (t) => [index('supervision_meetings_trainee').on(t.traineeId, t.day), isDay('supervision_meetings_day', t.day)],
);

/**
 * The record of a meeting. `facts` is JSON: the agenda as it was made from the facts on that day, kept with the record.
 * Written until the first signature; from then on nothing of it changes. `readyAt`: when a writer said that it can be signed.
 */
export const supervisionReviews = sqliteTable(
  'supervision_reviews',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    meetingId: id('meeting_id').references(() => supervisionMeetings.id),
    heldOn: day('held_on').notNull(),
    facts: text('facts').notNull(),
    notes: text('notes').notNull(),
    revision: integer('revision').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => people.id),
    savedAt: instant('saved_at').notNull(),
    readyAt: instant('ready_at'),
  },
  (t) => [index('supervision_reviews_trainee').on(t.traineeId, t.heldOn), isDay('supervision_reviews_held', t.heldOn)],
);

/** What was agreed, by whom it is done and by when. Doing it is noted later and is not part of what is signed. */
export const supervisionActions = sqliteTable(
  'supervision_actions',
  {
    id: id().primaryKey(),
    reviewId: id('review_id')
      .notNull()
      .references(() => supervisionReviews.id),
    position: integer('position').notNull(),
    words: text('words').notNull(),
    part: text('part', { enum: REVIEW_PARTS }).notNull(),
    dueOn: day('due_on').notNull(),
    doneAt: instant('done_at'),
    doneBy: id('done_by').references(() => people.id),
  },
  (t) => [
    index('supervision_actions_review').on(t.reviewId),
    isOneOf('supervision_actions_part', t.part, REVIEW_PARTS),
    isDay('supervision_actions_due', t.dueOn),
  ],
);

/** A signature under a review, one for each part. Insert-only. `sha256` is over the canonical text of what was signed, in hex. */
export const supervisionSignatures = sqliteTable(
  'supervision_signatures',
  {
    reviewId: id('review_id')
      .notNull()
      .references(() => supervisionReviews.id),
    part: text('part', { enum: REVIEW_PARTS }).notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    sha256: text('sha256').notNull(),
    signedAt: instant('signed_at').notNull(),
    ledgerSeq: integer('ledger_seq')
      .notNull()
      .unique()
      .references(() => ledgerEntries.seq),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.part] }), isOneOf('supervision_signatures_part', t.part, REVIEW_PARTS)],
);
