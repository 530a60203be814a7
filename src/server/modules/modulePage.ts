import { listExerciseWork } from '#db/queries/exercises.ts';
import { listMarks } from '#db/queries/marks.ts';
import { type FactsByModule, findOwnReading } from '#db/queries/progress.ts';
import { findReflection } from '#db/queries/reflections.ts';
import type { Reader } from '#db/client.ts';
import { type ModuleFacts, NO_FACTS } from '#src/domain/modules/state.ts';

/** What the page of a module knows about the trainee who works through it. */
export interface MyModule {
  readonly facts: ModuleFacts;
  /** The facts of every module, this one among them. */
  readonly allFacts: FactsByModule;
  /** The section where she left off, or null. */
  readonly position: string | null;
  readonly reflection: Awaited<ReturnType<typeof findReflection>>;
  readonly work: Awaited<ReturnType<typeof listExerciseWork>>;
  readonly marks: Awaited<ReturnType<typeof listMarks>>;
}

/** Everything of hers that a module's page shows. Four queries in one round trip. */
export async function loadMyModule(db: Reader, traineeId: string, moduleId: string): Promise<MyModule> {
  const [{ facts: allFacts, positions }, reflection, work, marks] = await Promise.all([
    findOwnReading(db, traineeId),
    findReflection(db, traineeId, moduleId),
    listExerciseWork(db, traineeId, moduleId),
    listMarks(db, traineeId, moduleId),
  ]);
  return {
    facts: allFacts.get(moduleId) ?? NO_FACTS,
    allFacts,
    position: positions.find((position) => position.moduleId === moduleId)?.sectionId ?? null,
    reflection,
    work,
    marks,
  };
}
