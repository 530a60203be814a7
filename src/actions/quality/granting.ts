import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findGrant, insertGrant, revokeGrant } from '#db/queries/externalGrants.ts';
import { findPlan, listPlanItems } from '#db/queries/qualityPlans.ts';
import { listPeopleWithRole } from '#db/queries/qualityAssessors.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { GRANT_LIMITS, grantDayProblems } from '#src/domain/quality/granting.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { password, recordId } from '../typedFields.ts';
import { neededText, orEmpty } from '../typedText.ts';

const grantForm = z.preprocess(
  (form) => (form instanceof FormData ? { ...Object.fromEntries(form), pieces: form.getAll('pieces') } : form),
  z.object({
    grantId: z.uuid(),
    personId: orEmpty(z.string().min(1, { error: 'Choose who is to read' }).max(100)),
    planId: orEmpty(z.string().min(1, { error: 'Choose a plan' }).max(100)),
    /** Pieces of the plan; the whole plan where none is chosen. */
    pieces: z.array(recordId).max(GRANT_LIMITS.submissions).default([]),
    startsOn: orEmpty(z.string().max(20)),
    endsOn: orEmpty(z.string().max(20)),
    reason: neededText(GRANT_LIMITS.reason, 'Say what for'),
    password,
  }),
);

type GrantForm = Omit<z.infer<typeof grantForm>, 'password'>;

/** What of a plan she is to read: the chosen pieces, or all of it. Only a plan's own verifier gives it on. */
async function piecesOf(tx: Writer, { planId, pieces }: GrantForm, viewer: Viewer): Promise<string[]> {
  const plan = await findPlan(tx, planId);
  if (plan?.verifierId !== viewer.id) throw new Refusal('not_found');
  const inPlan = (await listPlanItems(tx, planId)).map(({ submissionId }) => submissionId);
  const chosen = pieces.length === 0 ? inPlan : inPlan.filter((id) => pieces.includes(id));
  if (chosen.length === 0)
    throw new Refusal('bad_input', { fields: { planId: 'There is nothing in this plan to read' } });
  if (chosen.length > GRANT_LIMITS.submissions)
    throw new Refusal('bad_input', {
      fields: { planId: `Choose ${String(GRANT_LIMITS.submissions)} pieces of it or fewer` },
    });
  return chosen;
}

async function keepGrant(tx: Writer, form: GrantForm, viewer: Viewer): Promise<void> {
  const stored = await findGrant(tx, form.grantId);
  if (stored && stored.personId !== form.personId) throw new Refusal('conflict');
  if (stored) return;
  const problems = grantDayProblems(form, today());
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  const { grantId: id, personId, startsOn, endsOn, reason } = form;
  const isExternal = (await listPeopleWithRole(tx, 'external')).some((person) => person.id === personId);
  if (!isExternal || personId === viewer.id) throw new Refusal('not_found');
  const submissionIds = await piecesOf(tx, form, viewer);
  await refuseFull(tx, 'grants', personId);
  await insertGrant(
    tx,
    { id, personId, startsOn, endsOn, reason, grantedBy: viewer.id, grantedAt: now() },
    submissionIds,
  );
}

export const granting = {
  /**
   * A view of a plan, or of some pieces of it, for somebody from outside, until a day, with the password asked again. A repeat changes
   * nothing.
   */
  grant: defineAction({
    accept: 'form',
    input: grantForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async ({ password: typed, ...form }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, current) => keepGrant(tx, form, current));
        return { grantId: form.grantId };
      },
    }),
  }),

  /** Takes a view back at once. A repeat changes nothing. */
  revokeGrant: defineAction({
    accept: 'form',
    input: z.object({ grantId: recordId }),
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async ({ grantId }, _viewer, { write }) => {
        await write(async (tx) => {
          if (!(await findGrant(tx, grantId))) throw new Refusal('not_found');
          await revokeGrant(tx, grantId, now());
        });
        return { grantId };
      },
    }),
  }),
};
