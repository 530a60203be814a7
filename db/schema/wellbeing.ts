import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/**
 * A monthly check-in: three answers from 1 to 5 and words. Hers alone until `sharedAt`, and again once it is taken back.
 * `month` is `YYYY-MM`.
 */
export const wellbeingChecks = sqliteTable(
  'wellbeing_checks',
  {
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    month: text('month').notNull(),
    workload: integer('workload').notNull(),
    support: integer('support').notNull(),
    balance: integer('balance').notNull(),
    words: text('words').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
    sharedAt: instant('shared_at'),
  },
  (t) => [
    primaryKey({ columns: [t.traineeId, t.month] }),
    check('wellbeing_checks_month', sql`${t.month} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`),
    check(
      'wellbeing_checks_answers',
      sql`${t.workload} between 1 and 5 and ${t.support} between 1 and 5 and ${t.balance} between 1 and 5`,
    ),
  ],
);
