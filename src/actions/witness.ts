import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findSubmission } from '#db/queries/submissions.ts';
import {
  findByWitnessToken,
  findWitnessAnswer,
  findWitnessCheck,
  findWitnessSubject,
  insertWitnessAnswer,
  insertWitnessCheck,
  insertWitnessRequest,
  isWitnessRequestKept,
  revokeWitnessRequests,
  type WitnessInvitation,
} from '#db/queries/witness.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { linkEnd } from '#src/domain/links/link.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import {
  isSameWitnessAnswer,
  WITNESS_LIMITS,
  witnessAnswerText,
  type WitnessWords,
} from '#src/domain/witness/answer.ts';
import { askProblem } from '#src/domain/witness/rules.ts';
import { answering, guarded } from '#src/server/astro/guarded.ts';
import { sha256 } from '#src/server/ledger/hashes.ts';
import { now, portal, read, write as writeByLink } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { witnessTokens } from '#src/server/tokens.ts';
import { assessorNow } from '#src/server/viewerNow.ts';
import { isWitnessInvitationOpen, refuseOwnTestimony, witnessDoor } from '#src/server/links/witnessInvitation.ts';
import { checkedPlaces, withReasons } from './personalData.ts';
import { recordId } from './typedFields.ts';
import { neededText, typedText } from './typedText.ts';

const line = (missing: string) => neededText(WITNESS_LIMITS.line, missing).transform((text) => text.trim());

/** Who is asked, and what about. */
export const witnessAsked = z.object({
  requestId: z.uuid(),
  witnessName: line('Give the name of the witness'),
  witnessJob: line('Give the job of the witness'),
  question: neededText(WITNESS_LIMITS.question, 'Say what the witness should write about').transform((text) =>
    text.trim(),
  ),
});

/** What she writes freely: looked at passage by passage when all of it is there, because each may be justified. */
const account = (maximumCharacters: number, missing: string) =>
  typedText(maximumCharacters)
    .refine((text) => text.trim() !== '', { error: missing })
    .transform((text) => text.trim());

/** What the witness fills in, and why passages in it may stay. `token` is the one of the link. */
const testimony = withReasons(
  z.object({
    token: z.string().max(100),
    name: line('Give your name'),
    job: line('Give your job, and where'),
    relationship: account(WITNESS_LIMITS.relationship, 'Say how you know the trainee’s work'),
    text: account(WITNESS_LIMITS.text, 'Write what you saw'),
    declares: z.literal('yes', { error: 'Confirm that this is you and that you saw it yourself' }),
  }),
);

/** The address of a link. From the configured address, never from what a browser said. */
const addressOf = (token: string) => new URL(`/witness/${token}`, portal().settings.publicUrl).href;

/** The link is made for evidence that a witness can still answer for. Asked inside the transaction. */
async function refuseNeedless(tx: Writer, viewer: Viewer, evidenceId: string): Promise<void> {
  const subject = await findWitnessSubject(tx, evidenceId);
  authorise(await assessorNow(tx, viewer), 'witness.ask', subject);
  const refusal = subject ? askProblem({ ...subject, viewer }) : new Refusal('not_found');
  if (refusal) throw refusal;
}

interface Asking extends z.infer<typeof witnessAsked> {
  readonly evidenceId: string;
}

/** Keeps a new link, takes back the one before, and gives the token, this once; null for a form that came before. Of the caller's transaction. */
export async function keepWitnessRequest(tx: Writer, viewer: Viewer, asking: Asking): Promise<string | null> {
  const { evidenceId, requestId, witnessName, witnessJob, question } = asking;
  if (await isWitnessRequestKept(tx, requestId)) return null;
  await refuseFull(tx, 'witnessLinks', evidenceId);
  const { token, hash } = witnessTokens.make();
  const madeAt = now();
  await revokeWitnessRequests(tx, evidenceId, madeAt);
  await insertWitnessRequest(tx, {
    id: requestId,
    evidenceId,
    tokenHash: hash,
    witnessName,
    witnessJob,
    question,
    madeBy: viewer.id,
    madeAt,
    expiresAt: linkEnd(madeAt),
  });
  return addressOf(token);
}

const isRepeat = ({ answer, requestId }: WitnessInvitation, said: WitnessWords) =>
  answer !== null && answer.requestId === requestId && isSameWitnessAnswer(answer, said);

/** What a witness says, and why passages in it may stay. */
type Said = WitnessWords & { readonly justifications: readonly Justification[] };

/** Keeps the testimony behind an open link. The same form once more is answered as the first time. */
async function keepTestimony(tx: Writer, tokenHash: string, { justifications, ...said }: Said): Promise<void> {
  const invitation = await findByWitnessToken(tx, tokenHash);
  if (invitation && isRepeat(invitation, said)) return;
  if (!invitation || !isWitnessInvitationOpen(invitation)) throw new Refusal('not_found');
  const { evidenceId, requestId } = invitation;
  const answer = { evidenceId, requestId, ...said, answeredAt: now() };
  await insertWitnessAnswer(tx, { ...answer, sha256: sha256(witnessAnswerText(answer, justifications)) });
  await insertWordJustifications(tx, { wordsOf: 'witness_answer', recordId: evidenceId, evidenceId, justifications });
}

/** Whose testimony a submission is, handed in and answered; null where there is nothing to make sure of. */
async function findTestimony(db: Reader, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  return submission?.kind === 'witness_testimony' ? submission : null;
}

interface Checking {
  readonly evidenceId: string;
  readonly submittedAt: Date;
  readonly how: string;
}

async function keepCheck(tx: Writer, viewer: Viewer, { evidenceId, submittedAt, how }: Checking) {
  const subject = await findWitnessSubject(tx, evidenceId);
  authorise(await assessorNow(tx, viewer), 'witness.check', subject);
  const kept = await findWitnessCheck(tx, evidenceId);
  if (kept && (kept.assessorId !== viewer.id || kept.how !== how))
    throw new Refusal('conflict', { words: `${kept.assessorName} has noted it already. That note stands.` });
  if (kept) return;
  const answer = await findWitnessAnswer(tx, evidenceId);
  if (!answer || answer.answeredAt > submittedAt)
    throw new Refusal('conflict', {
      words:
        'No witness has written in this version, so there is nobody to make sure of. The trainee hands it in again once one has.',
    });
  await insertWitnessCheck(tx, { evidenceId, assessorId: viewer.id, how, checkedAt: now() });
}

export const witness = {
  /** A trainee, or the assessor who asked before, makes a link for a witness; the one before is taken back. Gives the address, this once. */
  ask: defineAction({
    accept: 'form',
    input: witnessAsked.extend({ evidenceId: recordId }),
    handler: guarded({
      ability: 'witness.ask',
      subject: ({ evidenceId }, _viewer, db) => findWitnessSubject(db, evidenceId),
      run: async (input, _viewer, { write }) => {
        const address = await write(async (tx, viewer) => {
          await refuseNeedless(tx, viewer, input.evidenceId);
          return keepWitnessRequest(tx, viewer, input);
        });
        return { evidenceId: input.evidenceId, address, witnessName: input.witnessName };
      },
    }),
  }),

  /** Takes the link back that stands. A second time changes nothing. */
  takeBack: defineAction({
    accept: 'form',
    input: z.object({ evidenceId: recordId }),
    handler: guarded({
      ability: 'witness.ask',
      subject: ({ evidenceId }, _viewer, db) => findWitnessSubject(db, evidenceId),
      run: async ({ evidenceId }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          const subject = await findWitnessSubject(tx, evidenceId);
          authorise(await assessorNow(tx, viewer), 'witness.ask', subject);
          const refusal = subject && askProblem({ ...subject, viewer, answeredAt: null });
          if (refusal) throw refusal;
          await revokeWitnessRequests(tx, evidenceId, now());
        });
        return { evidenceId };
      },
    }),
  }),

  /** The witness writes by the link, without an account: the token is the permission. Wrong, old and used ones are `not_found` alike. */
  answer: defineAction({
    accept: 'form',
    input: testimony,
    handler: answering(async (form, { clientAddress, locals }) => {
      const { token, name, job, relationship, text } = form;
      const tokenHash = await witnessDoor.knownHash(token, clientAddress);
      const justifications = checkedPlaces(form, [
        { place: 'relationship', text: relationship },
        { place: 'text', text },
      ]);
      await writeByLink(async (tx) => {
        await refuseOwnTestimony(tx, tokenHash, locals.viewer);
        await keepTestimony(tx, tokenHash, { name, job, relationship, text, justifications });
      });
      return { isKept: true };
    }),
  }),

  /** How the assessor made sure that the witness is who she says. Stands once it is noted; the same again changes nothing. */
  check: defineAction({
    accept: 'form',
    input: z.object({
      submissionId: recordId,
      how: neededText(WITNESS_LIMITS.check, 'Say how you made sure of the witness').transform((text) => text.trim()),
    }),
    handler: guarded({
      ability: 'witness.check',
      subject: ({ submissionId }, _viewer, db) => findTestimony(db, submissionId),
      run: async ({ submissionId, how }, _viewer, { write }) => {
        const submission = await read((db) => findTestimony(db, submissionId));
        if (!submission) throw new Refusal('not_found');
        await write((tx, viewer) => keepCheck(tx, viewer, { ...submission, how }));
        return { submissionId };
      },
    }),
  }),
};
