import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findAssessment, insertAssessment, insertSignOff, listDecisions } from '#db/queries/portfolio.ts';
import { findSubmission, listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { signOffBody } from '#src/domain/ledger/entryBody.ts';
import { assessmentOutcome, decisionProblems, FEEDBACK_MAX } from '#src/domain/portfolio/deciding.ts';
import { signProblems } from '#src/domain/portfolio/signing.ts';
import { CRITERION_OUTCOMES, type CriterionOutcome } from '#src/domain/portfolio/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { assessmentHash, sessionRef } from '#src/server/ledger/hashes.ts';
import { newId, now, portal, read, write } from '#src/server/portal.ts';
import { typedText } from './typedText.ts';

const feedback = typedText(FEEDBACK_MAX);

/** `decision-3.2` and `feedback-3.2` for every claimed criterion, beside the fields named here. `assessmentId` tells a form that is sent twice. */
const decisions = z.preprocess(
  (form) => (form instanceof FormData ? Object.fromEntries(form) : form),
  z.looseObject({ submissionId: z.string().max(100), assessmentId: z.uuid().optional(), comment: feedback }),
);

function decisionOn(criterionId: string, sent: Record<string, unknown>) {
  const outcome = z.enum(CRITERION_OUTCOMES).safeParse(sent[`decision-${criterionId}`]);
  const words = feedback.safeParse(sent[`feedback-${criterionId}`] ?? '');
  if (!words.success)
    throw new Refusal('bad_input', { fields: { [`feedback-${criterionId}`]: words.error.issues[0]?.message ?? '' } });
  return { criterionId, outcome: outcome.success ? outcome.data : null, feedback: words.data };
}

const isDecided = (
  decision: ReturnType<typeof decisionOn>,
): decision is ReturnType<typeof decisionOn> & { outcome: CriterionOutcome } => decision.outcome !== null;

/** The submission with the newest one of the same evidence, as the rules want them. */
async function loadSubmission(tx: Writer, submissionId: string) {
  const submission = await findSubmission(tx, submissionId);
  if (!submission) throw new Refusal('not_found');
  const newest = (await listSubmissionsOfEvidence(tx, submission.evidenceId)).at(-1);
  return { submission: { ...submission, criteria: submission.claims }, newestSubmissionId: newest?.id ?? submissionId };
}

/** What a form that arrived before came to; null for a new one. Throws `conflict` for the id of another's assessment or of another submission. */
async function keptBefore(tx: Writer, viewer: Viewer, { assessmentId, submissionId }: z.infer<typeof decisions>) {
  const kept = assessmentId === undefined ? null : await findAssessment(tx, assessmentId);
  if (kept && (kept.submissionId !== submissionId || kept.assessorId !== viewer.id)) throw new Refusal('conflict');
  return kept && { submissionId, outcome: kept.outcome };
}

async function keepAssessment(tx: Writer, viewer: Viewer, input: z.infer<typeof decisions>) {
  const kept = await keptBefore(tx, viewer, input);
  if (kept) return kept;
  const { submission, newestSubmissionId } = await loadSubmission(tx, input.submissionId);
  const decided = submission.claims.map((criterionId) => decisionOn(criterionId, input)).filter(isDecided);
  const refusal = decisionProblems({
    viewer,
    submission,
    newestSubmissionId,
    signOff: submission.signOff,
    decisions: decided,
    comment: input.comment,
  });
  if (refusal) throw refusal;
  const outcome = assessmentOutcome(decided);
  const assessment = {
    id: input.assessmentId ?? newId(),
    submissionId: submission.id,
    assessorId: viewer.id,
    outcome,
    comment: input.comment,
    assessedAt: now(),
  };
  await insertAssessment(tx, assessment, decided);
  return { submissionId: submission.id, outcome };
}

interface Signing {
  viewer: Viewer;
  submissionId: string;
  shownAssessmentId: string;
  factorAt: Date;
}

/** The rule asked again, the ledger entry and the signature, all inside one transaction. */
async function sign(tx: Writer, { viewer, submissionId, shownAssessmentId, factorAt }: Signing): Promise<void> {
  const { submission, newestSubmissionId } = await loadSubmission(tx, submissionId);
  const newest = submission.assessment && {
    ...submission.assessment,
    submissionId,
    decisions: await listDecisions(tx, submission.assessment.id),
  };
  const at = now();
  const refusal = signProblems({
    viewer,
    submission,
    newestSubmissionId,
    assessment: newest,
    shownAssessmentId,
    signOff: submission.signOff,
    factorAt,
    at,
  });
  if (refusal) throw refusal;
  if (!newest) throw new Refusal('conflict');
  const assessment = { ...newest, sha256: assessmentHash(newest) };
  const body = signOffBody({
    viewerId: viewer.id,
    sessionRef: sessionRef(viewer.session.id),
    factorAt,
    submission,
    assessment,
    at,
  });
  const { seq } = await portal().ledger.append(tx, body);
  await insertSignOff(tx, { submissionId, assessmentId: newest.id, signedBy: viewer.id, signedAt: at, ledgerSeq: seq });
}

export const assess = {
  /** A decision on each claimed criterion. All met: ready to sign. Otherwise it goes back to the trainee with the feedback. A repeat changes nothing. */
  decide: defineAction({
    accept: 'form',
    input: decisions,
    handler: guarded({
      ability: 'evidence.decide',
      subject: ({ submissionId }) => read((db) => findSubmission(db, submissionId)),
      run: (input, viewer) => write((tx) => keepAssessment(tx, viewer, input)),
    }),
  }),

  /** The signature, with the password asked again. */
  sign: defineAction({
    accept: 'form',
    input: z.object({
      submissionId: z.string().max(100),
      assessmentId: z.string().max(100),
      password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024),
    }),
    handler: guarded({
      ability: 'evidence.sign',
      subject: ({ submissionId }) => read((db) => findSubmission(db, submissionId)),
      run: async ({ submissionId, assessmentId, password }, viewer, context) => {
        const signer = await confirmPassword(context, viewer, password);
        const factorAt = now();
        await write((tx) => sign(tx, { viewer: signer, submissionId, shownAssessmentId: assessmentId, factorAt }));
        await portal().ledger.anchor();
        return { submissionId };
      },
    }),
  }),
};
