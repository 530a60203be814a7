import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertAssessorStanding, listAssessorStandings } from '#db/queries/assessorStandings.ts';
import { listPeopleWithRole } from '#db/queries/qualityAssessors.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import { standingProblems } from '#src/domain/quality/standing.ts';
import { ASSESSOR_STANDINGS } from '#src/domain/quality/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today, write } from '#src/server/portal.ts';
import { forgetCounts } from '#src/server/quality/population.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';
import { neededText, orEmpty } from '../typedText.ts';

const standingForm = z.object({
  standingId: z.uuid(),
  assessorId: recordId,
  standing: z.enum(ASSESSOR_STANDINGS, { error: 'Choose how far she is' }),
  countersignerId: orEmpty(z.string().max(100)),
  effectiveFrom: orEmpty(z.string().max(20)).superRefine((day, problems) => {
    const message = effectiveDayProblem(day, today());
    if (message !== null) problems.addIssue({ code: 'custom', message });
  }),
  reason: neededText(1000, 'Say why, so that whoever is asked later can tell'),
});

async function keepStanding(tx: Writer, form: z.infer<typeof standingForm>, viewer: Viewer): Promise<void> {
  const rows = await listAssessorStandings(tx);
  const kept = rows.find(({ id }) => id === form.standingId);
  if (kept && kept.assessorId !== form.assessorId) throw new Refusal('conflict');
  if (kept) return;
  const assessors = new Set((await listPeopleWithRole(tx, 'assessor')).map(({ id }) => id));
  if (!assessors.has(form.assessorId) || form.assessorId === viewer.id) throw new Refusal('not_found');
  const { standingId: id, assessorId, standing, effectiveFrom, reason } = form;
  const countersignerId = standing === 'in_training' ? form.countersignerId : null;
  const entry = { assessorId, standing, countersignerId, effectiveFrom };
  const problems = standingProblems(entry, { rows, assessors });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  await refuseFull(tx, 'standings', assessorId);
  await insertAssessorStanding(tx, { id, ...entry, reason, enteredBy: viewer.id, enteredAt: now() });
}

export const standing = {
  /** How far an assessor is from a day on, with a reason. Nobody says it of herself. A repeat changes nothing. */
  setStanding: defineAction({
    accept: 'form',
    input: standingForm,
    handler: guarded({
      ability: 'quality.write',
      subject: () => ({}),
      run: async (form, viewer) => {
        await write((tx) => keepStanding(tx, form, viewer));
        forgetCounts();
        return { assessorId: form.assessorId };
      },
    }),
  }),
};
