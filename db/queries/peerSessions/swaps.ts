import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#db/client.ts';
import { peerSessions, peerSwaps, people } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { SwapAnswer } from '#src/domain/peerSessions/words.ts';

const askers = alias(people, 'askers');
const asked = alias(people, 'asked');
const returned = alias(peerSessions, 'returned');

/** The shared shape: a wish to swap with both names and both days. `cohortId` is that of the session. */
const swapRows = (db: Reader) =>
  db
    .select({
      id: peerSwaps.id,
      sessionId: peerSwaps.sessionId,
      cohortId: peerSessions.cohortId,
      day: peerSessions.day,
      askedBy: peerSwaps.askedBy,
      askedByName: askers.name,
      askedOf: peerSwaps.askedOf,
      askedOfName: asked.name,
      inReturnId: peerSwaps.inReturnId,
      inReturnDay: returned.day,
      words: peerSwaps.words,
      askedAt: peerSwaps.askedAt,
      answer: peerSwaps.answer,
      answeredAt: peerSwaps.answeredAt,
    })
    .from(peerSwaps)
    .innerJoin(peerSessions, eq(peerSessions.id, peerSwaps.sessionId))
    .innerJoin(askers, eq(askers.id, peerSwaps.askedBy))
    .innerJoin(asked, eq(asked.id, peerSwaps.askedOf))
    .leftJoin(returned, eq(returned.id, peerSwaps.inReturnId))
    .$dynamic();

/** One wish to swap, or null. One query. */
export async function findSwap(db: Reader, swapId: string) {
  const [row] = await swapRows(db).where(eq(peerSwaps.id, swapId));
  return row ?? null;
}

export type SwapRow = NonNullable<Awaited<ReturnType<typeof findSwap>>>;

/**
 * The wishes to swap of a cohort, newest first: all of them for its tutor, for a trainee those that she asked or was asked. What
 * two people write each other nobody else reads. One query.
 */
export async function listSwaps(db: Reader, viewer: Viewer, cohortId: string): Promise<SwapRow[]> {
  const isTutor = viewer.tutorOf.includes(cohortId);
  if (!isTutor && !viewer.memberOf.includes(cohortId)) return [];
  const own = or(eq(peerSwaps.askedBy, viewer.id), eq(peerSwaps.askedOf, viewer.id));
  return swapRows(db)
    .where(and(eq(peerSessions.cohortId, cohortId), isTutor ? undefined : own))
    .orderBy(desc(peerSwaps.askedAt), desc(peerSwaps.id));
}

/** Keeps a wish to swap; false where the id is known or another one is open for that session. */
export async function insertSwap(tx: Writer, swap: typeof peerSwaps.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(peerSwaps).values(swap).onConflictDoNothing().returning({ id: peerSwaps.id });
  return rows.length > 0;
}

/** Answers a wish that is open. False where somebody answered before. */
export async function answerSwap(
  tx: Writer,
  { id, answer, at }: { readonly id: string; readonly answer: SwapAnswer; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(peerSwaps)
    .set({ answer, answeredAt: at })
    .where(and(eq(peerSwaps.id, id), isNull(peerSwaps.answer)))
    .returning({ id: peerSwaps.id });
  return rows.length > 0;
}

/** Takes back every open wish about sessions that have changed hands or are cancelled, save one. Gives back whose they were. */
export async function withdrawSwapsAbout(
  tx: Writer,
  {
    sessionIds,
    at,
    except = '',
  }: { readonly sessionIds: readonly string[]; readonly at: Date; readonly except?: string },
) {
  const ids = [...sessionIds];
  return tx
    .update(peerSwaps)
    .set({ answer: 'withdrawn', answeredAt: at })
    .where(
      and(
        isNull(peerSwaps.answer),
        ne(peerSwaps.id, except),
        or(inArray(peerSwaps.sessionId, ids), inArray(peerSwaps.inReturnId, ids)),
      ),
    )
    .returning({ id: peerSwaps.id, askedBy: peerSwaps.askedBy, sessionId: peerSwaps.sessionId });
}
