import type { GlossaryEntry } from './schema.ts';

/** The terms that begin with a letter; `letter` is "0-9" for those that begin with a number. */
export interface LetterOfTerms {
  readonly letter: string;
  readonly terms: readonly GlossaryEntry[];
}

const byTerm = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

const letterOf = ({ term }: GlossaryEntry) => {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '0-9';
};

/** Every term in the order of the alphabet, under its first letter. Letters without a term are left out. */
export function termsByLetter(terms: Iterable<GlossaryEntry>): LetterOfTerms[] {
  const sorted = [...terms].sort((one, other) => byTerm.compare(one.term, other.term));
  const letters = [...new Set(sorted.map(letterOf))].sort();
  return letters.map((letter) => ({ letter, terms: sorted.filter((entry) => letterOf(entry) === letter) }));
}

/** A meaning, which is written to stand in brackets, as a sentence. */
export function meaningSentence({ meaning }: Pick<GlossaryEntry, 'meaning'>): string {
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
}
