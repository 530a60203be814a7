import { inflateSync } from 'node:zlib';
import { FileRefused } from '../fileProblem.ts';
import { type PdfDictionary, PdfReader, type PdfValue, SPACE, valuesOf } from './pdfValues.ts';

/** A value at the top of a PDF: an object of any of its revisions, or a trailer, which has no number. */
export interface PdfObject {
  readonly number: number | null;
  readonly value: PdfValue;
  /** Bytes follow it. */
  readonly isStream: boolean;
}

const BEGINNING = new RegExp(`(\\d{1,10})${SPACE}+\\d{1,5}${SPACE}+obj(?![a-z])|\\btrailer(?=${SPACE}*<<)`, 'gu');
const STREAM = /stream(?:\r\n|\n|\r)/y;
const END = 'endstream';
const HIGHEST_INFLATED = 64 * 1024 * 1024;

/**
 * Every object of a PDF, wherever it stands: those that a later revision replaced, those nothing refers to, those packed together in a
 * stream, and those that seem to stand inside another, where a table of offsets may lead. Throws `FileRefused` for what cannot be read.
 */
export function* pdfObjects(text: string, bytes: Buffer): Generator<PdfObject> {
  let readUpTo = 0;
  let room = HIGHEST_INFLATED;
  for (const match of text.matchAll(BEGINNING)) {
    const isInside = match.index < readUpTo;
    const found = isInside ? triedAt(text, match) : objectAt(text, match);
    if (!found) continue;
    const { end, ...object } = found;
    if (!isInside) readUpTo = end;
    yield object;
    if (!object.isStream || object.value.is !== 'dictionary' || !isPacked(object.value)) continue;
    const unpacked = unpack(object.value, { packed: bytes.subarray(found.from, end), mostBytes: room });
    room -= unpacked.length;
    yield* packedObjects(object.value, unpacked);
  }
}

type Found = PdfObject & { readonly from: number; readonly end: number };

function objectAt(text: string, match: RegExpExecArray): Found {
  const reader = new PdfReader(text, match.index + match[0].length);
  const value = reader.value();
  reader.skip();
  const number = match[1] === undefined ? null : Number(match[1]);
  STREAM.lastIndex = reader.at;
  const begins = value.is === 'dictionary' ? STREAM.exec(text) : null;
  if (!begins) return { number, value, isStream: false, from: reader.at, end: reader.at };
  const from = reader.at + begins[0].length;
  return { number, value, isStream: true, from, end: endOfStream(text, from, value as PdfDictionary) };
}

/** What looks like an object inside something else may be none. */
function triedAt(text: string, match: RegExpExecArray): Found | null {
  try {
    return objectAt(text, match);
  } catch {
    return null;
  }
}

/** Where it says it ends, if the word for the end stands there; else where that word comes next. */
function endOfStream(text: string, from: number, dictionary: PdfDictionary): number {
  const [length] = valuesOf(dictionary, 'Length');
  const told = from + (length?.is === 'word' ? Number(length.text) : Number.NaN);
  if (
    text
      .slice(told, told + END.length + 2)
      .trimStart()
      .startsWith(END)
  )
    return told;
  const next = text.indexOf(END, from);
  if (next < 0) throw new FileRefused('damaged');
  return next;
}

/** `First` is what only packed objects have; readers do not insist on their type. */
const isPacked = (dictionary: PdfDictionary) =>
  valuesOf(dictionary, 'First').length > 0 ||
  valuesOf(dictionary, 'Type').some((value) => value.is === 'name' && value.text === 'ObjStm');

/** Bytes that say how they differ from those before: nothing of what is looked for would be found in them. */
const isPredicted = (value: PdfValue) =>
  value.is !== 'dictionary' || valuesOf(value, 'Predictor').some((told) => told.is !== 'word' || told.text !== '1');

/** Only as it is or deflated once, which is how every usual program writes them. */
function unpack(dictionary: PdfDictionary, { packed, mostBytes }: { packed: Buffer; mostBytes: number }): string {
  const filters = valuesOf(dictionary, 'Filter', 'F').flatMap((value) =>
    value.is === 'array' ? value.items : [value],
  );
  if (valuesOf(dictionary, 'DecodeParms', 'DP').some(isPredicted)) throw new FileRefused('damaged');
  if (filters.length === 0) return packed.toString('latin1');
  const [filter] = filters;
  const isDeflated = filters.length === 1 && filter?.is === 'name' && /^(?:FlateDecode|Fl)$/u.test(filter.text);
  if (!isDeflated || mostBytes <= 0) throw new FileRefused('damaged');
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes }).toString('latin1');
  } catch (cause) {
    throw new FileRefused('damaged', { cause });
  }
}

/** Numbers and places of the objects stand before the first of them. Source: ISO 32000-2, 7.5.7. */
function* packedObjects(dictionary: PdfDictionary, unpacked: string): Generator<PdfObject> {
  const first = countOf(dictionary, 'First');
  const told = unpacked.slice(0, first).match(/\d{1,10}/gu) ?? [];
  for (let index = 0; index < countOf(dictionary, 'N') * 2; index += 2) {
    const [number, offset] = [told[index], told[index + 1]];
    if (number === undefined || offset === undefined) throw new FileRefused('damaged');
    const value = new PdfReader(unpacked, first + Number(offset)).value();
    yield { number: Number(number), value, isStream: false };
  }
}

function countOf(dictionary: PdfDictionary, key: string): number {
  const [count, ...more] = valuesOf(dictionary, key);
  if (more.length > 0 || count?.is !== 'word' || !/^\d{1,8}$/u.test(count.text)) throw new FileRefused('damaged');
  return Number(count.text);
}
