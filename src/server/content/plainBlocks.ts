/** A block of Markdown as a reader reads it. */
export interface PlainBlock {
  kind: 'paragraph' | 'listItem' | 'heading' | 'cell';
  text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]+));/gi;
const TERM_TAG = /<\/?Term\b[^>]*>/g;
/** An escaped sign; code; a link; signs of emphasis. An underscore within a word is a letter of it. */
const SIGNS =
  /\\([!-/:-@[-`{-~])|`([^`]*)`|\[([^\]]*)\]\([^)]*\)|[*~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\\(?=\s|$)/gu;

function decoded(text: string): string {
  return text.replace(ENTITY, (whole, ...groups: (string | undefined)[]) => {
    const [decimal, hex, name] = groups;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (Number.isNaN(code)) return NAMED[(name ?? '').toLowerCase()] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function withoutSigns(text: string): string {
  return text.replace(SIGNS, (_whole, ...groups: (string | undefined)[]) => {
    const [escaped, code, link] = groups;
    return escaped ?? code ?? (link === undefined ? '' : withoutSigns(link));
  });
}

/** The words of a line or two of Markdown, without its signs. */
export function plainWords(markdown: string): string {
  return decoded(withoutSigns(markdown.replace(TERM_TAG, '')))
    .replace(/\s+/g, ' ')
    .trim();
}

const HEADING = /^#{1,6}\s+(.*?)(?:\s+#+)?$/;
const RULE = /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const TABLE_LINE = /^\|[\s|:-]+\|$/;
const ITEM = /^(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;

/** What a line begins. Within a paragraph only a bullet or a number one begins a list: a wrapped line may begin with a year. */
function itemText(line: string, within: PlainBlock['kind'] | null): string | null {
  const [whole, bullet, number, text = ''] = ITEM.exec(line) ?? [];
  if (whole === undefined) return null;
  return bullet !== undefined || number === '1' || within !== 'paragraph' ? text : null;
}

function cellsOf(line: string): PlainBlock[] {
  if (TABLE_LINE.test(line)) return [];
  const cells = line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/);
  return cells.map((text) => ({ kind: 'cell', text }));
}

/** Blocks that stand on one line by themselves; null for a line of running text. */
function wholeLine(line: string): PlainBlock[] | null {
  if (line === '' || RULE.test(line)) return [];
  const heading = HEADING.exec(line);
  if (heading) return [{ kind: 'heading', text: heading[1] ?? '' }];
  return line.startsWith('|') ? cellsOf(line) : null;
}

/** The blocks of a piece of Markdown that holds no component but terms, as they follow each other. */
export function plainBlocks(markdown: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let current = null as PlainBlock | null;
  for (const raw of markdown.split('\n')) {
    const line = raw.trim().replace(/^(?:>\s?)+/, '');
    const whole = wholeLine(line);
    const item = whole ? null : itemText(line, current?.kind ?? null);
    if (whole) {
      blocks.push(...whole);
      current = null;
    } else if (item !== null || current === null) {
      current = item === null ? { kind: 'paragraph', text: line } : { kind: 'listItem', text: item };
      blocks.push(current);
    } else current.text += ` ${line}`;
  }
  return blocks.map(({ kind, text }) => ({ kind, text: plainWords(text) })).filter(({ text }) => text !== '');
}
