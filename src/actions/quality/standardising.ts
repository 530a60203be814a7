import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listPeopleWithRole } from '#db/queries/qualityAssessors.ts';
import {
  closeExercise,
  findExercise,
  insertExercise,
  insertJudgements,
  listJudgements,
  updateAgreed,
} from '#db/queries/standardisations.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { CRITERION_OUTCOMES } from '#src/domain/portfolio/words.ts';
import { EXERCISE_LIMITS, isClosed, nameIn } from '#src/domain/quality/standardising.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';
import { neededText, orEmpty, safeText, typedDay } from '../typedText.ts';

const FEWEST_JUDGES = 2;
const MOST_JUDGES = 30;

const exerciseForm = z.preprocess(
  (form) =>
    form instanceof FormData
      ? { ...Object.fromEntries(form), criteria: form.getAll('criteria'), judges: form.getAll('judges') }
      : form,
  z.object({
    exerciseId: z.uuid(),
    submissionId: recordId,
    title: neededText(EXERCISE_LIMITS.title, 'Give the exercise a name'),
    text: neededText(EXERCISE_LIMITS.text, 'There is no text to judge'),
    namesOut: z.literal('yes', { error: 'Read it through and say that no name is left' }),
    criteria: z
      .array(z.string().max(20))
      .min(1, { error: 'Choose at least one criterion' })
      .max(100)
      .default([])
      .refine((ids) => ids.length > 0, { error: 'Choose at least one criterion' }),
    judges: z
      .array(recordId)
      .default([])
      .refine((ids) => new Set(ids).size >= FEWEST_JUDGES, { error: 'Choose at least two assessors' })
      .refine((ids) => ids.length <= MOST_JUDGES, { error: `Choose ${String(MOST_JUDGES)} assessors or fewer` }),
    closesOn: orEmpty(typedDay('Give the last day for judging')).refine((day) => day >= today(), {
      error: 'Choose today or a later day',
    }),
  }),
);

type ExerciseForm = z.infer<typeof exerciseForm>;

const without = (names: readonly string[], text: string, field: string): void => {
  const found = nameIn(text, names);
  if (found === null) return;
  throw new Refusal('bad_input', { fields: { [field]: `“${found}” still stands here. Take every name out` } });
};

/** The piece of her sample that an exercise begins from, inside the transaction. Throws `not_found`. */
async function sampledPiece(tx: Writer, submissionId: string, viewer: Viewer) {
  const submission = await findSubmission(tx, submissionId);
  if (!submission?.sampledBy.includes(viewer.id)) throw new Refusal('not_found');
  return submission;
}

const namesIn = ({ traineeName, assessment, writer }: Awaited<ReturnType<typeof sampledPiece>>): string[] =>
  [traineeName, assessment?.assessorName, writer?.name].filter((name) => name !== undefined);

/** Everybody chosen, each once. Throws `not_found` for somebody who is no assessor. */
async function judgesAmong(tx: Writer, chosen: readonly string[]): Promise<string[]> {
  const assessors = new Set((await listPeopleWithRole(tx, 'assessor')).map(({ id }) => id));
  if (!chosen.every((id) => assessors.has(id))) throw new Refusal('not_found');
  return [...new Set(chosen)];
}

async function startExercise(tx: Writer, form: ExerciseForm, viewer: Viewer): Promise<void> {
  const stored = await findExercise(tx, form.exerciseId);
  if (stored && stored.createdBy !== viewer.id) throw new Refusal('conflict');
  if (stored) return;
  const submission = await sampledPiece(tx, form.submissionId, viewer);
  without(namesIn(submission), form.text, 'text');
  without(namesIn(submission), form.title, 'title');
  const criteria = submission.claims.filter((id) => form.criteria.includes(id));
  if (criteria.length === 0) throw new Refusal('not_found');
  const judges = await judgesAmong(tx, form.judges);
  await refuseFull(tx, 'exercises', viewer.id);
  const { exerciseId: id, title, text, closesOn } = form;
  const row = { id, title, text, criteria, closesOn, qualificationVersion: submission.qualificationVersion };
  await insertExercise(tx, { ...row, createdBy: viewer.id, createdAt: now() }, judges);
}

/** Who is asked to judge, for `standardisation.judge`; null where there is no such exercise. */
async function judgesOf(db: Reader, exerciseId: string) {
  const exercise = await findExercise(db, exerciseId);
  return exercise && { ...exercise, judges: exercise.judges.map(({ id }) => id) };
}

/** `outcome-3.2` and `reason-3.2` for each criterion of the exercise. */
const judgingForm = z.preprocess(
  (form) => (form instanceof FormData ? Object.fromEntries(form) : form),
  z.looseObject({ exerciseId: recordId }),
);

function judgementOn(criterionId: string, form: z.infer<typeof judgingForm>) {
  const outcome = z.enum(CRITERION_OUTCOMES).safeParse(form[`outcome-${criterionId}`]);
  const reason = safeText(EXERCISE_LIMITS.reason).safeParse(form[`reason-${criterionId}`] ?? '');
  const fields = {
    ...(outcome.success ? {} : { [`outcome-${criterionId}`]: `Choose what you judge on criterion ${criterionId}` }),
    ...(reason.success ? {} : { [`reason-${criterionId}`]: reason.error.issues[0]?.message ?? '' }),
    ...(reason.success && reason.data.trim() === ''
      ? { [`reason-${criterionId}`]: `Say why, in a sentence, on criterion ${criterionId}` }
      : {}),
  };
  return { criterionId, outcome: outcome.data ?? null, reason: reason.data ?? '', fields };
}

async function judge(tx: Writer, form: z.infer<typeof judgingForm>, viewer: Viewer): Promise<void> {
  const exercise = await judgesOf(tx, form.exerciseId);
  authorise(viewer, 'standardisation.judge', exercise);
  if (!exercise) throw new Refusal('not_found');
  // What was judged once stands: a repeat, or second thoughts, change nothing.
  if ((await listJudgements(tx, exercise.id, viewer.id)).length > 0) return;
  if (isClosed(exercise, today())) throw new Refusal('conflict', { words: 'This exercise is closed.' });
  const judged = exercise.criteria.map((id) => judgementOn(id, form));
  const fields = Object.assign({}, ...judged.map((one) => one.fields)) as Record<string, string>;
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  const shared = { standardisationId: exercise.id, assessorId: viewer.id, judgedAt: now() };
  await insertJudgements(
    tx,
    judged.map(({ criterionId, outcome, reason }) => ({
      ...shared,
      criterionId,
      outcome: outcome ?? 'not_met',
      reason,
    })),
  );
}

/** An exercise that a quality assurer closes or writes the agreement of, inside the transaction. Throws `not_found`. */
async function anExercise(tx: Writer, exerciseId: string) {
  const exercise = await findExercise(tx, exerciseId);
  if (!exercise) throw new Refusal('not_found');
  return exercise;
}

async function agree(tx: Writer, { exerciseId, agreed, was }: z.infer<typeof agreedForm>): Promise<void> {
  const exercise = await anExercise(tx, exerciseId);
  if (!isClosed(exercise, today()))
    throw new Refusal('conflict', { words: 'The exercise is still open. Close it, then talk about the differences.' });
  if (exercise.agreed === agreed) return;
  if (exercise.agreed !== was)
    throw new Refusal('conflict', {
      words: 'Somebody wrote down something else in the meantime. Yours is still here and not yet saved.',
    });
  await updateAgreed(tx, exerciseId, agreed);
}

const agreedForm = z.object({
  exerciseId: recordId,
  agreed: neededText(EXERCISE_LIMITS.agreed, 'Write down what was agreed'),
  was: orEmpty(z.string().transform((text) => text.replaceAll('\r\n', '\n'))),
});

export const standardising = {
  /** An exercise from a text in her sample, with names taken out, for assessors to judge blind. A repeat changes nothing. */
  startExercise: defineAction({
    accept: 'form',
    input: exerciseForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => startExercise(tx, form, viewer));
        return { exerciseId: form.exerciseId };
      },
    }),
  }),

  /** What one assessor judges, all criteria together and once. A repeat changes nothing. */
  judge: defineAction({
    accept: 'form',
    input: judgingForm,
    handler: guarded({
      ability: 'standardisation.judge',
      subject: ({ exerciseId }, _viewer, db) => judgesOf(db, exerciseId),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => judge(tx, form, viewer));
        return { exerciseId: form.exerciseId };
      },
    }),
  }),

  /** Closes an exercise before its last day. A repeat changes nothing. */
  closeExercise: defineAction({
    accept: 'form',
    input: z.object({ exerciseId: recordId }),
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async ({ exerciseId }, _viewer, { write }) => {
        await write(async (tx) => {
          await anExercise(tx, exerciseId);
          await closeExercise(tx, exerciseId, now());
        });
        return { exerciseId };
      },
    }),
  }),

  /** What was agreed when the differences were talked about. */
  agreeExercise: defineAction({
    accept: 'form',
    input: agreedForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx) => agree(tx, form));
        return { exerciseId: form.exerciseId };
      },
    }),
  }),
};
