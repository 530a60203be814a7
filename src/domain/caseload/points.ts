import { divideDown, divideHalfUp, hundredths, pointParts, pointsOfParts, tenths } from './exact.ts';
import type { WorkloadFigures } from './schema.ts';
import { type DatedWork, workWeight } from './work.ts';
import { type Activity, type Carrying, type CaseKind, type LetterTier, TIERS } from './words.ts';

/** A case as the estimate sees it. A tier that is missing or unknown carries no points. */
export interface WorkloadCase {
  /** Says which case it is, where the same one may come twice (see `afterAllocating`). */
  readonly id?: string | undefined;
  readonly tier: string | null;
  readonly kind: CaseKind;
  readonly transitionToAdulthood: boolean;
  /** How much of it is hers, in whole percent; all of it where nothing is said. */
  readonly sharePercent?: number | undefined;
  /** Whether anything is done on it; active where nothing is said. */
  readonly activity?: Activity | undefined;
  /** How she carries it: a word for the lines of the sum, since the share alone decides. */
  readonly carrying?: Carrying | undefined;
  /** What makes it heavier than its tier says, by the ids of the office's factors. Never part of the official-style figure. */
  readonly complexity?: readonly string[] | undefined;
  readonly letterTier?: LetterTier | null | undefined;
  /** Who allocated it, and so set the share. */
  readonly managerName?: string | undefined;
}

/** Everything that uses points on a day. */
export interface Work {
  readonly cases: readonly WorkloadCase[];
  readonly work?: readonly DatedWork[] | undefined;
}

/** What decides how many points a trainee may carry. Hours a week; `hoursPerWeek` null means full time. */
export interface Capacity {
  readonly target: number;
  readonly fullTimeHours: number;
  readonly hoursPerWeek: number | null;
  readonly reductionHours: number;
}

/**
 * The version of the figures in force on a day: the latest that has begun. A day before the first version gets the first one,
 * because no older figures are held. Throws an Error where there are none at all.
 */
export function figuresOn(figures: readonly WorkloadFigures[], day: string): WorkloadFigures {
  const inOrder = figures.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  const inForce = inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? inOrder[0];
  if (!inForce) throw new Error('There are no workload figures.');
  return inForce;
}

/** Hours a week that a percentage takes off, to two decimals, halves up; never more than are contracted. */
export function stageReductionHours(hoursPerWeek: number, percent: number): number {
  const contracted = hundredths(hoursPerWeek);
  return Math.min(contracted, divideHalfUp(contracted * tenths(percent), 1000)) / 100;
}

/** Hours left of those contracted, to two decimals, never below 0. */
export function hoursLeft(hoursPerWeek: number, reductionHours: number): number {
  return Math.max(0, hundredths(hoursPerWeek) - hundredths(reductionHours)) / 100;
}

/**
 * Points a trainee may carry: target x hours left / full-time hours, rounded down; 0 where no hours are left.
 * Trainees have the target and the hours of a probation officer; only reductions make theirs smaller.
 * Source: public workload formula, docs/decisions.md, "Workload figures".
 */
export function availablePoints({ target, fullTimeHours, hoursPerWeek, reductionHours }: Capacity): number {
  if (target <= 0 || fullTimeHours <= 0) return 0;
  const left = hundredths(hoursLeft(hoursPerWeek ?? fullTimeHours, reductionHours));
  return divideDown(target * left, hundredths(fullTimeHours));
}

/** Points of one whole case by tier and kind; the figures say which column counts for a young adult in transition. */
export function casePoints(figures: WorkloadFigures, { tier, kind, transitionToAdulthood }: WorkloadCase): number {
  const known = TIERS.find((name) => name === tier);
  if (!known) return 0;
  return figures.tierPoints[known][transitionToAdulthood ? figures.transitionToAdulthoodKind : kind];
}

/** How much of a case counts, in parts of a point: points x share x activity, each of the two in whole percent. */
function carriedParts(figures: WorkloadFigures, carried: WorkloadCase): number {
  return casePoints(figures, carried) * countedPercents(figures, carried);
}

/** Share times activity, as parts of the whole case: 10,000 is all of it. */
export function countedPercents(figures: WorkloadFigures, { sharePercent, activity }: WorkloadCase): number {
  return (sharePercent ?? 100) * figures.activityPercent[activity ?? 'active'];
}

/** Points of a case as she carries it: what her share and its activity leave of them. Exact: 31.5 is 31.5. */
export function carriedPoints(figures: WorkloadFigures, carried: WorkloadCase): number {
  return pointsOfParts(carriedParts(figures, carried));
}

/**
 * Points of cases by share, and of the work that is not a case. Counted in whole parts of a point, so that no share makes or
 * loses any: shares that add to 100 give back exactly the points of the case.
 */
export function usedPoints(figures: WorkloadFigures, { cases, work = [] }: Work): number {
  const ofCases = cases.reduce((sum, carried) => sum + carriedParts(figures, carried), 0);
  const ofWork = work.reduce((sum, item) => sum + workWeight(figures, item).counted, 0);
  return pointsOfParts(ofCases + pointParts(ofWork));
}

/** Points used in percent of those available, to one decimal, halves up; 0 where either is 0 or less. */
export function workloadPercent(used: number, available: number): number {
  if (used <= 0 || available <= 0) return 0;
  return divideHalfUp(pointParts(used) * 1000, pointParts(available)) / 10;
}

/** Points still free; negative when over. */
export function remainingPoints(available: number, used: number): number {
  return pointsOfParts(pointParts(available) - pointParts(used));
}

/** Whether points used are more than a percentage of those available. Compared exactly, not by the rounded figure. */
export function isAbove(used: number, available: number, limitPercent: number): boolean {
  return pointParts(used) * 1000 > tenths(limitPercent) * pointParts(available);
}
