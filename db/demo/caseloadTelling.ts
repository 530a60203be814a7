import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';
import type { CaseKind, Tier } from '#src/domain/caseload/words.ts';

export interface DemoPoints {
  /** Points that she may carry on a day, without what a manager took off. */
  availableOn(day: string): number;
  of(case_: { tier: Tier; kind: CaseKind }): number;
}

/** Whose caseload is told, with what it takes. */
export interface Telling {
  readonly rows: DemoRows;
  readonly story: Story;
  readonly time: DemoTime;
  readonly points: DemoPoints;
}

type AllocationRow = DemoRows['caseAllocations'][number];
/** An allocation before anybody knows what the manager saw, with the points that it takes up. */
export interface Draft {
  readonly row: Omit<AllocationRow, 'availablePoints' | 'usedPointsBefore' | 'usedPointsAfter'>;
  readonly points: number;
}

/** An allocation by her manager, begun on a day. */
export function allocationRow(
  { story }: Telling,
  { id, caseId, startsOn }: { id: string; caseId: string; startsOn: string },
) {
  const { id: traineeId, managerId } = story;
  return { id, caseId, traineeId, managerId, startsOn, allocatedAt: noonOf(startsOn) };
}
