import { createHash, randomBytes } from 'node:crypto';
import {
  insertAwards,
  listAwards,
  listWishers,
  type PlacementOffer,
  updateGivenOut,
  findOffer,
} from '#db/queries/placementOffers.ts';
import { insertPlacement } from '#db/queries/placements.ts';
import { listWisherBusyTimes, listWisherPlacements, type WisherPlacement } from '#db/queries/placementWishers.ts';
import { listTrainees, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader, Writer } from '#db/client.ts';
import { type BusyTime, type Clash, placementClashes } from '#src/domain/placements/clashes.ts';
import { countDaysInKind, lotText, rankWishes, type Wish } from '#src/domain/placements/offers.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { newId, now, portal, today } from '../portal.ts';

/** The number drawn for a new offer: 128 random bits in hex, which no administrator can choose. */
export const newLot = (): string => randomBytes(16).toString('hex');

/** Somebody's lot in an offer: SHA-256 of `lotText`, in hex. */
export const lotOf = (offerLot: string, traineeId: string): string =>
  createHash('sha256').update(lotText(offerLot, traineeId)).digest('hex');

type OfferDays = Pick<PlacementOffer, 'place' | 'startsOn' | 'endsOn'>;

/** All that the fair rule asks about one trainee. */
export interface Candidate {
  readonly trainee: TraineeRecord;
  readonly placements: readonly WisherPlacement[];
  readonly busy: readonly BusyTime[];
}

/** Some trainees with their placements and what stands in their days in a range. Whoever calls says whose may be read. Three queries at once. */
export async function loadCandidates(
  db: Reader,
  traineeIds: readonly string[],
  range: { readonly from: string; readonly to: string },
): Promise<Candidate[]> {
  const [trainees, placements, busy] = await Promise.all([
    listTrainees(db, traineeIds),
    listWisherPlacements(db, traineeIds),
    listWisherBusyTimes(db, traineeIds, range),
  ]);
  const placementsOf = Map.groupBy(placements, ({ traineeId }) => traineeId);
  const busyOf = Map.groupBy(busy, ({ traineeId }) => traineeId);
  return trainees.map((trainee) => ({
    trainee,
    placements: placementsOf.get(trainee.traineeId) ?? [],
    busy: busyOf.get(trainee.traineeId) ?? [],
  }));
}

/** What stands in the way of a trainee on the days of an offer, a sentence each. */
export function offerClashes(
  offer: OfferDays,
  { trainee, placements, busy }: Candidate,
): readonly Pick<Clash, 'words'>[] {
  const { enrolment } = trainee;
  const route = portal().content.routes.find(({ id }) => id === enrolment.routeId);
  if (!route) return [{ words: 'You are not on a route of the programme.' }];
  const { place, startsOn, endsOn } = offer;
  return placementClashes({ placement: { place, startsOn, endsOn }, others: placements, enrolment, route, busy });
}

function wishOf(offer: PlacementOffer, candidate: Candidate): Wish {
  const { trainee, placements } = candidate;
  const route = portal().content.routes.find(({ id }) => id === trainee.enrolment.routeId);
  return {
    traineeId: trainee.traineeId,
    hasClash: offerClashes(offer, candidate).length > 0,
    daysInKind: countDaysInKind(offer.kind, placements),
    seatsBefore: placements.filter(({ offerId, cancelledAt }) => offerId !== null && !cancelledAt).length,
    programmeEndsOn: route ? programmePlace(trainee.enrolment, route, today()).endsOn : null,
    lot: lotOf(offer.lot, trainee.traineeId),
  };
}

/** The placement that somebody gets with a seat: proposed, for her tutor and her manager to agree to. */
async function seat(tx: Writer, offer: PlacementOffer, traineeId: string): Promise<string> {
  const { kind, place, hostContact, lookFor, travelNotes, startsOn, endsOn } = offer;
  const id = newId();
  const where = { kind, place, hostContact, lookFor, travelNotes, startsOn, endsOn };
  await insertPlacement(tx, { id, traineeId, offerId: offer.id, ...where, proposedAt: now() });
  return id;
}

/**
 * Gives the seats of an offer out by the fair rule (`rankWishes`), everything asked inside this transaction, and keeps the order
 * with its reasons. An offer that is withdrawn or given out stays as it is.
 */
export async function giveOutSeats(tx: Writer, offer: PlacementOffer): Promise<void> {
  if (!(await updateGivenOut(tx, offer.id, now()))) return;
  const range = { from: offer.startsOn, to: offer.endsOn };
  const candidates = await loadCandidates(tx, await listWishers(tx, offer.id), range);
  const awards = [];
  for (const standing of rankWishes(
    offer,
    candidates.map((candidate) => wishOf(offer, candidate)),
  )) {
    const { traineeId, rank, reason } = standing;
    const placementId = standing.getsSeat ? await seat(tx, offer, traineeId) : null;
    awards.push({ offerId: offer.id, traineeId, rank, reason, placementId });
  }
  await insertAwards(tx, awards);
}

/**
 * Gives a seat that came back (its placement was cancelled) to the next in the order that was kept who has no clash now and has had
 * no seat of this offer. Call it in the transaction that cancels. Says who got one; null where no seat is free, nobody is left,
 * or the first day has come.
 */
export async function passSeatOn(tx: Writer, offerId: string): Promise<string | null> {
  const offer = await findOffer(tx, offerId);
  if (!offer?.givenOutAt || offer.startsOn <= today()) return null;
  const awards = await listAwards(tx, [offerId]);
  if (awards.filter(({ seatId }) => seatId !== null).length >= offer.seats) return null;
  const waiting = awards.filter(({ firstPlacementId, seatId }) => firstPlacementId === null && seatId === null);
  const range = { from: offer.startsOn, to: offer.endsOn };
  const candidates = await loadCandidates(
    tx,
    waiting.map(({ traineeId }) => traineeId),
    range,
  );
  const next = waiting
    .map(({ traineeId }) => candidates.find(({ trainee }) => trainee.traineeId === traineeId))
    .find((candidate) => candidate && !hadSeat(candidate, offerId) && offerClashes(offer, candidate).length === 0);
  if (!next) return null;
  await seat(tx, offer, next.trainee.traineeId);
  return next.trainee.traineeId;
}

/** Also one that was passed on to her and that she gave back. */
const hadSeat = ({ placements }: Candidate, offerId: string) =>
  placements.some((placement) => placement.offerId === offerId);
