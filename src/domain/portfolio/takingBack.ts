import { Refusal } from '../errors.ts';
import type { EvidenceState } from './evidenceState.ts';

interface WithdrawFacts {
  /** The newest snapshot of the evidence. */
  readonly submission: {
    readonly isNewest: boolean;
    readonly withdrawnAt: Date | null;
    readonly assessment: object | null;
    readonly signOff: object | null;
    readonly writer: object | null;
  };
}

/** Why a snapshot cannot be taken back, or null. Only before anybody decided on it; a record of two signatures is sent back instead. */
export function withdrawProblem({ submission }: WithdrawFacts): Refusal | null {
  const no = (words: string) => new Refusal('conflict', { words });
  if (submission.withdrawnAt !== null) return no('This version was withdrawn before.');
  if (submission.assessment !== null || submission.signOff !== null)
    return no('Your assessor has decided on it in the meantime, so it can no longer be withdrawn.');
  if (submission.writer !== null) return no('Your assessor wrote this down. Send it back where you sign it.');
  return submission.isNewest ? null : no('There is a newer version of this evidence.');
}

/** Whether she is offered to take it back. */
export const mayWithdraw = (facts: WithdrawFacts): boolean => withdrawProblem(facts) === null;

interface RemoveFacts {
  readonly state: EvidenceState;
  /** A signature rests on it, or did until it was opened again. */
  readonly isSigned: boolean;
  /** A quality assurer was given it to look at. */
  readonly isSampled: boolean;
}

/** Why a piece of evidence cannot be taken out of a portfolio, or null. */
export function removeProblem({ state, isSigned, isSampled }: RemoveFacts): Refusal | null {
  const no = (words: string) => new Refusal('conflict', { words });
  if (isSigned) return no('A signature rests on this evidence, so it stays in your portfolio.');
  if (isSampled) return no('A quality assurer was given this to look at, so it stays in your portfolio.');
  if (state === 'submitted' || state === 'to_countersign' || state === 'to_sign_both')
    return no('Your assessor has it. Withdraw it first, or wait until it comes back.');
  return null;
}

/** Whether she is offered to take it out. The check that counts is asked inside the transaction. */
export const mayRemove = (facts: RemoveFacts): boolean => removeProblem(facts) === null;
