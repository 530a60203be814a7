import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findSignOff } from '#db/queries/signing.ts';
import { findUnderSignature } from '#db/queries/signingFacts.ts';
import type { Reader } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { UNLOCK_REASON_MAX } from '#src/domain/portfolio/unlocking.ts';
import { REASON_MAX, type VacsAnswers } from '#src/domain/quality/verifying.ts';
import { VACS_TESTS, VERIFICATION_OUTCOMES } from '#src/domain/quality/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal, read } from '#src/server/portal.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { keepLook, lookSubject, type SentLook } from '#src/server/quality/verifying.ts';
import { unlockSignOff } from '#src/server/signing.ts';
import { password, recordId } from '../typedFields.ts';
import { neededText, orEmpty, safeText } from '../typedText.ts';

/** Asked only where a signature is opened again: see `keepLook`. */
const passwordOrEmpty = orEmpty(z.string().max(1024));
const reason = safeText(REASON_MAX);
const test = z.enum(['yes', 'no']).nullish().catch(null);

/** `say-3.2` and `reason-3.2` for each decided criterion, and `test-valid` … for the four tests. */
const lookForm = z.preprocess(
  (form) => (form instanceof FormData ? Object.fromEntries(form) : form),
  z.looseObject({
    verificationId: z.uuid(),
    submissionId: recordId,
    assessmentId: recordId,
    seenLook: orEmpty(z.string().max(100)),
    words: reason,
    password: passwordOrEmpty,
  }),
);

type LookForm = z.infer<typeof lookForm>;

function saidOn(criterionId: string, form: LookForm) {
  const words = reason.safeParse(form[`reason-${criterionId}`] ?? '');
  if (!words.success)
    throw new Refusal('bad_input', { fields: { [`reason-${criterionId}`]: words.error.issues[0]?.message ?? '' } });
  const outcome = z.enum(VERIFICATION_OUTCOMES).safeParse(form[`say-${criterionId}`]);
  return { criterionId, outcome: outcome.success ? outcome.data : null, reason: words.data };
}

const testsIn = (form: LookForm): VacsAnswers =>
  Object.fromEntries(
    VACS_TESTS.map((name) => {
      const answer = test.parse(form[`test-${name}`]);
      return [name, answer ? answer === 'yes' : null];
    }),
  ) as VacsAnswers;

/** The look in a form, about the criteria that the submission's newest assessment decided. */
async function lookIn(db: Reader, form: LookForm): Promise<SentLook> {
  const subject = await lookSubject(db, form.submissionId);
  const decided = subject?.assessment?.decisions.map(({ criterionId }) => criterionId) ?? [];
  const { verificationId, submissionId, assessmentId, seenLook, words } = form;
  return {
    ...{ verificationId, submissionId, assessmentId, seenLook, words },
    said: decided.map((criterionId) => saidOn(criterionId, form)),
    tests: testsIn(form),
  };
}

/** Whose signature it is, who samples what it rests on and who had a hand in that, for `signOff.unlock`; null where there is none. */
async function signOffSubject(db: Reader, signOffId: string) {
  const signOff = await findSignOff(db, signOffId);
  return signOff && { traineeId: signOff.traineeId, ...(await findUnderSignature(db, signOffId)) };
}

export const verifying = {
  /** What a quality assurer says of each decision on one piece, with reasons. What she rejects is opened again. A repeat changes nothing. */
  verify: defineAction({
    accept: 'form',
    input: lookForm,
    handler: guarded({
      ability: 'verification.write',
      subject: ({ submissionId }, _viewer, db) => lookSubject(db, submissionId),
      run: async (form, viewer, context) => {
        const look = await read((db) => lookIn(db, form));
        if (form.password !== '') await confirmPassword(context, viewer, form.password);
        const factorAt = form.password === '' ? null : now();
        const opened = await context.write((tx, current) => keepLook(tx, look, { viewer: current, factorAt }));
        if (opened > 0) await portal().ledger.anchor();
        forgetCounts();
        return { submissionId: form.submissionId, opened };
      },
    }),
  }),

  /** Opens a signature again with a reason and the password: an entry of the ledger for it and for each that stands on it. */
  unlock: defineAction({
    accept: 'form',
    input: z.object({
      signOffId: recordId,
      reason: neededText(UNLOCK_REASON_MAX, 'Say why the signature is opened again'),
      password,
    }),
    handler: guarded({
      ability: 'signOff.unlock',
      subject: ({ signOffId }, _viewer, db) => signOffSubject(db, signOffId),
      run: async ({ signOffId, reason: why, password: typed }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        const factorAt = now();
        const opened = await context.write((tx, current) =>
          unlockSignOff(tx, { signOffId, viewer: current, reason: why, factorAt }),
        );
        await portal().ledger.anchor();
        forgetCounts();
        return { opened: opened.length };
      },
    }),
  }),
};
