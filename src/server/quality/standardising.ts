import { listPeopleWithRole } from '#db/queries/qualityAssessors.ts';
import { findExercise, listExercises, listJudgements } from '#db/queries/standardisations.ts';
import { findSubmission, listSampledSubmissions } from '#db/queries/submissions.ts';
import type { Reader } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { compareJudgements, isClosed, maySeeOthers, withoutNames } from '#src/domain/quality/standardising.ts';
import { today } from '../portal.ts';

/** What she would begin an exercise from: a text in her sample with the names that are known taken out; null where it is in none. */
async function draftFrom(db: Reader, viewer: Viewer, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  if (!submission?.sampledBy.includes(viewer.id)) return null;
  const names = [submission.traineeName, submission.assessment?.assessorName ?? '', submission.writer?.name ?? ''];
  const { id, claims, qualificationVersion, title, text } = submission;
  return { submissionId: id, claims, qualificationVersion, title, text: withoutNames(text, names) };
}

/** Exercises, whom to ask, and the texts to choose from. `from`: the submission she begins from, or empty. Five queries in two round trips. */
export async function loadExercises(db: Reader, viewer: Viewer, from: string) {
  const [exercises, assessors, sample, draft] = await Promise.all([
    listExercises(db),
    listPeopleWithRole(db, 'assessor'),
    from === '' ? listSampledSubmissions(db, viewer) : [],
    from === '' ? null : draftFrom(db, viewer, from),
  ]);
  if (from !== '' && draft === null) throw new Refusal('not_found');
  return { exercises, assessors, sample: sample.filter(({ assessment }) => assessment !== null), draft };
}

/** One exercise for a quality assurer; what was judged only once it is closed. Throws `not_found`. Two queries. */
export async function loadExercise(db: Reader, viewer: Viewer, exerciseId: string) {
  const exercise = await findExercise(db, exerciseId);
  if (!exercise) throw new Refusal('not_found');
  const own = exercise.judges.find(({ id }) => id === viewer.id);
  const asked = { today: today(), isJudge: own !== undefined, hasJudged: own?.hasJudged ?? false };
  const judgements = maySeeOthers(exercise, asked) ? await listJudgements(db, exerciseId) : [];
  return {
    exercise,
    closed: isClosed(exercise, today()),
    comparisons: compareJudgements(exercise.criteria, judgements),
  };
}

/** One exercise for an assessor who is asked: her own judgements, and the others' once she has judged and it is closed. Throws `not_found`. Two queries. */
export async function loadJudging(db: Reader, viewer: Viewer | null, exerciseId: string) {
  const exercise = await findExercise(db, exerciseId);
  const judges = exercise?.judges.map(({ id }) => id) ?? [];
  const judge = authorise(viewer, 'standardisation.judge', exercise && { judges });
  if (!exercise) throw new Refusal('not_found');
  const own = exercise.judges.find(({ id }) => id === judge.id);
  const hasJudged = own?.hasJudged ?? false;
  const seesAll = maySeeOthers(exercise, { today: today(), isJudge: true, hasJudged });
  const judgements = await listJudgements(db, exerciseId, seesAll ? undefined : judge.id);
  return {
    exercise,
    closed: isClosed(exercise, today()),
    own: judgements.filter(({ assessorId }) => assessorId === judge.id),
    comparisons: seesAll ? compareJudgements(exercise.criteria, judgements) : null,
  };
}
