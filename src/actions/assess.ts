import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listAssessedBy, saveAssessmentDraft } from '#db/queries/assessing.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { NOTE_MAX } from '#src/domain/portfolio/annotations.ts';
import { madeDecisions } from '#src/domain/portfolio/assessmentDraft.ts';
import { FEEDBACK_MAX, mayAssess } from '#src/domain/portfolio/deciding.ts';
import { checkedInAssessment, readAssessment, type SentFields } from '#src/domain/portfolio/sentAssessment.ts';
import { releaseAssessment } from '#src/server/assessing.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { newId, now, today } from '#src/server/portal.ts';
import { checkedPlaces } from './personalData.ts';
import { revision } from './typedFields.ts';
import { orEmpty, typedText } from './typedText.ts';

/** `decision-3.2`, `feedback-3.2`, `note-START-END` and the reasons for what is in them (`justify-PLACE-KIND-N`) beside the fields named here. `assessmentId` tells a form that is sent twice. */
const wholeForm = (form: unknown) => (form instanceof FormData ? Object.fromEntries(form) : form);
const idOfSubmission = z.string().max(100);
const held = z.preprocess(wholeForm, z.looseObject({ submissionId: idOfSubmission, basedOn: revision }));
const released = z.preprocess(
  wholeForm,
  z.looseObject({
    submissionId: idOfSubmission,
    assessmentId: z.uuid().optional(),
    shownAssessmentId: orEmpty(z.string().max(100)),
    draftRevision: revision.nullish(),
  }),
);

const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(feedback-.+|comment)$/, FEEDBACK_MAX],
  [/^(note-\d+-\d+|newNote)$/, NOTE_MAX],
  [/^newNoteWords$/, NOTE_MAX],
];

/** The text fields of an assessment, each short enough. Throws `bad_input` with the fields. */
function shortFields(sent: Record<string, unknown>): SentFields {
  const problems: Record<string, string> = {};
  const fields = Object.entries(sent).flatMap(([name, value]) => {
    if (typeof value !== 'string' && value !== null) return [];
    const most = LENGTHS.find(([pattern]) => pattern.test(name))?.[1];
    if (most === undefined) return [[name, value ?? ''] as const];
    const words = typedText(most).safeParse(value);
    if (words.success) return [[name, words.data] as const];
    problems[name] = words.error.issues[0]?.message ?? '';
    return [];
  });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  return Object.fromEntries(fields);
}

/** The submission, for somebody who assesses its trainee at this moment. Throws `not_found`. */
async function assessable(tx: Writer, viewer: Viewer, id: string) {
  const submission = await findSubmission(tx, id);
  const assessorOf = await listAssessedBy(tx, viewer.id, today());
  const refusal = submission ? mayAssess({ id: viewer.id, assessorOf }, submission) : new Refusal('not_found');
  if (refusal || !submission) throw refusal ?? new Refusal('not_found');
  return submission;
}

/**
 * What was sent, every passage that looks like a real person's answered. Nothing of one that is not is kept, not even in a draft. Throws
 * `bad_input` with the passages at their fields.
 */
function readSent(sent: Record<string, unknown>, submission: { claims: readonly string[]; text: string }) {
  const fields = shortFields(sent);
  return readAssessment(fields, submission, checkedPlaces(fields, checkedInAssessment(fields, submission)));
}

async function hold(tx: Writer, viewer: Viewer, { basedOn, ...sent }: z.infer<typeof held>) {
  const submission = await assessable(tx, viewer, sent.submissionId);
  const { draft, problems } = readSent(sent, submission);
  // What is typed while nobody presses anything is kept as it is; a button asks for all of it.
  if (sent.then !== undefined && Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  const body = JSON.stringify(draft);
  const key = { submissionId: submission.id, assessorId: viewer.id };
  return saveAssessmentDraft(tx, { ...key, body, basedOn, at: now() });
}

async function release(tx: Writer, viewer: Viewer, input: z.infer<typeof released>) {
  const submission = await assessable(tx, viewer, input.submissionId);
  const { draft, problems } = readSent(input, submission);
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  return releaseAssessment(tx, {
    viewer,
    submissionId: submission.id,
    assessmentId: input.assessmentId ?? newId(),
    shownAssessmentId: input.shownAssessmentId,
    draftRevision: input.draftRevision ?? null,
    decisions: madeDecisions(draft),
    comment: draft.comment,
    notes: draft.notes,
    justifications: draft.justifications,
  });
}

export const assess = {
  /** Holds decisions, feedback and notes on the server until they are ready; saved as she types. Nobody else reads them. */
  hold: defineAction({
    accept: 'form',
    input: held,
    handler: guarded({
      ability: 'evidence.decide',
      subject: (input, _viewer, db) => findSubmission(db, input.submissionId),
      run: async (input, _viewer, { write }) => ({
        submissionId: input.submissionId,
        then: input.then === 'look' || input.then === 'note' ? input.then : null,
        revision: await write((tx, viewer) => hold(tx, viewer, input)),
      }),
    }),
  }),

  /** Releases a decision on each claimed criterion with its feedback to the trainee. Final; a correction is another assessment. A repeat changes nothing. */
  decide: defineAction({
    accept: 'form',
    input: released,
    handler: guarded({
      ability: 'evidence.decide',
      subject: (input, _viewer, db) => findSubmission(db, input.submissionId),
      run: (input, _viewer, { write }) => write((tx, viewer) => release(tx, viewer, input)),
    }),
  }),
};
