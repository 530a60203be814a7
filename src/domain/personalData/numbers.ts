import { type Around, bare, digitsOf, type Shape } from './finding.ts';

/** Not inside a longer word, number, amount or reference. */
const BEGINS = String.raw`(?<![\p{L}\p{N}_])`;
const ENDS = String.raw`(?![\p{L}\p{N}_])`;
const flags = 'giu';

/** Case reference number: a letter and six digits, together or in groups. A single small letter, A or I with a gap is a word of a sentence. */
const CASE_REFERENCE: Shape = {
  kind: 'case_reference',
  pattern: new RegExp(
    String.raw`${BEGINS}[A-Z][\s.-]?(?:\d(?:\n?\d){5}|\d{3}[\s.-]\d{3}|\d\d[\s-]\d\d[\s-]\d\d|\d(?:[\s.-]\d){5})${ENDS}`,
    flags,
  ),
  holds: (found, { before }) =>
    /^[A-Z]\d/i.test(found) ||
    /^[B-HJ-Z]\W/.test(found) ||
    /^[AI]\W\d{6}(?<!00)$/.test(found) ||
    /\b(?:crn|case ref\w*|case number)\W{0,3}$/i.test(before),
};

/** The letter that a PNC number ends in follows from its year and its serial number. Source: docs/personal-data.md. */
const PNC_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';

function hasPncLetter(found: string): boolean {
  const { digits = '', letter = '' } = /^(?<digits>\d+)(?<letter>[A-Z])$/.exec(bare(found))?.groups ?? {};
  const year = digits.length > 9 ? digits.slice(2, 4) : digits.slice(0, 2);
  return PNC_LETTERS[Number(year + digits.slice(-7)) % PNC_LETTERS.length] === letter;
}

const PNC_NUMBER: Shape = {
  kind: 'pnc_number',
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_/])(?:\d{4}|\d\d)\s?[/-]\s?\d{5,7}\s?[A-Z]${ENDS}`, flags),
  holds: (found) => /\d[A-Z]$/i.test(found) || /\s[A-Z]$/.test(found),
};
const PNC_WITHOUT_SLASH: Shape = {
  kind: 'pnc_number',
  pattern: new RegExp(String.raw`${BEGINS}(?:(?:19|20)\d{9}|\d{9}|(?:19|20)?\d\d\s\d{7})\s?[A-Z]${ENDS}`, flags),
  holds: (found, { before }) => hasPncLetter(found) || /\bpnc\b\W{0,3}(?:number|no|id)?\W{0,3}$/i.test(before),
};

/** Letter, four digits, two letters. In small letters only together, so that "a 2024 to" stays a sentence. */
const PRISON_NUMBER: Shape = {
  kind: 'prison_number',
  pattern: new RegExp(String.raw`${BEGINS}[A-Z][\s-]?\d\n?\d\n?\d\n?\d[\s-]?[A-Z]\n?[A-Z]${ENDS}`, flags),
  holds: (found) => !/\s/.test(found) || found === found.toUpperCase(),
};
const OLD_PRISON_NUMBER: Shape = {
  kind: 'prison_number',
  pattern: new RegExp(String.raw`${BEGINS}[A-Z]{2}\s?\d{4}${ENDS}`, flags),
  holds: (_found, { before }) =>
    /\b(?:prison|prisoner|noms|nomis)\s(?:number|no\.?|id|ref(?:erence)?)\W{0,3}(?:(?:was|is)\s)?$/i.test(before),
};

const NATIONAL_INSURANCE: Shape = {
  kind: 'national_insurance',
  pattern: new RegExp(
    String.raw`${BEGINS}[ABCEGHJ-PRSTW-Z][\s-]?[ABCEGHJ-NPRSTW-Z](?:[\s-]?\d){6}[\s-]?[A-D]?${ENDS}`,
    flags,
  ),
  holds: (found, { before }) => {
    if (/^(?:BG|GB|KN|NK|NT|TN|ZZ)/i.test(bare(found))) return false;
    return /[A-D]$/i.test(found) ? !/\sa$/.test(found) : saysInsurance(before);
  },
};
const saysInsurance = (before: string) => /\b(?:ni(?:no)?|n\.i\.|national insurance)\b/i.test(before);

/** The last of ten digits of an NHS number follows from the nine before it (modulus 11). Source: docs/personal-data.md. */
export function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return digits.length === 10 && check < 10 && String(check) === digits[9] && new Set(digits).size > 1;
}

const NHS_NUMBER: Shape = {
  kind: 'nhs_number',
  pattern:
    /(?<![\p{L}\p{N}_£$/.,-])(?:\d(?:\n?\d){9}|\d{3}[\s.-]{1,2}\d{3}[\s.-]{1,2}\d{4}|\d(?:\s\d){9})(?![\p{L}\p{N}_/-]|[.,]\d)/giu,
  holds: (found, { before }) => {
    const digits = digitsOf(found);
    if (/\bnhs\b/i.test(before)) return true;
    return !digits.startsWith('0') && isNhsNumber(digits);
  },
};

const AREAS =
  'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ';
/** What follows a number in ordinary writing: ordinals and units. */
const AFTER_A_NUMBER = /\d(?:st|nd|rd|th|hr|ft|lb|yr)$/;

const POSTCODE: Shape = {
  kind: 'postcode',
  pattern: new RegExp(String.raw`${BEGINS}(?:${AREAS})\n?\d[A-Z\d]?[\s-]?\d\n?[ABD-HJLNP-UW-Z]{2}${ENDS}`, flags),
  holds: (found) => !AFTER_A_NUMBER.test(found),
};

const SAYS_TELEPHONE =
  /\b(?:tel|telephone|phone|mobile|mob|ring|rang|call|called|text|number|whatsapp|contact)\b[^.|]{0,24}$/i;
const DATE_OR_TIME_FIRST = /^\d\d?[-.]\d\d?(?:[-.](?:\d{4}|\d\d)(?!\d)|\s?[-–]\s?\d\d?[-.]\d\d(?!\d))/;

/** Groups of one digit are a list of scores; so is what has more than five groups. */
function isDialled(found: string, { before }: Around): boolean {
  const national = digitsOf(found).replace(/^(?:0044|44(?=\d{10}))0?/, '0');
  if (!/^0[1-578]/.test(national) || national.length < 10 || national.length > 11) return false;
  if (DATE_OR_TIME_FIRST.test(found) || (new Set(national.slice(1)).size === 1 && !/^03/.test(national))) return false;
  const groups = found.replace(/^\D*44|\(0\)/g, '').match(/\d+/g) ?? [];
  const hasSingles = groups.slice(1).some((group) => group.length === 1);
  return (groups.length <= 5 && !hasSingles) || SAYS_TELEPHONE.test(before);
}

const TELEPHONE: Shape = {
  kind: 'telephone',
  pattern:
    /(?<![\p{L}\p{N}_/£$-]|\d[.,])(?:\+\s?44|\(\+?44\)|0044|\(?0)(?:[\s().-]{0,3}\d){9,11}?(?![\p{L}\p{N}_/]|[.,]\d)/giu,
  holds: isDialled,
};

export const NUMBER_SHAPES: readonly Shape[] = [
  TELEPHONE,
  NHS_NUMBER,
  PNC_NUMBER,
  PNC_WITHOUT_SLASH,
  PRISON_NUMBER,
  OLD_PRISON_NUMBER,
  NATIONAL_INSURANCE,
  CASE_REFERENCE,
  POSTCODE,
];
