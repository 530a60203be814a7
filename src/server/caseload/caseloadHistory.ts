import { listHistoryFacts } from '#db/queries/caseloadHistory.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { caseloadHistory, type HistoryStep } from '#src/domain/caseload/history/history.ts';
import { type HistoryFacts, NO_FACTS } from '#src/domain/caseload/history/historyFacts.ts';
import { historyReading, type HistoryReading } from '#src/domain/caseload/history/historyReading.ts';
import type { Office } from '#src/domain/office/settings.ts';
import { officeNow } from '../office.ts';
import { findRoute } from '../standings.ts';
import { today } from '../portal.ts';

/** A trainee with her caseload over the whole programme, and what it comes to today. */
export interface TraineeHistory {
  readonly trainee: TraineeRecord;
  readonly steps: readonly HistoryStep[];
  readonly reading: HistoryReading;
  readonly facts: HistoryFacts;
}

/** The history of one trainee from facts that were already read. */
export function historyOf(trainee: TraineeRecord, facts: HistoryFacts, office: Office): TraineeHistory {
  const { enrolment } = trainee;
  const steps = caseloadHistory({ enrolment, route: findRoute(enrolment.routeId), facts, office, today: today() });
  return { trainee, facts, steps, reading: historyReading(steps, facts.agreements) };
}

/** The histories of some trainees, in their order, without whatever of them is not the viewer's to see. One query. */
export async function loadHistories(
  db: Reader,
  viewer: Viewer,
  trainees: readonly TraineeRecord[],
): Promise<TraineeHistory[]> {
  const ids = trainees.map(({ traineeId }) => traineeId);
  const [rows, office] = await Promise.all([listHistoryFacts(db, viewer, ids), officeNow()]);
  const known = new Map(rows.map((row) => [row.traineeId, row]));
  return trainees.map((trainee) => historyOf(trainee, known.get(trainee.traineeId) ?? NO_FACTS, office));
}
