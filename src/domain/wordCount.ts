/** A word: letters and digits, with the signs that stand within it ("it’s", "well-being", "1.4"). */
const WORD = /[\p{L}\p{N}]+(?:[’'.-]+[\p{L}\p{N}]+)*/gu;

/** The words of a text, as they stand in it. */
export function wordList(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** How many words a text has: one way to count for limits of forms and of modules alike. */
export function countWords(text: string): number {
  return wordList(text).length;
}
