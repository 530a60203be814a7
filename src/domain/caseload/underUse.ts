import { divideHalfUp, pointParts, tenths } from './exact.ts';
import { type LoadFigures, needsLimit } from './load.ts';

/** How much of her limit a caseload uses. */
export interface UnderUse {
  /** Of the limit, whole percent. */
  readonly usedPercent: number;
  /** Below this it is well under. */
  readonly thresholdPercent: number;
  readonly isUnder: boolean;
}

/** Points used in percent of the limit (available points times the limit's percent), in tenths, exact. */
function ratio({ used, available, input: { figures } }: LoadFigures) {
  return {
    numerator: pointParts(Math.max(0, used)) * 1000,
    limit: pointParts(available) * tenths(figures.limitPercent),
  };
}

/**
 * Whether a caseload is well under the limit of its stage, compared exactly; null where that says nothing: outside the running
 * programme, without points available, and where the limit is not a trainee's own. Whether cases may be given to her at all
 * (induction) is a matter of the rules by stage: ask `verdictOn`. Source: a setting of ours, docs/decisions.md, "Under-use".
 */
export function underUseOf(load: LoadFigures): UnderUse | null {
  const { place, figures } = load.input;
  if (place.state !== 'running' || load.available === 0 || needsLimit(load)) return null;
  const { numerator, limit } = ratio(load);
  if (limit === 0) return null;
  const thresholdPercent = figures.underUsePercent;
  return {
    usedPercent: divideHalfUp(numerator * 100, limit),
    thresholdPercent,
    isUnder: numerator * 1000 < tenths(thresholdPercent) * limit,
  };
}
