import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertSamplingPolicy } from '#db/queries/qualityPolicies.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { policiesInOrder, policyChanges, policyOnDay, samplingPolicySchema } from '#src/domain/quality/policy.ts';
import { ASSESSOR_STANDINGS } from '#src/domain/quality/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { readPolicies } from '#src/server/quality/policies.ts';
import { refuseFull } from '#src/server/room.ts';
import { neededText, orEmpty } from '../typedText.ts';

const REASON_MAX = 1000;

const wholeNumber = (words: string) =>
  orEmpty(
    z
      .string()
      .trim()
      .refine((text) => /^\d{1,3}$/.test(text), { error: words }),
  ).transform(Number);
const percent = wholeNumber('Give a whole number from 0 to 100').refine((value) => value <= 100, {
  error: 'Give 100 or less',
});

const methodFields = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [`method-${kind}`, percent])) as Record<
  `method-${(typeof EVIDENCE_KINDS)[number]}`,
  typeof percent
>;

const policyForm = z.preprocess(
  (form) =>
    form instanceof FormData ? { ...Object.fromEntries(form), everythingOf: form.getAll('everythingOf') } : form,
  z.object({
    policyId: z.uuid(),
    /** The newest version there was when the form was shown. */
    newest: z.string().max(200),
    effectiveFrom: orEmpty(z.string().max(20)).superRefine((day, problems) => {
      const message = effectiveDayProblem(day, today());
      if (message !== null) problems.addIssue({ code: 'custom', message });
    }),
    interimPercent: percent,
    finalPercent: percent,
    traineesPercent: percent,
    unitsPercent: percent,
    ...methodFields,
    everythingOf: z.array(z.enum(ASSESSOR_STANDINGS)).max(ASSESSOR_STANDINGS.length).default([]),
    lookWithinDays: wholeNumber('Give a whole number of days, from 1 to 180').refine(
      (days) => days >= 1 && days <= 180,
      { error: 'Give a whole number of days, from 1 to 180' },
    ),
    reason: neededText(REASON_MAX, 'Say why, so that whoever is asked later can tell'),
  }),
);

type PolicyForm = z.infer<typeof policyForm>;

function policyIn(form: PolicyForm) {
  const { interimPercent, finalPercent, traineesPercent, unitsPercent, lookWithinDays } = form;
  return samplingPolicySchema.parse({
    interimPercent,
    finalPercent,
    traineesPercent,
    unitsPercent,
    lookWithinDays,
    methodPercent: Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, form[`method-${kind}`]])),
    everythingOf: ASSESSOR_STANDINGS.filter((standing) => form.everythingOf.includes(standing)),
  });
}

const OUTDATED =
  'Somebody set another version of the policy while you were writing. Yours is not saved. Open the policy in another tab to compare, then begin from the newest version.';

async function setPolicy(tx: Writer, form: PolicyForm, viewer: Viewer): Promise<void> {
  const versions = await readPolicies(tx);
  if (versions.some(({ version }) => version === form.policyId)) return;
  if (policiesInOrder(versions).at(-1)?.version !== form.newest) throw new Refusal('conflict', { words: OUTDATED });
  const policy = policyIn(form);
  const { effectiveFrom, reason } = form;
  if (policyChanges(policyOnDay(versions, effectiveFrom).policy, policy).length === 0)
    throw new Refusal('bad_input', {
      fields: { '': 'Nothing differs from what counts on that day already. Change something first' },
    });
  await refuseFull(tx, 'policies', viewer.id);
  const row = { id: form.policyId, effectiveFrom, policy: JSON.stringify(policy), reason };
  await insertSamplingPolicy(tx, { ...row, enteredBy: viewer.id, enteredAt: now() });
}

export const settingPolicy = {
  /** A new version of the sampling policy, from today or a later day. A repeat of the same form changes nothing. */
  setPolicy: defineAction({
    accept: 'form',
    input: policyForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => setPolicy(tx, form, viewer));
        return { policyId: form.policyId };
      },
    }),
  }),
};
