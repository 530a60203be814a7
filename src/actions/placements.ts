import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findPlacementSubject, insertAgreement, insertPlacement, listPlacements } from '#db/queries/placements.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { placementClashes } from '#src/domain/placements/clashes.ts';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal, read, write } from '#src/server/portal.ts';

const line = (missing: string) =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(300, { error: 'Keep it under 300 characters' });

const proposal = z
  .object({
    id: z.uuid(),
    kind: z.enum(PLACEMENT_KINDS, { error: 'Choose what kind of place it is' }),
    place: line('Say where the placement is'),
    hostContact: line('Say whom to ask for when you arrive'),
    lookFor: line('Say what you will look for there'),
    startsOn: z.iso.date({ error: 'Give the first day' }),
    endsOn: z.iso.date({ error: 'Give the last day' }),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'The last day cannot be before the first',
  });

type Proposal = z.infer<typeof proposal>;

/** Asked inside the transaction, so that two proposals at once cannot both find the days free. */
async function refuseClashes(tx: Writer, placement: Proposal, traineeId: string): Promise<void> {
  const trainee = await findTrainee(tx, traineeId);
  const others = await listPlacements(tx, traineeId);
  const route = portal().content.routes.find(({ id }) => id === trainee?.enrolment.routeId);
  if (!trainee || !route)
    throw new Refusal('conflict', {
      words: 'You are not on a route of the programme yet, so no placement can be planned.',
    });
  const clashes = placementClashes({ placement, others, enrolment: trainee.enrolment, route });
  if (clashes.length === 0) return;
  throw new Refusal('bad_input', { fields: Object.fromEntries(clashes.map(({ field, words }) => [field, words])) });
}

export const placements = {
  /** A trainee proposes a placement; her tutor and her manager agree to it. */
  propose: defineAction({
    accept: 'form',
    input: proposal,
    handler: guarded({
      ability: 'placement.propose',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (placement, viewer) => {
        await write(async (tx) => {
          await refuseClashes(tx, placement, viewer.id);
          await insertPlacement(tx, { ...placement, traineeId: viewer.id, proposedAt: now() });
        });
        return { placementId: placement.id };
      },
    }),
  }),

  /** A tutor or a manager agrees to a placement. */
  agree: defineAction({
    accept: 'form',
    input: z.object({ placementId: z.string().max(100) }),
    handler: guarded({
      ability: 'placement.agree',
      subject: ({ placementId }) => read((db) => findPlacementSubject(db, placementId)),
      run: async ({ placementId }, viewer) => {
        await write((tx) => insertAgreement(tx, { placementId, personId: viewer.id, agreedAt: now() }));
        return { placementId };
      },
    }),
  }),
};
