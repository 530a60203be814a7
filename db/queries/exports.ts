import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { ledgerEntries, portfolioExports } from '#db/schema/index.ts';

/** A portfolio as one file, made or being made. */
export type ExportRecord = typeof portfolioExports.$inferSelect;

/** A trainee's exports, newest first. One query. */
export async function listExports(db: Reader, traineeId: string): Promise<ExportRecord[]> {
  return db
    .select()
    .from(portfolioExports)
    .where(eq(portfolioExports.traineeId, traineeId))
    .orderBy(desc(portfolioExports.askedAt), desc(sql`rowid`));
}

/** One export, or null. One query. */
export async function findExport(db: Reader, id: string): Promise<ExportRecord | null> {
  const [row] = await db.select().from(portfolioExports).where(eq(portfolioExports.id, id));
  return row ?? null;
}

/** Asks for an export. A repeat of the same form changes nothing; gives back whether it is a new one. */
export async function insertExport(
  tx: Writer,
  row: Pick<ExportRecord, 'id' | 'traineeId' | 'askedAt'>,
): Promise<boolean> {
  const inserted = await tx
    .insert(portfolioExports)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: portfolioExports.id });
  return inserted.length > 0;
}

/** What may change of an export while it is made and after. */
export type ExportChange = Partial<Omit<ExportRecord, 'id' | 'traineeId' | 'askedAt'>>;

export async function updateExport(tx: Writer, id: string, change: ExportChange): Promise<void> {
  await tx.update(portfolioExports).set(change).where(eq(portfolioExports.id, id));
}

/** Exports that were asked for and neither finished nor given up, oldest first. One query. */
export async function listUnfinishedExports(db: Reader): Promise<ExportRecord[]> {
  return db
    .select()
    .from(portfolioExports)
    .where(and(isNull(portfolioExports.readyAt), isNull(portfolioExports.failedAt)))
    .orderBy(asc(portfolioExports.askedAt), asc(sql`rowid`));
}

/** Exports whose file is still there though its time is over. One query. */
export async function listExpiredExports(db: Reader, at: Date): Promise<ExportRecord[]> {
  return db
    .select()
    .from(portfolioExports)
    .where(
      and(isNotNull(portfolioExports.readyAt), isNull(portfolioExports.removedAt), lte(portfolioExports.expiresAt, at)),
    );
}

/** A link of the chain: its position, its hash, and the signature on that hash. Nothing of what was signed. */
export interface ChainLink {
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
}

/** The next links of the chain after one, at most `most`. One query. */
export async function listChainLinks(db: Reader, after: number, most: number): Promise<ChainLink[]> {
  return db
    .select({ seq: ledgerEntries.seq, hash: ledgerEntries.hash, signature: ledgerEntries.signature })
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.seq} > ${after}`)
    .orderBy(asc(ledgerEntries.seq))
    .limit(most);
}
