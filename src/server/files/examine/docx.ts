import mammoth from 'mammoth';
import { FileRefused } from '../fileProblem.ts';
import { type DocxParts, readDocxParts } from './docxParts.ts';
import { EXAMINE_LIMITS } from './limits.ts';

const RELATIONSHIP = /<(?:[\w.-]+:)?Relationship\s((?:[^"'>]|"[^"]*"|'[^']*')*)>/gu;
const WORD_CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const LINKS = /^(?:https?:|mailto:|tel:|#)/iu;
/** Fields that fetch or start something. A link that has to be followed by hand is none. */
const FETCHING_FIELD = /^\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE|MACROBUTTON)\b/iu;

/** Whole text of a Word document, headers, notes, comments, deleted words and properties with it. Throws `FileRefused`. */
export async function readDocx(bytes: Buffer): Promise<string> {
  const parts = await readDocxParts(bytes);
  refuseContentTypes(parts.get('[content_types].xml') ?? '');
  const links = [...parts].flatMap(([name, xml]) => (name.endsWith('.rels') ? linksOf(xml) : []));
  for (const [name, xml] of parts) if (name.startsWith('word/')) refuseFields(xml);
  const body = await bodyText(bytes);
  const text = [body, besideBody(parts), ...links].join('\n');
  if (text.length > EXAMINE_LIMITS.textCharacters) throw new FileRefused('too_much_text');
  return text;
}

function refuseContentTypes(xml: string): void {
  if (/macroenabled|vbaproject|ms-word\.template|activex/iu.test(xml)) throw new FileRefused('macros');
  if (!xml.includes(WORD_CONTENT)) throw new FileRefused('not_what_it_says');
}

/** Parts that are brought in when the document is opened, or run in it. */
const BROUGHT_IN = /(?:aFChunk|subDocument|attachedTemplate|oleObject|package|control)$/u;

/** Where a document leads. A link that somebody has to click may stay; anything that is fetched on opening may not. */
function linksOf(xml: string): string[] {
  const all = [...xml.matchAll(RELATIONSHIP)].map(([, attributes = '']) => readAttributes(attributes));
  if (all.some((said) => BROUGHT_IN.test(said.get('Type') ?? ''))) throw new FileRefused('external');
  // One that was written in a way this does not read is not let through unread.
  const isReadWhole = (xml.match(/TargetMode/gu)?.length ?? 0) === all.filter((said) => said.has('TargetMode')).length;
  const outside = all.filter((said) => said.get('TargetMode')?.toLowerCase() === 'external');
  if (!isReadWhole || !outside.every(isLink)) throw new FileRefused('external');
  return outside.map((said) => said.get('Target') ?? '');
}

const isLink = (said: ReadonlyMap<string, string>) =>
  said.get('Type')?.endsWith('/hyperlink') === true && LINKS.test(said.get('Target')?.trim() ?? '');

function readAttributes(text: string): Map<string, string> {
  const pairs = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu);
  return new Map([...pairs].map(([, name = '', double, single]) => [name, plain(double ?? single ?? '')]));
}

/** Reads the fields of a part one by one: what stands between their beginning and their result says what they do. */
function refuseFields(xml: string): void {
  const open: string[] = [];
  const steps = xml.matchAll(
    /<w:fldChar\b[^>]*w:fldCharType="(\w+)"|<w:instrText\b[^>]*>([^<]*)<|<w:fldSimple\b[^>]*w:instr="([^"]*)"/gu,
  );
  for (const [, change, instruction, simple] of steps) {
    if (change === 'begin') open.push('');
    else if (instruction !== undefined) open.push((open.pop() ?? '') + plain(instruction));
    else if (FETCHING_FIELD.test(simple === undefined ? (open.pop() ?? '') : plain(simple)))
      throw new FileRefused('external');
    else if (change === 'separate') open.push('');
  }
}

async function bodyText(bytes: Buffer): Promise<string> {
  try {
    return (await mammoth.extractRawText({ buffer: bytes })).value;
  } catch (cause) {
    throw new FileRefused('damaged', { cause });
  }
}

/** What mammoth leaves out: everything around the body, and words struck out in it. */
function besideBody(parts: DocxParts): string {
  const isBeside = (name: string) =>
    /^word\/(?:header|footer|footnotes|endnotes|comments|people|glossary\/document)\w*\.xml$/u.test(name) ||
    name.startsWith('docprops/') ||
    name.startsWith('customxml/');
  const beside = [...parts].filter(([name]) => isBeside(name)).map(([, xml]) => textOf(xml));
  const body = parts.get('word/document.xml') ?? '';
  const struck = [...body.matchAll(/<w:delText\b[^>]*>([^<]*)</gu)].map(([, words = '']) => plain(words));
  const told = [...body.matchAll(/\b(?:descr|title|w:author|w:val)="([^"]{4,})"/gu)].map(([, words = '']) =>
    plain(words),
  );
  return [...beside, struck.join(''), ...told].join('\n');
}

/** Paragraphs end lines; every other tag stands for nothing, because Word cuts words into runs anywhere. */
function textOf(xml: string): string {
  return plain(
    xml.replaceAll(/<\/(?:w:p|vt:\w+|dc:\w+|cp:\w+)>|<w:(?:br|tab)\b[^>]*>/gu, '\n').replaceAll(/<[^>]*>/gu, ''),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/giu, (all: string, code: string) => {
    if (!code.startsWith('#')) return ENTITIES[code] ?? all;
    const point = code[1]?.toLowerCase() === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
