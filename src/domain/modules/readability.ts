/** What is counted in a text. A syllable count is an estimate, made outside the domain. */
export interface TextCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/**
 * How hard a module may be to read, as school grades, and how long a sentence may be, in words. Chosen by measuring: docs/decisions.md,
 * "Reading level".
 */
export const READING_LIMITS = { warningAboveGrade: 8, errorAboveGrade: 11, sentenceWords: 35 } as const;

export const NOTHING_COUNTED: TextCounts = { sentences: 0, words: 0, syllables: 0 };

/** Counts of several texts as one. */
export function addCounts(one: TextCounts, other: TextCounts): TextCounts {
  return {
    sentences: one.sentences + other.sentences,
    words: one.words + other.words,
    syllables: one.syllables + other.syllables,
  };
}

/**
 * The Flesch-Kincaid grade of a text, to one decimal: years of school somebody needs to read it with ease. 0 for no text.
 * Source: Kincaid, Fishburne, Rogers and Chissom, 1975.
 */
export function readingGrade({ sentences, words, syllables }: TextCounts): number {
  if (sentences === 0 || words === 0) return 0;
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

/** Whether a module of this grade reads well, is hard, or is too hard to be put before anybody. */
export function readingState(grade: number): 'fine' | 'hard' | 'too_hard' {
  if (grade > READING_LIMITS.errorAboveGrade) return 'too_hard';
  return grade > READING_LIMITS.warningAboveGrade ? 'hard' : 'fine';
}
