import { divideDown, divideHalfUp, hundredths, tenths } from './exact.ts';
import type { WorkloadFigures } from './schema.ts';
import { type CaseKind, TIERS } from './words.ts';

/** A case as the estimate sees it. A tier that is missing or unknown carries no points. */
export interface WorkloadCase {
  /** Says which case it is, where the same one may come twice (see `afterAllocating`). */
  readonly id?: string | undefined;
  readonly tier: string | null;
  readonly kind: CaseKind;
  readonly transitionToAdulthood: boolean;
}

/** A contact done by one officer for another. A type that is not in the figures carries no points. */
export interface CaseContact {
  readonly type: string;
  readonly level: 'low' | 'medium' | 'high';
}

/** Everything that uses points. */
export interface Work {
  readonly cases: readonly WorkloadCase[];
  readonly courtReports?: readonly (keyof WorkloadFigures['courtReportPoints'])[] | undefined;
  /** Contacts she did on other people's cases: they add. */
  readonly contactsForOthers?: readonly CaseContact[] | undefined;
  /** Contacts that others did on hers: they take off. */
  readonly contactsByOthers?: readonly CaseContact[] | undefined;
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

/** Points of one case by tier and kind; the figures say which column counts for a young adult in transition. */
export function casePoints(figures: WorkloadFigures, { tier, kind, transitionToAdulthood }: WorkloadCase): number {
  const known = TIERS.find((name) => name === tier);
  if (!known) return 0;
  return figures.tierPoints[known][transitionToAdulthood ? figures.transitionToAdulthoodKind : kind];
}

/** Points of one contact. */
export function contactPoints(figures: WorkloadFigures, { type, level }: CaseContact): number {
  return figures.contactPoints[type]?.[level] ?? 0;
}

function total<T>(items: readonly T[] | undefined, points: (item: T) => number): number {
  return (items ?? []).reduce((sum, item) => sum + points(item), 0);
}

/** Points of cases and court reports, and contacts done for others, less contacts that others did. */
export function usedPoints(figures: WorkloadFigures, work: Work): number {
  const contact = (item: CaseContact) => contactPoints(figures, item);
  const cases = total(work.cases, (item) => casePoints(figures, item));
  const reports = total(work.courtReports, (kind) => figures.courtReportPoints[kind]);
  return cases + reports + total(work.contactsForOthers, contact) - total(work.contactsByOthers, contact);
}

/** Points used in percent of those available, to one decimal, halves up; 0 where either is 0 or less. */
export function workloadPercent(used: number, available: number): number {
  if (used <= 0 || available <= 0) return 0;
  return divideHalfUp(used * 1000, available) / 10;
}

/** Points still free; negative when over. */
export function remainingPoints(available: number, used: number): number {
  return available - used;
}

/** Whether points used are more than a percentage of those available. Compared exactly, not by the rounded figure. */
export function isAbove(used: number, available: number, limitPercent: number): boolean {
  return used * 1000 > tenths(limitPercent) * available;
}
