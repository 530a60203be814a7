import { Refusal } from '../errors.ts';
import { isKeepable } from './keepable.ts';
import { stalePassword } from './signing.ts';

/** Characters of the reason for which a signature is opened again. */
export const UNLOCK_REASON_MAX = 1_000;

export interface UnlockFacts {
  readonly viewerId: string;
  readonly traineeId: string;
  /** She is a quality assurer with a piece in her sample that the signature rests on, in its own decisions or under it. */
  readonly samplesBasis: boolean;
  /** Whoever decided on, countersigned or signed what is opened, what it rests on, and what stands on it. */
  readonly decidedBy: readonly string[];
  readonly isOpenAlready: boolean;
  readonly reason: string;
  readonly factorAt: Date;
  readonly at: Date;
}

/**
 * Why she cannot open this signature again, or null. `not_found` where nothing it rests on is in her sample or the trainee is herself; `not_allowed`
 * where she decided or signed; `bad_input` with the field `reason`, `fresh_password`, `conflict` where it is open already.
 */
export function unlockProblem(facts: UnlockFacts): Refusal | null {
  const { viewerId, traineeId, samplesBasis, decidedBy, isOpenAlready, reason, factorAt, at } = facts;
  if (!samplesBasis || viewerId === traineeId) return new Refusal('not_found');
  if (decidedBy.includes(viewerId))
    return new Refusal('not_allowed', { words: 'You decided or signed here, so somebody else opens it again.' });
  if (isOpenAlready)
    return new Refusal('conflict', {
      words: 'This signature was opened again in the meantime. Nothing is left to do.',
    });
  const problem = reasonProblem(reason);
  if (problem) return new Refusal('bad_input', { fields: { reason: problem } });
  return stalePassword(factorAt, at);
}

function reasonProblem(reason: string): string | null {
  if (reason.trim() === '') return 'Say why the signature is opened again';
  if (reason.length > UNLOCK_REASON_MAX)
    return `Keep it under ${UNLOCK_REASON_MAX.toLocaleString('en-GB')} characters; nothing was cut off`;
  return isKeepable(reason) ? null : 'There is a character in it that cannot be kept';
}
