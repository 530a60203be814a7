import { londonDay } from '#src/domain/calendar.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { loadCohortSignals, type LoadedSignals } from '../signals/loadSignals.ts';
import { keptByCohort } from './keptByCohort.ts';

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

/** Everybody in a cohort, by name, with all that its pages show; nobody where the viewer is not its tutor. Kept: see `keptByCohort`. */
export const cohortRowsNow = keptByCohort<CohortRow>(async (db, viewer, cohortId) =>
  (await loadCohortSignals(db, viewer, cohortId)).map(cohortRow),
);
