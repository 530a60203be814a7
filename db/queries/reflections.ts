import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { reflections } from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';

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
  const revision = stored?.revision ?? 0;
  if (revision !== basedOn) {
    throw new Refusal('conflict', {
      words:
        'You saved another version of this in another tab or on another device. Yours is still here and not yet saved.',
    });
  }
  const next = { text, revision: revision + 1, savedAt: at };
  await tx
    .insert(reflections)
    .values({ traineeId, moduleId, ...next })
    .onConflictDoUpdate({ target: [reflections.traineeId, reflections.moduleId], set: next });
  return next.revision;
}
