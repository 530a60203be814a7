import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { RECORD_GROUPS } from '#src/domain/retention/words.ts';
import { people } from './accounts.ts';
import { day, id, instant, isDay } from './columns.ts';
import { ledgerEntries } from './ledger.ts';

/** How long records of each kind are kept, a whole version each, from a day on. Insert-only. `rules` is JSON (src/domain/retention). */
export const retentionRules = sqliteTable(
  'retention_rules',
  {
    id: id().primaryKey(),
    effectiveFrom: day('effective_from').notNull(),
    rules: text('rules').notNull(),
    reason: text('reason').notNull(),
    enteredBy: id('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [isDay('retention_rules_from', t.effectiveFrom)],
);

/** That the content of a record was removed; its hash stays, here and in its row. Insert-only, and written before the content goes. */
export const contentRemovals = sqliteTable(
  'content_removals',
  {
    kind: text('kind', { enum: RECORD_GROUPS }).notNull(),
    recordId: id('record_id').notNull(),
    sha256: text('sha256'),
    /** The rule or the request it went by, in words. */
    reason: text('reason').notNull(),
    /** Null where the portal removed it because its time was over. */
    removedBy: id('removed_by').references(() => people.id),
    removedAt: instant('removed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.recordId] })],
);

/** A whole portfolio as one file to leave with, made in the background. Times in order; `failedAt` ends it too. */
export const portfolioExports = sqliteTable(
  'portfolio_exports',
  {
    id: id().primaryKey(),
    traineeId: id('trainee_id')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    ledgerSeq: integer('ledger_seq').references(() => ledgerEntries.seq),
    stepsDone: integer('steps_done').notNull().default(0),
    stepsTotal: integer('steps_total').notNull().default(0),
    readyAt: instant('ready_at'),
    failedAt: instant('failed_at'),
    sizeBytes: integer('size_bytes'),
    sha256: text('sha256'),
    /** When the file is removed from the portal. */
    expiresAt: instant('expires_at'),
    removedAt: instant('removed_at'),
  },
  (t) => [index('portfolio_exports_trainee').on(t.traineeId)],
);
