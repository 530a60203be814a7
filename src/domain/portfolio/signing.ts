import type { Viewer } from '../access/viewer.ts';
import { needsFreshPassword } from '../accounts/limits.ts';
import { Refusal } from '../errors.ts';
import { assessmentOutcome, closed, mayAssess } from './deciding.ts';
import type { AssessmentOutcome, CriterionOutcome } from './words.ts';

export interface SignFacts {
  readonly viewer: Pick<Viewer, 'id' | 'assessorOf'>;
  readonly submission: { readonly id: string; readonly traineeId: string; readonly criteria: readonly string[] };
  readonly newestSubmissionId: string;
  /** The newest of this submission. */
  readonly assessment: {
    readonly id: string;
    readonly submissionId: string;
    readonly assessorId: string;
    readonly outcome: AssessmentOutcome;
    readonly decisions: readonly { readonly criterionId: string; readonly outcome: CriterionOutcome }[];
  } | null;
  /** The assessment that stood on the page she signed. */
  readonly shownAssessmentId: string;
  readonly signOff: object | null;
  /** When her password was last checked. */
  readonly factorAt: Date;
  readonly at: Date;
}

/**
 * Why this cannot be signed, or null. Asked before the page is shown and again inside the transaction.
 * `not_found` where she does not assess this trainee, `fresh_password` where the password was given too long ago, else `conflict`.
 */
export function signProblems(facts: SignFacts): Refusal | null {
  return (
    mayAssess(facts.viewer, facts.submission) ?? closed(facts) ?? assessmentProblem(facts) ?? passwordProblem(facts)
  );
}

function assessmentProblem({ assessment, viewer, submission, shownAssessmentId }: SignFacts): Refusal | null {
  if (assessment?.submissionId !== submission.id) return conflict('Decide on each criterion first, then sign.');
  if (assessment.id !== shownAssessmentId)
    return conflict('The decisions changed after you opened this page. Read them again, then sign.');
  if (assessment.assessorId !== viewer.id)
    return conflict('Another assessor made these decisions. Make your own, then sign them.');
  return everyClaimIsMet(assessment, submission)
    ? null
    : conflict('Not every criterion is met, so there is nothing to sign.');
}

function everyClaimIsMet(
  { outcome, decisions }: NonNullable<SignFacts['assessment']>,
  { criteria }: SignFacts['submission'],
): boolean {
  const decided = new Set(decisions.map(({ criterionId }) => criterionId));
  const sameCriteria =
    decided.size === criteria.length && decisions.length === criteria.length && criteria.every((id) => decided.has(id));
  return outcome === 'to_sign' && sameCriteria && assessmentOutcome(decisions) === 'to_sign';
}

function passwordProblem({ factorAt, at }: SignFacts): Refusal | null {
  return needsFreshPassword({ authenticatedAt: factorAt }, at) ? new Refusal('fresh_password') : null;
}

function conflict(words: string): Refusal {
  return new Refusal('conflict', { words });
}
