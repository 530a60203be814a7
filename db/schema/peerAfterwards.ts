import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INTENTION_OUTCOMES, PEER_ATTENDANCE } from '#src/domain/peerSessions/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';
import { peerSessions } from './peerSessions.ts';
import { evidenceItems } from './portfolio.ts';

/** Who was there. The newest word of the leader or a tutor stands. */
export const peerAttendance = sqliteTable(
  'peer_attendance',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    attendance: text('attendance', { enum: PEER_ATTENDANCE }).notNull(),
    markedBy: id('marked_by')
      .notNull()
      .references(() => people.id),
    markedAt: instant('marked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.traineeId] }),
    index('peer_attendance_trainee').on(t.traineeId),
    isOneOf('peer_attendance_known', t.attendance, PEER_ATTENDANCE),
  ],
);

/**
 * A question for the session, asked beforehand. `askedBy` is empty where it was asked without a name: then nobody knows, the portal
 * included, and only the day is kept.
 */
export const peerQuestions = sqliteTable(
  'peer_questions',
  {
    id: id().primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    words: text('words').notNull(),
    askedBy: id('asked_by').references(() => people.id),
    askedOn: day('asked_on').notNull(),
    takenBackAt: instant('taken_back_at'),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('peer_questions_session').on(t.sessionId), isDay('peer_questions_asked', t.askedOn)],
);

/** What somebody will do differently, said after the session. One a person and session; insert-only. */
export const peerIntentions = sqliteTable(
  'peer_intentions',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    words: text('words').notNull(),
    saidAt: instant('said_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.traineeId] }), index('peer_intentions_trainee').on(t.traineeId)],
);

/** What became of it, asked a month later. Insert-only. */
export const peerIntentionReviews = sqliteTable(
  'peer_intention_reviews',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    outcome: text('outcome', { enum: INTENTION_OUTCOMES }).notNull(),
    words: text('words').notNull(),
    saidAt: instant('said_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.traineeId] }),
    isOneOf('peer_intention_reviews_outcome', t.outcome, INTENTION_OUTCOMES),
  ],
);

/** For the leader: what helped, and one suggestion. She reads it without names. Insert-only. */
export const peerFeedback = sqliteTable(
  'peer_feedback',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    helped: text('helped').notNull(),
    suggestion: text('suggestion').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.traineeId] })],
);

/** The draft of evidence that a leader made of her session. */
export const peerEvidence = sqliteTable(
  'peer_evidence',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => peerSessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    evidenceId: id('evidence_id')
      .notNull()
      .references(() => evidenceItems.id),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.traineeId] })],
);
