import { movedIds, type Qualifications } from './versions.ts';
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

/** A rating as it was kept: in the criteria of the version of its time; null is the first there was. */
export interface KeptRating {
  readonly criterionId: string;
  readonly rating: OwnRating;
  readonly version: string | null;
}

/** Ratings by criterion of the current version: what she chose moves along with the criterion; what she chose there itself goes before. */
export function ratingsNow(
  qualifications: Qualifications,
  kept: readonly KeptRating[],
): ReadonlyMap<string, OwnRating> {
  const { version: current } = qualifications.current;
  const newestLast = kept.toSorted((a, b) => Number(a.version === current) - Number(b.version === current));
  return new Map(
    newestLast.flatMap(({ criterionId, rating, version }) =>
      movedIds(qualifications, { version, ids: [criterionId] }).ids.map(({ id }) => [id, rating] as const),
    ),
  );
}
