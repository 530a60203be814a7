import type { Writer } from '#db/client.ts';
import { auditEntries } from '#db/schema/index.ts';

/** An entry of the audit as it is written: `details` holds ids, days and closed lists, never free words and never an address. */
export type NewAuditEntry = Omit<typeof auditEntries.$inferInsert, 'details'> & {
  readonly details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** Writes what was done, in the transaction in which it is done. An entry with an id that is there already changes nothing. */
export async function insertAuditEntries(tx: Writer, entries: readonly NewAuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insert(auditEntries)
    .values(entries.map((entry) => ({ ...entry, details: JSON.stringify(entry.details) })))
    .onConflictDoNothing();
}
