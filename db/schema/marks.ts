import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/**
 * A trainee's own mark in a module: a bookmark on a section where `quote` is empty, else a highlighted passage, each with a note
 * that may be empty. The passage is kept as its words with some of those before and after, so that it is found again after an
 * edit of the module, or known to be gone. Hers alone; taking it away deletes the row.
 */
export const marks = sqliteTable(
  'marks',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    moduleId: text('module_id').notNull(),
    moduleVersion: text('module_version').notNull(),
    sectionId: text('section_id').notNull(),
    quote: text('quote').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    note: text('note').notNull(),
    revision: integer('revision').notNull(),
    markedAt: instant('marked_at').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('marks_trainee').on(t.traineeId, t.moduleId)],
);
