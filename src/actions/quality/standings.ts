import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertAssessorStanding } from '#db/queries/assessorStandings.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import { namedIn, standingProblems } from '#src/domain/quality/entering.ts';
import { ASSESSOR_STANDINGS } from '#src/domain/quality/words.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { readCountersigning } from '#src/server/quality/countersigning.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { refuseFull } from '#src/server/room.ts';
import { password, recordId } from '../typedFields.ts';
import { neededText, orEmpty } from '../typedText.ts';

const standingForm = z.object({
  standingId: z.uuid(),
  assessorId: recordId,
  standing: z.enum(ASSESSOR_STANDINGS, { error: 'Choose a standing' }),
  countersignerId: orEmpty(z.string().max(100)),
  effectiveFrom: orEmpty(z.string().max(20)).superRefine((day, problems) => {
    const message = effectiveDayProblem(day, today());
    if (message !== null) problems.addIssue({ code: 'custom', message });
  }),
  reason: neededText(1000, 'Say why, so that whoever is asked later can tell'),
  password,
});

type StandingForm = Omit<z.infer<typeof standingForm>, 'password'>;

async function keepStanding(tx: Writer, form: StandingForm, viewer: Viewer): Promise<void> {
  const { rows, world } = await readCountersigning(tx, form.effectiveFrom);
  const kept = rows.find(({ id }) => id === form.standingId);
  if (kept && kept.assessorId !== form.assessorId) throw new Refusal('conflict');
  if (kept) return;
  if (!world.assessors.has(form.assessorId) || form.assessorId === viewer.id) throw new Refusal('not_found');
  const { standingId: id, assessorId, standing, effectiveFrom, reason } = form;
  const asked = { assessorId, standing, countersignerId: form.countersignerId, effectiveFrom };
  const problems = standingProblems(asked, world);
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  await refuseFull(tx, 'standings', assessorId);
  const entry = { ...asked, countersignerId: namedIn(asked, world) };
  await insertAssessorStanding(tx, { id, ...entry, reason, enteredBy: viewer.id, enteredAt: now() });
}

export const standing = {
  /**
   * How far an assessor is from a day on, with a reason and the password asked again: who is in training or countersigns is a change of
   * rights. Nobody says it of herself. A repeat changes nothing.
   */
  setStanding: defineAction({
    accept: 'form',
    input: standingForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async ({ password: typed, ...form }, viewer, context) => {
        await confirmPassword(context, viewer, typed);
        await context.write((tx, current) => keepStanding(tx, form, current));
        forgetCounts();
        return { assessorId: form.assessorId };
      },
    }),
  }),
};
