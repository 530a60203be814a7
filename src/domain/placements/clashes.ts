import { addDays, formatDay, isDay, isWeekend } from '../calendar.ts';
import { type Enrolment, programmePlace } from '../programme/place.ts';
import type { Route } from '../programme/schema.ts';
import type { Pause } from '../programme/timeline.ts';

/** Days somewhere else, first and last included. */
export interface PlacementDays {
  readonly id?: string | undefined;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Why a placement cannot be on these days. Each one stops it. */
export interface Clash {
  readonly kind: 'not_a_day' | 'order' | 'before_start' | 'after_end' | 'overlap' | 'pause';
  /** The form field to put right. */
  readonly field: 'startsOn' | 'endsOn';
  readonly words: string;
}

interface Proposal {
  readonly placement: PlacementDays;
  /** Her other placements; the one with the same id is left out, so that a change does not clash with itself. */
  readonly others: readonly PlacementDays[];
  readonly enrolment: Enrolment;
  readonly route: Route;
}

const inWords = (day: string) => formatDay(day, { year: true });

function dayClashes({ startsOn, endsOn }: PlacementDays): Clash[] {
  const clashes: Clash[] = [];
  if (!isDay(startsOn))
    clashes.push({ kind: 'not_a_day', field: 'startsOn', words: 'Give the first day, for example 26 November 2026.' });
  if (!isDay(endsOn))
    clashes.push({ kind: 'not_a_day', field: 'endsOn', words: 'Give the last day, for example 27 November 2026.' });
  if (clashes.length === 0 && endsOn < startsOn) {
    clashes.push({ kind: 'order', field: 'endsOn', words: 'The last day is on or after the first day.' });
  }
  return clashes;
}

function programmeClashes({ placement, enrolment, route }: Proposal): Clash[] {
  const { endsOn } = programmePlace(enrolment, route, placement.startsOn);
  const clashes: Clash[] = [];
  if (placement.startsOn < enrolment.startedOn) {
    clashes.push({
      kind: 'before_start',
      field: 'startsOn',
      words: `The programme begins on ${inWords(enrolment.startedOn)}.`,
    });
  }
  if (endsOn !== null && placement.endsOn > endsOn) {
    clashes.push({ kind: 'after_end', field: 'endsOn', words: `The programme ends on ${inWords(endsOn)}.` });
  }
  return clashes;
}

function overlapClashes({ placement, others }: Proposal): Clash[] {
  return others
    .filter(({ id }) => id === undefined || id !== placement.id)
    .filter((other) => other.startsOn <= placement.endsOn && placement.startsOn <= other.endsOn)
    .map(({ place, startsOn, endsOn }) => ({
      kind: 'overlap',
      field: 'startsOn',
      words: `You are at ${place} from ${inWords(startsOn)} to ${inWords(endsOn)}.`,
    }));
}

function pauseWords({ startsOn, endsOn }: Pause): string {
  if (endsOn === null) return `The programme is paused from ${inWords(startsOn)}, with no day back yet.`;
  return `The programme is paused from ${inWords(startsOn)} to ${inWords(addDays(endsOn, -1))}.`;
}

function pauseClashes({ placement, enrolment }: Proposal): Clash[] {
  return enrolment.pauses
    .filter(({ startsOn, endsOn }) => startsOn <= placement.endsOn && (endsOn === null || placement.startsOn < endsOn))
    .map((pause) => ({ kind: 'pause', field: 'startsOn', words: pauseWords(pause) }));
}

/** Everything that stands in the way of a placement, a plain sentence each; empty where nothing does. */
export function placementClashes(proposal: Proposal): Clash[] {
  const days = dayClashes(proposal.placement);
  if (days.length > 0) return days;
  return [...programmeClashes(proposal), ...pauseClashes(proposal), ...overlapClashes(proposal)];
}

/** The first day of a placement from a day on. Weekends are passed over, unless nothing else is left of it. */
function firstDayFrom({ startsOn, endsOn }: PlacementDays, today: string): string {
  const from = startsOn > today ? startsOn : today;
  for (let day = from; day <= endsOn; day = addDays(day, 1)) {
    if (!isWeekend(day)) return day;
  }
  return from;
}

/** Where she goes next, today included: the placement and the day; null where none is left. */
export function nextPlacementDay<P extends PlacementDays>(
  placements: readonly P[],
  today: string,
): { placement: P; day: string } | null {
  const left = placements.filter(({ endsOn }) => endsOn >= today);
  const days = left.map((placement) => ({ placement, day: firstDayFrom(placement, today) }));
  return days.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))[0] ?? null;
}
