import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

const traineeAndModule = () => ({
  traineeId: id('trainee_id')
    .notNull()
    .references(() => people.id),
  moduleId: text('module_id').notNull(),
});

/** The first time a trainee opened a module. */
export const moduleOpenings = sqliteTable(
  'module_openings',
  { ...traineeAndModule(), openedAt: instant('opened_at').notNull() },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId] })],
);

/** Sections a trainee says she has read. Taking a tick back deletes the row. */
export const sectionTicks = sqliteTable(
  'section_ticks',
  { ...traineeAndModule(), sectionId: text('section_id').notNull(), tickedAt: instant('ticked_at').notNull() },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId, t.sectionId] })],
);

/** Where a trainee left off, by section, whatever device she used. */
export const readingPositions = sqliteTable(
  'reading_positions',
  { ...traineeAndModule(), sectionId: text('section_id').notNull(), movedAt: instant('moved_at').notNull() },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId] })],
);

/** The fact that a module was done, written once when its rule is first met. Insert-only. */
export const moduleCompletions = sqliteTable(
  'module_completions',
  {
    ...traineeAndModule(),
    moduleVersion: text('module_version').notNull(),
    completedAt: instant('completed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId] })],
);

/** That a trainee who had finished a module has read what changed in it up to a version. A repeat changes nothing. */
export const moduleChangeReadings = sqliteTable(
  'module_change_readings',
  { ...traineeAndModule(), moduleVersion: text('module_version').notNull(), readAt: instant('read_at').notNull() },
  (t) => [primaryKey({ columns: [t.traineeId, t.moduleId, t.moduleVersion] })],
);
