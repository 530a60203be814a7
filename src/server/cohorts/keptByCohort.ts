import { outsideCounts } from '#db/queryCount.ts';
import type { Database, Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { portal, today } from '../portal.ts';

const KEPT_MILLISECONDS = 60_000;
/** So many cohorts are kept; then the one that was asked for longest ago goes. */
const MOST_KEPT = 40;

interface Kept<Row> {
  readonly rows: Promise<readonly Row[]>;
  /** Transactions that were through when it was asked for: with the next one it is out of date. */
  readonly writes: number;
  readonly day: string;
  readonly at: number;
}

/** What is kept of a cohort, or null where anything was written since, the day is another or a minute is gone. */
function stillStands<Row>(
  known: Kept<Row> | undefined,
  { writes, day, at }: Omit<Kept<Row>, 'rows'>,
): Kept<Row> | null {
  return known?.writes === writes && known.day === day && at - known.at < KEPT_MILLISECONDS ? known : null;
}

/** Puts it last, so that the one asked for longest ago is first to go. */
function keep<Row>(kept: Map<string, Kept<Row>>, cohortId: string, found: Kept<Row>): void {
  found.rows.catch(() => kept.delete(cohortId));
  kept.delete(cohortId);
  kept.set(cohortId, found);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/**
 * For what the tutors of a cohort read of everybody in it: worked out once and kept until anything at all is written, for a minute at
 * most: on Monday morning the same sixteen people are asked for again and again. Whoever is not a tutor of the cohort at that moment
 * gets nothing, so `work` has to find the same for each of them. Only where this process alone writes: on a server somebody else may.
 * Counts for no page's questions. A row is small: no texts of people, no whole records.
 */
export function keptByCohort<Row>(work: (db: Reader, viewer: Viewer, cohortId: string) => Promise<readonly Row[]>) {
  const keptBy = new WeakMap<Database, Map<string, Kept<Row>>>();
  return async (viewer: Viewer, cohortId: string): Promise<readonly Row[]> => {
    if (!viewer.tutorOf.includes(cohortId)) return [];
    const { database } = portal();
    const asked = { writes: database.counts().done, day: today(), at: Date.now() };
    const kept = keptBy.get(database) ?? new Map<string, Kept<Row>>();
    keptBy.set(database, kept);
    const known = stillStands(kept.get(cohortId), asked);
    if (known && database.kind === 'file') return known.rows;
    const rows = outsideCounts(() => database.read((db) => work(db, viewer, cohortId)));
    keep(kept, cohortId, { rows, ...asked });
    return rows;
  };
}
