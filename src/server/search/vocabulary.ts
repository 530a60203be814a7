import SearchableMap from 'minisearch/SearchableMap';
import { stemOf, type ToStem, wordsOf } from '#src/domain/search/words.ts';

interface Known {
  /** A word that has this stem, as a text writes it within a sentence where it does. */
  word: string;
  count: number;
}

/** Every stem that the content uses. */
export interface Vocabulary {
  readonly size: number;
  /** Whether a word of the content has this stem or, from three letters on, begins with it. */
  knows(stem: string): boolean;
  /** The stems that a mistyped one most likely stands for, likeliest first. Empty where nothing is near. */
  nearest(stem: string): string[];
  /** Words with the same first letter that a stem which is near to nothing may still have been meant as, to be offered. */
  guesses(stem: string): string[];
  /** A stem as a word to show. */
  wordFor(stem: string): string;
}

const SHORTEST_PREFIX = 3;
/** Longer than any word of the content. What is longer is like none of them, and comparing would cost the square of its length. */
const LONGEST_WORD = 40;
/** Readings of one mistyped word that are looked for. */
const MOST_READINGS = 3;

/** Letters that may be wrong, missing or too many. */
function mistakesIn(stem: string): number {
  if (stem.length < 4) return 0;
  return stem.length < 6 ? 1 : 2;
}

/** The stem with two neighbouring letters changed over, each way. */
function swapped(stem: string): string[] {
  return Array.from({ length: Math.max(0, stem.length - 1) }, (_none, at) =>
    [stem.slice(0, at), stem[at + 1], stem[at], stem.slice(at + 2)].join(''),
  );
}

/** Collects the vocabulary while texts are read. What it remembers are words of the content, never of a query. */
export interface VocabularyReader {
  /** The stems of a text of the content, each of them known from now on. */
  read(text: string): string[];
  /** The stem of a word of the content, remembered. Never ask it about a word of a query. */
  readonly toStem: ToStem;
  readonly vocabulary: Vocabulary;
}

export function readVocabulary(): VocabularyReader {
  const known = new SearchableMap<Known>();
  const stems = new Map<string, string>();
  const toStem = (word: string) => {
    const stem = stems.get(word) ?? stemOf(word);
    stems.set(word, stem);
    return stem;
  };
  const read = (text: string) =>
    wordsOf(text, toStem).map(({ stem, start, end }) => {
      const word = text.slice(start, end);
      const entry = known.fetch(stem, () => ({ word, count: 0 }));
      entry.count += 1;
      if (word === word.toLowerCase()) entry.word = word;
      return stem;
    });
  return { read, toStem, vocabulary: vocabularyOf(known) };
}

function vocabularyOf(known: SearchableMap<Known>): Vocabulary {
  return {
    get size() {
      return [...known.keys()].length;
    },
    knows: (stem) => known.has(stem) || (stem.length >= SHORTEST_PREFIX && known.atPrefix(stem).size > 0),
    nearest: (stem) => nearestOf(known, stem, mistakesIn(stem)),
    guesses: (stem) =>
      nearestOf(known, stem, mistakesIn(stem) + 1)
        .filter((other) => other.startsWith(stem.charAt(0)))
        .map((other) => known.get(other)?.word ?? other),
    wordFor: (stem) => known.get(stem)?.word ?? stem,
  };
}

function nearestOf(known: SearchableMap<Known>, stem: string, mistakes: number): string[] {
  if (stem.length > LONGEST_WORD) return [];
  const swaps = swapped(stem).filter((other) => known.has(other));
  if (swaps.length > 0) return swaps.slice(0, MOST_READINGS);
  const near = [...known.fuzzyGet(stem, mistakes)].map(([other, [{ count }, distance]]) => ({
    other,
    count,
    distance,
  }));
  const least = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === least)
    .sort((one, two) => two.count - one.count)
    .slice(0, MOST_READINGS)
    .map(({ other }) => other);
}
