import { syllable } from 'syllable';
import { wordList } from '#src/domain/wordCount.ts';
import type { TextCounts } from '#src/domain/modules/readability.ts';
import { addCounts, NOTHING_COUNTED } from '#src/domain/modules/readability.ts';
import type { LessonTag } from './lessonTags.ts';
import { lineAt } from './lessonTags.ts';
import type { LessonText } from './textRules.ts';
import { withoutTags } from './textRules.ts';

/** A sentence of a module with the line it begins on. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly words: readonly string[];
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
/** A new paragraph, list item, row of a table or quotation ends a sentence, whatever stands before it. */
const BLOCK = /\n[ \t]*\n|\n(?=[ \t]*(?:[-*>|]|\d+\.)\s)/g;
/** The end of a sentence: its sign, a quote or bracket that closes, and what begins the next one. */
const END = /[.!?…]+[”’"')\]*]*(?=\s+[“‘"'(*[]*[\p{Lu}\p{N}])/gu;

/** Pieces of a text between the matches of a pattern, each with its position. A match belongs to what stands before it. */
function pieces(text: string, pattern: RegExp): { piece: string; position: number }[] {
  const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return [0, ...ends].map((from, index) => ({ piece: text.slice(from, ends[index] ?? text.length), position: from }));
}

/** Words as they are read: tags, headings and link addresses are blanked out, so that positions stay. */
function readable(text: LessonText, tags: readonly LessonTag[]): string {
  return withoutTags(text.body, tags)
    .replace(/^#{1,6} .*$/gm, blank)
    .replace(/\]\([^)]*\)/g, blank);
}

/** Every sentence of a text or a part of it. Headings are none; each item of a list is at least one. */
export function sentencesOf(text: LessonText, tags: readonly LessonTag[]): Sentence[] {
  const plain = readable(text, tags);
  return pieces(plain, BLOCK).flatMap((block) =>
    pieces(block.piece, END).flatMap(({ piece, position }) => {
      const words = wordList(piece);
      const start = block.position + position + Math.max(0, piece.search(/\S/));
      return words.length === 0 ? [] : [{ text: piece.trim(), line: lineAt(plain, start, text.bodyLine), words }];
    }),
  );
}

/** Terms of the field count as words of two syllables at most: nobody can write about probation without “probation”. */
function syllablesOf(word: string, terms: ReadonlySet<string>): number {
  const count = Math.max(1, syllable(word));
  return terms.has(word.toLowerCase()) ? Math.min(2, count) : count;
}

/** What the formula for the reading level needs. `terms` are words of the field, in small letters. */
export function countsOf(sentences: readonly Sentence[], terms: ReadonlySet<string>): TextCounts {
  return sentences.reduce(
    (sum, { words }) =>
      addCounts(sum, {
        sentences: 1,
        words: words.length,
        syllables: words.reduce((total, word) => total + syllablesOf(word, terms), 0),
      }),
    NOTHING_COUNTED,
  );
}

/** The words that the glossary's terms and their long forms are made of, also with an s. */
export function termWords(glossary: readonly { term: string; longForm?: string | undefined }[]): ReadonlySet<string> {
  const words = glossary.flatMap(({ term, longForm = '' }) => wordList(`${term} ${longForm}`.toLowerCase()));
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}
