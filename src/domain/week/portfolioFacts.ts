import { evidenceState, stateFacts } from '../portfolio/evidenceState.ts';
import { itemsNow, plannedNow } from '../portfolio/plan.ts';
import { movedIds, type Qualifications } from '../portfolio/versions.ts';
import type { FactOf } from './facts.ts';

/** A piece of evidence that was planned and is still to come, in the criteria that count now. */
export interface PlannedAhead {
  readonly criteria: readonly string[];
  /** What it was planned for and is not in the criteria any more, by the numbers of that time. */
  readonly dropped: readonly string[];
}

interface Now {
  readonly qualifications: Qualifications;
  readonly today: string;
}

/** What is left of a plan, or null once it is done: the same rule as in the portfolio, `plannedNow`. */
export function plannedAhead(fact: FactOf<'planned'>, { qualifications, today }: Now): PlannedAhead | null {
  const { id, kind, criteria, version, evidenceId, day: plannedOn, changedAt } = fact;
  const kept = { id, kind, criteria, version, evidenceId, plannedOn, words: '', plannedByName: '' };
  const [item] = itemsNow(qualifications, [{ ...kept, plannedAt: new Date(changedAt * 1000) }]);
  if (!item) return null;
  const evidence = fact.came.map(({ version: of, claims: ids, submittedAt, ...one }) => ({
    ...one,
    claims: movedIds(qualifications, { version: of, ids }).ids.map((claim) => claim.id),
    submittedAt: new Date(submittedAt * 1000),
    withdrawnAt: null,
  }));
  if (plannedNow(item, evidence, today).state === 'done') return null;
  return { criteria: item.criteria, dropped: item.dropped.map((one) => one.id) };
}

/** Whether evidence is hers to change and hand in again: the same rule as in the portfolio, `evidenceState`. */
export function isReturned({ snapshot }: FactOf<'returned'>, qualifications: Qualifications): boolean {
  return evidenceState(stateFacts(snapshot, qualifications)) === 'returned';
}
