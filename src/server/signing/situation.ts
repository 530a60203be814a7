import { listSignOffsOfTrainee, type SignOffRecord } from '#db/queries/signing.ts';
import { type AssessmentFacts, findHindrances, listAssessmentFacts } from '#db/queries/signingFacts.ts';
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
  /** Submissions that nobody can read any more. */
  readonly unreadable: ReadonlySet<string>;
  readonly openSamples: number;
  /** The assessments under every criterion that is shown, by id. */
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
}

/** Reads it. Four queries in two round trips. */
export async function loadSituation(
  db: Reader,
  { traineeId, qualifications }: { traineeId: string; qualifications: Qualifications },
): Promise<Situation> {
  const [submissions, signOffs, hindrances] = await Promise.all([
    listSubmissionsOfTrainee(db, traineeId),
    listSignOffsOfTrainee(db, traineeId),
    findHindrances(db, traineeId),
  ]);
  const grid = gridOfTrainee(qualifications, submissions);
  const counting = grid.units.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.counting));
  const assessments = await listAssessmentFacts(
    db,
    counting.map(({ assessmentId }) => assessmentId),
  );
  return { traineeId, qualifications, submissions, grid, signOffs, ...hindrances, assessments };
}

/** Criteria, in the version that counts now, on which a quality assurer did not agree with the newest decision in some piece of evidence. */
export function rejectedCriteria({ qualifications, submissions }: Situation): ReadonlySet<string> {
  const rejected = new Set<string>();
  const seen = new Set<string>();
  for (const submission of submissions.toSorted((a, b) => b.number - a.number)) {
    if (submission.withdrawnAt !== null) continue;
    const refused = refusedIn(qualifications, submission);
    for (const { criterionId } of evidenceFacts(qualifications, submission).decisions) {
      const key = `${submission.evidenceId} ${criterionId}`;
      if (!seen.has(key) && refused.has(criterionId)) rejected.add(criterionId);
      seen.add(key);
    }
  }
  return rejected;
}

function refusedIn(qualifications: Qualifications, { assessment, ...submission }: SubmissionRecord): Set<string> {
  if (!assessment) return new Set();
  const decisions = assessment.decisions.filter(({ verification }) => verification === 'reject');
  const only = { ...submission, assessment: { ...assessment, decisions } };
  return new Set(evidenceFacts(qualifications, only).decisions.map(({ criterionId }) => criterionId));
}

/** In how many pieces of evidence a decision on a criterion waits for a countersignature. */
export function toCountersign({ qualifications, submissions }: Situation, criterionId: string): number {
  const waiting = submissions.filter(
    ({ assessment, withdrawnAt }) => assessment?.standing === 'to_countersign' && withdrawnAt === null,
  );
  const facts = waiting.map((submission) => evidenceFacts(qualifications, submission));
  return facts.filter(({ decisions }) => decisions.some((one) => one.criterionId === criterionId)).length;
}
