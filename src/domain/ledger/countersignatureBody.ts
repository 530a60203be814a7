import { type CountersignatureBody, signed, type SignerFacts } from './entryBody.ts';

/** Which assessment, and what is said of it, beside who says it. */
export type CountersignatureFacts = Pick<
  CountersignatureBody,
  'assessmentId' | 'assessmentSha256' | 'outcome' | 'wordsSha256'
>;

/** Puts the body of a countersignature together. Whether it may be given is `countersignProblem`. */
export function countersignatureBody(signer: SignerFacts, facts: CountersignatureFacts): CountersignatureBody {
  const { assessmentId, assessmentSha256, outcome, wordsSha256 } = facts;
  return { ...signed(signer), type: 'countersignature', assessmentId, assessmentSha256, outcome, wordsSha256 };
}
