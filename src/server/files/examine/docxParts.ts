import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused } from '../fileProblem.ts';
import { EXAMINE_LIMITS } from './limits.ts';

/** The parts of a Word document that are XML, by name; pictures and fonts are looked at and let go. */
export type DocxParts = ReadonlyMap<string, string>;

/** What a plain Word document is made of. Programs, controls and other documents have other ends. */
const KNOWN_END =
  /(?:\.xml|\.rels|\.png|\.jpe?g|\.jfif|\.gif|\.bmp|\.tiff?|\.emf|\.wmf|\.svg|\.wdp|\.odttf|\.ttf|\.fntdata)$/u;
const MACROS = /vba|macro|activex|customui|\.bin$|ctrlprops/u;
const EMBEDDED = /embeddings\/|oleobject|\.(?:docx?|xlsx?|pptx?|zip|exe|dll|html?|mht|js)$/u;
/** How a program, an archive or another document begins, whatever it is called. */
const FOREIGN_STARTS = [
  'PK\u0003\u0004',
  'MZ',
  '\u007fELF',
  '\u00d0\u00cf\u0011\u00e0',
  '%PDF',
  '#!',
  'Rar!',
  '7z\u00bc\u00af',
];
const NEEDED = ['[content_types].xml', 'word/document.xml'];
const ZIP_HEAD = 'PK\u0003\u0004';
const ONE_MEGABYTE = 1024 * 1024;

/**
 * Unpacks a Word document under its limits: number of parts, sizes as told and as they turn out, names, kinds. Throws `FileRefused`.
 */
export async function readDocxParts(bytes: Buffer): Promise<DocxParts> {
  if (bytes.toString('latin1', 0, 4) !== ZIP_HEAD) throw new FileRefused('not_what_it_says');
  // A reader of PDF looks for its head in the first kilobyte: such a file would be both.
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw new FileRefused('not_what_it_says');
  const zip = await openZip(bytes);
  const entries = await listEntries(zip);
  const parts = new Map<string, string>();
  for (const entry of entries) {
    const content = await unpack(zip, entry);
    refuseForeign(content);
    if (/\.(?:xml|rels)$/u.test(nameOf(entry))) parts.set(nameOf(entry), xmlText(content));
  }
  for (const needed of NEEDED) if (!parts.has(needed)) throw new FileRefused('not_what_it_says');
  return parts;
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount <= EXAMINE_LIMITS.zipEntries) return zip;
  } catch (cause) {
    throw new FileRefused('damaged', { cause });
  }
  throw new FileRefused('unpacks_too_large');
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      refuseSize(entry, bytes);
      if (!entry.fileName.endsWith('/')) entries.push(entry);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged', { cause: error });
  }
  refuseNames(entries);
  return entries;
}

const nameOf = ({ fileName }: Entry): string => fileName.toLowerCase();

function refuseSize({ uncompressedSize, compressedSize }: Entry, sofar: number): void {
  const isBomb = uncompressedSize > ONE_MEGABYTE && uncompressedSize > compressedSize * EXAMINE_LIMITS.zipRatio;
  if (isBomb || sofar > EXAMINE_LIMITS.zipBytes) throw new FileRefused('unpacks_too_large');
}

function refuseNames(entries: readonly Entry[]): void {
  const names = entries.map(nameOf);
  if (names.some((name) => MACROS.test(name))) throw new FileRefused('macros');
  if (names.some((name) => EMBEDDED.test(name))) throw new FileRefused('embedded');
  if (entries.some((entry) => entry.isEncrypted())) throw new FileRefused('protected');
  const isOdd = (name: string) => !KNOWN_END.test(name) || /[\u0000-\u001f\\:]|(?:^|\/)\.{1,2}(?:\/|$)|^\//u.test(name);
  if (names.some(isOdd) || new Set(names).size !== names.length) throw new FileRefused('not_what_it_says');
}

/** Sizes are told in the archive and may be lies: yauzl ends a part that does not keep to its own. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (cause) {
    throw new FileRefused('damaged', { cause });
  }
}

function refuseForeign(content: Buffer): void {
  const start = content.toString('latin1', 0, 8);
  if (FOREIGN_STARTS.some((foreign) => start.startsWith(foreign))) throw new FileRefused('embedded');
}

/** Word writes UTF-8. In another encoding nothing below would find what it looks for; a document type could bring in anything. */
function xmlText(content: Buffer): string {
  const text = content.toString('utf8').replace(/^\ufeff/u, '');
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)/iu.exec(text)?.[1] ?? 'utf-8';
  if (!/^(?:utf-8|us-ascii)$/iu.test(declared) || text.includes('\0') || text.includes('\ufffd'))
    throw new FileRefused('not_what_it_says');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new FileRefused('not_what_it_says');
  return text;
}
