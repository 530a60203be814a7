import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { peerMaterials, peerParts, peerPreparations, peerSessions } from '#db/schema/index.ts';
import type { PeerRole } from '#src/domain/peerSessions/words.ts';

/** Keeps a session; false where its id is known, so that a repeat changes nothing. */
export async function insertPeerSession(tx: Writer, session: typeof peerSessions.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(peerSessions).values(session).onConflictDoNothing().returning({ id: peerSessions.id });
  return rows.length > 0;
}

/** Takes other values over. */
export async function updatePeerSession(
  tx: Writer,
  { id, ...values }: Partial<typeof peerSessions.$inferInsert> & { readonly id: string },
): Promise<void> {
  await tx.update(peerSessions).set(values).where(eq(peerSessions.id, id));
}

/** Gives somebody a part; false where she has it already. */
export async function insertPart(tx: Writer, part: typeof peerParts.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(peerParts).values(part).onConflictDoNothing().returning({ id: peerParts.id });
  return rows.length > 0;
}

/** Ends whoever has a role of a session now, or one person alone. */
export async function endPart(
  tx: Writer,
  { sessionId, role, traineeId, at }: { sessionId: string; role: PeerRole; traineeId?: string; at: Date },
): Promise<void> {
  const whose = traineeId === undefined ? undefined : eq(peerParts.traineeId, traineeId);
  await tx
    .update(peerParts)
    .set({ endedAt: at })
    .where(and(eq(peerParts.sessionId, sessionId), eq(peerParts.role, role), isNull(peerParts.endedAt), whose));
}

/** Ticks something that is prepared; who did it first stands. */
export async function insertPreparation(tx: Writer, done: typeof peerPreparations.$inferInsert): Promise<void> {
  await tx.insert(peerPreparations).values(done).onConflictDoNothing();
}

/** Takes a tick back. */
export async function deletePreparation(tx: Writer, sessionId: string, item: string): Promise<void> {
  await tx
    .delete(peerPreparations)
    .where(and(eq(peerPreparations.sessionId, sessionId), eq(peerPreparations.item, item)));
}

/** Keeps something to read; false where its id is known. */
export async function insertMaterial(tx: Writer, material: typeof peerMaterials.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(peerMaterials)
    .values(material)
    .onConflictDoNothing()
    .returning({ id: peerMaterials.id });
  return rows.length > 0;
}

/** Takes something to read out of a session: nobody is shown it any more, and its words are gone. */
export async function removeMaterial(tx: Writer, id: string, at: Date): Promise<void> {
  await tx
    .update(peerMaterials)
    .set({ removedAt: at, title: '', words: '', address: null, reasons: '[]' })
    .where(and(eq(peerMaterials.id, id), isNull(peerMaterials.removedAt)));
}

/** The session of something to read and who added it, or null. */
export async function findMaterial(db: Reader, id: string) {
  const [row] = await db
    .select({
      id: peerMaterials.id,
      sessionId: peerMaterials.sessionId,
      addedBy: peerMaterials.addedBy,
      removedAt: peerMaterials.removedAt,
    })
    .from(peerMaterials)
    .where(eq(peerMaterials.id, id));
  return row ?? null;
}
