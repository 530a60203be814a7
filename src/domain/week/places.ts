import { type BankHoliday, bankHolidayOn, type BankHolidays } from './bankHolidays.ts';
import type { FactOf, PlacementFact } from './facts.ts';
import { type PatternPart, patternOn, placesOf, weekdayOf, type WeekDays, type WeekPattern } from './pattern.ts';
import { AWAY } from './placeNames.ts';
import { type DayStretch, minutesBetween, partsOverlap } from './times.ts';

/** What decides where somebody is on a day. */
export interface PlaceFacts {
  readonly patterns: readonly (WeekPattern & { readonly changedAt: number })[];
  readonly exceptions: readonly FactOf<'exception'>[];
  readonly placements: readonly PlacementFact[];
  readonly holidays: Pick<BankHolidays, 'days'>;
  /** The week of whoever has no pattern. */
  readonly usual: WeekDays;
}

/** Where somebody is on one day, and why it is known. */
export interface DayPlaces {
  readonly holiday: BankHoliday | null;
  readonly exceptions: readonly FactOf<'exception'>[];
  readonly placements: readonly PlacementFact[];
  readonly pattern: { readonly id: string; readonly changedAt: number; readonly parts: readonly PatternPart[] } | null;
}

/** Whether a placement is on this day: within its days, and on one of its weekdays. */
function isPlacementDay({ startsOn, endsOn, weekdays }: PlacementFact, day: string): boolean {
  return startsOn <= day && day <= endsOn && weekdays.includes(weekdayOf(day) + 1);
}

/** The stretch of the day that a placement takes. */
export function placementStretch({ startsAt, endsAt }: Pick<PlacementFact, 'startsAt' | 'endsAt'>): DayStretch {
  return startsAt === null ? { part: 'day', startsAt: null, endsAt: null } : { part: 'times', startsAt, endsAt };
}

/** From so many minutes on, a placement with times takes the day. */
const MOST_OF_A_DAY = 300;

const takesTheDay = ({ startsAt, endsAt }: PlacementFact) =>
  startsAt === null || endsAt === null || minutesBetween(startsAt, endsAt) >= MOST_OF_A_DAY;

/** What of the pattern is left beside placements: nothing beside one that takes the day, else what does not say a part of it already. */
function besides(parts: readonly PatternPart[], placements: readonly PlacementFact[]): readonly PatternPart[] {
  if (placements.some(takesTheDay)) return [];
  const taken = placements.map(placementStretch);
  return parts.filter((part) => part.part === 'day' || !taken.some((stretch) => partsOverlap(part, stretch)));
}

function patternParts({ patterns, usual }: PlaceFacts, day: string) {
  const pattern = patternOn(patterns, day);
  const known = patterns.find(({ id }) => id === pattern?.id);
  return { id: pattern?.id ?? 'usual', changedAt: known?.changedAt ?? 0, parts: placesOf(pattern?.days ?? usual, day) };
}

/**
 * Where she is on a day: an exception first, then a placement, then the pattern, which rests on bank holidays. Leave, and not
 * working, count on days on which she would work: a week off says nothing of its Saturday. A placement stands beside an
 * exception that is leave, because that is a clash which somebody has to see.
 */
export function placesOn(facts: PlaceFacts, day: string): DayPlaces {
  const holiday = bankHolidayOn(facts.holidays, day);
  const placements = facts.placements.filter((placement) => isPlacementDay(placement, day));
  const pattern = patternParts(facts, day);
  const works = pattern.parts.some(({ place }) => !AWAY.has(place)) && holiday === null;
  const exceptions = facts.exceptions
    .filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
    .filter(({ place }) => !AWAY.has(place) || works || placements.length > 0);
  const isReplaced = exceptions.length > 0 || holiday !== null;
  return {
    holiday,
    exceptions,
    placements,
    pattern: isReplaced ? null : { ...pattern, parts: besides(pattern.parts, placements) },
  };
}
