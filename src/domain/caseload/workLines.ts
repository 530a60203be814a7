import { pointParts, pointsOfParts } from './exact.ts';
import type { LoadLine } from './load.ts';
import { carriedPoints, casePoints, type WorkloadCase } from './points.ts';
import type { WorkloadFigures } from './schema.ts';
import { type DatedWork, workWeight } from './work.ts';
import { ACTIVITY_NAMES, CARRYING_NAMES, CASE_KIND_NAMES, TIERS, WORK_KIND_NAMES } from './words.ts';

/** Like items in one line each, in the order in which they first come; items of one label and sum weigh the same. */
function groupLines<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  lineOf: (first: T, all: readonly T[]) => Omit<LoadLine, 'unit'>,
): LoadLine[] {
  const groups = Map.groupBy(items, keyOf);
  return [...groups.values()].flatMap((all) =>
    all[0] === undefined ? [] : [{ ...lineOf(all[0], all), unit: 'points' }],
  );
}

const times = (count: number, points: number) => pointsOfParts(count * pointParts(points));

/** "Community, tier C2, co-working", with what makes it count in part or not at all. */
function caseLabel({ tier, kind, transitionToAdulthood, carrying, activity }: WorkloadCase): string {
  const known = TIERS.find((name) => name === tier);
  return [
    CASE_KIND_NAMES[kind],
    known ? `tier ${known}` : 'without a tier that carries points',
    ...(transitionToAdulthood ? ['transition to adulthood'] : []),
    ...(carrying && carrying !== 'sole' ? [CARRYING_NAMES[carrying].toLowerCase()] : []),
    ...(activity && activity !== 'active' ? [ACTIVITY_NAMES[activity].toLowerCase()] : []),
  ].join(', ');
}

/** "2 × 63 × 50% share, set by Kerry Bell". Percentages are named only where they are not 100. */
function caseSum(figures: WorkloadFigures, first: WorkloadCase, all: readonly WorkloadCase[]): string {
  const { sharePercent = 100, activity = 'active' } = first;
  const activityPercent = figures.activityPercent[activity];
  const managers = [...new Set(all.flatMap(({ managerName }) => managerName ?? []))];
  const share = sharePercent === 100 ? '' : ` × ${String(sharePercent)}% share`;
  const done = activityPercent === 100 ? '' : ` × ${String(activityPercent)}% counted`;
  const who = share && managers.length > 0 ? `, set by ${managers.join(' and ')}` : '';
  return `${String(all.length)} × ${String(casePoints(figures, first))}${share}${done}${who}`;
}

/** A line for cases that weigh the same for the same reason. */
export function caseLines(figures: WorkloadFigures, cases: readonly WorkloadCase[]): LoadLine[] {
  return groupLines(
    cases,
    (item) => `${caseLabel(item)} ${String(item.sharePercent ?? 100)}`,
    (first, all) => ({
      label: caseLabel(first),
      sum: caseSum(figures, first, all),
      value: times(all.length, carriedPoints(figures, first)),
    }),
  );
}

function contactWords({ type, level }: DatedWork): string {
  return `${(type ?? 'of an unknown type').replaceAll('-', ' ')}, ${level ?? 'low'}`;
}

function workLabel(item: DatedWork): string {
  if (item.kind === 'contact_for_other') return `Done for a colleague: ${contactWords(item)}`;
  if (item.kind === 'contact_by_other') return `Done by a colleague: ${contactWords(item)}`;
  return `${WORK_KIND_NAMES[item.kind]}${item.type === null ? '' : `, ${item.type}`}`;
}

function workSum(figures: WorkloadFigures, first: DatedWork, count: number): string {
  const { points, counted } = workWeight(figures, first);
  const sum = `${String(count)} × ${String(points)}`;
  if (points !== counted) return `${sum}, not counted: the figures have it switched off`;
  return points === 0 ? `${sum}: carries no points` : sum;
}

/** A line for each kind of work that is not a case. */
export function workLines(figures: WorkloadFigures, work: readonly DatedWork[]): LoadLine[] {
  return groupLines(work, workLabel, (first, all) => ({
    label: workLabel(first),
    sum: workSum(figures, first, all.length),
    value: times(all.length, workWeight(figures, first).counted),
  }));
}
