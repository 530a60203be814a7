import type { Around, Shape } from './finding.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const ORDINAL =
  '(?:(?:twenty|thirty)[\\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[\\s-](?:${ONES}))?|${TEENS}|(?:oh|o|hundred and)[\\s-](?:${ONES})|${ONES})`;
const YEAR_IN_WORDS = `(?:nineteen|twenty|two thousand(?: and)?)(?:[\\s-]${BELOW_HUNDRED})?`;
const SHORT_YEAR = "'?\\d\\d";
const LONG_YEAR = '(?:19|20)\\d\\d';
const GAP = '[\\s,]{1,2}';
const ENDS = String.raw`(?![\p{L}\p{N}_]|[/.:-]\d)`;
const BEGINS = String.raw`(?<![\p{L}\p{N}_]|\d[/.:-])`;

/** A whole day with its year, as a pattern; `year` says how the year may be written. */
function dayWith(year: string, between = '[/.-]'): string {
  const digits = `${DAY}\\s?(?<slash>${between})\\s?(?:0?[1-9]|1[0-2])\\s?\\k<slash>\\s?${year}`;
  const dayFirst = `(?:${DAY}(?:\\s?(?:st|nd|rd|th))?|${ORDINAL})(?:\\s(?:day\\s)?of)?(?:[\\s-]|(?=[a-z]))${MONTH}(?:${GAP}|-)?(?:in\\s)?(?:${year}|${YEAR_IN_WORDS})`;
  const monthFirst = `${MONTH}\\s(?:the\\s)?(?:${DAY}(?:st|nd|rd|th)?|${ORDINAL})${GAP}(?:${year}|${YEAR_IN_WORDS})`;
  return `(?:${digits}|${dayFirst}|${monthFirst}|${LONG_YEAR}[/.-](?:0[1-9]|1[0-2])[/.-](?:0[1-9]|[12]\\d|3[01]))`;
}

const SAYS_BIRTH =
  /(?:\bd\.?\s?o\.?\s?b\b|\bdates?\sof\sbirth\b|\bbirth\s?(?:day|date)|\bborn\b|\bbirth:)[^.|;?!]{0,32}$|\bd\.\s?o\.\s?b\.\W{0,6}$/i;
const SAYS_BIRTH_AFTER =
  /^\W{0,4}(?:\(?d\.?\s?o\.?\s?b\b|\(?(?:is\s|was\s)?(?:his|her|their|my|the)?\s?(?:date\sof\sbirth|birthday))/i;

const saysBirth = ({ before, after }: Around) => SAYS_BIRTH.test(before) || SAYS_BIRTH_AFTER.test(after);

/** A date that its sentence says is somebody's birth, however the year is written. */
const BORN: Shape = {
  kind: 'date_of_birth',
  pattern: new RegExp(`${BEGINS}${dayWith(`(?:${LONG_YEAR}|${SHORT_YEAR})`, '[/. -]')}${ENDS}`, 'giu'),
  holds: (_found, around) => saysBirth(around),
};

/** The last year in which somebody was born who can be the subject of work here, a child of hers aside. */
const LAST_YEAR_OF_BIRTH = 2012;
/** What else happens on a day long ago. */
const OTHER_DAY =
  /\b(?:act|acts|order|orders|regulations|force|convicted|conviction|sentenced|sentence|sentencing|offence|offences|committed|released|release|hearing|heard|arrested|died|death|since|published|dated|commenced|introduced|inquiry|report|reported|review|married|judgment|enacted|assent|opened|until|from|between|joined|began|started|moved|trial|court|imposed|recalled)\b[^.|;?!]{0,32}$/i;

function yearOf(found: string): number {
  const written = /(?:19|20)\d\d/.exec(found)?.[0];
  if (written) return Number(written);
  return /nineteen/i.test(found) ? 1900 : 2000;
}

/** A whole day with a year long enough ago to be a birth, where nothing says that it is another day. */
const LONG_AGO: Shape = {
  kind: 'date_of_birth',
  pattern: new RegExp(`${BEGINS}${dayWith(LONG_YEAR)}${ENDS}`, 'giu'),
  holds: (found, { before, after }) => {
    const year = yearOf(found);
    if (year < 1915 || year > LAST_YEAR_OF_BIRTH) return /nineteen/i.test(found) && !OTHER_DAY.test(before);
    return !OTHER_DAY.test(before) && !/^T\d/.test(after);
  },
};

export const DATE_SHAPES: readonly Shape[] = [BORN, LONG_AGO];
