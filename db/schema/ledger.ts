import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/**
 * The sign-off ledger. Insert-only and chained: `hash` is over a versioned label, `prevHash` and `body`.
 * `body` is canonical JSON, kept as it was hashed and never rebuilt. Hashes in hex, `signature` in base64 (Ed25519 over `hash`).
 */
export const ledgerEntries = sqliteTable('ledger_entries', {
  seq: integer('seq').primaryKey(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull().unique(),
  body: text('body').notNull(),
  keyId: text('key_id').notNull(),
  signature: text('signature').notNull(),
  recordedAt: instant('recorded_at').notNull(),
});
