import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { replaceObjectives } from '#db/queries/placementDetail.ts';
import { revokeHostLinks } from '#db/queries/placementHost.ts';
import {
  cancelPlacement,
  findPlacementSubject,
  insertAgreement,
  insertPlacement,
  listPlacements,
  updatePlacement,
} from '#db/queries/placements.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { agreedCount, agreedTerms, whyFixed } from '#src/domain/placements/agreement.ts';
import { PLACEMENT_LIMITS } from '#src/domain/placements/limits.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { passSeatOn } from '#src/server/placements/placementOffers.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import {
  placementForm,
  type PlacementForm,
  placementObjectives,
  placementValues,
  refuseClashes,
} from './placementForm.ts';
import { neededText, orEmpty } from './typedText.ts';

const placementId = z.string().max(100);

/** One of a trainee's placements, inside the transaction. Throws `not_found`. */
async function ownPlacement(tx: Writer, traineeId: string, id: string) {
  const found = (await listPlacements(tx, traineeId)).find((placement) => placement.id === id);
  if (!found) throw new Refusal('not_found');
  return found;
}

type OwnPlacement = Awaited<ReturnType<typeof ownPlacement>>;

function refuseFixed(placement: OwnPlacement): void {
  const words = whyFixed(placement, today());
  if (words !== null) throw new Refusal('conflict', { words });
}

/** Keeps a new placement with its objectives. A repeat with the same id changes nothing, whatever else it says. Throws `conflict` for the id of somebody else's. */
async function keepProposal(tx: Writer, form: PlacementForm, traineeId: string): Promise<void> {
  const own = await listPlacements(tx, traineeId);
  if (own.some(({ id }) => id === form.id)) return;
  await refuseFull(tx, 'placements', traineeId);
  const objectives = await placementObjectives(tx, form);
  const values = placementValues(form);
  await refuseClashes(tx, { ...values, id: form.id }, traineeId);
  const isNew = await insertPlacement(tx, { ...values, id: form.id, traineeId, proposedAt: now() });
  if (!isNew) throw new Refusal('conflict');
  await replaceObjectives(tx, form.id, objectives);
}

/** Changes a placement that nobody has agreed to, where it stands. A link that the host has is taken back: it was for another plan. */
async function changeInPlace(tx: Writer, placement: OwnPlacement, form: PlacementForm): Promise<string> {
  const values = placementValues(form);
  const objectives = await placementObjectives(tx, form);
  await refuseClashes(tx, { ...values, id: placement.id }, placement.traineeId);
  await updatePlacement(tx, { id: placement.id, ...values });
  await replaceObjectives(tx, placement.id, objectives);
  if (agreedTerms(values) !== agreedTerms(placement)) await revokeHostLinks(tx, placement.id, now());
  return placement.id;
}

/** Takes back what somebody agreed to and proposes it anew as it is to be: an agreement always belongs to exactly what was agreed. */
async function proposeAnew(tx: Writer, placement: OwnPlacement, form: PlacementForm): Promise<string> {
  const reason = 'It was changed and proposed again.';
  await cancelPlacement(tx, { id: placement.id, by: placement.traineeId, reason, at: now() });
  await keepProposal(tx, form, placement.traineeId);
  if (placement.offerId === null) return form.id;
  if (leavesSeat(placement, form)) await passSeatOn(tx, placement.offerId);
  else await updatePlacement(tx, { id: form.id, offerId: placement.offerId });
  return form.id;
}

/** A seat that was given out is for the days and the place that were offered: with others it is given back. */
const leavesSeat = (placement: OwnPlacement, form: PlacementForm): boolean =>
  placement.offerId !== null && agreedTerms(placementValues(form)) !== agreedTerms(placement);

const AGREED_MEANWHILE =
  'Somebody agreed to this in the meantime. Your changes are still here: save them again to propose the placement anew, and everybody is asked again.';

/** What the trainee changed, and the id of the placement that stands now. */
async function change(tx: Writer, form: PlacementForm & { placementId: string; agreed: number }, traineeId: string) {
  const own = await listPlacements(tx, traineeId);
  if (own.some(({ id }) => id === form.id)) return form.id;
  const placement = await ownPlacement(tx, traineeId, form.placementId);
  refuseFixed(placement);
  const agreed = agreedCount(placement);
  if (agreed !== form.agreed) throw new Refusal('conflict', { words: AGREED_MEANWHILE });
  const isNewPlan = agreed > 0 || leavesSeat(placement, form);
  return isNewPlan ? proposeAnew(tx, placement, form) : changeInPlace(tx, placement, form);
}

async function agree(tx: Writer, { id, personId, terms }: { id: string; personId: string; terms: string }) {
  const subject = await findPlacementSubject(tx, id);
  const placement = await ownPlacement(tx, subject?.traineeId ?? '', id);
  if (placement.cancelledAt) throw new Refusal('conflict', { words: 'This placement was cancelled.' });
  if (terms !== '' && terms !== agreedTerms(placement))
    throw new Refusal('conflict', { words: 'This placement was changed in the meantime. Look at it again first.' });
  await insertAgreement(tx, { placementId: id, personId, agreedAt: now() });
}

export const placements = {
  /** A trainee proposes a placement; her tutor, her manager and the host agree to it. */
  propose: defineAction({
    accept: 'form',
    input: placementForm,
    handler: guarded({
      ability: 'placement.propose',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (form, viewer, { write }) => {
        await write((tx) => keepProposal(tx, form, viewer.id));
        return { placementId: form.id };
      },
    }),
  }),

  /** A trainee changes a placement. What somebody agreed to is proposed anew; the answer is the id of what stands now. */
  change: defineAction({
    accept: 'form',
    input: placementForm.extend({ placementId, agreed: z.coerce.number().int().min(0) }),
    handler: guarded({
      ability: 'placement.propose',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async (form, viewer, { write }) => ({ placementId: await write((tx) => change(tx, form, viewer.id)) }),
    }),
  }),

  /** A trainee cancels a placement with a reason that her tutor and her manager read. Cancelled stays cancelled. */
  cancel: defineAction({
    accept: 'form',
    input: z.object({
      placementId,
      cancelReason: neededText(PLACEMENT_LIMITS.reason, 'Say why, in a few words').transform((text) => text.trim()),
    }),
    handler: guarded({
      ability: 'placement.propose',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, cancelReason: reason }, viewer, { write }) => {
        await write(async (tx) => {
          const placement = await ownPlacement(tx, viewer.id, id);
          if (placement.cancelledAt && placement.cancelReason === reason) return;
          refuseFixed(placement);
          await cancelPlacement(tx, { id, by: viewer.id, reason, at: now() });
          if (placement.offerId !== null) await passSeatOn(tx, placement.offerId);
        });
        return { placementId: id };
      },
    }),
  }),

  /** A tutor or a manager agrees to a placement as she saw it. */
  agree: defineAction({
    accept: 'form',
    input: z.object({ placementId, terms: orEmpty(z.string().max(1000)) }),
    handler: guarded({
      ability: 'placement.agree',
      subject: (input, _viewer, db) => findPlacementSubject(db, input.placementId),
      run: async ({ placementId: id, terms }, viewer, { write }) => {
        await write((tx) => agree(tx, { id, terms, personId: viewer.id }));
        return { placementId: id };
      },
    }),
  }),
};
