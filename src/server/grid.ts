import type { SubmissionRecord } from '#db/queries/submissions.ts';
import { type Grid, gridOf } from '#src/domain/portfolio/grid.ts';
import { portal } from './portal.ts';

/** The criteria grid from everything a trainee submitted, with what was decided about it. */
export function gridOfTrainee(submissions: readonly SubmissionRecord[]): Grid {
  const evidence = submissions.map(({ id, evidenceId, number, claims, assessment, signOff }) => ({
    evidenceId,
    submissionId: id,
    number,
    criteria: claims,
    signedOff: signOff !== null,
    decisions: assessment?.decisions ?? [],
  }));
  return gridOf(portal().content.qualification, evidence);
}
