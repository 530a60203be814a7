import { and, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { checkAttempts } from '#db/schema/index.ts';

/** The newest attempt of a trainee at a module's check, or null. */
export async function findLatestAttempt(db: Reader, traineeId: string, moduleId: string) {
  const [row] = await db
    .select()
    .from(checkAttempts)
    .where(and(eq(checkAttempts.traineeId, traineeId), eq(checkAttempts.moduleId, moduleId)))
    .orderBy(desc(checkAttempts.attemptedAt), desc(checkAttempts.id))
    .limit(1);
  return row ?? null;
}

/** Keeps an answered check. A repeat with the same id changes nothing. */
export async function insertAttempt(tx: Writer, attempt: typeof checkAttempts.$inferInsert): Promise<void> {
  await tx.insert(checkAttempts).values(attempt).onConflictDoNothing();
}
