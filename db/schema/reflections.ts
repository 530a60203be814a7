import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/** What a trainee wrote for herself. `revision` goes up by one at each save, so that two tabs cannot overwrite each other unnoticed. */
export const reflections = sqliteTable(
  'reflections',
  {
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    moduleId: text('module_id').notNull(),
    text: text('text').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId] })],
);
