import { type RecordSignatureBody, signed, type SignerFacts } from './entryBody.ts';

/** What is signed and for which part, beside who signs it. */
export type RecordSignatureFacts = Pick<
  RecordSignatureBody,
  'submissionId' | 'submissionSha256' | 'part' | 'wordsSha256' | 'reasonsSha256'
>;

/** Puts the body of a signature under an observation or a discussion together. Whether it may be signed is `recordSignProblem`. */
export function recordSignatureBody(signer: SignerFacts, facts: RecordSignatureFacts): RecordSignatureBody {
  const { submissionId, submissionSha256, part, wordsSha256, reasonsSha256 } = facts;
  return {
    ...signed(signer),
    type: 'record_signature',
    submissionId,
    submissionSha256,
    part,
    wordsSha256,
    reasonsSha256,
  };
}
