import { DATE_SHAPES } from './dates.ts';
import { emailPassages } from './emails.ts';
import { type Passage, passagesOf } from './finding.ts';
import { namePassages } from './names.ts';
import { NUMBER_SHAPES } from './numbers.ts';
import { type PlainText, plainText } from './plainText.ts';
import { PERSONAL_DATA_NAMES, type PersonalDataKind } from './words.ts';

/** Something in a text that looks as if it belonged to a real person. Positions count UTF-16 units of the text as it was typed, from 0. */
export interface PersonalDataHit {
  readonly kind: PersonalDataKind;
  /** The kind in words, "a postcode". */
  readonly name: string;
  /** As it was typed. */
  readonly found: string;
  readonly start: number;
  readonly end: number;
  /** The same as `start`. */
  readonly position: number;
}

const isBefore = (a: Passage, b: Passage) => a.start - b.start || b.end - a.end;

/** Of passages that overlap, the first; of two that begin together, the longer one. */
function apart(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const passage of [...passages].sort(isBefore)) {
    if (passage.start >= (kept.at(-1)?.end ?? 0)) kept.push(passage);
  }
  return kept;
}

function hitOf({ starts, ends }: PlainText, typed: string, { kind, start, end }: Passage): PersonalDataHit {
  const from = starts[start] ?? 0;
  const to = ends[end - 1] ?? typed.length;
  const position = from;
  return { kind, name: PERSONAL_DATA_NAMES[kind], found: typed.slice(from, to), start: from, end: to, position };
}

function hitsOf(typed: string, find: (text: string) => Passage[]): PersonalDataHit[] {
  const plain = plainText(typed);
  return apart(find(plain.text)).map((passage) => hitOf(plain, typed, passage));
}

function numberPassages(text: string): Passage[] {
  const shapes = [...DATE_SHAPES, ...NUMBER_SHAPES];
  return [...emailPassages(text), ...shapes.flatMap((shape) => passagesOf(text, shape))];
}

/**
 * Where a text holds something that looks like a real person's, names with titles included, in order and without overlaps. Odd spacing,
 * line ends, invisible characters, other forms of digits and small letters hide nothing. Linear in the length of the text.
 */
export function findPersonalData(text: string): PersonalDataHit[] {
  return hitsOf(text, (plain) => [...numberPassages(plain), ...namePassages(plain)]);
}

/** The same without names: for texts in which people may be named, such as a colleague in the notes of a meeting, or who in a module is made up. */
export function findPersonalNumbers(text: string): PersonalDataHit[] {
  return hitsOf(text, numberPassages);
}
