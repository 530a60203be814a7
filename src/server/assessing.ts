import { findAssessment, listDecisions } from '#db/queries/portfolio.ts';
import { deleteAssessmentDraft, findAssessmentDraft, insertRelease, listAssessedBy } from '#db/queries/assessing.ts';
import { listAssessorStandings } from '#db/queries/assessorStandings.ts';
import { findSubmission, listSubmissionsOfEvidence, type SubmissionRecord } from '#db/queries/submissions.ts';
import { findWitnessCheck } from '#db/queries/witness.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { type Annotation, inOrder } from '#src/domain/portfolio/annotations.ts';
import {
  assessmentOutcome,
  type Decision,
  decisionProblems,
  decisionsToKeep,
  lockedAmong,
} from '#src/domain/portfolio/deciding.ts';
import { standingOnDay } from '#src/domain/quality/standing.ts';
import { uncheckedWitness } from '#src/domain/witness/rules.ts';
import { tellReturned } from './notices/tellings.ts';
import { now, today } from './portal.ts';

/** What an assessor releases. `assessmentId` is made when the form is shown: sent twice, it is kept once. */
export interface Release {
  readonly viewer: Pick<Viewer, 'id'>;
  readonly submissionId: string;
  readonly assessmentId: string;
  /** What stood when her page was shown, from `shownStanding`. */
  readonly shownAssessmentId: string;
  /** The revision of her draft that she was shown; null where nothing was held. */
  readonly draftRevision: number | null;
  readonly decisions: readonly Decision[];
  readonly comment: string;
  readonly notes: readonly Annotation[];
  /** Why passages in it that look like a real person's may stay. */
  readonly justifications?: readonly Justification[];
}

/** What a form that arrived before came to; null for a new one. Throws `conflict` for the id of somebody else's, or of another submission. */
async function keptBefore(tx: Writer, { viewer, assessmentId, submissionId }: Release) {
  const kept = await findAssessment(tx, assessmentId);
  if (!kept) return null;
  if (kept.submissionId !== submissionId || kept.assessorId !== viewer.id) throw new Refusal('conflict');
  return { submissionId, outcome: kept.outcome, needsCountersign: kept.needsCountersign };
}

/** The decisions under criteria that are signed off on this submission: they stay as they are. */
export async function lockedDecisions(
  db: Parameters<typeof listDecisions>[0],
  { signedCriteria }: Pick<SubmissionRecord, 'signedCriteria'>,
): Promise<Decision[]> {
  const ids = [...new Set(signedCriteria.map(({ assessmentId }) => assessmentId))];
  const decided = await Promise.all(
    ids.map(async (id) => (await listDecisions(db, id)).map((decision) => ({ ...decision, assessmentId: id }))),
  );
  return lockedAmong(signedCriteria, decided.flat());
}

/** Everything the rule asks about, as it is inside the transaction. */
async function factsOf(tx: Writer, release: Release) {
  const found = await findSubmission(tx, release.submissionId);
  if (!found) throw new Refusal('not_found');
  const assessed = await listAssessedBy(tx, release.viewer.id, today());
  const newest = (await listSubmissionsOfEvidence(tx, found.evidenceId)).at(-1);
  return {
    ...release,
    viewer: { id: release.viewer.id, assessorOf: assessed },
    submission: { ...found, criteria: found.claims },
    newestSubmissionId: newest?.id ?? found.id,
    signOff: found.signOff,
    standing: found.assessment,
    locked: await lockedDecisions(tx, found),
  };
}

async function refuseChangedDraft(tx: Writer, { viewer, submissionId, draftRevision }: Release): Promise<void> {
  const held = await findAssessmentDraft(tx, { submissionId, assessorId: viewer.id });
  if (draftRevision === null || (held?.revision ?? 0) === draftRevision) return;
  throw new Refusal('conflict', {
    words:
      'You changed this in another tab or on another device after this page was shown. Look at it again, then release it.',
  });
}

/**
 * Releases an assessment to its trainee: decisions, feedback, notes and reasons, in format 3, with every rule asked again. An assessor in
 * training needs a countersignature before it counts. Her draft goes. A repeat changes nothing. Throws what `decisionProblems` says,
 * and `conflict` where her draft is not the one she was shown.
 */
export async function releaseAssessment(tx: Writer, release: Release) {
  const kept = await keptBefore(tx, release);
  if (kept) return kept;
  const facts = await factsOf(tx, release);
  const refusal = decisionProblems(facts);
  if (refusal) throw refusal;
  await refuseChangedDraft(tx, release);
  const { submissionId, viewer } = release;
  const decisions = decisionsToKeep(facts);
  const unchecked = uncheckedWitness({
    kind: facts.submission.kind,
    decisions,
    check: await findWitnessCheck(tx, facts.submission.evidenceId),
  });
  if (unchecked) throw unchecked;
  const outcome = assessmentOutcome(decisions);
  const standings = await listAssessorStandings(tx, [viewer.id]);
  const { needsCountersign } = standingOnDay(standings, viewer.id, today());
  await insertRelease(tx, {
    id: release.assessmentId,
    submissionId,
    assessorId: viewer.id,
    outcome,
    comment: release.comment,
    assessedAt: now(),
    format: 3,
    needsCountersign,
    decisions,
    notes: inOrder(release.notes),
  });
  const { assessmentId: recordId, justifications = [] } = release;
  const { evidenceId, traineeId } = facts.submission;
  await insertWordJustifications(tx, { wordsOf: 'assessment', recordId, evidenceId, justifications });
  await deleteAssessmentDraft(tx, { submissionId, assessorId: viewer.id });
  const counts = outcome === 'returned' && !needsCountersign;
  if (counts) await tellReturned(tx, { traineeId, evidenceId, assessmentId: recordId });
  return { submissionId, outcome, needsCountersign };
}
