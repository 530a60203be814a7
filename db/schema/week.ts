import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { WEEK_PLACES } from '#src/domain/week/words.ts';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { day, id, instant, isDay } from './columns.ts';

/**
 * The week that repeats, for a cohort or for one person (whose own comes before her cohort's). `days` is JSON: seven entries
 * from Monday, in the shape of src/domain/week. `endsOn` is the first day without it. The one that began last counts.
 */
export const weekPatterns = sqliteTable(
  'week_patterns',
  {
    id: id().primaryKey(),
    cohortId: id('cohort_id').references(() => cohorts.id),
    traineeId: id('trainee_id').references(() => people.id),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    days: text('days', { mode: 'json' }).$type<unknown>().notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('week_patterns_cohort').on(t.cohortId, t.startsOn),
    index('week_patterns_trainee').on(t.traineeId, t.startsOn),
    check('week_patterns_whose', sql`(${t.cohortId} is null) <> (${t.traineeId} is null)`),
    check('week_patterns_order', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    isDay('week_patterns_starts', t.startsOn),
    isDay('week_patterns_ends', t.endsOn),
  ],
);

/** Days on which she is somewhere else than her pattern says, leave among them. `endsOn` is the last day. */
export const weekExceptions = sqliteTable(
  'week_exceptions',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    place: text('place', { enum: WEEK_PLACES }).notNull(),
    words: text('words').notNull(),
    enteredAt: instant('entered_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('week_exceptions_trainee').on(t.traineeId, t.startsOn),
    check('week_exceptions_order', sql`${t.endsOn} >= ${t.startsOn}`),
    isDay('week_exceptions_starts', t.startsOn),
    isDay('week_exceptions_ends', t.endsOn),
  ],
);

/** What a trainee adds to her week herself. Private: others see that she is busy. Times are `HH:MM` in London. */
export const appointments = sqliteTable(
  'appointments',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    day: day('day').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    title: text('title').notNull(),
    isPrivate: integer('is_private', { mode: 'boolean' }).notNull().default(true),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('appointments_trainee').on(t.traineeId, t.day),
    check('appointments_order', sql`${t.endsAt} > ${t.startsAt}`),
    isDay('appointments_day', t.day),
  ],
);

/** A private address of somebody's calendar. Only the SHA-256 of its token is kept; a new one takes back the one before. */
export const calendarAddresses = sqliteTable(
  'calendar_addresses',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    tokenHash: text('token_hash').notNull().unique(),
    madeAt: instant('made_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastReadAt: instant('last_read_at'),
  },
  (t) => [index('calendar_addresses_person').on(t.personId)],
);
