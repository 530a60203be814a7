import { z } from 'astro/zod';
import { keptReasons } from '../personalData/answers.ts';
import { PERSONAL_DATA_KINDS } from '../personalData/words.ts';
import { noteField } from './annotations.ts';
import { CRITERION_OUTCOMES } from './words.ts';

const draftSchema = z.object({
  decisions: z.array(
    z.object({ criterionId: z.string(), outcome: z.enum(CRITERION_OUTCOMES).nullable(), feedback: z.string() }),
  ),
  comment: z.string(),
  notes: z.array(z.object({ startsAt: z.int(), endsAt: z.int(), note: z.string() })),
  /** A note whose passage she has not said yet, or not so that it could be found. */
  unplaced: z.object({ paragraph: z.string(), words: z.string(), note: z.string() }).nullable().default(null),
  /** Why passages that look like a real person's may stay, by the field they stand in. */
  justifications: z
    .array(z.object({ place: z.string(), kind: z.enum(PERSONAL_DATA_KINDS), reason: z.string() }))
    .default([]),
});

/** Decisions, feedback and notes that an assessor holds until they are ready. Nobody else reads them while she assesses the trainee. */
export type AssessmentDraft = z.infer<typeof draftSchema>;

export const EMPTY_DRAFT: AssessmentDraft = {
  decisions: [],
  comment: '',
  notes: [],
  unplaced: null,
  justifications: [],
};

/** A draft as its row holds it. What cannot be read any more is an empty one. */
export function draftOf(body: string | null): AssessmentDraft {
  if (body === null) return EMPTY_DRAFT;
  try {
    return draftSchema.parse(JSON.parse(body));
  } catch {
    return EMPTY_DRAFT;
  }
}

/** The decisions in a draft that have been made. */
export function madeDecisions({ decisions }: Pick<AssessmentDraft, 'decisions'>) {
  return decisions.flatMap(({ outcome, ...rest }) => (outcome === null ? [] : [{ ...rest, outcome }]));
}

/** True where nothing was decided and nothing written. */
export function isBlank({ decisions, comment, notes, unplaced }: AssessmentDraft): boolean {
  const untouched = decisions.every(({ outcome, feedback }) => outcome === null && feedback.trim() === '');
  return untouched && comment.trim() === '' && notes.length === 0 && unplaced === null;
}

/** The fields of the form that hold a draft, by name. */
export function draftFields({
  decisions,
  comment,
  notes,
  unplaced,
  justifications,
}: AssessmentDraft): Readonly<Record<string, string>> {
  return {
    comment,
    ...Object.fromEntries(
      decisions.flatMap(({ criterionId, outcome, feedback }) => [
        [`decision-${criterionId}`, outcome ?? ''],
        [`feedback-${criterionId}`, feedback],
      ]),
    ),
    ...Object.fromEntries(notes.map((note) => [noteField(note), note.note])),
    ...Object.fromEntries(keptReasons(justifications)),
    ...(unplaced && { newNoteParagraph: unplaced.paragraph, newNoteWords: unplaced.words, newNote: unplaced.note }),
  };
}
