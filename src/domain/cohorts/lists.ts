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

const CAME_BACK = {
  one: 'came back and was not handed in again, returned',
  many: 'came back and were not handed in again, the first returned',
};
const WAITS = { one: 'waits for the assessor, handed in', many: 'wait for the assessor, the first handed in' };

/** Pieces that somebody has had since some days: how many, and how long ago the first of them was. None: no words. */
function stuckWords(days: readonly string[], { one, many }: typeof WAITS, today: string): string[] {
  const first = days.toSorted()[0];
  if (first === undefined) return [];
  const what = days.length === 1 ? one : `${String(days.length)} ${many}`;
  return [`${what} ${counted(daysBetween(first, today), 'day')} ago`];
}

/** Evidence that came back or waits for a decision since two weeks or longer, a line a trainee, whose first is the longest ago first. */
export function evidenceStuck(rows: readonly CohortRow[]): DueLine[] {
  return byDay(
    rows.flatMap((row) => {
      const { today } = row.facts;
      const until = addDays(today, -STUCK_DAYS);
      const stuck = (pieces: readonly { readonly on: string }[]) =>
        pieces.flatMap(({ on }) => (on <= until ? [on] : []));
      const [returned, waiting] = [stuck(row.facts.returned), stuck(row.facts.waiting)];
      const [on] = [...returned, ...waiting].sort();
      if (on === undefined) return [];
      const words = [...stuckWords(returned, CAME_BACK, today), ...stuckWords(waiting, WAITS, today)].join('; ');
      return [lineOf(row, { on, words, href: '#portfolio' })];
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
