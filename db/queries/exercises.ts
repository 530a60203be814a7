import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { exerciseWork } from '#db/schema/index.ts';
import type { ExerciseWork } from '#src/domain/exercises/work.ts';
import { nextRevision } from '#src/domain/revision.ts';

const workInOneModule = prepared((db) =>
  db
    .select()
    .from(exerciseWork)
    .where(
      and(
        eq(exerciseWork.traineeId, sql.placeholder('traineeId')),
        eq(exerciseWork.moduleId, sql.placeholder('moduleId')),
      ),
    )
    .prepare(),
);

/** What a trainee did with the exercises of a module. */
export async function listExerciseWork(db: Reader, traineeId: string, moduleId: string) {
  return workInOneModule(db).all({ traineeId, moduleId });
}

/** What a trainee did with one exercise, or null. */
export async function findExerciseWork(db: Reader, traineeId: string, exerciseId: string) {
  const [row] = await db
    .select()
    .from(exerciseWork)
    .where(and(eq(exerciseWork.traineeId, traineeId), eq(exerciseWork.exerciseId, exerciseId)));
  return row ?? null;
}

interface WorkSave {
  traineeId: string;
  exerciseId: string;
  moduleId: string;
  exerciseVersion: string;
  work: ExerciseWork;
  /** The revision that the change was made on; 0 where there was none. */
  basedOn: number;
  /** Whether the work has come to an end: an ending, a whole try, words of her own. */
  isFinished: boolean;
  at: Date;
}

/**
 * Saves work on an exercise and gives back its new revision. The same work again changes nothing; the first end stands.
 * Throws `conflict` where another tab saved something else since `basedOn`.
 */
export async function saveExerciseWork(
  tx: Writer,
  { traineeId, exerciseId, moduleId, exerciseVersion, work, basedOn, isFinished, at }: WorkSave,
): Promise<number> {
  const stored = await findExerciseWork(tx, traineeId, exerciseId);
  if (stored && JSON.stringify(stored.work) === JSON.stringify(work)) return stored.revision;
  const revision = nextRevision(stored?.revision ?? 0, basedOn);
  const finishedAt = stored?.finishedAt ?? (isFinished ? at : null);
  const next = { moduleId, exerciseVersion, work, revision, savedAt: at, finishedAt };
  await tx
    .insert(exerciseWork)
    .values({ traineeId, exerciseId, ...next })
    .onConflictDoUpdate({ target: [exerciseWork.traineeId, exerciseWork.exerciseId], set: next });
  return revision;
}
