import { isDay } from '../calendar.ts';
import type { ProgrammePlace } from '../programme/place.ts';
import type { Load } from './load.ts';

/** Fewest letters of a reason for going over the limit, so that a full stop is not one. */
const SHORTEST_REASON = 10;

/** What a manager confirms: the load as it would be, and what she said where it is over the limit. */
export interface Allocation {
  readonly after: Load;
  readonly reason: string | null;
  /** The last day until which it may stay over. */
  readonly until: string | null;
  readonly today: string;
}

const BLOCKED: Partial<Record<ProgrammePlace['state'], string>> = {
  before: 'The programme has not begun yet',
  paused: 'The programme is paused',
  after: 'The programme is over',
};

/** Why she takes no new case at the moment, as a sentence without its full stop, or null. What she carries already stays. */
export function blockedFromCases({ state }: Pick<ProgrammePlace, 'state'>): string | null {
  return BLOCKED[state] ?? null;
}

/** Whether an allocation needs a reason and an end date: whenever the load after it is over the limit. */
export function allocationNeedsReason(after: Pick<Load, 'limit'>): boolean {
  return after.limit === 'over';
}

/** What stands in the way of an allocation, by form field (`reason`, `until`); empty where nothing does. */
export function allocationProblems({ after, reason, until, today }: Allocation): Record<string, string> {
  if (!allocationNeedsReason(after)) return {};
  const problems: Record<string, string> = {};
  if ((reason ?? '').trim().length < SHORTEST_REASON) {
    problems['reason'] = `Say why this may go over the limit, in at least ${String(SHORTEST_REASON)} letters.`;
  }
  if (until === null || !isDay(until)) problems['until'] = 'Give the day until which this is agreed.';
  else if (until <= today) problems['until'] = 'The day until which this is agreed comes after today.';
  return problems;
}
