import type { CriterionOutcome } from '../portfolio/words.ts';
import type { ReviewPart } from '../supervision/words.ts';
import { wholeSecond } from './wholeSecond.ts';

/** A signature under an assessment, as it goes into the ledger. Ids and hashes only: nothing here says who anybody is. */
export type SignOffBody = {
  readonly type: 'sign_off';
  readonly version: 1;
  readonly signedBy: string;
  /** A short hash of the session it was signed in. */
  readonly sessionRef: string;
  readonly factor: 'password';
  /** When that factor was last checked, UTC, whole seconds. */
  readonly factorAt: string;
  readonly traineeId: string;
  readonly submissionId: string;
  readonly submissionNumber: number;
  /** SHA-256 of the snapshot, hex: what was read. */
  readonly submissionSha256: string;
  readonly assessmentId: string;
  /** SHA-256 of the assessment, hex: who decided what, with every word of feedback. */
  readonly assessmentSha256: string;
  /** In the order of their ids as text. */
  readonly criteria: readonly { readonly id: string; readonly outcome: CriterionOutcome }[];
  readonly qualificationVersion: string;
  readonly reason: string | null;
  /** When it was signed, UTC, whole seconds. */
  readonly at: string;
};

/** A signature under a supervision review, as it goes into the ledger: one entry for each of the three. Ids and hashes only. */
export type SupervisionSignatureBody = {
  readonly type: 'supervision_signature';
  readonly version: 1;
  readonly signedBy: string;
  readonly sessionRef: string;
  readonly factor: 'password';
  readonly factorAt: string;
  readonly traineeId: string;
  readonly reviewId: string;
  /** SHA-256 of the record, hex: agenda, notes and actions, as they were read. */
  readonly reviewSha256: string;
  /** As whom she signed. */
  readonly part: ReviewPart;
  readonly at: string;
};

export type LedgerBody = SignOffBody | SupervisionSignatureBody;

export interface SignOffFacts {
  readonly viewerId: string;
  readonly sessionRef: string;
  readonly factorAt: Date;
  readonly submission: {
    readonly id: string;
    readonly number: number;
    readonly traineeId: string;
    readonly sha256: string;
    readonly qualificationVersion: string;
  };
  readonly assessment: {
    readonly id: string;
    readonly sha256: string;
    readonly decisions: readonly { readonly criterionId: string; readonly outcome: CriterionOutcome }[];
  };
  readonly at: Date;
  readonly reason?: string | null;
}

/** Puts the body of a sign-off together. Whether it may be signed is `signProblems`. */
export function signOffBody({ submission, assessment, ...signature }: SignOffFacts): SignOffBody {
  return {
    type: 'sign_off',
    version: 1,
    signedBy: signature.viewerId,
    sessionRef: signature.sessionRef,
    factor: 'password',
    factorAt: wholeSecond(signature.factorAt),
    traineeId: submission.traineeId,
    submissionId: submission.id,
    submissionNumber: submission.number,
    submissionSha256: submission.sha256,
    assessmentId: assessment.id,
    assessmentSha256: assessment.sha256,
    criteria: decidedCriteria(assessment.decisions),
    qualificationVersion: submission.qualificationVersion,
    reason: signature.reason ?? null,
    at: wholeSecond(signature.at),
  };
}

function decidedCriteria(decisions: SignOffFacts['assessment']['decisions']): SignOffBody['criteria'] {
  const criteria = decisions.map(({ criterionId, outcome }) => ({ id: criterionId, outcome }));
  return criteria.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface SupervisionSignatureFacts {
  readonly viewerId: string;
  readonly sessionRef: string;
  readonly factorAt: Date;
  readonly review: { readonly id: string; readonly traineeId: string; readonly sha256: string };
  readonly part: ReviewPart;
  readonly at: Date;
}

/** Puts the body of a signature under a review together. Whether it may be signed is `reviewSignProblems`. */
export function supervisionSignatureBody({
  review,
  ...signature
}: SupervisionSignatureFacts): SupervisionSignatureBody {
  return {
    type: 'supervision_signature',
    version: 1,
    signedBy: signature.viewerId,
    sessionRef: signature.sessionRef,
    factor: 'password',
    factorAt: wholeSecond(signature.factorAt),
    traineeId: review.traineeId,
    reviewId: review.id,
    reviewSha256: review.sha256,
    part: signature.part,
    at: wholeSecond(signature.at),
  };
}
