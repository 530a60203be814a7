import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { LOSS_CAUSES, STUDY_PARTS } from '#src/domain/studyTime/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/** Study time that was planned. */
export const studySessions = sqliteTable(
  'study_sessions',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    day: day('day').notNull(),
    minutes: integer('minutes').notNull(),
    part: text('part', { enum: STUDY_PARTS }).notNull(),
    startsAt: text('starts_at'),
    /** The session whose lost time this one makes up. */
    makesUp: id('makes_up'),
    /** False for time studied without a plan. */
    isPlanned: integer('is_planned', { mode: 'boolean' }).notNull().default(true),
    plannedAt: instant('planned_at').notNull(),
    /** Counts the times that it was moved or changed. */
    revision: integer('revision').notNull(),
    /** Taken out of the plan before its day: it counts for nothing. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('study_sessions_trainee').on(t.traineeId, t.day),
    check('study_sessions_minutes', sql`${t.minutes} between 1 and 720`),
    isDay('study_sessions_day', t.day),
  ],
);

/** What became of a session: taken and lost minutes add up to those planned. Insert-only; the newest (highest number) stands, earlier ones stay to be read. */
export const studyRecords = sqliteTable(
  'study_records',
  {
    id: id().primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => studySessions.id),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    number: integer('number').notNull(),
    takenMinutes: integer('taken_minutes').notNull(),
    lostMinutes: integer('lost_minutes').notNull(),
    cause: text('cause', { enum: LOSS_CAUSES }),
    words: text('words').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    index('study_records_session').on(t.sessionId, t.number),
    index('study_records_trainee').on(t.traineeId),
    check('study_records_minutes', sql`${t.takenMinutes} >= 0 and ${t.lostMinutes} >= 0`),
    check('study_records_cause', sql`(${t.lostMinutes} > 0) = (${t.cause} is not null)`),
  ],
);
