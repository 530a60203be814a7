import { listCohorts } from '#db/queries/cohorts.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { Cover } from '#src/domain/cohortCover/tutors.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { needsFirst } from '#src/domain/signals/order.ts';
import { cohortRowsNow } from './cohortRows.ts';

/** So many are named of each cohort. */
const MOST_NAMED = 3;

/** A cohort of a tutor with who needs her first in it. */
export interface CohortSummary {
  readonly cohortId: string;
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly traineeCount: number;
  /** Who covers in it, whenever. */
  readonly cover: readonly Cover[];
  /** How many have something that needs a look and is not noted. */
  readonly needing: number;
  readonly first: readonly CohortRow[];
}

/** The viewer's cohorts, by name, each with who needs her first: the order is that of the cohort's own page. One query beside `cohortRowsNow`. */
export async function loadCohortSummaries(db: Reader, viewer: Viewer): Promise<CohortSummary[]> {
  const cohorts = await listCohorts(db, viewer);
  return Promise.all(
    cohorts.map(async (cohort) => {
      const rows = await cohortRowsNow(viewer, cohort.cohortId);
      const needing = needsFirst(rows, Infinity);
      return { ...cohort, needing: needing.length, first: needing.slice(0, MOST_NAMED) };
    }),
  );
}
