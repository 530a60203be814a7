import type { DecisionRecord, SubmissionRecord } from '#db/queries/submissions.ts';
import { type Grid, gridOf } from '#src/domain/portfolio/grid.ts';
import { portal } from './portal.ts';

/** The criteria grid from everything a trainee submitted and every decision about it. */
export function gridOfTrainee(submissions: readonly SubmissionRecord[], decisions: readonly DecisionRecord[]): Grid {
  const evidence = submissions.map(({ id, evidenceId, number, claims, assessment, signOff }) => ({
    evidenceId,
    submissionId: id,
    number,
    criteria: claims,
    signedOff: signOff !== null,
    decisions: decisions
      .filter(({ assessmentId }) => assessmentId === assessment?.id)
      .map(({ criterionId, outcome }) => ({ criterionId, outcome })),
  }));
  return gridOf(portal().content.qualification, evidence);
}
