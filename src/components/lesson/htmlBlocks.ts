import { lettersOf } from '#src/domain/marks/letters.ts';

/** A piece of text between two tags, as positions in the HTML. */
export interface TextRun {
  readonly from: number;
  readonly to: number;
  /** Where the link stops that the text stands in; null outside of links. */
  linkEnd: number | null;
}

/** The text between two block tags. */
export interface HtmlBlock {
  letters: string;
  readonly runs: readonly TextRun[];
}

/** Where in the HTML each letter of a block begins and ends. */
export interface LetterPlaces {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A comment; a tag; or nothing of the kind. */
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]*);/giy;
/** Tags that stand within a line of text. Every other one begins or ends a block. */
const INLINE = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** What stands in these is no text of the lesson: forms and islands bring their own words. */
const CLOSED = new Set(
  'astro-island button form noscript object option script select style svg template textarea title'.split(' '),
);
/** Their text is not HTML: a `<` in it begins no tag. */
const RAW = new Set('script style textarea title'.split(' '));
/** Words that the page adds within the text, such as the meaning of a term. */
const ADDED = /\sdata-added(?=[\s=/>]|$)/;

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  /** It has no end tag. */
  readonly isWhole: boolean;
  readonly attributes: string;
  readonly to: number;
}

function tagAt(html: string, at: number): Tag | null {
  TAG.lastIndex = at;
  const match = TAG.exec(html);
  if (!match) return null;
  const [, slash, name = '', attributes = ''] = match;
  const lower = name.toLowerCase();
  const isWhole = lower === '' || VOID.has(lower) || attributes.endsWith('/');
  return { name: lower, isEnd: slash === '/', isWhole, attributes, to: TAG.lastIndex };
}

/** Where an element of raw text ends: behind its end tag, or at the end of the HTML. */
function rawEnd(html: string, { name, to }: Tag): number {
  const end = html.toLowerCase().indexOf(`</${name}`, to);
  return end < 0 ? html.length : (tagAt(html, end)?.to ?? html.length);
}

/** The character an entity stands for; a space where it is a sign in any case. */
function characterOf([, decimal, hex]: RegExpExecArray): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** What stands in a run of text, piece by piece: words, and entities, each of which is one character. */
function eachPiece(
  html: string,
  run: TextRun,
  found: (text: string, from: number, entityEnd: number | null) => void,
): void {
  let at = run.from;
  for (let sign = html.indexOf('&', at); sign >= 0 && sign < run.to; sign = html.indexOf('&', sign + 1)) {
    ENTITY.lastIndex = sign;
    const entity = ENTITY.exec(html);
    if (!entity) continue;
    found(html.slice(at, sign), at, null);
    at = sign + entity[0].length;
    found(characterOf(entity), sign, at);
  }
  found(html.slice(at, run.to), at, null);
}

function lettersIn(html: string, run: TextRun): string {
  let letters = '';
  eachPiece(html, run, (text) => (letters += lettersOf(text).letters));
  return letters;
}

/** Asked for the few blocks that something is marked in: kept for every letter of a module it would take more room than its words. */
export function letterPlaces(html: string, { runs }: HtmlBlock): LetterPlaces {
  const places = { from: [] as number[], to: [] as number[] };
  for (const run of runs)
    eachPiece(html, run, (text, start, entityEnd) => {
      const { from, to } = lettersOf(text);
      for (const at of from) places.from.push(entityEnd === null ? start + at : start);
      for (const at of to) places.to.push(entityEnd ?? start + at);
    });
  return places;
}

const emptyBlock = () => ({ letters: '', runs: [] as TextRun[] });

class BlockReader {
  readonly #html: string;
  readonly #blocks: HtmlBlock[] = [];
  #block = emptyBlock();
  /** Runs of the link that is open; null outside of links. */
  #linked: TextRun[] | null = null;
  /** The element whose words are none of the lesson's, and how many of its name are open; null outside of those. */
  #closed: { readonly name: string; depth: number } | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  read(): HtmlBlock[] {
    let at = 0;
    while (at < this.#html.length) {
      const tag = this.#html[at] === '<' ? tagAt(this.#html, at) : null;
      at = tag ? this.#passTag(tag) : this.#passText(at);
    }
    this.#endBlock();
    return this.#blocks;
  }

  #passText(from: number): number {
    const next = this.#html.indexOf('<', from + 1);
    const run: TextRun = { from, to: next < 0 ? this.#html.length : next, linkEnd: null };
    if (this.#closed) return run.to;
    this.#linked?.push(run);
    this.#block.runs.push(run);
    this.#block.letters += lettersIn(this.#html, run);
    return run.to;
  }

  #passTag(tag: Tag): number {
    if (this.#closed) this.#passClosed(tag, this.#closed);
    else this.#passOpen(tag);
    const isRaw = RAW.has(tag.name) && !tag.isEnd && !tag.isWhole;
    return isRaw ? rawEnd(this.#html, tag) : tag.to;
  }

  #passClosed({ name, isEnd, isWhole }: Tag, closed: { readonly name: string; depth: number }): void {
    if (name !== closed.name || isWhole) return;
    closed.depth += isEnd ? -1 : 1;
    if (closed.depth === 0) this.#closed = null;
  }

  #passOpen({ name, isEnd, isWhole, attributes, to }: Tag): void {
    if (name !== '' && !INLINE.has(name)) this.#endBlock();
    if (name === 'a') this.#passLink(isEnd, to);
    const isOurs = !CLOSED.has(name) && !ADDED.test(attributes);
    if (!isEnd && !isWhole && !isOurs && !RAW.has(name)) this.#closed = { name, depth: 1 };
  }

  #passLink(isEnd: boolean, to: number): void {
    for (const run of this.#linked ?? []) run.linkEnd = to;
    this.#linked = isEnd ? null : [];
  }

  #endBlock(): void {
    if (this.#block.letters !== '') this.#blocks.push(this.#block);
    this.#block = emptyBlock();
  }
}

/** The blocks of text in some HTML, one after the other. Never throws: what is no tag is text. */
export function htmlBlocks(html: string): HtmlBlock[] {
  return new BlockReader(html).read();
}
