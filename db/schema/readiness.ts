import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { READINESS_KINDS } from '#src/domain/readiness/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/** What she has ready before her first home visit, or before she works alone. Which training is done is worked out from modules. */
export const readinessChecks = sqliteTable(
  'readiness_checks',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: READINESS_KINDS }).notNull(),
    /** The day on which she went along with a colleague, and with whom, by job. */
    shadowedOn: day('shadowed_on'),
    shadowedWith: text('shadowed_with').notNull(),
    buddy: text('buddy').notNull(),
    checkIn: text('check_in').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('readiness_checks_trainee').on(t.traineeId), isDay('readiness_checks_shadowed', t.shadowedOn)],
);

/** The manager agrees to what stood there at a revision. Insert-only: a later change asks for it again. */
export const readinessAgreements = sqliteTable(
  'readiness_agreements',
  {
    checkId: id('check_id')
      .notNull()
      .references(() => readinessChecks.id),
    revision: integer('revision').notNull(),
    managerId: id('manager_id')
      .notNull()
      .references(() => people.id),
    agreedAt: instant('agreed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.checkId, t.revision] })],
);
