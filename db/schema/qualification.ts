import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';

/**
 * Units and criteria that an administrator brought in, a whole version each, from a day on. Insert-only. Before the first of them the
 * file in src/content/qualification counts. `units` is JSON in the shape of `src/domain/portfolio/qualification.ts`.
 */
export const qualificationVersions = sqliteTable(
  'qualification_versions',
  {
    version: text('version').primaryKey(),
    label: text('label').notNull(),
    notice: text('notice').notNull(),
    units: text('units').notNull(),
    effectiveFrom: day('effective_from').notNull(),
    importedBy: id('imported_by')
      .notNull()
      .references(() => people.id),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [isDay('qualification_versions_from', t.effectiveFrom)],
);

/**
 * What became of a criterion in the next version. Insert-only. `newId` null: it was dropped. `carries`: what was signed or met under
 * the old wording counts under the new one; else it must be looked at again. One old criterion may become several.
 */
export const criterionMappings = sqliteTable(
  'criterion_mappings',
  {
    id: id().primaryKey(),
    fromVersion: text('from_version').notNull(),
    toVersion: text('to_version')
      .notNull()
      .references(() => qualificationVersions.version),
    oldId: text('old_id').notNull(),
    newId: text('new_id'),
    carries: integer('carries', { mode: 'boolean' }).notNull(),
  },
  (t) => [index('criterion_mappings_to').on(t.toVersion)],
);
