import { readFileSync } from 'node:fs';
import type { Load, LoadInput } from '#src/domain/caseload/load.ts';
import { loadOf } from '#src/domain/caseload/load.ts';
import type { WorkloadCase } from '#src/domain/caseload/points.ts';
import { workloadFiguresSchema } from '#src/domain/caseload/schema.ts';
import type { DatedWork } from '#src/domain/caseload/work.ts';
import type { CaseKind } from '#src/domain/caseload/words.ts';
import type { Stage } from '#src/domain/programme/schema.ts';

const file = new URL('../../../src/content/workload/2026-02.json', import.meta.url);
export const figures = workloadFiguresSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** So many like cases. */
export function cases(count: number, tier: string | null, kind: CaseKind): WorkloadCase[] {
  return Array.from({ length: count }, () => ({ tier, kind, transitionToAdulthood: false }));
}

/** A stage with a reduction, as a route would say it. */
export function stage(reductionPercent: number | null, name = 'First six months'): Stage {
  return { id: 'stage', name, fromMonth: 1, toMonth: 6, reductionPercent };
}

export const TODAY = '2026-11-26';

/** The cases of the worked example, docs/decisions.md, "Workload figures": 484 points. */
export const exampleCases = [
  ...cases(3, 'C2', 'community'),
  ...cases(2, 'D2', 'community'),
  ...cases(2, 'C1', 'community'),
  ...cases(1, 'C2', 'licence'),
  ...cases(2, 'C2', 'custody'),
];

/** Work that is not a case and counts today, with what a test changes. */
export function work(change: Partial<DatedWork> & Pick<DatedWork, 'kind'>): DatedWork {
  return { id: change.kind, type: null, level: null, startsOn: '2026-11-01', endsOn: '2026-12-01', ...change };
}

/** The work of the worked example: a fast report, a visit for a colleague, and a referral that a colleague did. */
export const exampleWork = [
  work({ kind: 'court_report', type: 'fast' }),
  work({ kind: 'contact_for_other', type: 'home-visit', level: 'medium' }),
  work({ kind: 'contact_by_other', type: 'referral', level: 'low' }),
];

/** A full-time trainee in month 5 without work, with what a test changes. */
export function load(change: Partial<LoadInput> = {}): Load {
  const place = { state: 'running', stage: stage(80) } as const;
  return loadOf({ place, hoursPerWeek: 37, cases: [], reductions: [], figures, today: TODAY, ...change });
}
