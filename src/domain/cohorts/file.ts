import type { ModuleMeta } from '../modules/schema.ts';
import { STRAND_NAMES, STRANDS } from '../modules/words.ts';
import { COHORT_COLUMNS } from './columns.ts';
import { HEAT_WORDS, type Heatmap, type HeatModule, heatCounts, offsetWords, strandsOf } from './heatmap.ts';

/** Modules of a cell in words: "Recall: done; Release: 2 weeks late". */
export function heatText(modules: readonly HeatModule[]): string {
  return modules.map(({ title, state, weeksLate }) => `${title}: ${stateText(state, weeksLate)}`).join('; ');
}

/** A state in words, and by how much it is late. */
export function stateText(state: HeatModule['state'], weeksLate: number): string {
  return state === 'late' ? `${String(weeksLate)} ${weeksLate === 1 ? 'week' : 'weeks'} late` : HEAT_WORDS[state];
}

/** Modules of several weeks in one cell: "12 of 13 done, 1 late"; empty where there are none. */
export function countsText(modules: readonly HeatModule[]): string {
  const { all, done, late } = heatCounts(modules);
  if (all === 0) return '';
  return `${String(done)} of ${String(all)} done${late > 0 ? `, ${String(late)} late` : ''}`;
}

interface FileInput {
  readonly heatmap: Heatmap;
  readonly modules: readonly Pick<ModuleMeta, 'id' | 'strand'>[];
}

/** The tables of the page as rows of a file: headings, then a row for each trainee that is on the screen, in the same order and words. */
export function cohortRows({ heatmap, modules }: FileInput): string[][] {
  const { offsets, hasBefore, hasAfter } = heatmap;
  const headings = [
    ...COHORT_COLUMNS.map(({ heading }) => heading),
    ...STRANDS.map((strand) => `${STRAND_NAMES[strand]}: done of due`),
    ...(hasBefore ? ['Earlier weeks'] : []),
    ...offsets.map(offsetWords),
    ...(hasAfter ? ['Later weeks'] : []),
  ];
  const rows = heatmap.rows.map(({ row, before, cells, after }) => [
    ...COHORT_COLUMNS.map(({ cell }) => cell(row).text),
    ...strandsOf(row, modules).map((expected) => strandText(expected)),
    ...(hasBefore ? [countsText(before)] : []),
    ...cells.map(heatText),
    ...(hasAfter ? [countsText(after)] : []),
  ]);
  return [headings, ...rows];
}

/** Expected against actual in words. */
export function strandText(expected: { due: number; done: number; late: number } | null): string {
  if (expected === null) return 'Not on this route';
  const { due, done, late } = expected;
  if (due === 0) return 'Nothing due yet';
  return `${String(done)} of ${String(due)}${late > 0 ? `, ${String(late)} late` : ''}`;
}
