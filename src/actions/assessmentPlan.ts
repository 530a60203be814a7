import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listAssessedBy } from '#db/queries/assessing.ts';
import { findPlanItem, insertPlanItem, removePlanItem } from '#db/queries/assessmentPlan.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { mayAssess } from '#src/domain/portfolio/deciding.ts';
import { CHOOSE_CRITERIA, PLAN_LIMITS, planProblems } from '#src/domain/portfolio/plan.ts';
import { versionTold } from '#src/domain/portfolio/versions.ts';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, read, today } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { refuseFull } from '#src/server/room.ts';
import { criteriaVersion, recordId } from './typedFields.ts';
import { safeText, typedDay } from './typedText.ts';

const planned = z.object({
  id: z.uuid(),
  traineeId: recordId,
  kind: z.enum(EVIDENCE_KINDS, { error: 'Choose a kind of evidence' }),
  criteria: z
    .array(z.string().max(20))
    .min(1, { error: CHOOSE_CRITERIA })
    .max(60)
    .transform((ids) => [...new Set(ids)])
    .default([]),
  criteriaVersion,
  plannedOn: typedDay('Choose the day'),
  words: safeText(PLAN_LIMITS.wordsMax),
});

/** Asked again inside the transaction: the assignment may have ended since the page was shown. */
async function refuseStranger(tx: Writer, viewer: Viewer, traineeId: string): Promise<void> {
  const assessorOf = await listAssessedBy(tx, viewer.id, today());
  const refusal = mayAssess({ id: viewer.id, assessorOf }, { traineeId });
  if (refusal) throw refusal;
}

async function add(tx: Writer, viewer: Viewer, item: z.infer<typeof planned>): Promise<void> {
  await refuseStranger(tx, viewer, item.traineeId);
  const { criteriaVersion: told, ...kept } = item;
  const qualification = versionTold(await readQualifications(tx), told);
  const fields = planProblems(item, { qualification, today: today() });
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  if (!(await findPlanItem(tx, item.id))) await refuseFull(tx, 'planItems', item.traineeId);
  const { version: qualificationVersion } = qualification;
  const words = item.words.trim();
  await insertPlanItem(tx, { ...kept, words, qualificationVersion, plannedBy: viewer.id, plannedAt: now() });
}

export const assessmentPlan = {
  /** Plans a piece of evidence with a trainee: a kind, criteria, a day, words. A repeat changes nothing. */
  add: defineAction({
    accept: 'form',
    input: planned,
    handler: guarded({
      ability: 'plan.write',
      subject: ({ traineeId }) => ({ traineeId }),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => add(tx, viewer, input));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** Takes something out of a plan. A repeat changes nothing. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'plan.write',
      subject: ({ id }, _viewer, db) => findPlanItem(db, id),
      run: async ({ id }, _viewer, { write }) => {
        const item = await read((db) => findPlanItem(db, id));
        if (!item) throw new Refusal('not_found');
        await write(async (tx, viewer) => {
          await refuseStranger(tx, viewer, item.traineeId);
          await removePlanItem(tx, { id, at: now() });
        });
        return { traineeId: item.traineeId };
      },
    }),
  }),
};
