import { type Annotation, inOrder, passageIn } from './annotations.ts';
import type { AssessmentDraft } from './assessmentDraft.ts';
import { CRITERION_OUTCOMES, type CriterionOutcome } from './words.ts';

/** The form of an assessment as it was sent: field -> text. */
export type SentFields = Readonly<Record<string, string>>;

export interface ReadAssessment {
  readonly draft: AssessmentDraft;
  /** What could not be read: field -> one sentence. */
  readonly problems: Readonly<Record<string, string>>;
}

const outcomeIn = (text: string | undefined): CriterionOutcome | null =>
  CRITERION_OUTCOMES.find((outcome) => outcome === text) ?? null;

/** Fields `note-START-END` that are not empty. */
function notesIn(fields: SentFields): Annotation[] {
  return Object.entries(fields).flatMap(([name, note]) => {
    const [, startsAt, endsAt] = /^note-(\d{1,6})-(\d{1,6})$/.exec(name) ?? [];
    return startsAt === undefined || note.trim() === ''
      ? []
      : [{ startsAt: Number(startsAt), endsAt: Number(endsAt), note }];
  });
}

interface AddedNote {
  readonly note: Annotation | null;
  readonly unplaced: AssessmentDraft['unplaced'];
  readonly problems: Readonly<Record<string, string>>;
}

/** The note of the form that names a paragraph. */
function addedNote({ newNoteParagraph = '', newNoteWords = '', newNote = '' }: SentFields, text: string): AddedNote {
  const passage = passageIn(text, { paragraph: Number(newNoteParagraph), words: newNoteWords });
  if (newNote.trim() !== '' && passage) return { note: { ...passage, note: newNote }, unplaced: null, problems: {} };
  if (newNote.trim() === '' && newNoteWords.trim() === '') return { note: null, unplaced: null, problems: {} };
  const unplaced = { paragraph: newNoteParagraph, words: newNoteWords, note: newNote };
  if (newNote.trim() === '') return { note: null, unplaced, problems: { newNote: 'Write the note about these words' } };
  const problems: Record<string, string> =
    newNoteParagraph === ''
      ? { newNoteParagraph: 'Choose the paragraph that the note is about' }
      : { newNoteWords: `These words do not stand in paragraph ${newNoteParagraph}` };
  return { note: null, unplaced, problems };
}

/** Two notes about the very same words become one. */
function joined(notes: readonly Annotation[], added: Annotation | null): Annotation[] {
  if (!added) return [...notes];
  const same = notes.find(({ startsAt, endsAt }) => startsAt === added.startsAt && endsAt === added.endsAt);
  if (!same) return [...notes, added];
  return notes.map((note) => (note === same ? { ...note, note: `${note.note}\n${added.note}` } : note));
}

/** What an assessor sent of her assessment, ready or not: for the criteria that are claimed, in a text. */
export function readAssessment(
  fields: SentFields,
  { claims, text }: { claims: readonly string[]; text: string },
): ReadAssessment {
  const { note, unplaced, problems } = addedNote(fields, text);
  const decisions = claims.map((criterionId) => ({
    criterionId,
    outcome: outcomeIn(fields[`decision-${criterionId}`]),
    feedback: fields[`feedback-${criterionId}`] ?? '',
  }));
  const notes = inOrder(joined(notesIn(fields), note));
  return { draft: { decisions, comment: fields.comment ?? '', notes, unplaced }, problems };
}
