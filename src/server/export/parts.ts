import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';

/** Somebody who stands in a portfolio. */
export interface Person {
  readonly id: string;
  readonly name: string;
}
export type Naming = (id: string) => Person;

/** Rows by one of their columns, so that a portfolio of any size is gone through once. */
const kept = new WeakMap<object, Map<string, Map<unknown, unknown[]>>>();

/** The rows of a table that belong to one record, in the order of the table. */
export function within<Row, Key extends keyof Row & string>(rows: readonly Row[], key: Key, value: Row[Key]): Row[] {
  const byKey = kept.get(rows) ?? new Map<string, Map<unknown, unknown[]>>();
  kept.set(rows, byKey);
  const groups = byKey.get(key) ?? Map.groupBy<unknown, unknown>(rows, (row) => (row as Row)[key]);
  byKey.set(key, groups);
  return (groups.get(value) ?? []) as Row[];
}

/** That the content of a record was removed, when, why, and the hash it had; null where it is there. */
export function removalOf({ removals }: PortfolioRows, kind: RecordGroup, recordId: string) {
  const removal = within(removals, 'recordId', recordId).find((one) => one.kind === kind);
  if (!removal) return null;
  return { reason: removal.reason, removedAt: wholeSecond(removal.removedAt), sha256: removal.sha256 };
}
