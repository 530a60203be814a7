import { counted } from '../counted.ts';
import { addDays, daysBetween, formatDay } from '../calendar.ts';
import type { CohortRow } from './row.ts';

/** Days ahead that a tutor plans for: what is due or ends within them is listed. Source: docs/decisions.md, "The Monday page". */
export const AHEAD_DAYS = 14;
/** Evidence that somebody has had for so many days is listed. */
export const STUCK_DAYS = 14;

/** A line of a short list: who, what in words, and the page with the fact. */
export interface DueLine {
  readonly traineeId: string;
  readonly name: string;
  readonly words: string;
  readonly href: string;
  /** What the list is in order of. */
  readonly on: string;
}

const dayWords = (day: string, today: string) => formatDay(day, { year: today });
const byDay = (lines: readonly DueLine[]) =>
  lines.toSorted((one, other) => one.on.localeCompare(other.on) || one.name.localeCompare(other.name, 'en-GB'));
const lineOf = ({ traineeId, name }: CohortRow, rest: { on: string; words: string; href: string }): DueLine => ({
  traineeId,
  name,
  ...rest,
  href: `/trainees/${traineeId}${rest.href}`,
});

/** Three-way reviews that are overdue or due within the next two weeks, the longest overdue first. */
export function reviewsDue(rows: readonly CohortRow[]): DueLine[] {
  return byDay(
    rows.flatMap((row) => {
      const { dueOn, isOverdue } = row.review;
      const { today, place } = row.facts;
      if (dueOn === null || place.state !== 'running' || dueOn > addDays(today, AHEAD_DAYS)) return [];
      const { plannedOn } = row.facts.supervision;
      const planned = plannedOn === null ? ', no day planned yet' : `, planned for ${dayWords(plannedOn, today)}`;
      const words = `${isOverdue ? 'was due' : 'due'} by ${dayWords(dueOn, today)}${planned}`;
      return [lineOf(row, { on: dueOn, words, href: '/supervision' })];
    }),
  );
}

/** Evidence that came back or waits for a decision since two weeks or longer, the longest first. */
export function evidenceStuck(rows: readonly CohortRow[]): DueLine[] {
  return byDay(
    rows.flatMap((row) => {
      const { today, returned, waiting } = row.facts;
      const line = (on: string, what: string) => {
        const days = daysBetween(on, today);
        const words = `${what} ${counted(days, 'day')} ago`;
        return days < STUCK_DAYS ? [] : [lineOf(row, { on, words, href: '#portfolio' })];
      };
      return [
        ...returned.flatMap(({ on }) => line(on, 'came back and was not handed in again, returned')),
        ...waiting.flatMap(({ on }) => line(on, 'waits for the assessor, handed in')),
      ];
    }),
  );
}

/** Agreements to be over the limit that end within two weeks, or have ended while the caseload is still over it. */
export function overridesEnding(rows: readonly CohortRow[]): DueLine[] {
  return byDay(
    rows.flatMap((row) => {
      const { today } = row.facts;
      const until = row.facts.overLimit?.agreedUntil ?? null;
      if (until === null || until > addDays(today, AHEAD_DAYS)) return [];
      const words =
        until < today
          ? `still over the limit; that was agreed until ${dayWords(until, today)}`
          : `over the limit is agreed until ${dayWords(until, today)}`;
      return [lineOf(row, { on: until, words, href: '/caseload' })];
    }),
  );
}
