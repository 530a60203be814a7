/** Longest query that is looked at; the rest is cut off. */
export const LONGEST_QUERY = 200;
/** Words of a query that are looked for; more than these narrow nothing. */
const MOST_WORDS = 10;

/** A word as it stands in a text: `text.slice(start, end)`, and the stem by which it is found. */
export interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** How a word is turned into its stem: `stemOf`, or something that remembers what it said. */
export type ToStem = (word: string) => string;

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** British spellings of what is often written otherwise, and plurals without an -s. */
const SPELLINGS = new Map(
  Object.entries({
    behavior: 'behaviour',
    center: 'centre',
    children: 'child',
    color: 'colour',
    counseling: 'counselling',
    counselor: 'counsellor',
    defense: 'defence',
    fulfill: 'fulfil',
    judgement: 'judgment',
    labor: 'labour',
    men: 'man',
    neighbor: 'neighbour',
    offense: 'offence',
    people: 'person',
    program: 'programme',
    skeptical: 'sceptical',
    women: 'woman',
  }),
);

/** Verbs that British English writes with an s and their nouns with a c. */
const VERB_STEMS = new Map([
  ['licens', 'licenc'],
  ['practis', 'practic'],
]);

/** Small letters without accents, apostrophes or the 's of a possessive. */
function plain(word: string): string {
  const letters = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/['’]s$/u, '').replace(/['’]/gu, '');
}

/** One instead of many. Words on -ss, -us and -is are no plurals. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function british(word: string): string {
  return SPELLINGS.get(word) ?? word.replace(/iz(?=(?:e|ed|ing|ation|er)$)/, 'is').replace(/yz(?=(?:e|ed|ing)$)/, 'ys');
}

/** Without -ing, -ed and a silent -e, so that "recalled", "recalling" and "recall" meet. Nothing shorter than four letters comes out. */
function withoutEnding(word: string): string {
  const [, begin = '', double = ''] = /^(\p{L}*?[aeiouy]\p{L}*?)(?:ing|ed)$/u.exec(word) ?? ['', '', ''];
  const bare = begin === '' ? word : begin.replace(/([bdgmnprt])\1$/, '$1') + double;
  if (bare.length >= 4 && bare !== word) return bare;
  return word.length >= 5 && word.endsWith('e') ? word.slice(0, -1) : word;
}

/** What a word is found by: the same for "Licences", "licence’s" and "license". Empty where nothing of it is a letter or a number. */
export function stemOf(word: string): string {
  const stem = withoutEnding(british(singular(plain(word))));
  return VERB_STEMS.get(stem) ?? stem;
}

/** The words of a text with their places. Hyphens part words, apostrophes do not. */
export function wordsOf(text: string, toStem: ToStem = stemOf): Word[] {
  return [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ stem: toStem(word), start: index, end: index + word.length }))
    .filter(({ stem }) => stem !== '');
}

/** The stems of a text, in order. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

/** Words that say nothing by themselves. */
const SMALL = new Set(
  stemsOf(
    'a an and are as at be but by can do does for from has have how i if in is it me my of on or s should so t that the their they this to was we what when where which who why will with you your',
  ),
);

/** A query as typed, cut to its longest, without control characters and with single spaces. */
export function tidyQuery(typed: string): string {
  return typed
    .slice(0, LONGEST_QUERY)
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

/** What to look for: each stem once, small words and single letters only where there is nothing else. */
export function queryStems(query: string): string[] {
  const all = [...new Set(stemsOf(query))];
  const telling = all.filter((stem) => stem.length > 1 && !SMALL.has(stem));
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}
