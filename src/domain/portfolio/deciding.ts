import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import { type Annotation, annotationProblems } from './annotations.ts';
import type { DecisionStanding } from './evidenceState.ts';
import { isKeepable } from './keepable.ts';
import { CRITERION_OUTCOMES, type AssessmentOutcome, type CriterionOutcome } from './words.ts';

/** Characters of feedback on one criterion, and of the comment on the whole. */
export const FEEDBACK_MAX = 2_000;

export interface Decision {
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  readonly feedback: string;
}

/** The newest assessment of a submission. */
export interface StandingAssessment {
  readonly id: string;
  readonly assessorId: string;
  readonly assessorName: string;
  readonly standing: DecisionStanding;
}

export interface DecisionFacts {
  readonly viewer: Pick<Viewer, 'id' | 'assessorOf'>;
  readonly submission: {
    readonly id: string;
    readonly traineeId: string;
    readonly criteria: readonly string[];
    readonly text: string;
    readonly withdrawnAt: Date | null;
    /** An observation or a discussion that not both have signed. */
    readonly awaitsSignatures: boolean;
  };
  /** Of the same piece of evidence; another id means that this one is out of date. */
  readonly newestSubmissionId: string;
  readonly signOff: object | null;
  readonly standing: StandingAssessment | null;
  /** What stood when the page was shown, from `shownStanding`. */
  readonly shownAssessmentId: string;
  /** What was decided before on criteria that are signed off on this submission. */
  readonly locked: readonly Decision[];
  readonly decisions: readonly Decision[];
  readonly comment: string;
  readonly notes: readonly Annotation[];
}

/** What decisions come to: every claim met, else back to the trainee. No decisions: back. */
export function assessmentOutcome(decisions: readonly { outcome: CriterionOutcome }[]): AssessmentOutcome {
  return decisions.length > 0 && decisions.every(({ outcome }) => outcome === 'met') ? 'to_sign' : 'returned';
}

/**
 * Why these decisions cannot be released, or null. `not_found` where she does not assess this trainee (nobody decides on her own),
 * `conflict` where nobody may decide now, somebody else just did, or a signature holds a decision; else `bad_input` with the fields
 * `decision-3.2`, `feedback-3.2`, `comment` and `note-0-12`.
 */
export function decisionProblems(facts: DecisionFacts): Refusal | null {
  return (
    mayAssess(facts.viewer, facts.submission) ?? closed(facts) ?? notOpen(facts) ?? overtaken(facts) ?? unusable(facts)
  );
}

/** Assigned to this trainee now, and not this trainee. */
export function mayAssess(viewer: DecisionFacts['viewer'], { traineeId }: { traineeId: string }): Refusal | null {
  return viewer.id !== traineeId && viewer.assessorOf.includes(traineeId) ? null : new Refusal('not_found');
}

/** Signed off whole, as it was done before, or overtaken by a newer submission. */
export function closed({
  submission,
  newestSubmissionId,
  signOff,
}: {
  readonly submission: { readonly id: string };
  readonly newestSubmissionId: string;
  readonly signOff: object | null;
}): Refusal | null {
  if (signOff) return conflict('This submission has been signed off, so nothing about it can change.');
  return submission.id === newestSubmissionId
    ? null
    : conflict('There is a newer submission of this evidence. Look at that one.');
}

/** Why nobody can decide on a submission as it stands, or null; `conflict`. */
export function notOpen({
  submission: { withdrawnAt, awaitsSignatures },
  standing,
  locked,
}: Pick<DecisionFacts, 'standing' | 'locked'> & {
  readonly submission: Pick<DecisionFacts['submission'], 'withdrawnAt' | 'awaitsSignatures'>;
}): Refusal | null {
  if (withdrawnAt !== null) return conflict('The trainee took this back before anybody decided on it.');
  if (awaitsSignatures) return conflict('This record waits for a signature. It is assessed once both have signed it.');
  const [first] = locked;
  const isOpen = standing === null || isReopened(standing);
  if (isOpen || !first) return null;
  return conflict(
    `Criterion ${first.criterionId} is signed off on these decisions. A quality assurer opens that signature first, then they can change.`,
  );
}

/** Sent back by a colleague, or a quality assurer did not agree: it waits for decisions again. */
export function isReopened({ standing }: { readonly standing: DecisionStanding }): boolean {
  return standing === 'reopened' || standing === 'sent_back';
}

/**
 * What a form carries of the assessment that stands: its id, and whether somebody opened it again, so that a "no" that comes
 * meanwhile is read before it is answered. Empty where nobody has decided yet.
 */
export function shownStanding(standing: Pick<StandingAssessment, 'id' | 'standing'> | null): string {
  if (!standing) return '';
  const isOpen = standing.standing === 'reopened' || standing.standing === 'sent_back';
  return isOpen ? `${standing.id} ${standing.standing}` : standing.id;
}

function overtaken({ standing, shownAssessmentId, viewer }: DecisionFacts): Refusal | null {
  if (shownStanding(standing) === shownAssessmentId) return null;
  if (standing && shownAssessmentId === standing.id)
    return conflict(
      'A colleague opened these decisions again after you opened the page. Read why, then release. What you wrote is kept as your draft.',
    );
  const who = standing?.assessorId === viewer.id ? 'You' : (standing?.assessorName ?? 'Somebody');
  return conflict(
    `${who} decided on this after you opened the page. Nothing of this form was released; what you wrote is kept as your draft.`,
  );
}

function unusable({ submission, decisions, locked, comment, notes }: DecisionFacts): Refusal | null {
  const fields: Record<string, string> = {};
  for (const id of submission.criteria) {
    const made = decisions.filter(({ criterionId }) => criterionId === id);
    const kept = locked.find(({ criterionId }) => criterionId === id);
    Object.assign(fields, kept ? lockedFields(kept, made) : criterionFields(id, made));
  }
  const stranger = decisions.find(({ criterionId }) => !submission.criteria.includes(criterionId));
  if (stranger)
    fields[`decision-${stranger.criterionId}`] = `Criterion ${stranger.criterionId} is not claimed by this submission`;
  if (comment.length > FEEDBACK_MAX) fields.comment = tooLong('Comment');
  else if (!isKeepable(comment)) fields.comment = 'Comment has a character in it that cannot be kept';
  Object.assign(fields, annotationProblems(submission.text, notes));
  return Object.keys(fields).length > 0 ? new Refusal('bad_input', { fields }) : null;
}

/** A decision under a signature stays as it is, and nobody needs to send it again. */
function lockedFields({ criterionId, outcome }: Decision, made: readonly Decision[]): Record<string, string> {
  return made.every((decision) => decision.outcome === outcome)
    ? {}
    : {
        [`decision-${criterionId}`]: `Criterion ${criterionId} is signed off with this evidence, so its decision stays`,
      };
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

/** Of some decisions those that signatures rest on, each once. `claims`: by the numbers of the version they were handed in under. */
export function lockedAmong(
  signed: readonly { readonly claims: readonly string[]; readonly assessmentId: string }[],
  decided: readonly (Decision & { readonly assessmentId: string })[],
): Decision[] {
  const locked = new Map<string, Decision>();
  for (const { claims, assessmentId } of signed)
    for (const { criterionId, outcome, feedback, assessmentId: id } of decided)
      if (id === assessmentId && claims.includes(criterionId))
        locked.set(criterionId, { criterionId, outcome, feedback });
  return [...locked.values()];
}

/** What is kept: the decisions that were sent, and those under a signature as they were. */
export function decisionsToKeep({ decisions, locked }: Pick<DecisionFacts, 'decisions' | 'locked'>): Decision[] {
  const held = new Set(locked.map(({ criterionId }) => criterionId));
  return [...decisions.filter(({ criterionId }) => !held.has(criterionId)), ...locked];
}

const conflict = (words: string) => new Refusal('conflict', { words });

function tooLong(what: string): string {
  return `${what} must be ${FEEDBACK_MAX.toLocaleString('en-GB')} characters or less`;
}
