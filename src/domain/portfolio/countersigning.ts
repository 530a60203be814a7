import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import { isKeepable } from './keepable.ts';
import { stalePassword } from './signing.ts';
import type { CountersignOutcome } from './words.ts';

/** Characters in which a colleague says what she thinks of the decisions. */
export const COUNTERSIGN_WORDS_MAX = 2_000;

export interface CountersignFacts {
  readonly viewer: Pick<Viewer, 'id' | 'countersignerOf'>;
  readonly traineeId: string;
  readonly assessment: {
    readonly assessorId: string;
    readonly needsCountersign: boolean;
    /** Of its submission, and that of its evidence. */
    readonly isNewest: boolean;
    readonly isWithdrawn: boolean;
    readonly sha256: string;
  };
  readonly countersignature: { readonly personId: string; readonly personName: string } | null;
  readonly outcome: CountersignOutcome;
  readonly words: string;
  /** SHA-256 of the assessment that stood on the page she signed. */
  readonly shownSha256: string;
  readonly factorAt: Date;
  readonly at: Date;
}

const conflict = (words: string) => new Refusal('conflict', { words });

/**
 * Why she cannot countersign this, or null. `not_found` where she is not the one who countersigns this assessor now (nobody
 * countersigns her own decisions, and no trainee those about herself), `bad_input` with the field `words`, `fresh_password`, else
 * `conflict`. Sending back needs words; agreeing may have some.
 */
export function countersignProblem(facts: CountersignFacts): Refusal | null {
  const { viewer, traineeId, assessment, outcome, words, factorAt, at } = facts;
  const isHers = viewer.countersignerOf.includes(assessment.assessorId) && viewer.id !== assessment.assessorId;
  if (!isHers || viewer.id === traineeId || !assessment.needsCountersign) return new Refusal('not_found');
  const closed = closedProblem(facts);
  if (closed) return closed;
  const problem = wordsProblem(outcome, words);
  if (problem) return new Refusal('bad_input', { fields: { words: problem } });
  return stalePassword(factorAt, at);
}

function closedProblem({ assessment, countersignature, shownSha256 }: CountersignFacts): Refusal | null {
  if (countersignature)
    return conflict(
      `${countersignature.personName} has countersigned these decisions already. Nothing is left to sign.`,
    );
  if (assessment.isWithdrawn) return conflict('The trainee has taken this evidence back. Nothing is left to sign.');
  if (!assessment.isNewest) return conflict('There is a newer decision, or newer evidence. Look at that one.');
  if (assessment.sha256 !== shownSha256)
    return conflict('The decisions changed after you opened this page. Read them again, then sign.');
  return null;
}

function wordsProblem(outcome: CountersignOutcome, words: string): string | null {
  if (outcome === 'sent_back' && words.trim() === '') return 'Say what your colleague looks at again';
  if (words.length > COUNTERSIGN_WORDS_MAX)
    return `Keep it under ${COUNTERSIGN_WORDS_MAX.toLocaleString('en-GB')} characters; nothing was cut off`;
  return isKeepable(words) ? null : 'There is a character in it that cannot be kept';
}
