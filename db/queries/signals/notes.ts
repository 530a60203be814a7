import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { signalNotes } from '#db/schema/index.ts';

/** Whether there is a note with this id. A repeated form changes nothing. */
export async function hasSignalNote(db: Reader, id: string): Promise<boolean> {
  const [row] = await db.select({ id: signalNotes.id }).from(signalNotes).where(eq(signalNotes.id, id));
  return row !== undefined;
}

/** Keeps a note. */
export async function insertSignalNote(tx: Writer, note: typeof signalNotes.$inferInsert): Promise<void> {
  await tx.insert(signalNotes).values(note);
}
