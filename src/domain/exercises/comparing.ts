import { countWords } from '../wordCount.ts';

/** The longest text about two accounts that is kept, in characters. */
export const COMPARISON_MAXIMUM_CHARACTERS = 5000;

/** What others noticed is shown once she has written this many words of her own. */
export const COMPARISON_MINIMUM_WORDS = 8;

/** Whether somebody has written enough of her own to be shown what others noticed. */
export function hasOwnWords(text: string): boolean {
  return countWords(text) >= COMPARISON_MINIMUM_WORDS;
}
