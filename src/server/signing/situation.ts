import { listSignOffsOfTrainee, type SignOffRecord } from '#db/queries/signing.ts';
import { type AssessmentFacts, countOpenSamples, listAssessmentFacts } from '#db/queries/signingFacts.ts';
import { listSubmissionsOfTrainee, type SubmissionRecord } from '#db/queries/submissions.ts';
import type { Reader } from '#db/client.ts';
import type { Grid } from '#src/domain/portfolio/grid.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import { evidenceFacts, gridOfTrainee } from '../grid.ts';

/** Everything that the rules of signing ask about one trainee, as it is at one moment. */
export interface Situation {
  readonly traineeId: string;
  readonly qualifications: Qualifications;
  readonly submissions: readonly SubmissionRecord[];
  readonly grid: Grid;
  readonly signOffs: readonly SignOffRecord[];
  readonly openSamples: number;
  /** The assessments under every criterion that is shown, by id. */
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
}

/** Reads it. Four queries in two round trips. */
export async function loadSituation(
  db: Reader,
  { traineeId, qualifications }: { traineeId: string; qualifications: Qualifications },
): Promise<Situation> {
  const [submissions, signOffs, openSamples] = await Promise.all([
    listSubmissionsOfTrainee(db, traineeId),
    listSignOffsOfTrainee(db, traineeId),
    countOpenSamples(db, traineeId),
  ]);
  const grid = gridOfTrainee(qualifications, submissions);
  const counting = grid.units.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.counting));
  const assessments = await listAssessmentFacts(
    db,
    counting.map(({ assessmentId }) => assessmentId),
  );
  return { traineeId, qualifications, submissions, grid, signOffs, openSamples, assessments };
}

/** In how many pieces of evidence a decision on a criterion waits for a countersignature. */
export function toCountersign({ qualifications, submissions }: Situation, criterionId: string): number {
  const waiting = submissions.filter(
    ({ assessment, withdrawnAt }) => assessment?.standing === 'to_countersign' && withdrawnAt === null,
  );
  const facts = waiting.map((submission) => evidenceFacts(qualifications, submission));
  return facts.filter(({ decisions }) => decisions.some((one) => one.criterionId === criterionId)).length;
}
