import { type PortfolioSignOffBody, signed, type SignerFacts } from './entryBody.ts';

/** What is signed, beside who signs it. */
export type PortfolioSignOffFacts = Omit<PortfolioSignOffBody, keyof ReturnType<typeof signed> | 'type'>;

/** Puts the body of a signature under a criterion, a unit or the qualification together. Whether it may be signed is `criterionProblem` and its like. */
export function portfolioSignOffBody(signer: SignerFacts, facts: PortfolioSignOffFacts): PortfolioSignOffBody {
  return {
    ...signed(signer),
    type: 'portfolio_sign_off',
    signOffId: facts.signOffId,
    subject: facts.subject,
    subjectId: facts.subjectId,
    qualificationVersion: facts.qualificationVersion,
    wordingSha256: facts.wordingSha256,
    round: facts.round,
    basis: basisInOrder(facts.basis),
    rests: [...new Set(facts.rests)].sort((a, b) => a - b),
  };
}

/** By the id of the assessment, as text: the one order that writer and verifier agree on. */
export function basisInOrder(basis: PortfolioSignOffBody['basis']): PortfolioSignOffBody['basis'] {
  return basis
    .map(({ assessmentId, assessmentSha256, submissionId, submissionSha256 }) => ({
      assessmentId,
      assessmentSha256,
      submissionId,
      submissionSha256,
    }))
    .sort((a, b) => (a.assessmentId < b.assessmentId ? -1 : 1));
}
