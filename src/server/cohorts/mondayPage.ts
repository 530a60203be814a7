import { type CohortDesk, findCohortDesk, upsertLook } from '#db/queries/cohortViews/desk.ts';
import { outsideCounts } from '#db/queryCount.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type CohortLook, isLookDue, nextLook } from '#src/domain/cohorts/changes.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { now, portal, write } from '../portal.ts';
import { cohortRowsNow } from './cohortRows.ts';

/** A cohort as its tutor opens it on Monday, everybody by name; null where it is not hers. One query beside `cohortRowsNow`. */
export async function loadMonday(
  db: Reader,
  viewer: Viewer,
  cohortId: string,
): Promise<{ readonly desk: CohortDesk; readonly rows: readonly CohortRow[] } | null> {
  const [desk, rows] = await Promise.all([findCohortDesk(db, viewer, cohortId), cohortRowsNow(viewer, cohortId)]);
  return desk && { desk, rows };
}

interface Looked {
  readonly personId: string;
  readonly cohortId: string;
  readonly look: CohortLook | null;
  readonly rows: readonly CohortRow[];
}

/** Keeps that a tutor has the cohort before her, beside the answer: she does not wait for it, and the page is there without it. */
export function keepLook({ personId, cohortId, look, rows }: Looked): void {
  const signals = rows.flatMap((row) => row.signals);
  const at = now();
  if (!isLookDue(look, signals, at)) return;
  const next = nextLook(look, signals, at);
  outsideCounts(() => write((tx) => upsertLook(tx, { personId, cohortId, look: next }))).catch((error: unknown) =>
    portal().log.warn({ err: error, cohortId }, 'a look at a cohort was not kept'),
  );
}
