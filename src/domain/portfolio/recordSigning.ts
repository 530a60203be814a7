import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import { isKeepable } from './keepable.ts';
import { stalePassword } from './signing.ts';
import type { RecordPart } from './words.ts';

/** Characters that a trainee may add to a record that her assessor wrote. */
export const RECORD_WORDS_MAX = 2_000;

export interface RecordSignFacts {
  readonly viewer: Pick<Viewer, 'id' | 'assessorOf'>;
  /** An observation or a discussion; `writerId` null for evidence that the trainee wrote herself. */
  readonly record: {
    readonly traineeId: string;
    readonly writerId: string | null;
    readonly sha256: string;
    readonly isNewest: boolean;
    readonly isWithdrawn: boolean;
    readonly signatures: readonly {
      readonly part: RecordPart;
      readonly personId: string;
      readonly personName: string;
    }[];
  };
  readonly part: RecordPart;
  /** SHA-256 of the record that stood on the page she signed. */
  readonly shownSha256: string;
  readonly words: string;
  readonly factorAt: Date;
  readonly at: Date;
}

const conflict = (words: string) => new Refusal('conflict', { words });

/** Whether this very person has signed for this very part: the same form again changes nothing. */
export function hasSignedPart({ viewer, part, record }: Pick<RecordSignFacts, 'viewer' | 'part' | 'record'>): boolean {
  return record.signatures.some((signature) => signature.part === part && signature.personId === viewer.id);
}

/**
 * Why she cannot sign this record for that part, or null. `not_found` for a part that is not hers, `fresh_password` where the password
 * was given too long ago, `bad_input` with the field `words`, else `conflict`. The assessor who wrote it signs first, then the trainee.
 */
export function recordSignProblem(facts: RecordSignFacts): Refusal | null {
  const { record, part, words, shownSha256, factorAt, at } = facts;
  if (!isHerPart(facts)) return new Refusal('not_found');
  if (record.isWithdrawn || !record.isNewest)
    return conflict('This record was taken back or written anew after you opened this page. Look at the newest one.');
  const taken = record.signatures.find((signature) => signature.part === part);
  if (taken) return conflict(`${taken.personName} has signed this record already. Nothing is left to sign.`);
  if (part === 'trainee' && record.signatures.every((signature) => signature.part !== 'assessor'))
    return conflict('The assessor who wrote this record signs it first.');
  if (record.sha256 !== shownSha256)
    return conflict('The record changed after you opened this page. Read it again, then sign.');
  const problem = wordsProblem(words);
  if (problem) return new Refusal('bad_input', { fields: { words: problem } });
  return stalePassword(factorAt, at);
}

function isHerPart({ viewer, record, part }: RecordSignFacts): boolean {
  const { writerId, traineeId } = record;
  if (writerId === null || writerId === traineeId) return false;
  if (part === 'trainee') return viewer.id === traineeId;
  return viewer.id === writerId && viewer.assessorOf.includes(traineeId);
}

function wordsProblem(words: string): string | null {
  if (words.length > RECORD_WORDS_MAX)
    return `Keep it under ${RECORD_WORDS_MAX.toLocaleString('en-GB')} characters; nothing was cut off`;
  return isKeepable(words) ? null : 'There is a character in it that cannot be kept';
}
