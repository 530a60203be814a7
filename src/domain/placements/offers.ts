import { counted } from '../counted.ts';
import { daysBetween, formatDay } from '../calendar.ts';
import { placementDates, type PlacementDays } from './days.ts';
import type { PlacementKind } from './words.ts';

/** An offer as its state is worked out from. `closesOn` is the last day on which somebody may say that she would like a seat. */
export interface OfferFacts {
  readonly closesOn: string;
  readonly withdrawnAt: Date | null;
  readonly givenOutAt: Date | null;
}

export type OfferState = 'open' | 'closed' | 'given_out' | 'withdrawn';

/** Open to wishes; closed and waiting to be given out; given out; withdrawn before that. */
export function offerState({ closesOn, withdrawnAt, givenOutAt }: OfferFacts, today: string): OfferState {
  if (givenOutAt) return 'given_out';
  if (withdrawnAt) return 'withdrawn';
  return today <= closesOn ? 'open' : 'closed';
}

/** What is wrong with the days of an offer, field by field; empty where nothing is. */
export function offerDayProblems(
  { startsOn, endsOn, closesOn }: Record<'startsOn' | 'endsOn' | 'closesOn', string>,
  today: string,
): Record<string, string> {
  if (endsOn < startsOn) return { endsOn: 'The last day cannot be before the first' };
  if (daysBetween(startsOn, endsOn) > LONGEST_DAYS)
    return { endsOn: 'Keep it within three months, or make two offers' };
  if (closesOn < today) return { closesOn: 'Choose today or a later day, so that people can still ask for a seat' };
  if (closesOn >= startsOn) return { closesOn: 'Choose a day before the first day there' };
  return {};
}

const LONGEST_DAYS = 92;

/** What the fair rule knows about somebody who would like a seat. */
export interface Wish {
  readonly traineeId: string;
  /** Something else stands on one of the days: another placement, study time, leave, a pause, the end of her programme. */
  readonly hasClash: boolean;
  /** Days spent in that kind of place, or agreed. */
  readonly daysInKind: number;
  /** Seats of other offers that she was given and has not given back. */
  readonly seatsBefore: number;
  /** The last day of her programme; null while a pause without an end stands in the way. */
  readonly programmeEndsOn: string | null;
  /** Her lot in this offer: see `lotText`. */
  readonly lot: string;
}

/** Where somebody stands among those who wished, and why. `rank` counts from 1. */
export interface Standing {
  readonly traineeId: string;
  readonly rank: number;
  readonly getsSeat: boolean;
  readonly reason: string;
}

interface Offered {
  readonly kind: PlacementKind;
  readonly seats: number;
}

/**
 * The text whose SHA-256, in hex, is somebody's lot; the smaller comes first. The offer's own number is drawn by the server when
 * the offer is made and shown once the seats are given out: nobody can choose a lot, and everybody can check it.
 */
export const lotText = (offerLot: string, traineeId: string) => `${offerLot} ${traineeId}`;

/** Later than every day. */
const NEVER = '9999-12-31';

/** What is compared, in this order, less before more. Source: docs/decisions.md, "Who gets a seat". */
const COMPARED: readonly ((wish: Wish) => number | string)[] = [
  ({ hasClash }) => Number(hasClash),
  ({ daysInKind }) => daysInKind,
  ({ seatsBefore }) => seatsBefore,
  ({ programmeEndsOn }) => programmeEndsOn ?? NEVER,
  ({ lot }) => lot,
  ({ traineeId }) => traineeId,
];

/** The place in `COMPARED` at which two differ. */
function decidedAt(one: Wish, other: Wish): number {
  return COMPARED.findIndex((by) => by(one) !== by(other));
}

function inOrder(one: Wish, other: Wish): number {
  const by = COMPARED[decidedAt(one, other)];
  if (!by) return 0;
  return by(one) < by(other) ? -1 : 1;
}

/**
 * Everybody who wished, in the order in which seats are given, each with the reason in words. The order in which people wished
 * changes nothing; nobody with a clash gets a seat; never more seats than there are. One wish a person.
 */
export function rankWishes(offer: Offered, wishes: readonly Wish[]): Standing[] {
  const ranked = wishes.toSorted(inOrder);
  return ranked.map((wish, index) => {
    const getsSeat = !wish.hasClash && index < offer.seats;
    const place = `${ordinal(index + 1)} of ${ranked.length} for ${counted(offer.seats, 'seat')}.`;
    const why = wish.hasClash ? CLASH : factsOf(offer.kind, wish, deciding(ranked, index));
    const gone = getsSeat || wish.hasClash ? '' : ' All seats went to those before.';
    return { traineeId: wish.traineeId, rank: index + 1, getsSeat, reason: `${place} ${why}${gone}` };
  });
}

/** Says no more than that: an administrator reads it, and it is not hers to know what stands there. */
const CLASH =
  'Could not be there on all of these days: another placement, study time, leave, a pause, or the end of the programme.';

/** How many of the facts decided: those that tell her apart from whoever stands before and after her. */
function deciding(ranked: readonly Wish[], index: number): number {
  const own = ranked[index];
  const beside = [ranked[index - 1], ranked[index + 1]];
  const depths = beside.map((other) => (own && other && !other.hasClash ? decidedAt(own, other) : 1));
  return Math.min(Math.max(1, ...depths), LOT);
}

const LOT = 4;

function factsOf(kind: PlacementKind, { daysInKind, seatsBefore, programmeEndsOn }: Wish, depth: number): string {
  const facts = [
    `${daysInKind === 0 ? 'No day' : counted(daysInKind, 'day')} ${KIND_PLACES[kind]} so far`,
    seatsBefore === 0 ? 'no seat given before' : `${counted(seatsBefore, 'seat')} given before`,
    programmeEndsOn === null
      ? 'no known end of the programme'
      : `programme ends ${formatDay(programmeEndsOn, { year: true, weekday: false })}`,
    'drawn by lot',
  ];
  return `${facts.slice(0, depth).join('; ')}.`;
}

/** Where somebody has been who was in that kind of place. */
const KIND_PLACES: Record<PlacementKind, string> = {
  prison: 'in a prison',
  court: 'at a court',
  approved_premises: 'in approved premises',
  victim_liaison: 'with victim liaison',
  unpaid_work: 'with unpaid work',
  programmes: 'with programmes',
  other_office: 'at another office',
  partner_agency: 'at a partner agency',
};

/** "1st", "2nd", "11th". */
export function ordinal(count: number): string {
  const teens = count % 100 >= 11 && count % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

/** A placement as its days count towards fairness. */
export interface CountedPlacement extends PlacementDays {
  readonly kind: PlacementKind;
  /** Somebody agreed to it, it came from an offer, or a day of it was recorded. A proposal alone counts for nothing. */
  readonly isCounted: boolean;
  /** Days on which she was not there. */
  readonly missedDays: number;
}

/** Days in a kind of place that somebody had or will have. */
export function countDaysInKind(kind: PlacementKind, placements: readonly CountedPlacement[]): number {
  return placements
    .filter((placement) => placement.kind === kind && placement.isCounted && !placement.cancelledAt)
    .reduce((sum, placement) => sum + Math.max(0, placementDates(placement).length - placement.missedDays), 0);
}
