import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { PEER_FORMATS, PEER_ROLES, SWAP_ANSWERS } from '#src/domain/peerSessions/words.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/** A monthly session of a cohort that a trainee leads. Times are `HH:MM` in London. Written by its leader and the cohort's tutors. */
export const peerSessions = sqliteTable(
  'peer_sessions',
  {
    id: id().primaryKey(),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    day: day('day').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    place: text('place').notNull(),
    /** Null until the leader chose one. */
    format: text('format', { enum: PEER_FORMATS }),
    title: text('title').notNull().default(''),
    /** What people should take away. */
    aim: text('aim').notNull().default(''),
    /** What may be hard to hear, told before; empty: the leader said that there is nothing. Null: not said yet. */
    contentNote: text('content_note'),
    /** A guest by name of the service and job, never of a private person: "drugs charity, outreach worker". */
    guest: text('guest').notNull().default(''),
    /** Why passages that look like somebody’s may stand in its words: JSON of kinds and reasons, never the passages. */
    reasons: text('reasons').notNull().default('[]'),
    revision: integer('revision').notNull(),
    savedBy: id('saved_by')
      .notNull()
      .references(() => people.id),
    savedAt: instant('saved_at').notNull(),
    /** When the leader closed it: attendance is whole, people are asked what they take away. */
    heldAt: instant('held_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: id('cancelled_by').references(() => people.id),
    cancelReason: text('cancel_reason'),
  },
  (t) => [
    index('peer_sessions_cohort').on(t.cohortId, t.day),
    check('peer_sessions_order', sql`${t.endsAt} > ${t.startsAt}`),
    isDay('peer_sessions_day', t.day),
  ],
);

/** Who does what in a session, since when. A swap ends one row and begins another, so the rota keeps its history. */
export const peerParts = sqliteTable(
  'peer_parts',
  {
    id: id().primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: PEER_ROLES }).notNull(),
    givenBy: id('given_by')
      .notNull()
      .references(() => people.id),
    givenAt: instant('given_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('peer_parts_trainee').on(t.traineeId),
    uniqueIndex('peer_parts_one_leader')
      .on(t.sessionId)
      .where(sql`${t.role} = 'leader' and ${t.endedAt} is null`),
    uniqueIndex('peer_parts_once')
      .on(t.sessionId, t.traineeId, t.role)
      .where(sql`${t.endedAt} is null`),
    isOneOf('peer_parts_role', t.role, PEER_ROLES),
  ],
);

/** A leader asks another to take her session, and offers to take hers (`inReturnId`), or nothing. */
export const peerSwaps = sqliteTable(
  'peer_swaps',
  {
    id: id().primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    askedBy: id('asked_by')
      .notNull()
      .references(() => people.id),
    askedOf: id('asked_of')
      .notNull()
      .references(() => people.id),
    inReturnId: id('in_return_id').references(() => peerSessions.id),
    words: text('words').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer', { enum: SWAP_ANSWERS }),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('peer_swaps_session').on(t.sessionId),
    index('peer_swaps_asked').on(t.askedOf),
    uniqueIndex('peer_swaps_one_open')
      .on(t.sessionId)
      .where(sql`${t.answer} is null`),
    check('peer_swaps_two', sql`${t.askedBy} <> ${t.askedOf}`),
    check('peer_swaps_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** What of the preparation is done. `item` names an entry of the format's checklist in src/content/peer-sessions. */
export const peerPreparations = sqliteTable(
  'peer_preparations',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    item: text('item').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    doneAt: instant('done_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.item] })],
);

/** Something to read or to have at hand: words, or an address of a public page. */
export const peerMaterials = sqliteTable(
  'peer_materials',
  {
    id: id().primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    title: text('title').notNull(),
    words: text('words').notNull(),
    address: text('address'),
    /** As in `peerSessions`. */
    reasons: text('reasons').notNull().default('[]'),
    addedBy: id('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [index('peer_materials_session').on(t.sessionId)],
);
