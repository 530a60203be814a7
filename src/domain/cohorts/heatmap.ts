import type { ModuleMeta } from '../modules/schema.ts';
import { STRANDS, type Strand } from '../modules/words.ts';
import type { StandingRow } from '../progress/standing.ts';
import type { CohortRow } from './row.ts';
import type { CohortView } from './view.ts';

/** How a module of somebody's route looks from today. `now`: it falls in her present week. */
export const HEAT_STATES = ['done', 'late', 'begun', 'now', 'ahead'] as const;
export type HeatState = (typeof HEAT_STATES)[number];

/** What each state is called. */
export const HEAT_WORDS: Readonly<Record<HeatState, string>> = {
  done: 'done',
  late: 'late',
  begun: 'begun',
  now: 'this week',
  ahead: 'to come',
};

/** A module in a cell: who, when and how it stands. */
export interface HeatModule {
  readonly moduleId: string;
  readonly title: string;
  readonly strand: Strand;
  readonly state: HeatState;
  readonly weeksLate: number;
}

/** A row of the weeks: a cell a column, and what lies before the first and after the last of them. */
export interface HeatRow {
  readonly row: CohortRow;
  readonly before: readonly HeatModule[];
  readonly cells: readonly (readonly HeatModule[])[];
  readonly after: readonly HeatModule[];
  /** Modules whose due day is over, and how many of those are done. */
  readonly due: number;
  readonly doneOfDue: number;
}

/** The weeks of a cohort. `offsets`: columns as weeks from each one's own present week; -2 is two weeks ago. */
export interface Heatmap {
  readonly offsets: readonly number[];
  readonly rows: readonly HeatRow[];
  /** Whether anything lies before or after the columns. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** Weeks around the present one that are shown unless all are asked for. */
const NEAR = { from: -8, to: 3 } as const;

type Titles = ReadonlyMap<string, Pick<ModuleMeta, 'title' | 'strand'>>;

function stateOf({ state, week, weeksLate }: StandingRow, thisWeek: number): HeatState {
  if (state === 'done') return 'done';
  if (weeksLate > 0) return 'late';
  if (state !== 'not_started') return 'begun';
  return week === thisWeek ? 'now' : 'ahead';
}

function modulesOf(row: CohortRow, titles: Titles, strand: Strand | null) {
  const { place } = row.standing;
  return row.standing.rows.flatMap((planned) => {
    const module = titles.get(planned.moduleId);
    if (!module || (strand !== null && module.strand !== strand)) return [];
    const { moduleId, weeksLate } = planned;
    const shown = { moduleId, title: module.title, strand: module.strand, weeksLate };
    return [{ offset: planned.week - place.week, shown: { ...shown, state: stateOf(planned, place.week) }, planned }];
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * Person by week by strand: every module in the week it falls in on her own route, counted from her own present week, so that what
 * is expected by now stands left of the same line for everybody.
 */
export function heatmapOf(
  rows: readonly CohortRow[],
  modules: readonly Pick<ModuleMeta, 'id' | 'title' | 'strand'>[],
  { strand, isWhole }: Pick<CohortView, 'strand' | 'isWhole'>,
): Heatmap {
  const titles: Titles = new Map(modules.map((module) => [module.id, module]));
  const all = rows.map((row) => ({ row, found: modulesOf(row, titles, strand) }));
  const every = all.flatMap(({ found }) => found.map(({ offset }) => offset));
  const [from, to] = isWhole ? [Math.min(0, ...every), Math.max(0, ...every)] : [NEAR.from, NEAR.to];
  const offsets = range(from, to);
  return {
    offsets,
    hasBefore: every.some((offset) => offset < from),
    hasAfter: every.some((offset) => offset > to),
    rows: all.map(({ row, found }) => {
      const at = (is: (offset: number) => boolean) =>
        found.filter(({ offset }) => is(offset)).map(({ shown }) => shown);
      const due = found.filter(({ planned }) => planned.dueOn !== null && planned.dueOn < row.facts.today);
      return {
        row,
        before: at((offset) => offset < from),
        cells: offsets.map((column) => at((offset) => offset === column)),
        after: at((offset) => offset > to),
        due: due.length,
        doneOfDue: due.filter(({ shown }) => shown.state === 'done').length,
      };
    }),
  };
}

/** How many of some modules are done and late, for a cell that stands for several weeks. */
export function heatCounts(modules: readonly HeatModule[]): { all: number; done: number; late: number } {
  const count = (wanted: HeatState) => modules.filter(({ state }) => state === wanted).length;
  return { all: modules.length, done: count('done'), late: count('late') };
}

/** The name of a column: weeks from the present one. */
export function offsetWords(offset: number): string {
  if (offset === 0) return 'This week';
  const weeks = `${String(Math.abs(offset))} ${Math.abs(offset) === 1 ? 'week' : 'weeks'}`;
  return offset < 0 ? `${weeks} ago` : `In ${weeks}`;
}

/** Expected against actual in one strand, or on one route: modules due by now, how many of them are done, how many are late. */
export interface Expected {
  readonly due: number;
  readonly done: number;
  readonly late: number;
}

function expectedOf(planned: readonly StandingRow[], today: string): Expected {
  const due = planned.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  return {
    due: due.length,
    done: due.filter(({ state }) => state === 'done').length,
    late: planned.filter(({ weeksLate }) => weeksLate > 0).length,
  };
}

/** Expected against actual of one trainee, a strand each in their order; null where her route has nothing of it. */
export function strandsOf(row: CohortRow, modules: readonly Pick<ModuleMeta, 'id' | 'strand'>[]): (Expected | null)[] {
  const strandOf = new Map(modules.map(({ id, strand }) => [id, strand]));
  return STRANDS.map((strand) => {
    const planned = row.standing.rows.filter(({ moduleId }) => strandOf.get(moduleId) === strand);
    return planned.length === 0 ? null : expectedOf(planned, row.facts.today);
  });
}

/** Expected against actual of everybody on each route, in the order the routes come. A route that nobody is on is left out. */
export function routesOf(
  rows: readonly CohortRow[],
  routes: readonly { readonly id: string; readonly name: string }[],
): (Expected & { readonly routeId: string; readonly name: string; readonly trainees: number })[] {
  return routes.flatMap(({ id, name }) => {
    const on = rows.filter(({ routeId }) => routeId === id);
    const sums = on.map((row) => expectedOf(row.standing.rows, row.facts.today));
    const sum = (of: keyof Expected) => sums.reduce((total, expected) => total + expected[of], 0);
    return on.length === 0
      ? []
      : [{ routeId: id, name, trainees: on.length, due: sum('due'), done: sum('done'), late: sum('late') }];
  });
}
