/** A text as it is searched, and where each of its units stood in the text as it was typed. */
export interface PlainText {
  readonly text: string;
  /** Start of the typed unit, by position in `text`. */
  readonly starts: readonly number[];
  /** End of the typed unit, by position in `text`. */
  readonly ends: readonly number[];
}

const INVISIBLE = /[\p{Cf}\p{Mn}\u115f\u3164]/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const SLASH = /[\u2044\u2215\u29f8]/u;
const QUOTE = /[\u2018\u2019\u02bc\u0060\u00b4]/u;
const PARAGRAPH = /\n[^\S\n]*\n/;

/** The figure that a digit of any script stands for; each script keeps its ten in a row, beginning at a multiple of 16 or 6 after it. */
function digitOf(point: number): string {
  const low = point & 0xf;
  const beginsRow = /\p{Nd}/u.test(String.fromCodePoint(point - low));
  return String((beginsRow ? low : low - 6) % 10);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [INVISIBLE, ''],
  [DASH, '-'],
  [SLASH, '/'],
  [QUOTE, "'"],
];

/** One typed character as it is searched: full-width and styled forms as plain ones, what cannot be seen as nothing. */
function plainOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return character === '`' ? "'" : character;
  const form = FORMS.find(([shape]) => shape.test(character));
  if (form) return form[1];
  const composed = character.normalize('NFKC');
  return /^\p{Nd}$/u.test(composed) && composed > '\u007f' ? digitOf(composed.codePointAt(0) ?? 0) : composed;
}

/** One space for any run of white space, a line end for one that holds a line end, a bar (which no number runs across) for an empty line. */
function gapOf(run: string): string {
  if (PARAGRAPH.test(run.replaceAll('\r', ''))) return '|';
  return /[\n\r\u2028\u2029]/.test(run) ? '\n' : ' ';
}

/**
 * A text as it is searched: characters that cannot be seen are left out, other forms of a digit or a letter are the plain one, white space is
 * one space, or one line end. Positions lead back to what was typed. Linear in the length of the text.
 */
export function plainText(typed: string): PlainText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (plain: string, start: number, end: number) => {
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    parts.push(plain);
  };
  let at = 0;
  for (const [piece] of typed.matchAll(/[\s\u200b\u2060\ufeff]+|[^\s\u200b\u2060\ufeff]/gu)) {
    const isGap = /\s/.test(piece) && piece.replace(/[\u200b\u2060\ufeff]/g, '') !== '';
    add(isGap ? gapOf(piece) : plainOf(piece), at, at + piece.length);
    at += piece.length;
  }
  return { text: parts.join(''), starts, ends };
}
