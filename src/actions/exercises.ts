import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { COMPARISON_MAXIMUM_CHARACTERS, hasOwnWords } from '#src/domain/exercises/comparing.ts';
import { partField } from '#src/domain/exercises/fields.ts';
import { orderedSteps, orderFor, placedItems, sortFor } from '#src/domain/exercises/mark.ts';
import { afterOrder, afterSort } from '#src/domain/exercises/trying.ts';
import { choose, goBack } from '#src/domain/exercises/walk.ts';
import type { Scenario } from '#src/domain/exercises/schema.ts';
import type { ExerciseWork, Path } from '#src/domain/exercises/work.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { findExercise, keepWork, type Working } from '#src/server/exercises.ts';
import { typedText } from './typedText.ts';

const idSchema = z.string().max(200);

/** `exerciseId` and one field for each part of the exercise, see `partField`. */
const sentParts = z.preprocess(
  (form) =>
    form instanceof FormData
      ? Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
      : form,
  z.record(z.string(), idSchema),
);

/** What was given for each part of an exercise: part id -> value. Everything else in the form is left alone. */
function partsOf(exerciseId: string, partIds: readonly string[], sent: Record<string, string>): Map<string, string> {
  return new Map(partIds.map((id) => [id, sent[partField(exerciseId, id)] ?? '']));
}

const pathsOf = (work: ExerciseWork | null): readonly Path[] => (work?.kind === 'scenario' ? work.paths : []);
const hasEnded = (work: ExerciseWork): boolean => pathsOf(work).some(({ endingId }) => endingId !== null);

function changePaths(
  scenario: Scenario,
  traineeId: string,
  change: (paths: readonly Path[]) => readonly Path[],
): Working {
  return {
    exercise: scenario,
    traineeId,
    change: (before) => ({ kind: 'scenario', paths: change(pathsOf(before)) }),
    isFinished: hasEnded,
  };
}

export const exercises = {
  /** Takes a choice in a scenario, at the step that the form stood on. The same choice again changes nothing. */
  choose: defineAction({
    accept: 'form',
    input: z.object({ exerciseId: idSchema, stepId: idSchema, choiceId: idSchema.optional() }),
    handler: guarded({
      ability: 'exercise.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ exerciseId, stepId, choiceId = '' }, viewer, { write }) => {
        const scenario = findExercise(exerciseId, 'scenario');
        const work = changePaths(scenario, viewer.id, (paths) => choose(scenario, paths, { stepId, choiceId }));
        return write((tx) => keepWork(tx, work));
      },
    }),
  }),

  /** Goes back to a step that she came to, or to the first, to try another way. What she found stays. */
  startAgain: defineAction({
    accept: 'form',
    input: z.object({ exerciseId: idSchema, stepId: idSchema.optional() }),
    handler: guarded({
      ability: 'exercise.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ exerciseId, stepId }, viewer, { write }) => {
        const scenario = findExercise(exerciseId, 'scenario');
        const work = changePaths(scenario, viewer.id, (paths) => goBack(scenario, paths, stepId ?? scenario.start));
        return write((tx) => keepWork(tx, work));
      },
    }),
  }),

  /** Marks a try at sorting on the server and keeps it. The same placing again is the same try. */
  sort: defineAction({
    accept: 'form',
    input: sentParts,
    handler: guarded({
      ability: 'exercise.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (sent, viewer, { write }) => {
        const exercise = sortFor(findExercise(sent['exerciseId'] ?? '', 'sort'), viewer.id);
        const itemIds = exercise.items.map(({ id }) => id);
        const placed = placedItems(exercise, partsOf(exercise.id, itemIds, sent));
        const change = (before: ExerciseWork | null) => afterSort(exercise, before, placed);
        return write((tx) => keepWork(tx, { exercise, traineeId: viewer.id, change, isFinished: () => true }));
      },
    }),
  }),

  /** Marks a try at ordering on the server and keeps it. The same order again is the same try. */
  order: defineAction({
    accept: 'form',
    input: sentParts,
    handler: guarded({
      ability: 'exercise.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (sent, viewer, { write }) => {
        const exercise = findExercise(sent['exerciseId'] ?? '', 'order');
        const seen = orderFor(exercise, viewer.id);
        const stepIds = seen.steps.map(({ id }) => id);
        const order = orderedSteps(seen, partsOf(exercise.id, stepIds, sent));
        const change = (before: ExerciseWork | null) => afterOrder(exercise, before, order);
        return write((tx) => keepWork(tx, { exercise, traineeId: viewer.id, change, isFinished: () => true }));
      },
    }),
  }),

  /** Saves what a trainee wrote about two accounts. The same text again changes nothing. */
  compare: defineAction({
    accept: 'form',
    input: z.object({
      exerciseId: idSchema,
      text: typedText(COMPARISON_MAXIMUM_CHARACTERS),
      basedOn: z.coerce.number().int().min(0),
    }),
    handler: guarded({
      ability: 'exercise.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ exerciseId, text, basedOn }, viewer, { write }) => {
        const exercise = findExercise(exerciseId, 'compare');
        const change = () => ({ kind: 'compare' as const, text });
        const isFinished = () => hasOwnWords(text);
        return write((tx) => keepWork(tx, { exercise, traineeId: viewer.id, basedOn, change, isFinished }));
      },
    }),
  }),
};
