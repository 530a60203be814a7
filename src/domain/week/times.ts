import { z } from 'astro/zod';

/** Which part of a day something takes. Only `times` says from when to when. */
export const DAY_PARTS = ['day', 'morning', 'afternoon', 'times'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** A time of day in London, `HH:MM`. */
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const timeSchema = z.string().regex(TIME, 'Write a time as HH:MM, for example 09:30.');

const NOON = '12:00';
const MIDNIGHT = '24:00';

/** A stretch of one day. */
export interface DayStretch {
  readonly part: DayPart;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** From when to when a stretch counts for what overlaps and what comes first: a morning ends at noon. */
export function spanOf({ part, startsAt, endsAt }: DayStretch): { from: string; to: string } {
  if (part === 'times') return { from: startsAt ?? '00:00', to: endsAt ?? startsAt ?? MIDNIGHT };
  return { from: part === 'afternoon' ? NOON : '00:00', to: part === 'morning' ? NOON : MIDNIGHT };
}

/** True where two stretches of the same day have a moment in common. */
export function partsOverlap(one: DayStretch, other: DayStretch): boolean {
  const [first, second] = [spanOf(one), spanOf(other)];
  return first.from < second.to && second.from < first.to;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from one time of a day to another. */
export function minutesBetween(startsAt: string, endsAt: string): number {
  return minutesOf(endsAt) - minutesOf(startsAt);
}

/** The time so many minutes later on the same day, or null where that is after midnight. */
export function timeAfter(time: string, minutes: number): string | null {
  const at = minutesOf(time) + minutes;
  if (at < 0 || at >= 24 * 60) return null;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** A time as people read it: "9:30am", "1pm". */
export function timeWords(time: string): string {
  const hours = Number(time.slice(0, 2));
  const minutes = time.slice(3, 5);
  return `${String(hours % 12 || 12)}${minutes === '00' ? '' : `:${minutes}`}${hours < 12 ? 'am' : 'pm'}`;
}
