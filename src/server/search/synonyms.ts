import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import { stemsOf, queryStems } from '#src/domain/search/words.ts';

/** Words that may stand for others. */
export interface Synonym {
  readonly stems: readonly string[];
  readonly instead: readonly string[];
}

/** OGRS3, OSP/DC, PPCS, eOASys: two capitals or more in one word. */
const ABBREVIATION = /[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?:\/[A-Z][A-Za-z0-9]*)*/g;
/** Longest word that an abbreviation typed in one go makes: "OSPDC". */
const LONGEST_JOINED = 8;

const key = (stems: readonly string[]) => stems.join(' ');

/** Older and other short names that the explanation of a term mentions, unless they are terms themselves. */
function otherNames({ meaning, more = '' }: GlossaryEntry, terms: ReadonlySet<string>): string[] {
  const named = `${meaning} ${more}`.match(ABBREVIATION) ?? [];
  return named.filter((name) => !terms.has(key(stemsOf(name))));
}

function synonymsOf(entry: GlossaryEntry, terms: ReadonlySet<string>): Synonym[] {
  const { term, longForm } = entry;
  const short = queryStems(term);
  const long = longForm === undefined ? [] : queryStems(longForm);
  const joined = short.join('');
  return [
    ...(long.length > 0
      ? [
          { stems: long, instead: short },
          { stems: short, instead: long },
        ]
      : []),
    ...otherNames(entry, terms).map((name) => ({ stems: queryStems(name), instead: short })),
    ...(short.length > 1 && joined.length <= LONGEST_JOINED ? [{ stems: [joined], instead: short }] : []),
  ].filter(({ stems, instead }) => key(stems) !== key(instead));
}

/** What the glossary knows under more than one name: long form and short form, old name and new. */
export function glossarySynonyms(glossary: Iterable<GlossaryEntry>): Synonym[] {
  const entries = [...glossary];
  const terms = new Set(entries.map(({ term }) => key(stemsOf(term))));
  return entries.flatMap((entry) => synonymsOf(entry, terms));
}

/** Ways to say the same query, at most this many: each costs a search. */
const MOST_WAYS = 3;

/** The query said otherwise: each way with one run of its words replaced. */
export function otherWays(stems: readonly string[], synonyms: readonly Synonym[]): string[][] {
  const ways = synonyms.flatMap((synonym) => {
    const at = stems.findIndex((_stem, index) => synonym.stems.every((stem, offset) => stems[index + offset] === stem));
    return at === -1 ? [] : [[...stems.slice(0, at), ...synonym.instead, ...stems.slice(at + synonym.stems.length)]];
  });
  return ways.slice(0, MOST_WAYS);
}
