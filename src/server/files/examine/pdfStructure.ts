import type { FileProblem } from '#src/domain/files/problems.ts';
import { PdfEffort } from './pdfEffort.ts';
import { type PdfObject, pdfObjects } from './pdfObjects.ts';
import { type PdfDictionary, type PdfValue, valuesOf } from './pdfValues.ts';

/** Keys of a dictionary that is more than a page. Source: ISO 32000-2, 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA). */
const ACTIVE_KEYS = new Set(
  'JS JavaScript EmbeddedFiles EF XFA RichMediaContent RichMediaSettings Renditions AlternatePresentations'.split(' '),
);
/** Kinds of object and of annotation that hold another file, or play something. */
const ACTIVE_KINDS = new Set('EmbeddedFile Filespec FileAttachment RichMedia Screen Movie Sound 3D'.split(' '));
/** Actions by which a reader leaves the document, or runs something in it. */
const ACTIVE_ACTIONS = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound GoTo3DView RichMediaExecute'.split(' '),
);
/** Where an action stands, and every one that may stand there. */
const ACTION_KEYS = ['A', 'PA', 'Next', 'OpenAction'];
const HARMLESS_ACTIONS = new Set('GoTo URI Named ResetForm Hide SetOCGState Thread Trans'.split(' '));
const LINKS = /^(?:https?|mailto|tel):/iu;
const LEADS_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/iu;

/** The objects by number, in every version that there is, and how often they may still be looked at. */
interface ByNumber {
  readonly versions: ReadonlyMap<number | null, readonly PdfObject[]>;
  readonly effort: PdfEffort;
}

/**
 * What a PDF does beside showing pages, by what its objects are: in whatever revision, unused, packed together or spelt oddly. Null for
 * nothing found. Throws `FileRefused` for one whose objects cannot be read.
 */
export function pdfStructureProblem(text: string, bytes: Buffer): FileProblem | null {
  const objects = [...pdfObjects(text, bytes)];
  const versions = Map.groupBy(objects, ({ number }) => number);
  const byNumber = { versions, effort: new PdfEffort(text.length) };
  for (const { value, isStream } of objects) {
    for (const dictionary of dictionariesIn(value)) {
      const problem = dictionaryProblem(dictionary, byNumber);
      if (problem) return problem;
    }
    // The content of such a stream lies in another file.
    if (isStream && value.is === 'dictionary' && valuesOf(value, 'F', 'FFilter').length > 0) return 'active';
  }
  return null;
}

function dictionariesIn(value: PdfValue): PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const left = [value];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.is === 'array') for (const item of next.items) left.push(item);
    if (next.is !== 'dictionary') continue;
    found.push(next);
    for (const [, inner] of next.pairs) left.push(inner);
  }
  return found;
}

function dictionaryProblem(dictionary: PdfDictionary, objects: ByNumber): FileProblem | null {
  if (valuesOf(dictionary, 'Encrypt').length > 0) return 'protected';
  const isActive =
    dictionary.pairs.some(([key]) => ACTIVE_KEYS.has(key)) ||
    namesAt(dictionary, objects, 'Type', 'Subtype').some((name) => ACTIVE_KINDS.has(name)) ||
    namesAt(dictionary, objects, 'S').some((name) => ACTIVE_ACTIONS.has(name)) ||
    ACTION_KEYS.some((key) => hasOddAction(dictionary, { key, objects })) ||
    valuesOf(dictionary, 'AA').some((value) => hasOddEvents(value, objects));
  if (isActive) return 'active';
  return valuesOf(dictionary, 'URI').some((value) => leadsElsewhere(value, objects)) ? 'external' : null;
}

/** A value itself, or all that its reference stands for. Throws `FileRefused` where the same is asked for over and over. */
function resolved(value: PdfValue, { versions, effort }: ByNumber): PdfValue[] {
  const found = value.is === 'ref' ? (versions.get(value.object) ?? []).map((object) => object.value) : [value];
  effort.spend(found.reduce((sum, one) => sum + sizeOf(one), 1));
  return found;
}

function sizeOf(value: PdfValue): number {
  if (value.is === 'array') return value.items.length;
  return value.is === 'dictionary' ? value.pairs.length : 1;
}

const namesAt = (dictionary: PdfDictionary, objects: ByNumber, ...keys: readonly string[]): string[] =>
  valuesOf(dictionary, ...keys)
    .flatMap((value) => resolved(value, objects))
    .flatMap((value) => (value.is === 'name' ? [value.text] : []));

/** A link that has to be followed by hand may stay, where it leads to a page or an address. */
const leadsElsewhere = (value: PdfValue, objects: ByNumber): boolean =>
  resolved(value, objects).some((link) => {
    if (link.is !== 'string') return false;
    const address = link.text.replaceAll(/[\0-\x20\xfe\xff]/gu, '');
    return LEADS_ELSEWHERE.test(address) && !LINKS.test(address);
  });

/** An action that is none of the harmless ones; and nothing but a place in the document may be gone to by itself. */
function hasOddAction(dictionary: PdfDictionary, { key, objects }: { key: string; objects: ByNumber }): boolean {
  return valuesOf(dictionary, key)
    .flatMap((value) => resolved(value, objects))
    .flatMap((value) => (value.is === 'array' ? value.items.flatMap((item) => resolved(item, objects)) : [value]))
    .flatMap((value) => (value.is === 'dictionary' ? namesAt(value, objects, 'S') : []))
    .some((action) => (key === 'OpenAction' ? action !== 'GoTo' : !HARMLESS_ACTIONS.has(action)));
}

/** What happens by itself at an event: nothing but going to a place. */
const hasOddEvents = (value: PdfValue, objects: ByNumber): boolean =>
  resolved(value, objects).some(
    (events) =>
      events.is === 'dictionary' &&
      events.pairs.some(([, event]) =>
        resolved(event, objects).some(
          (action) => action.is === 'dictionary' && namesAt(action, objects, 'S').some((name) => name !== 'GoTo'),
        ),
      ),
  );
