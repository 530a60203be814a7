import { desc, eq, gt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { ledgerEntries } from '#db/schema/ledger.ts';

/** A row of the sign-off ledger. */
export type Entry = typeof ledgerEntries.$inferSelect;

/** The last entry, or null while the ledger is empty. */
export async function findLastEntry(db: Reader | Writer): Promise<Entry | null> {
  const [entry] = await db.select().from(ledgerEntries).orderBy(desc(ledgerEntries.seq)).limit(1);
  return entry ?? null;
}

/** The hash of one entry, or null. */
export async function findHash(db: Reader, seq: number): Promise<string | null> {
  const [entry] = await db.select({ hash: ledgerEntries.hash }).from(ledgerEntries).where(eq(ledgerEntries.seq, seq));
  return entry?.hash ?? null;
}

/** The newest entries after one, at most `limit`, oldest first. */
export async function listEntriesAfter(db: Reader, seq: number, limit: number): Promise<Entry[]> {
  const query = db.select().from(ledgerEntries).where(gt(ledgerEntries.seq, seq));
  return (await query.orderBy(desc(ledgerEntries.seq)).limit(limit)).reverse();
}

/** Adds an entry; the table refuses one that is out of order. */
export async function insertEntry(tx: Writer, entry: Entry): Promise<void> {
  await tx.insert(ledgerEntries).values(entry);
}
