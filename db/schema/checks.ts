import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/** One answered knowledge check. `answers` is question id -> chosen option ids. Insert-only. */
export const checkAttempts = sqliteTable(
  'check_attempts',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    moduleId: text('module_id').notNull(),
    checkId: text('check_id').notNull(),
    checkVersion: text('check_version').notNull(),
    /** The version of the module that was being read; null for attempts from before it was kept. */
    moduleVersion: text('module_version'),
    answers: text('answers', { mode: 'json' }).$type<Record<string, string[]>>().notNull(),
    correctCount: integer('correct_count').notNull(),
    questionCount: integer('question_count').notNull(),
    attemptedAt: instant('attempted_at').notNull(),
  },
  (t) => [index('check_attempts_trainee').on(t.traineeId, t.moduleId)],
);
