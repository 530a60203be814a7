import type { OwnRating } from './words.ts';

/** How a trainee's own ratings are called. Not the words of the assessed result, so that the two are never taken for one another. */
export const RATING_WORDS: Readonly<Record<OwnRating, string>> = {
  not_yet: 'I cannot do this yet',
  with_help: 'I can do it with help',
  on_my_own: 'I can do it on my own',
  could_show_others: 'I could show others',
};

/** What stands where she has not rated herself. */
export const NOT_RATED = 'Not rated yet';
