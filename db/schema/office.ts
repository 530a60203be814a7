import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { OFFICE_SETTINGS } from '#src/domain/office/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay, isOneOf } from './columns.ts';

/**
 * What the office set instead of the defaults in src/content: a whole version each, from a day on. Insert-only, and never from
 * a day that is over, so that the past stays as it was worked out. `value` is JSON in the shape of its kind (src/domain/office).
 */
export const officeSettings = sqliteTable(
  'office_settings',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: OFFICE_SETTINGS }).notNull(),
    effectiveFrom: day('effective_from').notNull(),
    value: text('value').notNull(),
    reason: text('reason').notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('office_settings_kind').on(t.kind, t.effectiveFrom),
    isOneOf('office_settings_kind_known', t.kind, OFFICE_SETTINGS),
    isDay('office_settings_from', t.effectiveFrom),
  ],
);
