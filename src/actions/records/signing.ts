import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { unlinkPlanItems } from '#db/queries/assessmentPlan.ts';
import {
  findNewestSnapshot,
  findRecordSubject,
  insertRecordRefusal,
  listRefusalsOfRecord,
  listSignaturesOfRecord,
} from '#db/queries/records.ts';
import { findSnapshotEvidence, insertWithdrawal } from '#db/queries/snapshots.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { RECORD_WORDS_MAX } from '#src/domain/portfolio/recordSigning.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import { REASON_MAX, sendBackProblem, takeBackProblem } from '#src/domain/records/rules.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal } from '#src/server/portal.ts';
import { signRecord } from '#src/server/signing.ts';
import { takeSnapshot } from '#src/server/snapshot.ts';
import { assessorNow } from '#src/server/viewerNow.ts';
import { checkedPlaces, withReasons } from '../personalData.ts';
import { recordId, revision } from '../typedFields.ts';
import { neededText, safeText, typedText } from '../typedText.ts';
import { ownRecord } from './writing.ts';

const password = z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024);
const sha256 = z.string().max(64);

interface Finishing {
  readonly id: string;
  readonly basedOn: number;
  readonly submissionId: string;
  readonly changeNote: string;
}

/** Snapshot and signature together: a record is finished by putting a name under it. The same form again changes nothing. */
async function finish(
  tx: Writer,
  viewer: Viewer,
  { factorAt, ...sent }: Finishing & { factorAt: Date },
): Promise<void> {
  const item = await ownRecord(tx, viewer, sent.id);
  if ((await findSnapshotEvidence(tx, sent.submissionId)) === sent.id) return;
  if (item.revision !== sent.basedOn)
    throw new Refusal('conflict', {
      words: 'The record changed after you opened this page. Read it again, then sign.',
    });
  const { submissionId, changeNote } = sent;
  const taken = await takeSnapshot(tx, { evidenceId: sent.id, submissionId, changeNote });
  if (!taken) return;
  await signRecord(tx, {
    viewer,
    submissionId,
    part: 'assessor',
    words: '',
    shownSha256: taken.sha256,
    factorAt,
  });
}

/** A finished version with its signatures, as the rules want it. */
async function findWaiting(tx: Writer, submissionId: string) {
  const submission = await findSubmission(tx, submissionId);
  if (!submission) throw new Refusal('not_found');
  const signatures = await listSignaturesOfRecord(tx, submission.evidenceId);
  return { ...submission, signatures: signatures.filter((signature) => signature.submissionId === submissionId) };
}

async function sendBack(
  tx: Writer,
  viewer: Viewer,
  { submissionId, reason }: { submissionId: string; reason: string },
) {
  const record = await findWaiting(tx, submissionId);
  authorise(viewer, 'record.sign', record);
  const said = (await listRefusalsOfRecord(tx, record.evidenceId)).find((one) => one.submissionId === submissionId);
  if (said?.personId === viewer.id && said.reason === reason) return record.evidenceId;
  const problem = sendBackProblem(viewer, record);
  if (problem) throw problem;
  const at = now();
  await insertRecordRefusal(tx, { submissionId, personId: viewer.id, reason, refusedAt: at });
  await insertWithdrawal(tx, { submissionId, withdrawnAt: at });
  await unlinkPlanItems(tx, record.evidenceId);
  return record.evidenceId;
}

async function takeBack(tx: Writer, viewer: Viewer, evidenceId: string): Promise<void> {
  const writer = authorise(await assessorNow(tx, viewer), 'record.write', await findRecordSubject(tx, evidenceId));
  const newest = await findNewestSnapshot(tx, evidenceId);
  if (!newest) throw new Refusal('not_found');
  const record = await findWaiting(tx, newest.id);
  const problem = takeBackProblem(writer, record);
  if (record.withdrawnAt !== null && record.writer?.id === writer.id) return;
  if (problem) throw problem;
  await insertWithdrawal(tx, { submissionId: newest.id, withdrawnAt: now() });
  await unlinkPlanItems(tx, evidenceId);
}

/** A version for its trainee alone: her assessor signs where she writes. Asked before anybody's password is. */
async function findAboutHer(db: Reader, viewer: Viewer, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  return submission?.traineeId === viewer.id ? submission : null;
}

export const signingActions = {
  /** The assessor finishes a record: a dated snapshot of it with her signature, in one transaction. Nothing of it changes from then on. */
  finish: defineAction({
    accept: 'form',
    input: z.object({
      id: recordId,
      basedOn: revision,
      submissionId: z.uuid(),
      changeNote: safeText(EVIDENCE_LIMITS.changeNoteMax),
      password,
    }),
    handler: guarded({
      ability: 'record.write',
      subject: ({ id }, _viewer, db) => findRecordSubject(db, id),
      run: async ({ password: typed, ...sent }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        const factorAt = now();
        await context.write((tx, current) => finish(tx, current, { ...sent, factorAt }));
        await portal().ledger.anchor();
        return { evidenceId: sent.id };
      },
    }),
  }),

  /** The assessor takes a finished record back while the trainee has not signed it. A second time changes nothing. */
  takeBack: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'record.write',
      subject: ({ id }, _viewer, db) => findRecordSubject(db, id),
      run: async ({ id }, _viewer, { write }) => {
        await write((tx, viewer) => takeBack(tx, viewer, id));
        return { evidenceId: id };
      },
    }),
  }),

  /** The trainee signs what her assessor wrote, with words of her own if she likes. */
  sign: defineAction({
    accept: 'form',
    input: withReasons(
      z.object({ submissionId: recordId, shownSha256: sha256, words: typedText(RECORD_WORDS_MAX), password }),
    ),
    handler: guarded({
      ability: 'record.sign',
      subject: ({ submissionId }, viewer, db) => findAboutHer(db, viewer, submissionId),
      run: async (form, viewer, context) => {
        const { submissionId, shownSha256 } = form;
        const words = form.words.trim();
        const justifications = checkedPlaces(form, [{ place: 'words', text: words }]);
        await confirmPassword(context, viewer, form.password);
        const request = { submissionId, part: 'trainee', words, justifications, shownSha256, factorAt: now() } as const;
        await context.write((tx, current) => signRecord(tx, { ...request, viewer: current }));
        await portal().ledger.anchor();
        return { submissionId };
      },
    }),
  }),

  /** The trainee does not sign it as it stands, and says why: it goes back to its writer. */
  sendBack: defineAction({
    accept: 'form',
    input: z.object({
      submissionId: recordId,
      reason: neededText(REASON_MAX, 'Say what is not right').transform((text) => text.trim()),
    }),
    handler: guarded({
      ability: 'record.sign',
      subject: ({ submissionId }, viewer, db) => findAboutHer(db, viewer, submissionId),
      run: async (sent, _viewer, { write }) => ({
        evidenceId: await write((tx, viewer) => sendBack(tx, viewer, sent)),
      }),
    }),
  }),
};
