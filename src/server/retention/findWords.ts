import { findReview } from '#db/queries/supervisionReviews.ts';
import {
  emptyWords,
  findSignedWords,
  findWitnessContact,
  hasSignedWords,
  readWords,
  type WordGroup,
} from '#db/queries/retentionWords.ts';
import { listWordReasons } from '#db/queries/wordJustifications.ts';
import type { Reader, Writer } from '#db/client.ts';
import { canonicalJson } from '#src/domain/ledger/canonicalJson.ts';
import { wordReasonsText } from '#src/domain/personalData/hashedReasons.ts';
import { reviewHash, sha256 } from '#src/server/ledger/hashes.ts';
import type { Found } from './find.ts';

type Hash = Pick<Found, 'sha256' | 'isChanged'>;
type Words = Awaited<ReturnType<typeof readWords>>;

const NO_HASH: Hash = { sha256: null, isChanged: false };

/** Groups of which nothing is kept but when and why: a hash of a name or of a few private words could be tried out. */
const WITHOUT_HASH: readonly WordGroup[] = ['witness_contact', 'work_record', 'own_writing'];

/** A review whose signatures hold a hash is held against each of them; one that nobody signed has none. */
async function reviewHashOf(db: Reader, reviewId: string): Promise<Hash> {
  const review = await findReview(db, reviewId);
  if (!review) return NO_HASH;
  const hash = reviewHash(review);
  return { sha256: hash, isChanged: review.signatures.some((signature) => signature.sha256 !== hash) };
}

/** The hash that stands in for words: the one the ledger holds, or, where none was ever signed, one made of them now. */
async function hashOf(
  db: Reader,
  kind: WordGroup,
  { recordId, words }: { recordId: string; words: Words },
): Promise<Hash> {
  if (WITHOUT_HASH.includes(kind)) return NO_HASH;
  if (kind === 'supervision') return reviewHashOf(db, recordId);
  if (!hasSignedWords(kind)) {
    const text = canonicalJson({ label: 'pqip-removed-words-v1', kind, recordId, words });
    return { sha256: sha256(text), isChanged: false };
  }
  const signed = await findSignedWords(db, kind, recordId);
  if (!signed) return { sha256: null, isChanged: true };
  const isChanged = sha256(signed.words) !== signed.sha256 || !(await givesReasons(db, recordId, signed.reasonsSha256));
  return { sha256: signed.sha256, isChanged };
}

/** Whether the reasons beside what was added to a signature are those of the entry; one from before reasons were hashed names none. */
async function givesReasons(db: Reader, recordId: string, signed: string | null): Promise<boolean> {
  if (signed === null) return true;
  const reasons = await listWordReasons(db, { wordsOf: 'record_words', recordId });
  return sha256(wordReasonsText(reasons)) === signed;
}

/** A record of which only words go; null where none are left. */
export async function findWordRecord(tx: Writer, kind: WordGroup, recordId: string): Promise<Found | null> {
  const words = await readWords(tx, kind, recordId);
  if (words.length === 0) return null;
  const hash = await hashOf(tx, kind, { recordId, words });
  const evidenceId = kind === 'witness_contact' ? await findWitnessContact(tx, recordId) : null;
  return { evidenceId, ...hash, empty: () => emptyWords(tx, kind, recordId) };
}
