import { daysBetween, londonDay } from '../calendar.ts';
import { assessmentOutcome } from './deciding.ts';
import { currentIds, type Qualifications } from './versions.ts';
import type { AssessmentOutcome, CountersignOutcome, CriterionOutcome } from './words.ts';

/** Where a piece of evidence stands. Worked out from its rows, stored nowhere. */
export const EVIDENCE_STATES = [
  'returned',
  'draft',
  'to_sign_both',
  'submitted',
  'to_countersign',
  'accepted',
  'signed_off',
] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What happens next, said to the trainee. What a state is called, and its shape, is told with the other statuses of the portal. */
export const NEXT_STEPS: Readonly<Record<EvidenceState, string>> = {
  draft: 'Only you can see it. Submit it when it is ready.',
  to_sign_both: 'Your assessor wrote it down and has signed. Read it, then sign it or say what is not right.',
  submitted: 'Your assessor decides on each criterion.',
  to_countersign: 'Your assessor has decided. A qualified colleague looks at the decisions before they count.',
  returned: 'Read the feedback, change your evidence and submit it again.',
  accepted: 'Every criterion is met here. Your assessor signs a criterion off once enough is shown for it.',
  signed_off: 'Nothing more to do. It counts towards your criteria.',
};

/** Whether the decisions of an assessment count, and why not. */
export type DecisionStanding = 'counts' | 'to_countersign' | 'sent_back' | 'reopened';

/** The newest submission of an item, as far as its state depends on it. */
export interface StateFacts {
  readonly isWithdrawn: boolean;
  /** An observation or a discussion that the assessor wrote down and not both have signed. */
  readonly awaitsSignatures: boolean;
  /** Its newest assessment. */
  readonly assessment: { readonly outcome: AssessmentOutcome; readonly standing: DecisionStanding } | null;
  /** Every criterion it claims that is still there is signed off, or it was signed whole as it was done before. */
  readonly isSignedOff: boolean;
}

/** What a decision says of one criterion, by the number that the snapshot has. */
interface Decided {
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  /** What a quality assurer said of it, if one looked. */
  readonly verification: 'agree' | 'reject' | null;
}

/** A snapshot as far as its state depends on it. */
export interface RecordedSnapshot {
  readonly qualificationVersion: string;
  readonly withdrawnAt: Date | null;
  readonly awaitsSignatures: boolean;
  readonly assessment: (NonNullable<StateFacts['assessment']> & { readonly decisions: readonly Decided[] }) | null;
  readonly claims: readonly string[];
  /** `claims`: of this snapshot, by the numbers of its own version, whatever they are called today. */
  readonly signedCriteria: readonly { readonly claims: readonly string[] }[];
  readonly signOff: object | null;
}

/**
 * The facts in a submission as the database tells of it. A criterion that was dropped since counts no more: neither its signature is
 * waited for, nor a decision on it that was not "met". Where nothing of what it claims is left, it stands as it stood.
 */
export function stateFacts(recorded: RecordedSnapshot, qualifications: Qualifications): StateFacts {
  const { qualificationVersion: version, withdrawnAt, awaitsSignatures, claims, signedCriteria, signOff } = recorded;
  const there = claims.filter((id) => currentIds(qualifications, { version, id }).length > 0);
  const asked = there.length > 0 ? there : claims;
  const signed = new Set(signedCriteria.flatMap((one) => one.claims));
  return {
    isWithdrawn: withdrawnAt !== null,
    awaitsSignatures,
    assessment: recorded.assessment && assessedOn(asked, recorded.assessment),
    isSignedOff: signOff !== null || (asked.length > 0 && asked.every((id) => signed.has(id))),
  };
}

/** An assessment as far as it is about some criteria; whole where it decided on none of them. */
function assessedOn(
  criteria: readonly string[],
  { outcome, standing, decisions }: NonNullable<RecordedSnapshot['assessment']>,
): StateFacts['assessment'] {
  const about = decisions.filter(({ criterionId }) => criteria.includes(criterionId));
  if (about.length === 0 || about.length === decisions.length) return { outcome, standing };
  const isOpen = standing !== 'reopened' || about.some(({ verification }) => verification === 'reject');
  return { outcome: assessmentOutcome(about), standing: isOpen ? standing : 'counts' };
}

interface Countersigned {
  readonly needsCountersign: boolean;
  /** What a colleague said, null while nobody has. */
  readonly countersigned: CountersignOutcome | null;
  /** What the newest look of a quality assurer said of each criterion. */
  readonly said: readonly ('agree' | 'reject')[];
}

/** Whether decisions count: not while a colleague has to countersign them, not once they were sent back or not agreed with. */
export function decisionStanding({ needsCountersign, countersigned, said }: Countersigned): DecisionStanding {
  if (said.includes('reject')) return 'reopened';
  if (countersigned === 'sent_back') return 'sent_back';
  return needsCountersign && countersigned === null ? 'to_countersign' : 'counts';
}

/** The state of one item; null: nothing was handed in. What was withdrawn is a draft again, what was opened again waits again. */
export function evidenceState(newest: StateFacts | null): EvidenceState {
  if (!newest || newest.isWithdrawn) return 'draft';
  if (newest.isSignedOff) return 'signed_off';
  if (newest.awaitsSignatures) return 'to_sign_both';
  return newest.assessment ? assessedState(newest.assessment) : 'submitted';
}

function assessedState({ outcome, standing }: NonNullable<StateFacts['assessment']>): EvidenceState {
  if (standing === 'reopened' || standing === 'sent_back') return 'submitted';
  if (standing === 'to_countersign') return 'to_countersign';
  return outcome === 'returned' ? 'returned' : 'accepted';
}

/** True where the live text was saved after the snapshot that was handed in, so that the two may differ. */
export function changedSinceSubmission(item: { savedAt: Date }, submission: { submittedAt: Date } | null): boolean {
  return submission !== null && item.savedAt > submission.submittedAt;
}

/** Whole days that a submission has waited, by the calendar in London; 0 on the day itself. `today` is the programme day. */
export function waitingDays(submittedAt: Date, today: string): number {
  return Math.max(0, daysBetween(londonDay(submittedAt), today));
}
