import type { FormErrors } from '#src/components/ui/types.ts';
import { marksAt, type PlacedMark } from '#src/domain/marks/placed.ts';
import type { MarkToShow } from '#src/components/lesson/markedHtml.ts';

/** Her marks in the module that is being shown, and what became of a form about them that was sent and came back. */
export interface LessonMarks {
  readonly placed: readonly PlacedMark[];
  readonly errors: FormErrors;
  /** Notes go onto the paper when the page is printed. */
  readonly isPrinted: boolean;
}

/** The passages to mark in the text of a section. */
export function marksToShow({ placed }: LessonMarks, sectionId: string): MarkToShow[] {
  return marksAt(placed, sectionId).flatMap(({ mark, place, number }) =>
    place.state === 'changed' || place.passage === null || number === null
      ? []
      : [{ id: mark.id, number, passage: place.passage }],
  );
}

/** The fields of a form that came back, for the place it was sent from. */
export interface SentBack {
  readonly quote: string;
  readonly note: string;
}

type Posted = Readonly<Record<string, readonly string[]>>;

/** What was typed into the form of this section, where it was not taken; null otherwise. */
export function sentBackFor(posted: Posted, errors: FormErrors, sectionId: string): SentBack | null {
  const isMine = posted.sectionId?.[0] === sectionId && posted.quote !== undefined;
  return isMine && Object.keys(errors).length > 0
    ? { quote: posted.quote?.[0] ?? '', note: posted.note?.[0] ?? '' }
    : null;
}

/** What was typed over the note of this mark, where it was not taken; null otherwise. */
export function noteSentBack(posted: Posted, errors: FormErrors, markId: string): string | null {
  const isMine = posted.markId?.[0] === markId && posted.note !== undefined;
  return isMine && Object.keys(errors).length > 0 ? (posted.note?.[0] ?? '') : null;
}
