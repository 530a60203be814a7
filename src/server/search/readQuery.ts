import { queryStems, wordsOf } from '#src/domain/search/words.ts';
import type { Synonym } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word that the content does not have, and the one that was looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface ReadQuery {
  /** For each word of the query that can be looked for, its readings: itself, or what it is most like. */
  readonly words: readonly (readonly string[])[];
  readonly corrections: readonly Correction[];
  /** Words to offer for those that are like nothing in the content. */
  readonly guesses: readonly string[];
  /** False where a word is like nothing in the content. */
  readonly isWhole: boolean;
}

function typedWord(query: string, stem: string): string {
  const word = wordsOf(query).find((one) => one.stem === stem);
  return word ? query.slice(word.start, word.end) : stem;
}

/** Works out what to look for. Words of other names in the glossary are known even where no text uses them. */
export function readQuery(query: string, vocabulary: Vocabulary, synonyms: readonly Synonym[]): ReadQuery {
  const named = new Set(synonyms.flatMap(({ stems }) => stems));
  const read = queryStems(query).map((stem) => {
    const isKnown = vocabulary.knows(stem) || named.has(stem);
    return { stem, isKnown, readings: isKnown ? [stem] : vocabulary.nearest(stem) };
  });
  return {
    words: read.map(({ readings }) => readings).filter((readings) => readings.length > 0),
    corrections: read.flatMap(({ stem, isKnown, readings: [meant] }) =>
      isKnown || meant === undefined ? [] : [{ typed: typedWord(query, stem), meant: vocabulary.wordFor(meant) }],
    ),
    guesses: read.flatMap(({ stem, readings }) => (readings.length > 0 ? [] : vocabulary.guesses(stem))),
    isWhole: read.every(({ readings }) => readings.length > 0),
  };
}
