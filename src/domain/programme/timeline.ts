import { dayFromNumber, dayNumber } from '../calendar.ts';
import type { PauseReason } from './words.ts';

/** A time in which the programme stands still. `endsOn` is the first day back; null while nobody knows it. */
export interface Pause {
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly reason: PauseReason;
}

/** A trainee's place on a route: the day she started, her contracted hours a week, her pauses in any order. */
export interface Enrolment {
  readonly traineeId: string;
  readonly routeId: string;
  readonly startedOn: string;
  readonly hoursPerWeek: number;
  readonly pauses: readonly Pause[];
  /** Her last day, where she completed or withdrew; the programme is over from then on, however long its route is. */
  readonly endedOn?: string | null;
}

/** Whole days since 1970, `to` being the first day back: infinite while nobody knows it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A trainee's start and her pauses, none of which touch, in whole days since 1970. Worked out once, asked many times. */
export interface Timeline {
  readonly start: number;
  readonly pauses: readonly Span[];
}

/** What of a pause falls on or after the start. */
function spanOf({ startsOn, endsOn }: Pause, start: number): Span {
  return { from: Math.max(start, dayNumber(startsOn)), to: endsOn === null ? Infinity : dayNumber(endsOn) };
}

/** Pauses that overlap or touch become one; what lies before the start counts for nothing. */
export function timelineOf({ startedOn, pauses }: Pick<Enrolment, 'startedOn' | 'pauses'>): Timeline {
  const start = dayNumber(startedOn);
  const spans = pauses.map((pause) => spanOf(pause, start)).filter(({ from, to }) => to > from);
  const merged: Span[] = [];
  for (const span of spans.sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return { start, pauses: merged };
}

/** Programme days over before a day: days since the start, paused ones left out. Negative before the start. */
export function programmeDays({ start, pauses }: Timeline, day: number): number {
  const paused = pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, day) - from), 0);
  return day - start - paused;
}

/** The calendar day of a programme day, counted from 0; null behind a pause without an end. */
export function calendarDay({ start, pauses }: Timeline, programmeDay: number): string | null {
  let day = start + programmeDay;
  for (const { from, to } of pauses) {
    if (from > day) break;
    day += to - from;
  }
  return Number.isFinite(day) ? dayFromNumber(day) : null;
}

/** The pause that a day falls in, or null. */
export function pauseOn({ pauses }: Timeline, day: number): { startsOn: string; endsOn: string | null } | null {
  const pause = pauses.find(({ from, to }) => from <= day && day < to);
  if (!pause) return null;
  return { startsOn: dayFromNumber(pause.from), endsOn: Number.isFinite(pause.to) ? dayFromNumber(pause.to) : null };
}
