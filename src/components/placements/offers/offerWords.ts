import { formatDay } from '#src/domain/calendar.ts';
import { type OfferState, offerState } from '#src/domain/placements/offers.ts';
import type { PlacementKind } from '#src/domain/placements/words.ts';
import { PLACEMENT_KIND_NAMES, placementDays } from '#src/components/placements/words.ts';

/** An offer as pages show it. */
export interface OfferView {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly place: string;
  readonly hostContact: string;
  readonly lookFor: string;
  readonly travelNotes: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly closesOn: string;
  readonly withdrawnAt: Date | null;
  readonly givenOutAt: Date | null;
  /** How many would like a seat. */
  readonly wishes: number;
}

/** The same as a trainee sees it: with her own wish, and what became of it. */
export interface OwnOfferView extends OfferView {
  readonly wishedAt: Date | null;
  readonly rank: number | null;
  readonly reason: string | null;
  readonly lot: string;
  /** The placement she got when the seats were given out, and the one she has from it now. */
  readonly firstPlacementId: string | null;
  readonly seatId: string | null;
  /** What stands in her way on these days, a sentence each. */
  readonly clashes: readonly string[];
}

export const seatsWords = (seats: number) => `${seats} ${seats === 1 ? 'seat' : 'seats'}`;

/** "3 seats; 5 people would like one so far." */
export function wishesWords({ seats, wishes }: Pick<OfferView, 'seats' | 'wishes'>): string {
  const who =
    wishes === 0
      ? 'nobody has asked for one yet'
      : `${wishes} ${wishes === 1 ? 'person has' : 'people have'} asked for one`;
  return `${seatsWords(seats)}; ${who}`;
}

/** What everybody is told of an offer. */
export function offerRows(offer: OfferView): { key: string; text: string }[] {
  return [
    { key: 'When', text: placementDays(offer) },
    { key: 'Kind', text: PLACEMENT_KIND_NAMES[offer.kind] },
    { key: 'Ask for', text: offer.hostContact },
    { key: 'Look for', text: offer.lookFor },
    ...(offer.travelNotes ? [{ key: 'Getting there', text: offer.travelNotes }] : []),
    { key: 'Seats', text: wishesWords(offer) },
    { key: 'Ask by', text: formatDay(offer.closesOn, { year: true }) },
  ];
}

/** What became of a wish. */
export type WishOutcome = 'seat' | 'passed_on' | 'over' | 'given_back' | 'none' | 'waiting' | 'withdrawn';

/** A seat that was passed on came to her after somebody gave it back. */
export function wishOutcome(offer: OwnOfferView, today: string): WishOutcome {
  if (offer.withdrawnAt) return 'withdrawn';
  if (!offer.givenOutAt) return 'waiting';
  if (offer.seatId && offer.endsOn < today) return 'over';
  if (offer.seatId) return offer.firstPlacementId ? 'seat' : 'passed_on';
  return offer.firstPlacementId ? 'given_back' : 'none';
}

export const OUTCOME_WORDS: Record<WishOutcome, string> = {
  seat: 'You have a seat. Your tutor and your manager still agree to it.',
  passed_on: 'Somebody gave a seat back and you were next, so it is yours. Its placement says who still has to agree.',
  over: 'You had a seat.',
  given_back: 'You had a seat and gave it back.',
  none: 'You have no seat this time.',
  waiting: 'Nobody can ask any more. The seats are given out soon.',
  withdrawn: 'This offer was withdrawn before seats were given out.',
};

/** Offers in the order of what is to be done with them: given out next, open, behind us. */
export function offersByState<O extends OfferView>(offers: readonly O[], today: string): Record<OfferState, O[]> {
  const sorted: Record<OfferState, O[]> = { open: [], closed: [], given_out: [], withdrawn: [] };
  for (const offer of offers) sorted[offerState(offer, today)].push(offer);
  return sorted;
}
