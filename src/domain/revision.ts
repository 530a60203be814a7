import { Refusal } from './errors.ts';

const SAVED_ELSEWHERE =
  'You saved another version of this in another tab or on another device. Yours is still here and not yet saved.';

/**
 * The revision of a text that is saved. `stored` is the one that is kept, 0 where nothing is; `basedOn` the one that was on the page
 * when she began to write. Throws `conflict` where another tab saved something else in the meantime, so that neither text is lost.
 * `words`: for a text that somebody else may write too.
 */
export function nextRevision(stored: number, basedOn: number, words: string = SAVED_ELSEWHERE): number {
  if (stored === basedOn) return stored + 1;
  throw new Refusal('conflict', { words });
}
