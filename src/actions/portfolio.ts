import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findEvidence,
  insertEvidence,
  insertSubmission,
  nextSubmissionNumber,
  saveEvidence,
} from '#db/queries/portfolio.ts';
import { findEvidenceSubject, listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { evidenceState } from '#src/domain/portfolio/evidenceState.ts';
import { criterionIds, EVIDENCE_LIMITS, submitProblems } from '#src/domain/portfolio/submitting.ts';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { snapshotHash } from '#src/server/ledger/hashes.ts';
import { newId, now, portal, read, write } from '#src/server/portal.ts';
import { orEmpty, typedText } from './typedText.ts';

const draft = z.object({
  id: z.uuid(),
  title: orEmpty(
    z
      .string()
      .trim()
      .max(EVIDENCE_LIMITS.titleMax, { error: `Keep the title under ${EVIDENCE_LIMITS.titleMax} characters` }),
  ),
  text: typedText(EVIDENCE_LIMITS.textMax),
  criteria: z
    .array(z.string().max(20))
    .max(60)
    .transform((ids) => [...new Set(ids)])
    .default([]),
});
const savedDraft = draft.extend({ id: z.string().max(100), basedOn: z.coerce.number().int().min(0) });

function refuseUnknownCriteria(criteria: readonly string[]): void {
  const known = criterionIds(portal().content.qualification);
  if (criteria.some((id) => !known.has(id)))
    throw new Refusal('bad_input', { fields: { criteria: 'Choose criteria from the list' } });
}

/** Where the newest snapshot of a piece of evidence stands. */
async function stateOf(tx: Writer, evidenceId: string) {
  const newest = (await listSubmissionsOfEvidence(tx, evidenceId)).at(-1);
  if (!newest) return evidenceState({ submission: null, assessment: null, signOff: null });
  const assessment = newest.assessment && { submissionId: newest.id, outcome: newest.assessment.outcome };
  return evidenceState({ submission: newest, assessment, signOff: newest.signOff && { submissionId: newest.id } });
}

/** Takes a dated snapshot of the draft as it stands now; the rules are asked inside the transaction. */
async function takeSnapshot(tx: Writer, evidenceId: string): Promise<string> {
  const item = await findEvidence(tx, evidenceId);
  if (!item) throw new Refusal('not_found');
  const { qualification } = portal().content;
  const { claims: criteria, ...rest } = item;
  const refusal = submitProblems({
    item: { ...rest, criteria },
    state: await stateOf(tx, evidenceId),
    knownCriteria: criterionIds(qualification),
  });
  if (refusal) throw refusal;
  const { traineeId, kind, title, text } = item;
  const snapshot = {
    id: newId(),
    evidenceId,
    traineeId,
    number: await nextSubmissionNumber(tx, evidenceId),
    kind,
    title,
    text,
    qualificationVersion: qualification.version,
    submittedAt: now(),
  };
  await insertSubmission(tx, { ...snapshot, sha256: snapshotHash({ ...snapshot, criteria }) }, criteria);
  return snapshot.id;
}

export const portfolio = {
  /** Starts a piece of evidence as a draft that only its trainee sees. */
  start: defineAction({
    accept: 'form',
    input: draft.extend({ kind: z.enum(EVIDENCE_KINDS).default('reflective_account') }),
    handler: guarded({
      ability: 'evidence.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id, kind, title, text, criteria }, viewer) => {
        refuseUnknownCriteria(criteria);
        await write((tx) =>
          insertEvidence(tx, { id, traineeId: viewer.id, kind, title, text, claims: criteria, at: now() }),
        );
        return { evidenceId: id };
      },
    }),
  }),

  /** Saves a draft. Two tabs cannot overwrite each other unnoticed. */
  save: defineAction({
    accept: 'form',
    input: savedDraft,
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ id }) => read((db) => findEvidenceSubject(db, id)),
      run: async ({ id, title, text, criteria, basedOn }) => {
        refuseUnknownCriteria(criteria);
        const at = now();
        const revision = await write((tx) => saveEvidence(tx, { id, title, text, claims: criteria, basedOn, at }));
        return { evidenceId: id, revision, savedAt: at };
      },
    }),
  }),

  /** Saves what is on the page and hands a dated snapshot of it to the assessor, in one transaction. The draft stays open. */
  submit: defineAction({
    accept: 'form',
    input: savedDraft,
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ id }) => read((db) => findEvidenceSubject(db, id)),
      run: async ({ id, title, text, criteria, basedOn }) => {
        refuseUnknownCriteria(criteria);
        const submissionId = await write(async (tx) => {
          await saveEvidence(tx, { id, title, text, claims: criteria, basedOn, at: now() });
          return takeSnapshot(tx, id);
        });
        return { evidenceId: id, submissionId };
      },
    }),
  }),
};
