import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import { isKeepable } from './keepable.ts';
import { CRITERION_OUTCOMES, type AssessmentOutcome, type CriterionOutcome } from './words.ts';

/** Characters of feedback on one criterion, and of the comment on the whole. */
export const FEEDBACK_MAX = 2_000;

export interface Decision {
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  readonly feedback: string;
}

export interface DecisionFacts {
  readonly viewer: Pick<Viewer, 'id' | 'assessorOf'>;
  readonly submission: { readonly id: string; readonly traineeId: string; readonly criteria: readonly string[] };
  /** Of the same piece of evidence; another id means that this one is out of date. */
  readonly newestSubmissionId: string;
  readonly signOff: object | null;
  readonly decisions: readonly Decision[];
  readonly comment: string;
}

/** What decisions come to: ready to sign when every one is `met`, else back to the trainee. No decisions: back. */
export function assessmentOutcome(decisions: readonly { outcome: CriterionOutcome }[]): AssessmentOutcome {
  return decisions.length > 0 && decisions.every(({ outcome }) => outcome === 'met') ? 'to_sign' : 'returned';
}

/**
 * Why these decisions cannot be stored, or null. `not_found` where she does not assess this trainee (nobody decides on her own),
 * `conflict` where the submission is signed off or out of date, else `bad_input` with the fields `decision-3.2`, `feedback-3.2` and `comment`.
 */
export function decisionProblems(facts: DecisionFacts): Refusal | null {
  return mayAssess(facts.viewer, facts.submission) ?? closed(facts) ?? unusable(facts);
}

/** Assigned to this trainee now, and not this trainee. */
export function mayAssess(viewer: DecisionFacts['viewer'], { traineeId }: { traineeId: string }): Refusal | null {
  return viewer.id !== traineeId && viewer.assessorOf.includes(traineeId) ? null : new Refusal('not_found');
}

/** Signed off, or overtaken by a newer submission. */
export function closed({
  submission,
  newestSubmissionId,
  signOff,
}: Pick<DecisionFacts, 'submission' | 'newestSubmissionId' | 'signOff'>): Refusal | null {
  if (signOff)
    return new Refusal('conflict', { words: 'This submission has been signed off, so nothing about it can change.' });
  if (submission.id === newestSubmissionId) return null;
  return new Refusal('conflict', { words: 'There is a newer submission of this evidence. Look at that one.' });
}

function unusable({ submission, decisions, comment }: DecisionFacts): Refusal | null {
  const fields: Record<string, string> = {};
  for (const id of submission.criteria)
    Object.assign(
      fields,
      criterionFields(
        id,
        decisions.filter(({ criterionId }) => criterionId === id),
      ),
    );
  const stranger = decisions.find(({ criterionId }) => !submission.criteria.includes(criterionId));
  if (stranger)
    fields[`decision-${stranger.criterionId}`] = `Criterion ${stranger.criterionId} is not claimed by this submission`;
  if (comment.length > FEEDBACK_MAX) fields.comment = tooLong('Comment');
  else if (!isKeepable(comment)) fields.comment = 'Comment has a character in it that cannot be kept';
  return Object.keys(fields).length > 0 ? new Refusal('bad_input', { fields }) : null;
}

function criterionFields(id: string, [decision, ...more]: readonly Decision[]): Record<string, string> {
  if (!decision || more.length > 0 || !CRITERION_OUTCOMES.includes(decision.outcome)) {
    return { [`decision-${id}`]: `Choose one decision on criterion ${id}` };
  }
  const problem = feedbackProblem(id, decision);
  return problem ? { [`feedback-${id}`]: problem } : {};
}

function feedbackProblem(id: string, { outcome, feedback }: Decision): string | null {
  if (outcome !== 'met' && feedback.trim() === '') return `Say what is missing for criterion ${id}`;
  if (feedback.length > FEEDBACK_MAX) return tooLong(`Feedback on criterion ${id}`);
  return isKeepable(feedback) ? null : `Feedback on criterion ${id} has a character in it that cannot be kept`;
}

function tooLong(what: string): string {
  return `${what} must be ${FEEDBACK_MAX.toLocaleString('en-GB')} characters or less`;
}
