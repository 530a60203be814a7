import { listFilesOfSubmission } from '#db/queries/files.ts';
import {
  findSubmission,
  listDecisionsOfEvidence,
  listSubmissionsOfTrainee,
  type SubmissionRecord,
} from '#db/queries/submissions.ts';
import { findSampleFacts, listVerifications } from '#db/queries/verifications.ts';
import type { Reader } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { Grid } from '#src/domain/portfolio/grid.ts';
import { currentIds, type Qualifications } from '#src/domain/portfolio/versions.ts';
import { handsIn } from '#src/domain/quality/verifying.ts';
import { gridOfTrainee } from '../grid.ts';

/**
 * One piece of a sample with everything a quality assurer reads: evidence, decisions, feedback, notes, and what was said of it before.
 * Throws `not_found` where it is in no sample of hers. Six queries in three round trips.
 */
export async function loadSample(db: Reader, viewer: Viewer | null, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  const subject = submission && { ...submission, submissionIds: [] };
  const verifier = authorise(viewer, 'sampleGrid.read', subject);
  if (!submission) throw new Refusal('not_found');
  const [decisions, files, looks, { notes, signers, plan }] = await Promise.all([
    listDecisionsOfEvidence(db, submission.evidenceId),
    listFilesOfSubmission(db, submissionId),
    listVerifications(db, submissionId),
    findSampleFacts(db, { verifierId: verifier.id, submissionId }),
  ]);
  return { submission, decisions, files, looks, notes, plan, decidedBy: handsIn(submission, signers), verifier };
}

/** What the viewer may read of a trainee as a quality assurer or from outside. */
function inSample(viewer: Viewer, { id, sampledBy }: Pick<SubmissionRecord, 'id' | 'sampledBy'>): boolean {
  const asVerifier = viewer.roles.includes('verifier') && sampledBy.includes(viewer.id);
  return asVerifier || (viewer.roles.includes('external') && viewer.externalOf.includes(id));
}

/** A grid with only the criteria that some submissions claim, and in each only the evidence of these. */
export function narrowed(
  qualifications: Qualifications,
  grid: Grid,
  sample: readonly SubmissionRecord[],
): Grid['units'] {
  const claimed = new Set(
    sample.flatMap(({ qualificationVersion: version, claims }) =>
      claims.flatMap((id) => currentIds(qualifications, { version, id }).map((now) => now.id)),
    ),
  );
  const evidence = new Set(sample.map(({ evidenceId }) => evidenceId));
  return grid.units
    .map((unit) => ({
      ...unit,
      criteria: unit.criteria
        .filter(({ id }) => claimed.has(id))
        .map((one) => ({ ...one, evidenceIds: one.evidenceIds.filter((id) => evidence.has(id)) })),
    }))
    .filter(({ criteria }) => criteria.length > 0);
}

/** The grid of a trainee narrowed to the viewer's sample of her. Throws `not_found` where she has none of her. One query. */
export async function loadSampledTrainee(
  db: Reader,
  { viewer, qualifications }: { readonly viewer: Viewer | null; readonly qualifications: Qualifications },
  traineeId: string,
) {
  const submissions = await listSubmissionsOfTrainee(db, traineeId);
  const sampledBy = [...new Set(submissions.flatMap((one) => one.sampledBy))];
  const subject = submissions.length === 0 ? null : { sampledBy, submissionIds: submissions.map(({ id }) => id) };
  const reader = authorise(viewer, 'sampleGrid.read', subject);
  const sample = submissions.filter((one) => inSample(reader, one));
  const units = narrowed(qualifications, gridOfTrainee(qualifications, submissions), sample);
  return { reader, traineeName: submissions[0]?.traineeName ?? '', sample, units };
}
