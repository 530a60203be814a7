import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/**
 * Somebody has seen a matter that was put before her: `matter` is its kind and id, as in `over-limit:ID`. Insert-only.
 * Everything that waits to be seen is worked out from facts; only having seen it is kept.
 */
export const acknowledgements = sqliteTable(
  'acknowledgements',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    matter: text('matter').notNull(),
    acknowledgedAt: instant('acknowledged_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.matter] })],
);
