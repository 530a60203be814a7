import type { ComplexityWeights } from './complexitySchema.ts';
import { pointParts, pointsOfParts } from './exact.ts';
import type { LoadFigures } from './load.ts';
import { countedPercents, workloadPercent, type WorkloadCase } from './points.ts';

/** What one factor adds: in how many of her cases, and how many points by her shares of them. */
export interface FactorLine {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  /** Points of a whole case. */
  readonly points: number;
  readonly cases: number;
  readonly added: number;
}

/** A load with the complexity that the official tool does not count. Shown apart: it never decides the limit. */
export interface BeyondLoad {
  readonly extra: number;
  /** Points used with the extra ones. */
  readonly used: number;
  /** Of the points available, one decimal; 0 where none are available. */
  readonly percent: number;
  /** Factors that are at work, in the order in which the office lists them. */
  readonly factors: readonly FactorLine[];
  /** "31.5 points more for complexity: 584.5 of 435 points, 134.4%". */
  readonly sentence: string;
  readonly label: string;
}

/** What stands next to every number with complexity. */
const BEYOND_LABEL = 'Extra weights set by the office. Not part of the estimate, and never decides the limit';

function factorLine(
  factor: ComplexityWeights['factors'][number],
  { cases, figures }: LoadFigures['input'],
): FactorLine {
  const having = cases.filter(({ complexity }) => complexity?.includes(factor.id));
  const parts = having.reduce((sum, item: WorkloadCase) => sum + factor.points * countedPercents(figures, item), 0);
  return { ...factor, cases: having.length, added: pointsOfParts(parts) };
}

function sentenceOf(load: LoadFigures, extra: number, used: number): string {
  if (extra === 0) return 'No points more for complexity';
  const more = `${String(extra)} ${extra === 1 ? 'point' : 'points'} more for complexity`;
  if (load.available === 0) return `${more}: ${String(used)} used, no points available`;
  const percent = workloadPercent(used, load.available).toFixed(1);
  return `${more}: ${String(used)} of ${String(load.available)} points, ${percent}%`;
}

/**
 * The figure with complexity, by share and activity like the points themselves. Factors that the office no longer lists add
 * nothing. Source: an office's setting, docs/decisions.md, "Complexity beside the figure".
 */
export function beyondOf(load: LoadFigures, { factors }: Pick<ComplexityWeights, 'factors'>): BeyondLoad {
  const lines = factors.map((factor) => factorLine(factor, load.input)).filter(({ cases }) => cases > 0);
  const extra = pointsOfParts(lines.reduce((sum, { added }) => sum + pointParts(added), 0));
  const used = pointsOfParts(pointParts(load.used) + pointParts(extra));
  return {
    extra,
    used,
    percent: workloadPercent(used, load.available),
    factors: lines,
    sentence: sentenceOf(load, extra, used),
    label: BEYOND_LABEL,
  };
}
