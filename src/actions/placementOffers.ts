import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listCohortNames } from '#db/queries/cohorts/administered.ts';
import {
  deleteWish,
  findOffer,
  findOfferFor,
  insertOffer,
  insertWish,
  type PlacementOffer,
  updateWithdrawn,
} from '#db/queries/placementOffers.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import type { Reader, Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { PLACEMENT_LIMITS } from '#src/domain/placements/limits.ts';
import { offerDayProblems, offerState } from '#src/domain/placements/offers.ts';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { giveOutSeats, newLot } from '#src/server/placements/placementOffers.ts';
import { now, today } from '#src/server/portal.ts';
import { neededText, safeText, typedDay } from './typedText.ts';

const SEATS = 'Give a whole number of seats from 1 to 100';
const line = (missing: string) => neededText(PLACEMENT_LIMITS.line, missing).transform((text) => text.trim());
const offerId = z.string().max(100);

const newOffer = z.object({
  id: z.uuid(),
  kind: z.enum(PLACEMENT_KINDS, { error: 'Choose what kind of place it is' }),
  place: line('Say where it is'),
  hostContact: line('Say whom to ask for there'),
  lookFor: line('Say what there is to learn there'),
  travelNotes: safeText(PLACEMENT_LIMITS.travelNotes).transform((text) => text.trim()),
  startsOn: typedDay('Give the first day'),
  endsOn: typedDay('Give the last day'),
  seats: z
    .string({ error: SEATS })
    .regex(/^\s*\d{1,3}\s*$/, { error: SEATS })
    .transform(Number)
    .refine((seats) => seats >= 1 && seats <= 100, { error: SEATS }),
  closesOn: typedDay('Give the last day on which somebody can ask for a seat'),
  /** Empty: all cohorts. */
  cohortId: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
});

type NewOffer = z.infer<typeof newOffer>;

const SAME_FIELDS = ['kind', 'place', 'hostContact', 'lookFor', 'startsOn', 'endsOn', 'seats', 'closesOn'] as const;

/** The id comes with the form: the same form twice makes one offer, another one under its id none. */
async function keepOffer(tx: Writer, offer: NewOffer, madeBy: string): Promise<void> {
  const cohorts = await listCohortNames(tx);
  if (offer.cohortId !== null && !cohorts.some(({ cohortId: id }) => id === offer.cohortId))
    throw new Refusal('bad_input', { fields: { cohortId: 'Choose a cohort of the list, or all' } });
  if (await insertOffer(tx, { ...offer, lot: newLot(), madeBy, madeAt: now() })) return;
  const kept = await findOffer(tx, offer.id);
  if (kept && SAME_FIELDS.every((field) => kept[field] === offer[field])) return;
  throw new Refusal('conflict', {
    words: 'This form was sent before with other words. Open the page again for a new one.',
  });
}

function refuseUnless(offer: PlacementOffer, state: 'open' | 'closed', words: string): void {
  if (offerState(offer, today()) !== state) throw new Refusal('conflict', { words });
}

/** Whose wish it is: the viewer's, for an offer that she may ask for; null for every other. */
const wishOf = (db: Reader, id: string, viewer: { id: string }) =>
  findOfferFor(db, id, viewer.id).then((offer) => offer && { traineeId: viewer.id });

/** The offer once more, inside the transaction. */
async function offerFor(tx: Writer, id: string, traineeId: string): Promise<PlacementOffer> {
  const offer = await findOfferFor(tx, id, traineeId);
  if (!offer) throw new Refusal('not_found');
  return offer;
}

export const placementOffers = {
  /** An administrator offers places with a limited number of seats. */
  make: defineAction({
    accept: 'form',
    input: newOffer,
    handler: guarded({
      ability: 'placementOffer.write',
      subject: () => ({}),
      run: async (offer, viewer, { write }) => {
        const fields = offerDayProblems(offer, today());
        if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
        await write((tx) => keepOffer(tx, offer, viewer.id));
        return { offerId: offer.id };
      },
    }),
  }),

  /** Takes an offer back that is not given out. A second time changes nothing. */
  withdraw: defineAction({
    accept: 'form',
    input: z.object({ offerId }),
    handler: guarded({
      ability: 'placementOffer.write',
      subject: ({ offerId: id }, _viewer, db) => findOffer(db, id),
      run: async ({ offerId: id }, _viewer, { write }) => {
        await write(async (tx) => {
          const offer = await findOffer(tx, id);
          if (offer?.givenOutAt)
            throw new Refusal('conflict', {
              words: 'The seats were given out already. Cancel a placement to take one back.',
            });
          await updateWithdrawn(tx, id, now());
        });
        return { offerId: id };
      },
    }),
  }),

  /** Gives the seats out once nobody can ask for one any more: order, reasons and placements in one transaction. Twice is once. */
  giveOut: defineAction({
    accept: 'form',
    input: z.object({ offerId }),
    handler: guarded({
      ability: 'placementOffer.write',
      subject: ({ offerId: id }, _viewer, db) => findOffer(db, id),
      run: async ({ offerId: id }, _viewer, { write }) => {
        await write(async (tx) => {
          const offer = await findOffer(tx, id);
          if (!offer) throw new Refusal('not_found');
          if (offer.givenOutAt) return;
          refuseUnless(
            offer,
            'closed',
            'Seats are given out after the closing day, and not of an offer that was withdrawn.',
          );
          await giveOutSeats(tx, offer);
        });
        return { offerId: id };
      },
    }),
  }),

  /** A trainee would like a seat. It does not matter who asks first. */
  wish: defineAction({
    accept: 'form',
    input: z.object({ offerId }),
    handler: guarded({
      ability: 'placement.wish',
      subject: ({ offerId: id }, viewer, db) => wishOf(db, id, viewer),
      run: async ({ offerId: id }, viewer, { write }) => {
        await write(async (tx) => {
          const offer = await offerFor(tx, id, viewer.id);
          refuseUnless(offer, 'open', 'Nobody can ask for a seat of this offer any more.');
          if (!(await findTraineeSubject(tx, viewer.id)))
            throw new Refusal('conflict', { words: 'You are not on a route of the programme yet.' });
          await insertWish(tx, { offerId: id, traineeId: viewer.id, wishedAt: now() });
        });
        return { offerId: id };
      },
    }),
  }),

  /** She takes her wish back, until the seats are given out. */
  takeBack: defineAction({
    accept: 'form',
    input: z.object({ offerId }),
    handler: guarded({
      ability: 'placement.wish',
      subject: ({ offerId: id }, viewer, db) => wishOf(db, id, viewer),
      run: async ({ offerId: id }, viewer, { write }) => {
        await write(async (tx) => {
          const offer = await offerFor(tx, id, viewer.id);
          if (offer.givenOutAt)
            throw new Refusal('conflict', {
              words: 'The seats were given out. If you have one, cancel its placement.',
            });
          await deleteWish(tx, { offerId: id, traineeId: viewer.id });
        });
        return { offerId: id };
      },
    }),
  }),
};
