import { addMonths, formatDay, isDay } from '../calendar.ts';

/** How far ahead a setting may begin: a slip of the year is noticed. */
const MONTHS_AHEAD = 24;

/**
 * What is wrong with the day from which a setting is to count, as a sentence, or null. Today or later: the past stays as it was
 * worked out. Source: docs/decisions.md, "Settings of an office".
 */
export function effectiveDayProblem(day: string, today: string): string | null {
  if (!isDay(day)) return 'Give the day from which it counts';
  if (day < today) return `Choose today, ${formatDay(today)}, or a later day. What is over stays as it was`;
  const last = addMonths(today, MONTHS_AHEAD);
  return day > last ? `Choose a day up to ${formatDay(last, { year: true })}` : null;
}
