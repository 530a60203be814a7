import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AUDIT_ACTS } from '#src/domain/audit/words.ts';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';

/**
 * What was done to accounts, places in the programme and assignments, by whom. Insert-only. `actorId` is empty where the portal did it by
 * itself, or somebody without a session (a reset). `details` is JSON: ids, days and closed lists, never free words.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: id().primaryKey(),
    at: instant('at').notNull(),
    actorId: id('actor_id').references(() => people.id),
    act: text('act', { enum: AUDIT_ACTS }).notNull(),
    /** Whose account, place or assignment. */
    personId: id('person_id').references(() => people.id),
    cohortId: id('cohort_id'),
    details: text('details').notNull(),
  },
  (t) => [
    index('audit_entries_at').on(t.at),
    index('audit_entries_person').on(t.personId, t.at),
    index('audit_entries_actor').on(t.actorId),
    check('audit_entries_details', sql`json_valid(${t.details})`),
  ],
);
