import { daysBetween, formatDay } from '../calendar.ts';
import type { ModuleMeta } from './schema.ts';

/** Days before the review day from which it is said to be due, and days after it from which it is over. */
export const REVIEW_DAYS = { dueWithin: 30, overAfter: 30 } as const;

/** Where a module stands with its review: nothing to do, due soon, the day has passed, or long past. */
export type ReviewState = 'fine' | 'due' | 'passed' | 'over';

type Reviewed = Pick<ModuleMeta, 'reviewBy'>;

/** Where a module stands with its review on a day. The review day itself is not past. */
export function reviewState({ reviewBy }: Reviewed, today: string): ReviewState {
  const daysLeft = daysBetween(today, reviewBy);
  if (daysLeft > REVIEW_DAYS.dueWithin) return 'fine';
  if (daysLeft >= 0) return 'due';
  return -daysLeft > REVIEW_DAYS.overAfter ? 'over' : 'passed';
}

/** What the reader of a module is told whose review day has passed, or null. */
export function reviewNotice(module: Reviewed, today: string): string | null {
  const state = reviewState(module, today);
  if (state === 'fine' || state === 'due') return null;
  const day = formatDay(module.reviewBy, { year: true, weekday: false });
  return `The facts here were due to be checked again by ${day}. Until somebody has, look up a date, a number or a rule before you rely on it.`;
}
