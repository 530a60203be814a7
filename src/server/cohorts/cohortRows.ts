import { outsideCounts } from '#db/queryCount.ts';
import type { Database } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { londonDay } from '#src/domain/calendar.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { portal, today } from '../portal.ts';
import { loadCohortSignals, type LoadedSignals } from '../signals/loadSignals.ts';

const KEPT_MILLISECONDS = 60_000;
/** So many cohorts are kept; then the one that was asked for longest ago goes. */
const MOST_KEPT = 40;

interface Kept {
  readonly rows: Promise<readonly CohortRow[]>;
  /** Transactions that were through when it was asked for: with the next one it is out of date. */
  readonly writes: number;
  readonly day: string;
  readonly at: number;
}

const keptBy = new WeakMap<Database, Map<string, Kept>>();

/** A trainee as the pages about a cohort show her. */
function cohortRow(loaded: LoadedSignals): CohortRow {
  const { traineeId, name, isInFirstWeeks, signals, facts, standing, gap, trainee } = loaded;
  return {
    ...{ traineeId, name, isInFirstWeeks, signals, facts, standing },
    routeId: trainee.enrolment.routeId,
    review: gap,
    lastSeenOn: trainee.lastSeenAt && londonDay(trainee.lastSeenAt),
  };
}

async function readRows(database: Database, viewer: Viewer, cohortId: string): Promise<readonly CohortRow[]> {
  const loaded = await database.read((db) => loadCohortSignals(db, viewer, cohortId));
  return loaded.map(cohortRow);
}

/** What is kept of a cohort, or null where anything was written since, the day is another or a minute is gone. */
function stillStands(known: Kept | undefined, { writes, day, at }: Omit<Kept, 'rows'>): Kept | null {
  return known?.writes === writes && known.day === day && at - known.at < KEPT_MILLISECONDS ? known : null;
}

/** Puts it last, so that the one asked for longest ago is first to go. */
function keep(kept: Map<string, Kept>, cohortId: string, found: Kept): void {
  found.rows.catch(() => kept.delete(cohortId));
  kept.delete(cohortId);
  kept.set(cohortId, found);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/**
 * Everybody in a cohort, by name, with all that its pages show; nobody where the viewer is not its tutor. Worked out once and kept until
 * anything at all is written, for a minute at most: on Monday morning the same sixteen people are asked for again and again. Only
 * where this process alone writes: on a server somebody else may. Counts for no page's questions.
 */
export async function cohortRowsNow(viewer: Viewer, cohortId: string): Promise<readonly CohortRow[]> {
  if (!viewer.tutorOf.includes(cohortId)) return [];
  const { database } = portal();
  const asked = { writes: database.counts().done, day: today(), at: Date.now() };
  const kept = keptBy.get(database) ?? new Map<string, Kept>();
  keptBy.set(database, kept);
  const known = stillStands(kept.get(cohortId), asked);
  if (known && database.kind === 'file') return known.rows;
  const rows = outsideCounts(() => readRows(database, viewer, cohortId));
  keep(kept, cohortId, { rows, ...asked });
  return rows;
}
