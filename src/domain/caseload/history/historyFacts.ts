import type { Office } from '../../office/settings.ts';
import type { Enrolment } from '../../programme/place.ts';
import type { Route } from '../../programme/schema.ts';
import type { OverAgreement } from '../agreement.ts';
import type { CaseFacts } from '../caseFacts.ts';
import type { Reduction } from '../load.ts';
import type { DatedWork } from '../work.ts';
import type { Carrying, EndReason } from '../words.ts';

/** What is known of a case at a time. */
export interface CaseState extends CaseFacts {
  readonly reference: string;
}

/** What a case became on a day; `number` counts the changes of one case, so that two on one day keep their order. */
export interface CaseChange extends CaseState {
  readonly caseId: string;
  readonly effectiveOn: string;
  readonly number: number;
}

/** A case on her caseload from a day until another, which is the first day without it; both the same where it moved on within a day. */
export interface PastAllocation {
  readonly id: string;
  readonly caseId: string;
  readonly carrying: Carrying;
  readonly sharePercent: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endReason: EndReason | null;
  readonly movedFrom: string | null;
  /** The manager who allocated it. */
  readonly by: string;
  /** Seconds since 1970. */
  readonly allocatedAt: number;
  /** The case as it was first entered. */
  readonly first: CaseState;
}

/** A rule by stage that was set aside for an allocation. */
export interface PastOverride {
  readonly allocationId: string;
  readonly attribute: string;
  /** Who agreed to it. */
  readonly approver: string;
  readonly reason: string;
}

/** Everything that ever decided a trainee's load, in any order. Nothing of it is worked out beforehand. */
export interface HistoryFacts {
  readonly allocations: readonly PastAllocation[];
  readonly changes: readonly CaseChange[];
  readonly reductions: readonly Reduction[];
  readonly agreements: readonly OverAgreement[];
  readonly work: readonly DatedWork[];
  readonly overrides: readonly PastOverride[];
}

/** Whose history, on which route, with which settings of the office, up to which day. */
export interface HistoryInput {
  readonly enrolment: Enrolment;
  readonly route: Route;
  readonly facts: HistoryFacts;
  readonly office: Office;
  readonly today: string;
}

/** A case as she carried it on a day. */
export interface PastCase extends CaseState {
  readonly caseId: string;
  readonly allocationId: string;
  readonly carrying: Carrying;
  readonly sharePercent: number;
}

export const NO_FACTS: HistoryFacts = {
  allocations: [],
  changes: [],
  reductions: [],
  agreements: [],
  work: [],
  overrides: [],
};

/** Changes of each case, oldest first; of one day in the order in which they were made. */
export function changesByCase(changes: readonly CaseChange[]): ReadonlyMap<string, readonly CaseChange[]> {
  const inOrder = changes.toSorted((one, other) =>
    one.effectiveOn === other.effectiveOn ? one.number - other.number : one.effectiveOn < other.effectiveOn ? -1 : 1,
  );
  return Map.groupBy(inOrder, ({ caseId }) => caseId);
}

/** What was known of an allocation's case on a day: the newest change of the newest day that had come, else how it was entered. */
export function stateOn(
  changes: ReturnType<typeof changesByCase>,
  { caseId, first }: Pick<PastAllocation, 'caseId' | 'first'>,
  day: string,
): CaseState {
  return changes.get(caseId)?.findLast(({ effectiveOn }) => effectiveOn <= day) ?? first;
}

/** Whether an allocation counts on a day. One that ended on its first day counts on none. */
export function runsOn({ startsOn, endsOn }: Pick<PastAllocation, 'startsOn' | 'endsOn'>, day: string): boolean {
  return startsOn <= day && (endsOn === null || day < endsOn);
}
