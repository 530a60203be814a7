import { daysBetween, londonDay } from '../calendar.ts';
import type { ModuleFacts } from '../modules/state.ts';
import type { Standing } from './standing.ts';

/** Modules due and modules done by the end of a programme week; `actual` is null for weeks still to come. */
export interface ProgressPoint {
  readonly week: number;
  readonly expected: number;
  readonly actual: number | null;
}

/** In which of her programme weeks a module was done. Counted back from this week; what was done in a pause counts for the week before it. */
function doneWeek(completedOn: string, { place }: Standing): number {
  const from = place.weekStartsOn;
  if (from === null) return place.week;
  const weeksAgo = Math.ceil(daysBetween(completedOn, from) / 7);
  return Math.max(1, place.week - Math.max(0, weeksAgo));
}

/** Expected against actual, a point for every programme week from 0 to the last module's week or this week, whichever is later. */
export function progressPoints(standing: Standing, facts: ReadonlyMap<string, ModuleFacts>): ProgressPoint[] {
  const doneIn = standing.rows.flatMap(({ moduleId, state }) => {
    if (state !== 'done') return [];
    const at = facts.get(moduleId)?.completion?.at;
    return [at ? doneWeek(londonDay(at), standing) : standing.place.week];
  });
  const lastWeek = Math.max(standing.place.week, ...standing.rows.map(({ week }) => week));
  return Array.from({ length: lastWeek + 1 }, (_, week) => ({
    week,
    expected: standing.rows.filter((row) => row.week <= week).length,
    actual: week <= standing.place.week ? doneIn.filter((done) => done <= week).length : null,
  }));
}
