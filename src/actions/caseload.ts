import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findAllocation, insertAllocatedCase } from '#db/queries/caseload.ts';
import { findTrainee, findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { allocationNeedsReason, allocationProblems, blockedFromCases } from '#src/domain/caseload/allocation.ts';
import { afterAllocating, type Load } from '#src/domain/caseload/load.ts';
import { referenceProblem } from '#src/domain/caseload/reference.ts';
import { CASE_KINDS, TIERS } from '#src/domain/caseload/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { type Caseload, loadCaseloads } from '#src/server/caseload.ts';
import { newId, now, read, today, write } from '#src/server/portal.ts';
import { orEmpty } from './typedText.ts';

const allocation = z.object({
  allocationId: z.uuid(),
  traineeId: z.string({ error: 'Choose who takes the case' }).min(1, { error: 'Choose who takes the case' }).max(100),
  reference: orEmpty(z.string().trim().toUpperCase().max(40)),
  tier: z.enum(TIERS, { error: 'Choose a tier' }),
  kind: z.enum(CASE_KINDS, { error: 'Choose where the person is supervised' }),
  transitionToAdulthood: z.literal('yes').optional(),
  overLimitReason: orEmpty(z.string().trim().max(1000, { error: 'Keep it under 1,000 characters' })),
  overLimitUntil: orEmpty(z.union([z.literal(''), z.iso.date({ error: 'Give a day' })])),
});

type Allocation = z.infer<typeof allocation>;

/** What is kept about going over the limit: nothing within it. Throws `bad_input` where a reason or an end date is missing. */
function overLimitOf({ overLimitReason, overLimitUntil }: Allocation, after: Load) {
  if (!allocationNeedsReason(after)) return { overLimitReason: null, overLimitUntil: null };
  const { reason, until } = allocationProblems({
    after,
    reason: overLimitReason,
    until: overLimitUntil || null,
    today: today(),
  });
  const fields = { ...(reason && { overLimitReason: reason }), ...(until && { overLimitUntil: until }) };
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  return { overLimitReason, overLimitUntil };
}

/** Throws `bad_input` where she takes no case at the moment, or carries one of that reference already: nobody could tell the two apart. */
function refuseUntakable({ cases, load }: Caseload, reference: string): void {
  const blocked = blockedFromCases(load.input.place);
  if (blocked)
    throw new Refusal('bad_input', {
      fields: { traineeId: `${blocked}, so no case can be allocated. Choose somebody else` },
    });
  if (!cases.some((carried) => carried.reference === reference)) return;
  throw new Refusal('bad_input', {
    fields: { reference: `There is a case ${reference} on this caseload already. Make up another reference` },
  });
}

/** Works the effect out again inside the transaction, so that the numbers kept are those that were true when the case was taken. */
async function allocate(tx: Writer, input: Allocation, viewer: Viewer) {
  if (await findAllocation(tx, input.allocationId)) return;
  const trainee = await findTrainee(tx, input.traineeId);
  const [caseload] = trainee ? await loadCaseloads(tx, [trainee]) : [];
  if (!caseload) throw new Refusal('not_found');
  refuseUntakable(caseload, input.reference);
  const { reference, tier, kind, traineeId } = input;
  const newCase = {
    id: newId(),
    reference,
    tier,
    kind,
    transitionToAdulthood: input.transitionToAdulthood === 'yes',
    createdAt: now(),
  };
  const after = afterAllocating(caseload.load, newCase);
  const points = {
    availablePoints: after.available,
    usedPointsBefore: caseload.load.used,
    usedPointsAfter: after.used,
  };
  const row = {
    id: input.allocationId,
    caseId: newCase.id,
    traineeId,
    managerId: viewer.id,
    startsOn: today(),
    allocatedAt: now(),
    ...points,
    ...overLimitOf(input, after),
  };
  await insertAllocatedCase(tx, newCase, row);
}

export const caseload = {
  /** A manager gives one of her trainees a case after seeing what it does. A repeat of the same form changes nothing. */
  allocate: defineAction({
    accept: 'form',
    input: allocation,
    handler: guarded({
      ability: 'case.allocate',
      subject: ({ traineeId }) => read((db) => findTraineeSubject(db, traineeId)),
      run: async (input, viewer) => {
        const problem = referenceProblem(input.reference);
        if (problem) throw new Refusal('bad_input', { fields: { reference: problem } });
        await write((tx) => allocate(tx, input, viewer));
        return { traineeId: input.traineeId, reference: input.reference };
      },
    }),
  }),
};
