import type { Justification, Place } from '../personalData/answers.ts';
import { type Annotation, inOrder, noteField, passageIn } from './annotations.ts';
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

/** Chosen from a list: anything but a number was never in it, and is not kept. */
const chosenParagraph = ({ newNoteParagraph = '' }: SentFields) =>
  /^\d{1,6}$/.test(newNoteParagraph) ? newNoteParagraph : '';

/** The note of the form that names a paragraph. */
function addedNote(fields: SentFields, text: string): AddedNote {
  const { newNoteWords = '', newNote = '' } = fields;
  const newNoteParagraph = chosenParagraph(fields);
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

const CHECKED = /^(?:feedback-.+|comment|note-\d+-\d+)$/;

/**
 * The texts of an assessment that are looked at for what belongs to real people, by the names of their fields; the new note last,
 * because it may be joined to one that is there. Words of hers that are copied from the evidence itself are none of them.
 */
export function checkedInAssessment(fields: SentFields, { text }: { text: string }): Place[] {
  const places = Object.entries(fields).flatMap(([place, typed]) =>
    CHECKED.test(place) ? [{ place, text: typed }] : [],
  );
  const words = fields.newNoteWords ?? '';
  const copied = text.includes(words.trim()) ? [] : [{ place: 'newNoteWords', text: words }];
  return [...places, ...copied, { place: 'newNote', text: fields.newNote ?? '' }];
}

/** The answers for what a draft holds, each under the field it stands in: those of a new note go with it to its passage. */
function answersOf(
  { decisions, comment, notes, unplaced }: Omit<AssessmentDraft, 'justifications'>,
  { added, given }: { added: Annotation | null; given: readonly Justification[] },
): Justification[] {
  const standing = new Set([
    ...decisions.map(({ criterionId }) => `feedback-${criterionId}`),
    ...notes.map(noteField),
    ...(comment === '' ? [] : ['comment']),
    ...(unplaced ? ['newNote', 'newNoteWords'] : []),
  ]);
  return given
    .map((one) => (added && one.place === 'newNote' ? { ...one, place: noteField(added) } : one))
    .filter(({ place }) => standing.has(place));
}

/**
 * What an assessor sent of her assessment, ready or not: for the criteria that are claimed, in a text. `given`: why passages in the
 * places of `checkedInAssessment` may stay.
 */
export function readAssessment(
  fields: SentFields,
  { claims, text }: { claims: readonly string[]; text: string },
  given: readonly Justification[] = [],
): ReadAssessment {
  const { note, unplaced, problems } = addedNote(fields, text);
  const decisions = claims.map((criterionId) => ({
    criterionId,
    outcome: outcomeIn(fields[`decision-${criterionId}`]),
    feedback: fields[`feedback-${criterionId}`] ?? '',
  }));
  const notes = inOrder(joined(notesIn(fields), note));
  const words = { decisions, comment: fields.comment ?? '', notes, unplaced };
  return { draft: { ...words, justifications: answersOf(words, { added: note, given }) }, problems };
}
