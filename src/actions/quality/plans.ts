import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  closePlan,
  deletePlanItem,
  findPlan,
  insertPlan,
  insertPlanItems,
  listPlanItems,
  type PlanRecord,
} from '#db/queries/qualityPlans.ts';
import { listAssessors } from '#db/queries/qualityAssessors.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { listSignersOn } from '#db/queries/verifications.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type Chosen, MOST_IN_PLAN } from '#src/domain/quality/proposing.ts';
import { handsIn } from '#src/domain/quality/verifying.ts';
import { SAMPLING_STAGES } from '#src/domain/quality/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, read, today } from '#src/server/portal.ts';
import { MOST_ASSESSORS, proposeFor } from '#src/server/quality/plans.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';
import { neededText, orEmpty, safeText, typedDay } from '../typedText.ts';

const planForm = z.preprocess(
  (form) => (form instanceof FormData ? { ...Object.fromEntries(form), assessors: form.getAll('assessors') } : form),
  z.object({
    planId: z.uuid(),
    title: neededText(120, 'Give the plan a name, for example “Interim, autumn”'),
    stage: z.enum(SAMPLING_STAGES, { error: 'Choose interim or final' }),
    dueOn: orEmpty(typedDay('Give the day by which it is looked at')).refine((day) => day >= today(), {
      error: 'Choose today or a later day',
    }),
    assessors: z
      .array(recordId)
      .max(MOST_ASSESSORS, { error: `Choose ${String(MOST_ASSESSORS)} assessors or fewer, or none for all of them` })
      .default([]),
    seed: safeText(40).transform((text) => text.trim()),
    fill: z.enum(['policy', 'empty'], { error: 'Choose how the plan begins' }),
  }),
);

type PlanForm = z.infer<typeof planForm>;

/** The plan as its own verifier may change it, inside the transaction. Throws `not_found`, or `conflict` once it is closed. */
async function ownPlan(tx: Writer, planId: string, viewer: Viewer): Promise<PlanRecord> {
  const plan = await findPlan(tx, planId);
  if (plan?.verifierId !== viewer.id) throw new Refusal('not_found');
  if (plan.closedAt) throw new Refusal('conflict', { words: 'This plan is closed. What is in it stays as it is.' });
  return plan;
}

async function refuseStrangers(tx: Writer, chosen: readonly string[]): Promise<void> {
  if (chosen.length === 0) return;
  const known = new Set((await listAssessors(tx)).map(({ id }) => id));
  if (!chosen.every((id) => known.has(id))) throw new Refusal('not_found');
}

async function startPlan(
  tx: Writer,
  form: PlanForm,
  { viewer, chosen }: { viewer: Viewer; chosen: readonly Chosen[] },
) {
  const { planId, title, stage, dueOn, assessors, seed } = form;
  const stored = await findPlan(tx, planId);
  if (stored && stored.verifierId !== viewer.id) throw new Refusal('conflict');
  if (stored) return;
  await refuseStrangers(tx, assessors);
  await refuseFull(tx, 'plans', viewer.id);
  const at = now();
  await insertPlan(tx, { id: planId, verifierId: viewer.id, title, stage, dueOn, assessors, seed, createdAt: at });
  await insertPlanItems(tx, { planId, verifierId: viewer.id }, { chosen, at });
}

const OWN_HAND = 'You had a hand in this piece: somebody else looks at it.';

/** Puts one piece into a plan by hand. Nothing that its verifier wrote, decided, countersigned or signed, and nothing of her own. */
async function addPiece(tx: Writer, { planId, submissionId, why }: z.infer<typeof addForm>, viewer: Viewer) {
  const plan = await ownPlan(tx, planId, viewer);
  if (plan.items >= MOST_IN_PLAN)
    throw new Refusal('bad_input', { words: `A plan holds ${String(MOST_IN_PLAN)} pieces. Begin another one.` });
  const submission = await findSubmission(tx, submissionId);
  if (!submission?.assessment) throw new Refusal('not_found');
  const hands = handsIn(submission, await listSignersOn(tx, submissionId));
  if (submission.traineeId === viewer.id || hands.includes(viewer.id))
    throw new Refusal('bad_input', { words: OWN_HAND });
  await insertPlanItems(tx, { planId, verifierId: viewer.id }, { chosen: [{ submissionId, why }], at: now() });
}

async function removePiece(tx: Writer, { planId, submissionId }: z.infer<typeof removeForm>, viewer: Viewer) {
  await ownPlan(tx, planId, viewer);
  const item = (await listPlanItems(tx, planId)).find((one) => one.submissionId === submissionId);
  if (!item) return;
  if (item.outcome !== null)
    throw new Refusal('conflict', { words: 'You have looked at this piece, so it stays in the plan.' });
  await deletePlanItem(tx, { planId, verifierId: viewer.id, submissionId });
}

async function close(tx: Writer, planId: string, viewer: Viewer) {
  const plan = await findPlan(tx, planId);
  if (plan?.verifierId !== viewer.id) throw new Refusal('not_found');
  const left = plan.items - plan.lookedAt;
  if (plan.closedAt) return;
  if (left > 0)
    throw new Refusal('bad_input', {
      words: `${String(left)} of ${String(plan.items)} pieces have not been looked at. Look at them, or take them out of the plan first.`,
    });
  await closePlan(tx, planId, now());
}

const planId = recordId;
const addForm = z.object({
  planId,
  submissionId: recordId,
  why: neededText(300, 'Say why it is in the sample'),
});
const removeForm = z.object({ planId, submissionId: recordId });

export const planning = {
  /** Begins a plan, filled by the rule or empty. A repeat changes nothing. */
  startPlan: defineAction({
    accept: 'form',
    input: planForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, viewer, { write }) => {
        const chosen =
          form.fill === 'empty' ? [] : await read((db) => proposeFor(db, { ...form, verifierId: viewer.id }));
        await write((tx, current) => startPlan(tx, form, { viewer: current, chosen }));
        forgetCounts();
        return { planId: form.planId };
      },
    }),
  }),

  /** Puts a piece into a plan. A repeat changes nothing. */
  addToPlan: defineAction({
    accept: 'form',
    input: addForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => addPiece(tx, form, viewer));
        forgetCounts();
        return { planId: form.planId };
      },
    }),
  }),

  /** Takes a piece out of a plan that nobody has looked at. A repeat changes nothing. */
  removeFromPlan: defineAction({
    accept: 'form',
    input: removeForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => removePiece(tx, form, viewer));
        forgetCounts();
        return { planId: form.planId };
      },
    }),
  }),

  /** Closes a plan in which everything was looked at. A repeat changes nothing. */
  closePlan: defineAction({
    accept: 'form',
    input: z.object({ planId }),
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => close(tx, form.planId, viewer));
        return { planId: form.planId };
      },
    }),
  }),
};
