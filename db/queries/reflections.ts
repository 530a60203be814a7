import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { reflections } from '#db/schema/index.ts';
import { nextRevision } from '#src/domain/revision.ts';

const oneReflection = prepared((db) =>
  db
    .select({ text: reflections.text, revision: reflections.revision, savedAt: reflections.savedAt })
    .from(reflections)
    .where(
      and(
        eq(reflections.traineeId, sql.placeholder('traineeId')),
        eq(reflections.moduleId, sql.placeholder('moduleId')),
      ),
    )
    .prepare(),
);

/** What a trainee wrote about a module, or null. */
export async function findReflection(db: Reader, traineeId: string, moduleId: string) {
  const [row] = await oneReflection(db).all({ traineeId, moduleId });
  return row ?? null;
}

/** The modules on which a trainee has written a reflection. */
export async function listReflectedModules(db: Reader, traineeId: string): Promise<string[]> {
  const rows = await db
    .select({ moduleId: reflections.moduleId })
    .from(reflections)
    .where(eq(reflections.traineeId, traineeId))
    .orderBy(asc(reflections.moduleId));
  return rows.map(({ moduleId }) => moduleId);
}

interface ReflectionSave {
  traineeId: string;
  moduleId: string;
  text: string;
  /** The revision that was on the page when she began to write; 0 where there was none. */
  basedOn: number;
  at: Date;
}

/**
 * Saves a reflection and gives back its new revision. The same text again changes nothing.
 * Throws `conflict` where another tab saved something else in the meantime: neither text is lost.
 */
export async function saveReflection(
  tx: Writer,
  { traineeId, moduleId, text, basedOn, at }: ReflectionSave,
): Promise<number> {
  const stored = await findReflection(tx, traineeId, moduleId);
  if (stored?.text === text) return stored.revision;
  const revision = nextRevision(stored?.revision ?? 0, basedOn);
  const next = { text, revision, savedAt: at };
  await tx
    .insert(reflections)
    .values({ traineeId, moduleId, ...next })
    .onConflictDoUpdate({ target: [reflections.traineeId, reflections.moduleId], set: next });
  return revision;
}
