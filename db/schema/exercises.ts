import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ExerciseWork } from '#src/domain/exercises/work.ts';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/**
 * What a trainee did with one exercise of a module, as it stands now: her ways through a scenario, her last try at sorting or
 * ordering, her words about two accounts. `revision` goes up by one at each change, so that two tabs cannot overwrite each
 * other unnoticed. Hers alone.
 */
export const exerciseWork = sqliteTable(
  'exercise_work',
  {
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    exerciseId: text('exercise_id').notNull(),
    moduleId: text('module_id').notNull(),
    exerciseVersion: text('exercise_version').notNull(),
    work: text('work', { mode: 'json' }).$type<ExerciseWork>().notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** When it was first brought to an end; stands whatever is tried afterwards. */
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.traineeId, t.exerciseId] })],
);
