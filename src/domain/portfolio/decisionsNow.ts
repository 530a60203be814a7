import { currentIds, type Qualifications } from './versions.ts';
import { CRITERION_OUTCOMES, type CriterionOutcome } from './words.ts';

interface Decided {
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  readonly counts: boolean;
  /** A quality assurer did not agree with it. */
  readonly isRejected?: boolean;
}

/** Of several outcomes the one that is furthest from met. */
const leastOf = (outcomes: readonly CriterionOutcome[]): CriterionOutcome =>
  CRITERION_OUTCOMES.findLast((outcome) => outcomes.includes(outcome)) ?? 'not_met';

/**
 * Decisions of one assessment in the criteria that count now, one for each. Where a criterion was put together from several that were
 * decided here, it is met only if each of those that carry is, and counts only if each does; not agreeing with one is not agreeing with it.
 */
export function decisionsNow(
  qualifications: Qualifications,
  version: string,
  decisions: readonly Decided[],
): Decided[] {
  const moved = decisions.flatMap((one) =>
    currentIds(qualifications, { version, id: one.criterionId }).map(({ id, carries }) => ({ ...one, id, carries })),
  );
  return [...Map.groupBy(moved, ({ id }) => id)].map(([criterionId, parts]) => {
    const carried = parts.filter(({ carries }) => carries);
    const told = carried.length > 0 ? carried : parts;
    const counts = carried.length > 0 && carried.every((one) => one.counts);
    const isRejected = carried.some((one) => one.isRejected === true);
    return {
      criterionId,
      outcome: leastOf(told.map(({ outcome }) => outcome)),
      counts,
      ...(isRejected && { isRejected }),
    };
  });
}
