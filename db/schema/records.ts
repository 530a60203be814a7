import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './accounts.ts';
import { id, instant } from './columns.ts';
import { submissions } from './portfolio.ts';

/**
 * An observation or a discussion that its trainee does not sign as it stands, and why. Insert-only; the same transaction withdraws
 * the snapshot, so that its writer changes the record and finishes another version of it.
 */
export const recordRefusals = sqliteTable(
  'record_refusals',
  {
    submissionId: id('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    refusedAt: instant('refused_at').notNull(),
  },
  (t) => [index('record_refusals_person').on(t.personId)],
);
