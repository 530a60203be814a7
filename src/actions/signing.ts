import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findCountersigning } from '#db/queries/countersigning.ts';
import { Refusal } from '#src/domain/errors.ts';
import { COUNTERSIGN_WORDS_MAX } from '#src/domain/portfolio/countersigning.ts';
import { COUNTERSIGN_OUTCOMES, SIGN_OFF_SUBJECTS } from '#src/domain/portfolio/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import type { GuardedWrite } from '#src/server/guardedWrite.ts';
import { newId, now, portal } from '#src/server/portal.ts';
import { countersign, signSubjects, type WantedSubject } from '#src/server/signing.ts';
import { safeText } from './typedText.ts';

const password = z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** More criteria than any qualification has in one unit; a form with more is none of ours. */
const CHOSEN_MAX = 100;

/** `chosen` comes once for each tick; beside each, `id-3.2` and `digest-3.2` say which signature that is, and what stood on the page. */
const signed = z.preprocess(
  (form) => (form instanceof FormData ? { ...Object.fromEntries(form), chosen: form.getAll('chosen') } : form),
  z.looseObject({
    traineeId: z.string().max(100),
    subject: z.enum(SIGN_OFF_SUBJECTS),
    chosen: z
      .array(z.string().max(20))
      .min(1, { error: 'Choose what you sign off' })
      .max(CHOSEN_MAX)
      .refine((ids) => new Set(ids).size === ids.length),
    password,
  }),
);

/** What was ticked, with the id and the digest beside it. Throws `malformed` for ids that are none, or one id for two. */
function wantedIn({ subject, chosen, ...sent }: z.infer<typeof signed>): WantedSubject[] {
  const wanted = chosen.map((subjectId) => {
    const id = z.uuid().safeParse(sent[`id-${subjectId}`] ?? newId());
    if (!id.success) throw new Refusal('malformed');
    const shownDigest = hash.safeParse(sent[`digest-${subjectId}`]).data ?? '';
    return { subject, subjectId, signOffId: id.data, shownDigest };
  });
  if (new Set(wanted.map(({ signOffId }) => signOffId)).size < wanted.length) throw new Refusal('malformed');
  return wanted;
}

async function sign(input: z.infer<typeof signed>, write: GuardedWrite): Promise<string[]> {
  const { traineeId, chosen } = input;
  const factorAt = now();
  await write((tx, viewer) => signSubjects(tx, { viewer, traineeId, wanted: wantedIn(input), factorAt }));
  await portal().ledger.anchor();
  return chosen;
}

export const signing = {
  /** Signs one or more criteria, a unit or the qualification off, with the password asked again: one entry of the ledger each. A repeat changes nothing. */
  sign: defineAction({
    accept: 'form',
    input: signed,
    handler: guarded({
      ability: 'evidence.sign',
      subject: ({ traineeId }) => ({ traineeId }),
      run: async (input, viewer, context) => {
        await confirmPassword(context, viewer, input.password);
        const chosen = await sign(input, context.write);
        return { traineeId: input.traineeId, subject: input.subject, chosen };
      },
    }),
  }),

  /** What a qualified colleague says of the decisions of an assessor in training, with the password asked again. A repeat changes nothing. */
  countersign: defineAction({
    accept: 'form',
    input: z.object({
      assessmentId: z.string().max(100),
      outcome: z.enum(COUNTERSIGN_OUTCOMES, { error: 'Choose whether you agree' }),
      words: safeText(COUNTERSIGN_WORDS_MAX),
      shownSha256: hash,
      password,
    }),
    handler: guarded({
      ability: 'countersign.write',
      subject: ({ assessmentId }, _viewer, db) => findCountersigning(db, assessmentId),
      run: async ({ password: typed, ...shown }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        const factorAt = now();
        await context.write((tx, current) => countersign(tx, { ...shown, viewer: current, factorAt }));
        await portal().ledger.anchor();
        return { assessmentId: shown.assessmentId, outcome: shown.outcome };
      },
    }),
  }),
};
