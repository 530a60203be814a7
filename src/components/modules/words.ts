import { formatDay } from '#src/domain/calendar.ts';
import type { ProgrammePlace } from '#src/domain/programme/place.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';

/** "1 week", "2 weeks". */
export const weeks = (count: number) => `${count} ${count === 1 ? 'week' : 'weeks'}`;

/** Where she is in her programme, as one sentence. */
export function weekSentence({ state, week, weeksInRoute, stage, weekEndsOn }: ProgrammePlace): string {
  if (state === 'before') return 'Your programme has not begun yet. You can look around; nothing is due.';
  if (state === 'after') return 'Your programme is over. Everything you did is still here.';
  if (state === 'paused')
    return `Your programme is paused. You come back to week ${week} of ${weeksInRoute}, and nothing becomes late until then.`;
  const until = weekEndsOn ? `, until ${formatDay(weekEndsOn)}` : '';
  return `Week ${week} of ${weeksInRoute}${stage ? ` (${stage.name.toLowerCase()})` : ''}${until}.`;
}

/** When a module is or was due, in words. */
export function dueWords({ state, dueOn, weeksLate }: StandingRow): string {
  if (state === 'done') return '';
  if (weeksLate > 0) return `${weeks(weeksLate)} late`;
  return dueOn ? `Due by ${formatDay(dueOn)}` : 'Due after your pause';
}

/** When a late module is suggested for: 0 is this week. It stands beside how late the module is, so it says which of the two it is. */
export function catchUpWhen(inWeeks: number): string {
  if (inWeeks === 0) return 'Suggested for this week';
  return inWeeks === 1 ? 'Suggested for next week' : `Suggested in ${inWeeks} weeks`;
}

/** What the order of late modules means; `doneBy` is the day by which nothing is late any more, where it can be told. */
export function catchUpSentence(doneBy: string | null): string {
  const order = 'A suggested order, one a week beside what falls in that week anyway';
  const until = doneBy ? `: nothing is late any more by ${formatDay(doneBy)}` : '';
  return `Each module stays open for as long as you need it. ${order}${until}.`;
}
