import { sql } from 'drizzle-orm';
import { check, index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PAUSE_REASONS } from '#src/domain/programme/words.ts';
import { people } from './accounts.ts';
import { day, id, isDay } from './columns.ts';

/** A trainee's place on a route. `routeId` names a file in src/content/programme. */
export const enrolments = sqliteTable(
  'enrolments',
  {
    traineeId: id('trainee_id')
      .primaryKey()
      .references(() => people.id),
    routeId: text('route_id').notNull(),
    startedOn: day('started_on').notNull(),
    hoursPerWeek: real('hours_per_week').notNull(),
  },
  (t) => [
    isDay('enrolments_started', t.startedOn),
    check('enrolments_hours', sql`${t.hoursPerWeek} > 0 and ${t.hoursPerWeek} <= 37`),
  ],
);

/** A time in which the programme stands still. `endsOn` is the first day back; empty while it lasts. */
export const programmePauses = sqliteTable(
  'programme_pauses',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason', { enum: PAUSE_REASONS }).notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
  },
  (t) => [
    index('programme_pauses_trainee').on(t.traineeId),
    check('programme_pauses_order', sql`${t.endsOn} is null or ${t.endsOn} > ${t.startsOn}`),
    isDay('programme_pauses_starts', t.startsOn),
    isDay('programme_pauses_ends', t.endsOn),
  ],
);
