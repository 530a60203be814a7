import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { groupHits, type SearchEntry, type SearchGroup, type SearchHit } from '#src/domain/search/entry.ts';
import { excerptOf, markWords } from '#src/domain/search/excerpt.ts';
import { queryStems, tidyQuery, type ToStem } from '#src/domain/search/words.ts';
import { type Searchable, searchEntries } from './entries.ts';
import { readQuery, type Correction } from './readQuery.ts';
import { glossarySynonyms, otherWays, type Synonym } from './synonyms.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** Places that a page shows. */
const MOST_HITS = 30;

/** What was found for a query. Nothing of it is kept anywhere. */
export interface Found {
  /** The query as it was looked for. */
  readonly query: string;
  readonly groups: readonly SearchGroup[];
  /** Places that were found, those that are not shown among them. */
  readonly count: number;
  readonly isCut: boolean;
  /** Words that the content does not have, and what was looked for in their place. */
  readonly corrections: readonly Correction[];
  /** Where nothing was found: words that may have been meant. */
  readonly guesses: readonly string[];
  /** True where no place has all the words, so these have some of them. */
  readonly isPartial: boolean;
}

export interface Search {
  find(typed: string): Found;
  readonly size: { readonly entries: number; readonly words: number };
}

/** Names weigh more than text. `within` only lets a place be found by words of its module's title as well. */
const BOOST = { name: 8, also: 4, text: 1, within: 0.2 };
const FIELDS = ['name', 'also', 'text', 'within'];
const INSTEAD_WEIGHT = 0.6;

interface Indexed extends SearchEntry {
  readonly id: number;
  readonly within: string;
}

interface Parts {
  readonly entries: readonly Indexed[];
  readonly index: MiniSearch<Indexed>;
  readonly vocabulary: Vocabulary;
  readonly synonyms: readonly Synonym[];
  readonly toStem: ToStem;
}

/** `read` gives the stems of a text. */
function openIndex(entries: readonly Indexed[], read: (text: string) => string[]): MiniSearch<Indexed> {
  const asItIs = (term: string) => term;
  const index = new MiniSearch<Indexed>({
    fields: FIELDS,
    tokenize: read,
    processTerm: asItIs,
    searchOptions: {
      boost: BOOST,
      tokenize: (stem) => [stem],
      processTerm: asItIs,
      prefix: (stem) => stem.length >= 3,
      boostDocument: (id: number) => (entries[id]?.place === null ? 1.5 : 1),
    },
  });
  index.addAll(entries);
  return index;
}

/** Found by the title of its module alone: the place itself says nothing about it. */
function isOnlyWithin({ match }: SearchResult): boolean {
  return Object.values(match).every((fields) => fields.every((field) => field === 'within'));
}

/** Each word in any of its readings; all of the words, or one at least. */
function queryOf(words: readonly (readonly string[])[], combineWith: 'AND' | 'OR'): Query {
  return { combineWith, queries: words.map((readings) => ({ combineWith: 'OR' as const, queries: [...readings] })) };
}

function everyWay(words: readonly (readonly string[])[], synonyms: readonly Synonym[]): Query {
  const likeliest = words.map(([first = '']) => first);
  const ways = otherWays(likeliest, synonyms).map((way) => ({
    combineWith: 'AND' as const,
    queries: way,
    boostTerm: () => INSTEAD_WEIGHT,
  }));
  return { combineWith: 'OR', queries: [queryOf(words, 'AND'), ...ways] };
}

function hitOf({ terms }: SearchResult, entry: SearchEntry, toStem: ToStem): SearchHit {
  const stems = new Set(terms);
  const { whole, kind, title, titleHref, place, href, text } = entry;
  return {
    whole,
    kind,
    title,
    titleHref,
    href,
    place: place === null ? null : markWords(place, stems, toStem),
    excerpt: excerptOf(text, stems, toStem),
  };
}

function find({ entries, index, vocabulary, synonyms, toStem }: Parts, typed: string): Found {
  const query = tidyQuery(typed);
  const { words, corrections, guesses, isWhole } = readQuery(query, vocabulary, synonyms);
  const all = isWhole ? index.search(everyWay(words, synonyms)) : [];
  const results = (all.length > 0 ? all : index.search(queryOf(words, 'OR'))).filter((one) => !isOnlyWithin(one));
  const hits = results.slice(0, MOST_HITS).flatMap((result) => {
    const entry = entries[result.id as number];
    return entry ? [hitOf(result, entry, toStem)] : [];
  });
  return {
    query,
    groups: groupHits(hits),
    count: results.length,
    isCut: results.length > MOST_HITS,
    corrections,
    guesses: results.length > 0 ? [] : guesses,
    isPartial: all.length === 0 && results.length > 0 && queryStems(query).length > 1,
  };
}

/** Makes what can be searched ready. Content only: nobody's records, and no answers of checks or exercises. */
export function openSearch(content: Searchable): Search {
  const entries = searchEntries(content).map((entry, id) => ({
    ...entry,
    id,
    within: entry.place === null ? '' : entry.title,
  }));
  const { read, toStem, vocabulary } = readVocabulary();
  const parts = {
    entries,
    index: openIndex(entries, read),
    vocabulary,
    toStem,
    synonyms: glossarySynonyms(content.glossary.values()),
  };
  return {
    find: (typed) => find(parts, typed),
    size: { entries: entries.length, words: vocabulary.size },
  };
}
