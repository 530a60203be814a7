import type { CountersignOutcome, CriterionOutcome, RecordPart, SignOffSubject } from '../portfolio/words.ts';
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

/** Who signs, in which session, by which factor: the same in every entry. */
type Signed = {
  readonly version: 1;
  readonly signedBy: string;
  readonly sessionRef: string;
  readonly factor: 'password';
  readonly factorAt: string;
  readonly traineeId: string;
  readonly at: string;
};

/** A signature under a criterion, a unit or the qualification. */
export type PortfolioSignOffBody = Signed & {
  readonly type: 'portfolio_sign_off';
  readonly signOffId: string;
  readonly subject: SignOffSubject;
  /** `all` for the qualification. */
  readonly subjectId: string;
  readonly qualificationVersion: string;
  /** SHA-256 of what is signed as it is worded: the canonical text of the criterion, the unit or the qualification, hex. */
  readonly wordingSha256: string;
  readonly round: number;
  /** Of a criterion: the decisions it rests on, by the id of the assessment. Else empty. */
  readonly basis: readonly {
    readonly assessmentId: string;
    readonly assessmentSha256: string;
    readonly submissionId: string;
    readonly submissionSha256: string;
  }[];
  /** Of a unit or the qualification: the entries of the signatures under it, in order. Else empty. */
  readonly rests: readonly number[];
};

/** A signature that a quality assurer opened again. `signedBy` is the quality assurer. */
export type SignOffUnlockBody = Signed & {
  readonly type: 'sign_off_unlock';
  readonly signOffId: string;
  /** The entry that is opened. */
  readonly opens: number;
  /** SHA-256 of the reason, hex; the words stand in their own table. */
  readonly reasonSha256: string;
};

/** A signature under an observation or a discussion that an assessor wrote down. */
export type RecordSignatureBody = Signed & {
  readonly type: 'record_signature';
  readonly submissionId: string;
  readonly submissionSha256: string;
  readonly part: RecordPart;
  /** SHA-256 of what the signer added, hex. */
  readonly wordsSha256: string;
  /** SHA-256 of why passages in it may stay, hex: `wordReasonsText`. Entries from before reasons were hashed have none. */
  readonly reasonsSha256: string;
};

/** What a qualified colleague says of the decisions of an assessor in training. */
export type CountersignatureBody = Signed & {
  readonly type: 'countersignature';
  readonly assessmentId: string;
  readonly assessmentSha256: string;
  readonly outcome: CountersignOutcome;
  readonly wordsSha256: string;
};

/** That a trainee took her whole portfolio with her. */
export type PortfolioExportBody = Signed & { readonly type: 'portfolio_export'; readonly exportId: string };

export type LedgerBody =
  | SignOffBody
  | SupervisionSignatureBody
  | PortfolioSignOffBody
  | SignOffUnlockBody
  | RecordSignatureBody
  | CountersignatureBody
  | PortfolioExportBody;

export interface SignerFacts {
  readonly viewerId: string;
  readonly sessionRef: string;
  readonly factorAt: Date;
  readonly traineeId: string;
  readonly at: Date;
}

/** The part of an entry that says who signs. */
export function signed({ viewerId, sessionRef, factorAt, traineeId, at }: SignerFacts): Signed {
  return {
    version: 1,
    signedBy: viewerId,
    sessionRef,
    factor: 'password',
    factorAt: wholeSecond(factorAt),
    traineeId,
    at: wholeSecond(at),
  };
}

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

/** Puts the body of a signature under a whole submission together, as it was done before criteria were signed off. None is added today. */
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
