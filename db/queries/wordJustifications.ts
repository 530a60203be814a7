import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { wordJustifications } from '#db/schema/index.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import type { JustifiedWords } from '#src/domain/personalData/words.ts';

/** Words that are final once they are sent: whose kind, and by which id. */
export interface FinalWords {
  readonly wordsOf: JustifiedWords;
  /** Of the assessment, of the evidence that a witness wrote about, or the snapshot and the part that was signed: `ID trainee`. */
  readonly recordId: string;
}

const isOf = ({ wordsOf, recordId }: FinalWords) =>
  and(eq(wordJustifications.wordsOf, wordsOf), eq(wordJustifications.recordId, recordId));

/** Why passages in final words may stay, in the order of their positions. One query. */
export async function listWordReasons(db: Reader, words: FinalWords) {
  const { place, kind, reason } = wordJustifications;
  return db
    .select({ place, kind, reason })
    .from(wordJustifications)
    .where(isOf(words))
    .orderBy(asc(wordJustifications.position));
}

/** Keeps why passages may stand in words that are final: kinds and reasons, never what was found. What is there already stays as it is. */
export async function insertWordJustifications(
  tx: Writer,
  {
    evidenceId,
    justifications,
    ...words
  }: FinalWords & { evidenceId: string; justifications: readonly Justification[] },
): Promise<void> {
  if (justifications.length === 0 || (await tx.$count(wordJustifications, isOf(words))) > 0) return;
  await tx
    .insert(wordJustifications)
    .values(justifications.map((one, index) => ({ evidenceId, ...words, position: index + 1, ...one })));
}

/** Empties the reasons beside words that were removed; that there was one, and its kind, stays. */
export async function emptyWordReasons(tx: Writer, words: FinalWords): Promise<void> {
  await tx.update(wordJustifications).set({ reason: '' }).where(isOf(words));
}
