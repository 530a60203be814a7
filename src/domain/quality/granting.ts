import { addDays, daysBetween, isDay } from '../calendar.ts';

/** How long a view for somebody from outside lasts at most, and how many submissions it shows. */
export const GRANT_LIMITS = { days: 92, submissions: 200, reason: 500 } as const;

export interface GrantDays {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Whether a view counts, and if not, why. */
export type GrantState = 'to_come' | 'open' | 'over' | 'taken_back';

/** Where a view stands on a day. Its last day is part of it. */
export function grantState(
  { startsOn, endsOn, revokedAt }: GrantDays & { readonly revokedAt: Date | null },
  today: string,
): GrantState {
  if (revokedAt !== null) return 'taken_back';
  if (today < startsOn) return 'to_come';
  return today > endsOn ? 'over' : 'open';
}

/** What is wrong with the days of a view: field -> one sentence. A view never begins in the past and ends within three months. */
export function grantDayProblems({ startsOn, endsOn }: GrantDays, today: string): Record<string, string> {
  if (!isDay(startsOn)) return { startsOn: 'Give the first day' };
  if (!isDay(endsOn)) return { endsOn: 'Give the last day: a view from outside always ends' };
  if (startsOn < today) return { startsOn: 'Choose today or a later day' };
  if (endsOn < startsOn) return { endsOn: 'The last day cannot be before the first' };
  if (daysBetween(startsOn, endsOn) >= GRANT_LIMITS.days)
    return {
      endsOn: `Choose a day within ${String(GRANT_LIMITS.days)} days: give another view when it is needed longer`,
    };
  return {};
}

/** The last day that is offered: two weeks. */
export const usualLastDay = (today: string): string => addDays(today, 14);
