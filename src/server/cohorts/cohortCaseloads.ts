import { listCohortTrainees } from '#db/queries/cohorts.ts';
import type { StepFigures } from '#src/domain/caseload/history/history.ts';
import type { HistoryReading } from '#src/domain/caseload/history/historyReading.ts';
import type { Pause } from '#src/domain/programme/place.ts';
import { loadHistories, type TraineeHistory } from '../caseload/caseloadHistory.ts';
import { keptByCohort } from './keptByCohort.ts';

/** A trainee's caseload over the programme, as a small chart and a line of a table show it: without what happened on each day. */
export interface CohortCaseload {
  readonly traineeId: string;
  readonly name: string;
  readonly pauses: readonly Pause[];
  readonly steps: readonly StepFigures[];
  readonly reading: HistoryReading;
}

function caseloadOf({ trainee, steps, reading }: TraineeHistory): CohortCaseload {
  const { traineeId, name, enrolment } = trainee;
  return {
    traineeId,
    name,
    pauses: enrolment.pauses,
    reading,
    steps: steps.map(({ events: _events, ...figures }) => figures),
  };
}

/** The caseloads of everybody in a cohort, by name; nobody where the viewer is not its tutor. Kept: see `keptByCohort`. */
export const cohortCaseloadsNow = keptByCohort<CohortCaseload>(async (db, viewer, cohortId) => {
  const trainees = await listCohortTrainees(db, viewer, cohortId);
  return (await loadHistories(db, viewer, trainees)).map(caseloadOf);
});
