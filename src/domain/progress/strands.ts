import type { ModuleMeta } from '../modules/schema.ts';
import { STRANDS, type Strand } from '../modules/words.ts';
import type { Standing } from './standing.ts';

/** How somebody stands in one strand of her route. */
export interface StrandStanding {
  readonly strand: Strand;
  /** Modules of the strand on the route. */
  readonly all: number;
  readonly done: number;
  readonly late: number;
}

/** The standing taken apart by strand, in the order of the strands; a strand without a module on the route is left out. */
export function strandStandings(
  standing: Pick<Standing, 'rows'>,
  modules: readonly Pick<ModuleMeta, 'id' | 'strand'>[],
): StrandStanding[] {
  const strandOf = new Map(modules.map(({ id, strand }) => [id, strand]));
  return STRANDS.map((strand) => {
    const rows = standing.rows.filter(({ moduleId }) => strandOf.get(moduleId) === strand);
    const done = rows.filter(({ state }) => state === 'done').length;
    return { strand, all: rows.length, done, late: rows.filter(({ weeksLate }) => weeksLate > 0).length };
  }).filter(({ all }) => all > 0);
}
