import type { ResultKind } from '#src/domain/search/entry.ts';
import type { Found } from '#src/server/search/openSearch.ts';

/** What a result is. */
export const KIND_NAMES: Readonly<Record<ResultKind, string>> = { module: 'Module', case: 'Case file', term: 'Term' };

const placesWords = (count: number) => `${String(count)} ${count === 1 ? 'place' : 'places'}`;

/** How much was found, in one sentence; how much of it is shown where that is not all. */
export function countSentence({ query, count, isCut, groups }: Found): string {
  if (!isCut) return `${placesWords(count)} for “${query}”.`;
  const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return `${placesWords(count)} for “${query}”. These are the ${String(shown)} that fit best; another word narrows them down.`;
}

/** What was looked for in place of words that the content does not have; null where there are none. */
export function correctionSentence({ corrections }: Pick<Found, 'corrections'>): string | null {
  if (corrections.length === 0) return null;
  const pairs = corrections.map(({ typed, meant }) => `“${meant}” in place of “${typed}”`);
  return `Nothing here is spelt quite like that, so we looked for ${pairs.join(' and ')}.`;
}
