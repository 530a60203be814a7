import { FileRefused } from '../fileProblem.ts';

/**
 * A value of a PDF as it is written. A reference comes as what it is spelt with: two numbers and `R`, joined to one `ref`. A dictionary
 * keeps every pair, also two of one key: readers do not agree which of them counts. Source: ISO 32000-2, 7.2 and 7.3.
 */
export type PdfValue =
  | { readonly is: 'name' | 'string' | 'word'; readonly text: string }
  | { readonly is: 'ref'; readonly object: number }
  | { readonly is: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly is: 'dictionary';
  readonly pairs: readonly (readonly [key: string, value: PdfValue])[];
}

/** Space between words, comments included. */
const SKIPPED = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y;
const PLAIN = /[^()\\]+/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const DEEPEST = 100;

/** Reads values from a text of one byte a character, from a place on. Throws `FileRefused` for what is none. */
export class PdfReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  /** Where the next character is read. */
  get at(): number {
    return this.#at;
  }

  value(depth = 0): PdfValue {
    this.skip();
    const sign = this.#text[this.#at];
    if (depth > DEEPEST || sign === undefined) throw new FileRefused('damaged');
    if (sign === '/') return { is: 'name', text: this.#name() };
    if (sign === '(') return { is: 'string', text: this.#string() };
    if (sign === '[') return { is: 'array', items: this.#items(1, ']', depth) };
    if (sign !== '<') return { is: 'word', text: this.#word() };
    if (this.#text[this.#at + 1] !== '<') return { is: 'string', text: this.#hexString() };
    return dictionaryOf(this.#items(2, '>>', depth));
  }

  skip(): void {
    this.#match(SKIPPED);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #items(opening: number, closing: string, depth: number): PdfValue[] {
    this.#at += opening;
    const items: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.#text.startsWith(closing, this.#at)) break;
      items.push(this.value(depth + 1));
      joinReference(items);
    }
    this.#at += closing.length;
    return items;
  }

  #word(): string {
    const word = this.#match(REGULAR);
    if (word === '') throw new FileRefused('damaged');
    return word;
  }

  /** Any letter of a name may be spelt as # and two hexadecimal digits. */
  #name(): string {
    this.#at += 1;
    return this.#match(REGULAR).replaceAll(/#([0-9a-f]{2})/giu, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #hexString(): string {
    const end = this.#text.indexOf('>', this.#at);
    if (end < 0) this.#at = this.#text.length;
    if (end < 0) throw new FileRefused('damaged');
    const digits = this.#text.slice(this.#at + 1, end).replaceAll(/[^0-9a-f]/giu, '');
    this.#at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
  }

  #string(): string {
    const parts: string[] = [];
    this.#at += 1;
    for (let open = 1; ;) {
      parts.push(this.#match(PLAIN));
      const sign = this.#text[this.#at];
      if (sign === undefined) throw new FileRefused('damaged');
      this.#at += 1;
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
      if (open === 0) return parts.join('');
      parts.push(sign === '\\' ? this.#escaped() : sign);
    }
  }

  #escaped(): string {
    const octal = this.#match(/[0-7]{1,3}/y);
    if (octal !== '') return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (this.#match(/\r\n|\r|\n/y) !== '') return '';
    const sign = this.#text[this.#at] ?? '';
    this.#at += 1;
    return ESCAPED[sign] ?? sign;
  }
}

const isCount = (value: PdfValue | undefined) => value?.is === 'word' && /^\d{1,10}$/u.test(value.text);

/** Two numbers and `R` at the end of a list become one reference. */
function joinReference(items: PdfValue[]): void {
  const last = items.at(-1);
  if (last?.is !== 'word' || last.text !== 'R') return;
  const [object, generation] = items.slice(-3);
  if (object?.is !== 'word') return;
  if (isCount(object) && isCount(generation)) items.splice(-3, 3, { is: 'ref', object: Number(object.text) });
}

function dictionaryOf(items: readonly PdfValue[]): PdfDictionary {
  const pairs: [string, PdfValue][] = [];
  for (let at = 0; at < items.length; at += 2) {
    const [key, value] = [items[at], items[at + 1]];
    if (key?.is !== 'name' || !value) throw new FileRefused('damaged');
    pairs.push([key.text, value]);
  }
  return { is: 'dictionary', pairs };
}

/** Every value that a key of a dictionary has. */
export const valuesOf = ({ pairs }: PdfDictionary, ...keys: readonly string[]): PdfValue[] =>
  pairs.filter(([key]) => keys.includes(key)).map(([, value]) => value);
