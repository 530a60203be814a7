import { formatDay, londonDay } from '../calendar.ts';

/** That words were removed, and when. `removedAt`: seconds since 1970. `what` begins the sentence. */
export const removedSentence = (what: string, removedAt: number): string =>
  `${what} was removed on ${formatDay(londonDay(new Date(removedAt * 1000)), { year: true })} under the retention rule.`;

/** Words as they stand, or that they were removed; empty where nobody wrote any. */
export const wordsOrRemoved = (words: string, what: string, removedAt: number | null | undefined): string =>
  words === '' && typeof removedAt === 'number' ? removedSentence(what, removedAt) : words;
