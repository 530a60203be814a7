import { signed, type SignerFacts, type SignOffUnlockBody } from './entryBody.ts';

/** Which signature is opened, beside who opens it. */
export type SignOffUnlockFacts = Pick<SignOffUnlockBody, 'signOffId' | 'opens' | 'reasonSha256'>;

/** Puts the body of an unlocking together. Whether it may be opened is `unlockProblem`. */
export function signOffUnlockBody(signer: SignerFacts, facts: SignOffUnlockFacts): SignOffUnlockBody {
  const { signOffId, opens, reasonSha256 } = facts;
  return { ...signed(signer), type: 'sign_off_unlock', signOffId, opens, reasonSha256 };
}
