import { inflateSync } from 'node:zlib';
import type { FileProblem } from '#src/domain/files/problems.ts';

/**
 * Names by which a PDF does more than show pages: scripts, programs, other files, forms that send themselves. Source: ISO 32000-2,
 * 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA).
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|GoToR|Rendition|XFA)(?![A-Za-z0-9])/u;
/** Too short to look for inside compressed pictures, where they come up by chance. */
const ACTIVE_SHORT = /\/JS(?![A-Za-z0-9])/u;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/u;
const STREAM = />>\s*stream\r?\n/gu;
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z0-9])/u;
const HIGHEST_INFLATED = 64 * 1024 * 1024;
const LONGEST_DICTIONARY = 4096;
const HEAD = '%PDF-';
/** The end of a zip archive, which a file of two kinds would carry at its own end. */
const ZIP_END = 'PK\u0005\u0006';
const ZIP_TAIL_BYTES = 66_000;

/** What is wrong with a PDF by its bytes alone: no end of its own, two kinds at once, encrypted, or active. Null for nothing found. */
export function pdfNamesProblem(bytes: Buffer): FileProblem | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith(HEAD)) return 'not_what_it_says';
  if (text.slice(-ZIP_TAIL_BYTES).includes(ZIP_END)) return 'not_what_it_says';
  if (!text.slice(-2048).includes('%%EOF')) return 'damaged';
  const named = withPlainNames(text);
  if (ENCRYPTED.test(named)) return 'protected';
  if (ACTIVE.test(named) || ACTIVE_SHORT.test(withoutStreams(named))) return 'active';
  return packedProblem(text, bytes);
}

/** Names may spell any letter as # and two hexadecimal digits. */
function withPlainNames(text: string): string {
  if (!/#[0-9a-f]{2}/iu.test(text)) return text;
  return text.replaceAll(/#([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What stands between the streams, where the objects themselves are. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < from) continue;
    parts.push(text.slice(from, match.index + 2));
    const end = text.indexOf('endstream', match.index);
    from = end < 0 ? text.length : end;
  }
  return [...parts, text.slice(from)].join(' ');
}

/** Objects may lie packed together in a stream; those are unpacked and looked through as well. One that cannot be is refused. */
function packedProblem(text: string, bytes: Buffer): FileProblem | null {
  let inflated = 0;
  for (const match of text.matchAll(STREAM)) {
    const dictionary = withPlainNames(dictionaryBefore(text, match.index));
    if (!OBJECT_STREAM.test(dictionary)) continue;
    const unpacked = unpack(dictionary, bytes.subarray(match.index + match[0].length), HIGHEST_INFLATED - inflated);
    if (unpacked === null) return 'damaged';
    inflated += unpacked.length;
    const named = withPlainNames(unpacked);
    if (ACTIVE.test(named) || ACTIVE_SHORT.test(named)) return 'active';
  }
  return null;
}

/** What stands before a stream, back to the word that begins its object. */
function dictionaryBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LONGEST_DICTIONARY), end);
  const start = near.lastIndexOf(' obj');
  return start < 0 ? near : near.slice(start);
}

/** Only as it is or deflated once, which is how every usual program writes them; null for anything else. */
function unpack(dictionary: string, from: Buffer, mostBytes: number): string | null {
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/gu)].map(([, name]) => name);
  const end = from.indexOf('endstream');
  if (end < 0) return null;
  const packed = from.subarray(0, end);
  if (filters.length === 0) return /\/Filter/u.test(dictionary) ? null : packed.toString('latin1');
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || mostBytes <= 0) return null;
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes }).toString('latin1');
  } catch {
    return null;
  }
}
