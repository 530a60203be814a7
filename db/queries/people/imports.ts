import { and, desc, eq, getTableColumns, inArray, notInArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { imports, people } from '#db/schema/index.ts';
import type { ImportState } from '#src/domain/people/words.ts';

/** One import with its rows, or null. */
export async function findImport(db: Reader, id: string) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id));
  return row ?? null;
}

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The same without the rows: how far it is. */
export async function findImportState(db: Reader, id: string) {
  const { rows: _rows, ...columns } = getTableColumns(imports);
  const [row] = await db.select(columns).from(imports).where(eq(imports.id, id));
  return row ?? null;
}

export type ImportStateRecord = NonNullable<Awaited<ReturnType<typeof findImportState>>>;

/** What was brought in or put aside, newest first, without rows. One query. */
export async function listImports(db: Reader, most: number) {
  const { rows: _rows, counts: _counts, sha256: _sha256, ...columns } = getTableColumns(imports);
  return db
    .select({ ...columns, madeByName: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.madeBy))
    .orderBy(desc(imports.madeAt), sql`imports.rowid desc`)
    .limit(most);
}

/** An import with an id that is there already changes nothing. */
export async function insertImport(tx: Writer, row: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(row).onConflictDoNothing();
}

type Change = Partial<Pick<ImportRecord, 'state' | 'rows' | 'total' | 'done' | 'counts' | 'finishedAt' | 'problem'>>;

/** Moves an import on from one of some states. True where it was in one of them. */
export async function updateImport(
  tx: Writer,
  { id, from }: { readonly id: string; readonly from: readonly ImportState[] },
  change: Change,
): Promise<boolean> {
  const moved = await tx
    .update(imports)
    .set(change)
    .where(and(eq(imports.id, id), inArray(imports.state, [...from])))
    .returning({ id: imports.id });
  return moved.length > 0;
}

/** Puts aside what somebody read and never brought in, but for the newest few, and empties its rows. */
export async function dropReadImports(
  tx: Writer,
  { madeBy, at, butFor }: { readonly madeBy: string; readonly at: Date; readonly butFor: number },
): Promise<void> {
  const hers = and(eq(imports.madeBy, madeBy), eq(imports.state, 'read'));
  const newest = tx
    .select({ id: imports.id })
    .from(imports)
    .where(hers)
    .orderBy(desc(imports.madeAt), sql`imports.rowid desc`)
    .limit(butFor);
  await tx
    .update(imports)
    .set({ state: 'dropped', rows: '', finishedAt: at })
    .where(and(hers, notInArray(imports.id, newest)));
}
