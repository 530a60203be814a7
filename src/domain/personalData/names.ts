import type { Passage } from './finding.ts';

const TITLES =
  'mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lord|lady|rev|reverend|revd|fr|judge|justice|recorder|hhj|his honour|her honour|pc|dc|ds|di|dci|sgt|sergeant|inspector|constable|cllr|councillor|imam|rabbi';
/** Titles that are no other word when they are written small. */
const SMALL_TITLES = /^(?:mr|mrs|mx|dr|prof|ms|miss)$/;
/** Titles before a title: "Mr Justice Holroyd", "Detective Constable Reed". */
const LED_BY = /^(?:mr|mrs|ms|lord|lady|sir|dame|dr|prof|professor|rev|revd|reverend|judge|justice|recorder)$/i;
const TITLE = new RegExp(String.raw`(?<![\p{L}\p{N}_'-])(?:${TITLES})(?:\.|(?![\p{L}\p{N}_]))[\s.]{0,2}`, 'giu');

const CAPITAL = String.raw`(?:(?:Mc|Mac|O'|D'|Fitz)?\p{Lu}[\p{L}']{1,40}(?:-\p{Lu}?[\p{L}']{1,40}){0,3})`;
const PARTICLE = String.raw`(?:(?:de|da|di|du|del|della|van|von|der|den|la|le|al|bin|bint|ibn|el|ap|st\.?)[\s-])`;
const LEADING_INITIALS = /^(?:\p{Lu}\.?[\s-]?(?![\p{Ll}])){1,3}/u;
const ONE_NAME = new RegExp(String.raw`^${PARTICLE}{0,2}${CAPITAL}`, 'u');
const SMALL_NAME = /^[\p{L}][\p{L}'-]{1,40}/u;
const INITIALS_THEN_NAME = new RegExp(
  String.raw`^(?:\p{Lu}(?:\.\s?|\s|(?=\p{Lu}[.\s]))){1,3}${PARTICLE}{0,2}${CAPITAL}`,
  'u',
);
/** "Mr JS", "Mr J.S.": two or three. A single letter is how people are left out of an account. */
const ONLY_INITIALS = new RegExp(
  String.raw`^\p{Lu}(?:\.\s?\p{Lu}\.?(?:\s?\p{Lu}\.?)?|\p{Lu}{1,2})(?![\p{L}\p{N}])`,
  'u',
);
/** The same in small letters: "mr j smith". */
const SMALL_INITIAL = /^[b-hj-z]\.?\s(?=[\p{L}]{3})/u;

/** Words with a capital that follow a title and are no name: other titles, offices, days, months, products. */
const NO_NAME = new Set([
  ...TITLES.split(/[| ]/),
  ...(
    'the a an and or but he she they it we you i in on at to of for with by from as is was are were has had who whom whose that this these those when where ' +
    'act acts system secretary service services minister department reform chancellor chief president speaker mayor advocate alone advocates ombudsman lieutenant registrar recorder general commissioner ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'teams word excel office outlook windows access project powerpoint sharepoint azure edge world council support officer court courts crown ' +
    'said says told asked agreed gave made held heard found ordered directed decided sentenced adjourned noted wrote spoke came went did does do may might will would can could should must ' +
    'not no yes so then there here my his her their our your its anonymous redacted surname blank name unknown x xx xxx xxxx y z'
  ).split(' '),
]);
/** What besides follows a title that is written small. */
const NO_SMALL_NAME = new Set(
  (
    'delay delays response latency later before after each per about again also already always because been being both called cancelled changed checked confirmed contact could ' +
    'even every explained first get gets getting got if into just know last like more most much need needs never next now often only once one out over own phone phoned please prescribed referred refused rang ' +
    'right saw says see seen sees sent some soon still surgery surgeries appointment appointments letter letters note notes practice receptionist such take takes talked than them think thinks thought today tomorrow ' +
    'told too took two under until up us used very wants wanted went what which while whilst why within without work works yesterday yet said whoever someone himself herself any all another other out school mr mrs ms dr opportunity chance targets meetings sessions session'
  ).split(' '),
);

const wordOf = (name: string) => name.replace(/'s$/u, '').toLowerCase();
const isWord = (name: string) => name.split(/[\s-]/).some((part) => NO_NAME.has(wordOf(part)));

/** Initials and the name after them, "J. R. Smith"; 0 where the text does not begin so. */
function initialsLength(rest: string): number {
  const found = INITIALS_THEN_NAME.exec(rest)?.[0] ?? '';
  return found === '' || isWord(found.replace(LEADING_INITIALS, '')) ? 0 : found.length;
}

/** One more name, with the gap or the middle initial before it; 0 where none follows. */
function nextNameLength(rest: string, isFirst: boolean): number {
  const gap = isFirst ? '' : /^\s(?:\p{Lu}\.?\s)?/u.exec(rest)?.[0];
  if (gap === undefined) return 0;
  const name = ONE_NAME.exec(rest.slice(gap.length))?.[0] ?? '';
  return name === '' || isWord(name) ? 0 : gap.length + name.length;
}

/** How long the name at the start of a text is; 0 where there is none. At most three names, initials before them. */
function nameLength(rest: string): number {
  let length = initialsLength(rest);
  for (let names = length > 0 ? 1 : 0; names < 3; names += 1) {
    const next = nextNameLength(rest.slice(length), length === 0);
    if (next === 0) break;
    length += next;
  }
  if (length > 0) return rest.slice(0, length).replace(/'s?$/u, '').length;
  return ONLY_INITIALS.exec(rest)?.[0].trimEnd().length ?? 0;
}

/** The same after a title that is written small: one word of small letters, or two. */
function smallNameLength(rest: string): number {
  const initial = SMALL_INITIAL.exec(rest)?.[0] ?? '';
  const name = SMALL_NAME.exec(rest.slice(initial.length))?.[0] ?? '';
  const known = wordOf(name);
  if (known.length < 2 || NO_NAME.has(known) || NO_SMALL_NAME.has(known)) return 0;
  return initial.length + name.replace(/'s?$/u, '').length;
}

function isTitle(title: string, before: string): boolean {
  const word = title.replace(/[\s.]/g, '');
  if (word === word.toLowerCase() && !/\s/.test(title.trim())) return SMALL_TITLES.test(word) && !/\d\s?$/.test(before);
  return true;
}

/** The name after a title, by how the title is written. "Miss" in small letters is a verb, unless a name with a capital follows. */
function nameAfter(title: string, rest: string): number {
  const word = title.replace(/[\s.]+$/, '');
  const length = nameLength(rest);
  if (length > 0 || word !== word.toLowerCase() || word === 'miss') return length;
  return smallNameLength(rest);
}

/** Full names: a title with a name, or with initials, after it. */
export function namePassages(text: string): Passage[] {
  return [...text.matchAll(TITLE)].flatMap((match): Passage[] => {
    const title = match[0];
    const after = match.index + title.length;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (!/[\s.]$/.test(title) || !isTitle(title, before)) return [];
    const rest = text.slice(after, after + 160);
    if (LED_BY.test(title.trim()) && new RegExp(`^(?:${TITLES})[\\s.]`, 'iu').test(rest)) return [];
    const length = nameAfter(title, rest);
    return length === 0 ? [] : [{ kind: 'name', start: match.index, end: after + length }];
  });
}
