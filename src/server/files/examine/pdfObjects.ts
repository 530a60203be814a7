import { inflateSync } from 'node:zlib';
import { FileRefused } from '../fileProblem.ts';
import { PdfEffort } from './pdfEffort.ts';
import { type PdfDictionary, PdfReader, type PdfValue, valuesOf } from './pdfValues.ts';

/** A value at the top of a PDF: an object of any of its revisions, or a trailer, which has no number. */
export interface PdfObject {
  readonly number: number | null;
  readonly value: PdfValue;
  /** Bytes follow it. */
  readonly isStream: boolean;
}

/** Space between words; a comment has its whole line, so that there is one way only to read it, forwards and backwards. */
const BEFORE = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]*[\\r\\n])';
/** Found by its own word, with what has to stand before it looked for backwards: then no text takes longer than its length. */
const BEGINNING = new RegExp(
  `obj(?<=(\\d{1,10})${BEFORE}+\\d{1,5}${BEFORE}+obj)(?![a-z])|<<(?<=\\btrailer${BEFORE}*<<)`,
  'gu',
);
const STREAM = /stream(?:\r\n|\n|\r)/y;
const END = 'endstream';
const HIGHEST_INFLATED = 64 * 1024 * 1024;

/**
 * Every object of a PDF, wherever it stands: those that a later revision replaced, those nothing refers to, those packed together in a
 * stream, and those that seem to stand inside another, where a table of offsets may lead. Throws `FileRefused` for what cannot be read,
 * and for what would have to be read over and over.
 */
export function* pdfObjects(text: string, bytes: Buffer): Generator<PdfObject> {
  const effort = new PdfEffort(text.length);
  const lastEnd = text.lastIndexOf(END);
  let readUpTo = 0;
  let room = HIGHEST_INFLATED;
  for (const match of text.matchAll(BEGINNING)) {
    const isInside = match.index < readUpTo;
    const part = partAt(text, match, lastEnd);
    const found = isInside ? tried(part) : objectAt(part);
    effort.spend((found?.end ?? part.reader.at) - match.index);
    if (!found) continue;
    const { end, ...object } = found;
    if (!isInside) readUpTo = end;
    yield object;
    if (!isPacked(object)) continue;
    const unpacked = unpack(object.value, { packed: bytes.subarray(found.from, end), mostBytes: room });
    room -= unpacked.length;
    effort.grant(unpacked.length);
    yield* packedObjects(object.value, unpacked, effort);
  }
}

/** Where an object begins. */
interface Part {
  readonly text: string;
  readonly reader: PdfReader;
  readonly number: number | null;
  /** Where the last stream of the file ends. */
  readonly lastEnd: number;
}

type Found = PdfObject & { readonly from: number; readonly end: number };

/** Behind the word that begins an object, or at what follows `trailer`. */
function partAt(text: string, { index, 0: word, 1: number }: RegExpExecArray, lastEnd: number): Part {
  if (number === undefined) return { text, reader: new PdfReader(text, index), number: null, lastEnd };
  return { text, reader: new PdfReader(text, index + word.length), number: Number(number), lastEnd };
}

function objectAt({ text, reader, number, lastEnd }: Part): Found {
  const value = reader.value();
  reader.skip();
  STREAM.lastIndex = reader.at;
  const begins = value.is === 'dictionary' ? STREAM.exec(text) : null;
  if (!begins) return { number, value, isStream: false, from: reader.at, end: reader.at };
  const from = reader.at + begins[0].length;
  if (from > lastEnd) throw new FileRefused('damaged');
  return { number, value, isStream: true, from, end: endOfStream(text, from, value as PdfDictionary) };
}

/** What looks like an object inside something else may be none. */
function tried(part: Part): Found | null {
  try {
    return objectAt(part);
  } catch {
    return null;
  }
}

/** Where it says it ends, if the word for the end stands there; else where that word comes next. */
function endOfStream(text: string, from: number, dictionary: PdfDictionary): number {
  const [length] = valuesOf(dictionary, 'Length');
  const told = from + (length?.is === 'word' && /^\d{1,10}$/u.test(length.text) ? Number(length.text) : Number.NaN);
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
const isPacked = (object: Omit<PdfObject, 'number'>): object is PdfObject & { readonly value: PdfDictionary } =>
  object.isStream &&
  object.value.is === 'dictionary' &&
  (valuesOf(object.value, 'First').length > 0 ||
    valuesOf(object.value, 'Type').some((value) => value.is === 'name' && value.text === 'ObjStm'));

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
function* packedObjects(dictionary: PdfDictionary, unpacked: string, effort: PdfEffort): Generator<PdfObject> {
  const first = countOf(dictionary, 'First');
  const told = unpacked.slice(0, first).match(/\d{1,10}/gu) ?? [];
  for (let index = 0; index < countOf(dictionary, 'N') * 2; index += 2) {
    const [number, offset] = [told[index], told[index + 1]];
    if (number === undefined || offset === undefined) throw new FileRefused('damaged');
    const reader = new PdfReader(unpacked, first + Number(offset));
    const value = reader.value();
    effort.spend(reader.at - first - Number(offset));
    yield { number: Number(number), value, isStream: false };
  }
}

function countOf(dictionary: PdfDictionary, key: string): number {
  const [count, ...more] = valuesOf(dictionary, key);
  if (more.length > 0 || count?.is !== 'word' || !/^\d{1,8}$/u.test(count.text)) throw new FileRefused('damaged');
  return Number(count.text);
}
