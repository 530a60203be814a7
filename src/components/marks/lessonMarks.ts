import type { FormErrors } from '#src/components/ui/types.ts';
import { sameView } from '#src/domain/modules/address.ts';
import { marksAt, type PlacedMark } from '#src/domain/marks/placed.ts';
import type { MarkToShow } from '#src/components/lesson/markedHtml.ts';

/** Her marks in the module that is being shown, and what became of a form about them that was sent and came back. */
export interface LessonMarks {
  readonly placed: readonly PlacedMark[];
  readonly errors: FormErrors;
  /** Notes go onto the paper when the page is printed. */
  readonly isPrinted: boolean;
  /** The section whose form stands open because she asked for it, or null. */
  readonly openAt: string | null;
}

/** One form sends every bookmark of a page: each section has a button of it only. */
export const BOOKMARK_FORM = 'bookmark-form';

interface MarkAt {
  readonly moduleId: string;
  readonly sectionId: string;
  /** The only section that is shown, or null. */
  readonly single: string | null;
}

/** Where the form of a section stands open. One for each section on every page was a good part of its weight. */
export function markHref({ moduleId, sectionId, single }: MarkAt): string {
  return `/modules/${moduleId}?mark=${sectionId}${sameView(single)}#marks-${sectionId}`;
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
