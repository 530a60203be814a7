import { findExerciseWork, saveExerciseWork } from '#db/queries/exercises.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import { type KeptWork, type ShownExercise, shownExercise } from '#src/domain/exercises/shown.ts';
import type { ExerciseWork } from '#src/domain/exercises/work.ts';
import { now, portal } from './portal.ts';

type OfKind<Kind extends Exercise['kind']> = Extract<Exercise, { kind: Kind }>;

function isOfKind<Kind extends Exercise['kind']>(exercise: Exercise | undefined, kind: Kind): exercise is OfKind<Kind> {
  return exercise?.kind === kind;
}

/** An exercise of a kind. Throws `not_found` for one that is not there, or of another kind. */
export function findExercise<Kind extends Exercise['kind']>(exerciseId: string, kind: Kind): OfKind<Kind> {
  const exercise = portal().content.exercises.get(exerciseId);
  if (!isOfKind(exercise, kind)) throw new Refusal('not_found');
  return exercise;
}

/** What she did on an exercise. */
export interface Working {
  readonly exercise: Exercise;
  readonly traineeId: string;
  /** The work after what she did, from the work before it; null before the first. */
  readonly change: (before: ExerciseWork | null) => ExerciseWork;
  readonly isFinished: (after: ExerciseWork) => boolean;
  /** The revision that was on her page, where another tab must not be overwritten. Default: whatever there is now. */
  readonly basedOn?: number;
}

/** What became of her work, and where the page shows it. */
export interface Worked {
  readonly moduleId: string;
  readonly exerciseId: string;
  readonly revision: number;
}

/** Changes and keeps a trainee's work on an exercise. Throws what `change` and the saving throw. */
export async function keepWork(tx: Writer, working: Working): Promise<Worked> {
  const { exercise, traineeId, change, isFinished, basedOn } = working;
  const { id: exerciseId, version: exerciseVersion } = exercise;
  const moduleId = portal().content.exerciseModules.get(exerciseId) ?? '';
  const at = now();
  const stored = await findExerciseWork(tx, traineeId, exerciseId);
  const work = change(stored?.work ?? null);
  const about = { traineeId, exerciseId, moduleId, exerciseVersion, at };
  const base = basedOn ?? stored?.revision ?? 0;
  const revision = await saveExerciseWork(tx, { ...about, work, basedOn: base, isFinished: isFinished(work) });
  return { moduleId, exerciseId, revision };
}

/** A form that was not taken: its exercise, and what was given for each part of it. */
export interface RefusedForm {
  readonly exerciseId: string;
  readonly parts: ReadonlyMap<string, string>;
}

interface Showing {
  readonly personId: string;
  readonly moduleId: string;
  /** Her work on the exercises of the module; empty for somebody who only looks. */
  readonly work: readonly (KeptWork & { readonly exerciseId: string })[];
  readonly refused: RefusedForm | null;
}

/** What one person may see of the exercises of a module, by their ids. What is right is not in it before she has tried. */
export function shownExercises({ personId, moduleId, work, refused }: Showing): ReadonlyMap<string, ShownExercise> {
  const { exercises, exerciseModules } = portal().content;
  const shown = [...exercises.values()]
    .filter(({ id }) => exerciseModules.get(id) === moduleId)
    .map((exercise) => {
      const kept = work.find(({ exerciseId }) => exerciseId === exercise.id) ?? null;
      const sent = refused?.exerciseId === exercise.id ? refused.parts : null;
      return [exercise.id, shownExercise(exercise, { personId, kept, refused: sent })] as const;
    });
  return new Map(shown);
}
