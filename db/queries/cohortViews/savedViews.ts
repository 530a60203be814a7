import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { savedFilters } from '#db/schema/index.ts';

/** A view that somebody keeps, removed ones too; or null. */
export async function findSavedView(db: Reader, id: string) {
  const [row] = await db.select().from(savedFilters).where(eq(savedFilters.id, id));
  return row ?? null;
}

/** Whether one of her views of a cohort has that name already, apart from `exceptId`. */
export async function hasViewNamed(
  db: Reader,
  wanted: { readonly personId: string; readonly cohortId: string; readonly name: string; readonly exceptId: string },
): Promise<boolean> {
  const { personId, cohortId, name, exceptId } = wanted;
  const rows = await db
    .select({ id: savedFilters.id })
    .from(savedFilters)
    .where(
      and(
        eq(savedFilters.personId, personId),
        eq(savedFilters.cohortId, cohortId),
        eq(savedFilters.name, name),
        ne(savedFilters.id, exceptId),
        isNull(savedFilters.removedAt),
      ),
    );
  return rows.length > 0;
}

/** Keeps a view. */
export async function insertSavedView(tx: Writer, view: typeof savedFilters.$inferInsert): Promise<void> {
  await tx.insert(savedFilters).values(view);
}

/** Gives a view another name. */
export async function renameSavedView(tx: Writer, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.update(savedFilters).set({ name }).where(eq(savedFilters.id, id));
}

/** Takes a view away; a repeat changes nothing. */
export async function removeSavedView(tx: Writer, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx
    .update(savedFilters)
    .set({ removedAt: at })
    .where(and(eq(savedFilters.id, id), isNull(savedFilters.removedAt)));
}
