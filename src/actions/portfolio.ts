import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { unlinkPlanItems } from '#db/queries/assessmentPlan.ts';
import { findEvidence, insertEvidence, saveEvidence } from '#db/queries/portfolio.ts';
import { replaceJustifications } from '#db/queries/justifications.ts';
import { changeRating } from '#db/queries/ratings.ts';
import { insertWithdrawal } from '#db/queries/snapshots.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import { movedIds } from '#src/domain/portfolio/versions.ts';
import { withdrawProblem } from '#src/domain/portfolio/takingBack.ts';
import { EVIDENCE_KINDS, type EvidenceKind, OWN_RATINGS } from '#src/domain/portfolio/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { newId, now } from '#src/server/portal.ts';
import { versionOfClaims } from '#src/server/claims.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { letGoOfContents } from '#src/server/files/letGo.ts';
import { removeEvidence } from '#src/server/removeEvidence.ts';
import { refuseFull } from '#src/server/room.ts';
import { takeSnapshot } from '#src/server/snapshot.ts';
import { checkedPlaces } from './personalData.ts';
import { checkedTexts, draftForm, savedWords, type SentDraft } from './portfolioForm.ts';
import { orEmpty, safeText } from './typedText.ts';
import { criteriaVersion, recordId, revision } from './typedFields.ts';

/** Her own evidence for `authorise`: not what an assessor wrote down about her, which she reads and signs. */
async function ownEvidence(db: Reader, evidenceId: string) {
  const item = await findEvidence(db, evidenceId);
  return item?.writerId === null ? item : null;
}

const savedForm = draftForm({ id: recordId, basedOn: revision });
const submittedForm = draftForm({
  id: recordId,
  basedOn: revision,
  submissionId: z.uuid().optional(),
  changeNote: safeText(EVIDENCE_LIMITS.changeNoteMax),
});

interface Keeping {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly personId: string;
  readonly at: Date;
}

/** Looks at the texts of a form once more and keeps why each passage may stay. Throws `bad_input` where one is open. */
async function keepAnswers(tx: Writer, sent: SentDraft, { kind, ...keeping }: Keeping): Promise<void> {
  const texts = checkedTexts(kind, sent);
  const justifications = checkedPlaces({ ...sent }, texts);
  const places = texts.map(({ place }) => place);
  await replaceJustifications(tx, { ...keeping, places, justifications, newId });
}

/** Saves what is on the page; gives back its revision. */
async function saveForm(
  tx: Writer,
  sent: SentDraft & { id: string; basedOn: number },
  { personId, at, qualificationVersion }: { personId: string; at: Date; qualificationVersion: string },
): Promise<number> {
  const { id, basedOn } = sent;
  const item = await ownEvidence(tx, id);
  if (!item) throw new Refusal('not_found');
  await keepAnswers(tx, sent, { evidenceId: id, kind: item.kind, personId, at });
  return saveEvidence(tx, { id, ...savedWords(item.kind, sent), qualificationVersion, basedOn, at });
}

export const portfolio = {
  /** Starts a piece of evidence as a draft that only its trainee sees. */
  start: defineAction({
    accept: 'form',
    input: draftForm({
      id: z.uuid(),
      kind: z.enum(EVIDENCE_KINDS, { error: 'Choose what kind of evidence it is' }),
    }),
    handler: guarded({
      ability: 'evidence.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ id, kind, ...sent }, viewer, { write }) => {
        const words = { ...savedWords(kind, sent), qualificationVersion: await versionOfClaims(sent) };
        const at = now();
        await write(async (tx) => {
          if (!(await findEvidence(tx, id))) await refuseFull(tx, 'evidence', viewer.id);
          await insertEvidence(tx, { id, traineeId: viewer.id, kind, ...words, at });
          await keepAnswers(tx, sent, { evidenceId: id, kind, personId: viewer.id, at });
        });
        return { evidenceId: id };
      },
    }),
  }),

  /** Saves a draft. Two tabs cannot overwrite each other unnoticed. */
  save: defineAction({
    accept: 'form',
    input: savedForm,
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ id }, _viewer, db) => ownEvidence(db, id),
      run: async (sent, viewer, { write }) => {
        const by = { personId: viewer.id, at: now(), qualificationVersion: await versionOfClaims(sent) };
        return { evidenceId: sent.id, revision: await write((tx) => saveForm(tx, sent, by)), savedAt: by.at };
      },
    }),
  }),

  /** Saves what is on the page and hands a dated snapshot of it to the assessor, in one transaction. The draft stays open. */
  submit: defineAction({
    accept: 'form',
    input: submittedForm,
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ id }, _viewer, db) => ownEvidence(db, id),
      run: async (sent, viewer, { write }) => {
        const qualificationVersion = await versionOfClaims(sent);
        const { id, submissionId, changeNote } = sent;
        await write(async (tx) => {
          await saveForm(tx, sent, { personId: viewer.id, at: now(), qualificationVersion });
          await takeSnapshot(tx, { evidenceId: id, submissionId, changeNote });
        });
        return { evidenceId: id };
      },
    }),
  }),

  /** Takes a version back before anybody decided on it. The draft stays as it is. */
  withdraw: defineAction({
    accept: 'form',
    input: z.object({ submissionId: recordId }),
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ submissionId }, _viewer, db) => findSubmission(db, submissionId),
      run: ({ submissionId }, _viewer, { write }) =>
        write(async (tx) => {
          const submission = await findSubmission(tx, submissionId);
          if (!submission) throw new Refusal('not_found');
          const refusal = withdrawProblem({ submission });
          if (refusal && submission.withdrawnAt === null) throw refusal;
          await insertWithdrawal(tx, { submissionId, withdrawnAt: now() });
          await unlinkPlanItems(tx, submission.evidenceId);
          return { evidenceId: submission.evidenceId };
        }),
    }),
  }),

  /** Takes a piece of evidence out of her portfolio with what was handed in of it. Refused where a signature rests on it. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'evidence.write',
      subject: ({ id }, _viewer, db) => ownEvidence(db, id),
      run: async ({ id }, viewer, { write }) => {
        await write((tx) => removeEvidence(tx, { evidenceId: id, removedBy: viewer.id, at: now() }));
        await letGoOfContents(id);
        return { evidenceId: id };
      },
    }),
  }),

  /** How she sees herself on a criterion; empty takes it away. Stands beside the result and changes nothing about it. */
  rate: defineAction({
    accept: 'form',
    input: z.object({
      criterionId: z.string().max(20),
      criteriaVersion,
      rating: orEmpty(z.union([z.enum(OWN_RATINGS), z.literal('')])),
    }),
    handler: guarded({
      ability: 'rating.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ criterionId, rating, criteriaVersion: told }, viewer, { write }) => {
        const version = await versionOfClaims({ criteria: [criterionId], criteriaVersion: told });
        await write(async (tx) => {
          const qualifications = await readQualifications(tx);
          const criteria = movedIds(qualifications, { version, ids: [criterionId] }).ids.map(({ id }) => id);
          const change = { traineeId: viewer.id, criteria, rating: rating === '' ? null : rating, at: now() };
          await changeRating(tx, change, qualifications);
        });
        return { criterionId, rating };
      },
    }),
  }),
};
