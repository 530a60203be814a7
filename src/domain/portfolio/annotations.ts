import { isKeepable } from './keepable.ts';

/** Characters of one note, and notes in one text. */
export const NOTE_MAX = 1_000;
export const NOTES_MAX = 60;

/** A note at a passage of what was handed in. Positions count UTF-16 units of the text of the snapshot; `endsAt` is the first one after it. */
export interface Annotation {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly note: string;
}

export interface Paragraph {
  /** From 1, as it stands beside the text. */
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A stretch of a paragraph: plain, or part of the passages that notes are about. */
export interface Segment {
  readonly startsAt: number;
  readonly text: string;
  readonly isNoted: boolean;
  /** The numbers, from 1, of the notes whose passage ends here. */
  readonly notes: readonly number[];
}

/** The paragraphs of a text: its lines that are not blank. */
export function paragraphsOf(text: string): Paragraph[] {
  let startsAt = 0;
  const lines = text.split('\n').map((line) => {
    const found = { startsAt, endsAt: startsAt + line.length };
    startsAt = found.endsAt + 1;
    return found;
  });
  return lines
    .filter((line) => text.slice(line.startsAt, line.endsAt).trim() !== '')
    .map((line, index) => ({ number: index + 1, ...line }));
}

/** Notes in the order of the text; of two that begin together the shorter first. */
export function inOrder<Note extends Annotation>(notes: readonly Note[]): Note[] {
  return notes.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}

/**
 * The passage that a note is about: the words within a paragraph, or the whole paragraph where no words are given.
 * Null where there is no such paragraph, or the words do not stand in it.
 */
export function passageIn(text: string, { paragraph, words }: { paragraph: number; words: string }) {
  const found = paragraphsOf(text).find(({ number }) => number === paragraph);
  if (!found) return null;
  const { startsAt, endsAt } = found;
  const wanted = words.trim();
  if (wanted === '') return { startsAt, endsAt };
  const at = text.slice(startsAt, endsAt).toLowerCase().indexOf(wanted.toLowerCase());
  return at < 0 ? null : { startsAt: startsAt + at, endsAt: startsAt + at + wanted.length };
}

/** A paragraph in stretches, so that each passage can be marked and numbered. `notes` in their order. */
export function segmentsOf(text: string, { startsAt, endsAt }: Paragraph, notes: readonly Annotation[]): Segment[] {
  const edges = notes.flatMap((note) => [note.startsAt, note.endsAt]).filter((at) => at > startsAt && at < endsAt);
  const cuts = [...new Set([startsAt, ...edges, endsAt])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? endsAt;
    return {
      startsAt: from,
      text: text.slice(from, to),
      isNoted: notes.some((note) => note.startsAt < to && note.endsAt > from),
      notes: notes.flatMap((note, at) => (isBetween(endOf(text, note), from, to) ? [at + 1] : [])),
    };
  });
}

const isBetween = (at: number, from: number, to: number) => at > from && at <= to;

/** Where the words of a passage end, without what is blank after them: its number stands there. */
function endOf(text: string, { startsAt, endsAt }: Annotation): number {
  return startsAt + text.slice(startsAt, endsAt).trimEnd().length;
}

/** The words of a passage, cut short for a label. */
export function quoteOf(
  text: string,
  { startsAt, endsAt }: Pick<Annotation, 'startsAt' | 'endsAt'>,
  most = 80,
): string {
  const words = text.slice(startsAt, endsAt).replaceAll(/\s+/g, ' ').trim();
  return words.length <= most ? words : `${words.slice(0, most).trimEnd()}…`;
}

/** The name of the field that holds a note, and so of its passage. */
export const noteField = ({ startsAt, endsAt }: Pick<Annotation, 'startsAt' | 'endsAt'>) =>
  `note-${String(startsAt)}-${String(endsAt)}`;

/** What is wrong with notes in a text: field -> one sentence. */
export function annotationProblems(text: string, notes: readonly Annotation[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const note of notes) {
    const problem = noteProblem(text, note);
    if (problem) fields[noteField(note)] = problem;
  }
  if (notes.length > NOTES_MAX) fields.newNote = `Write ${NOTES_MAX} notes or fewer in one text`;
  if (new Set(notes.map(noteField)).size !== notes.length) fields.newNote = 'Write one note about one passage';
  return fields;
}

function noteProblem(text: string, { startsAt, endsAt, note }: Annotation): string | null {
  const isWithin = Number.isInteger(startsAt) && Number.isInteger(endsAt) && startsAt >= 0 && endsAt <= text.length;
  if (!isWithin || startsAt >= endsAt) return 'This note is about words that do not stand in the text';
  if (note.trim() === '') return 'Write the note, or take it out';
  if (note.length > NOTE_MAX) return `A note must be ${NOTE_MAX.toLocaleString('en-GB')} characters or less`;
  return isKeepable(note) ? null : 'This note has a character in it that cannot be kept';
}
