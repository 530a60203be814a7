import { type CarriedCase, listCarriedCases, listReductions } from '#db/queries/caseload.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { figuresOn } from '#src/domain/caseload/points.ts';
import { type Load, loadOf } from '#src/domain/caseload/load.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { findRoute } from './standings.ts';
import { portal, today } from './portal.ts';

/** A trainee with what she carries today and how it was worked out. */
export interface Caseload {
  readonly trainee: TraineeRecord;
  readonly cases: readonly CarriedCase[];
  readonly load: Load;
}

/** The caseloads of some trainees, in their order. Two queries in one round trip, however many they are. */
export async function loadCaseloads(db: Reader, trainees: readonly TraineeRecord[]): Promise<Caseload[]> {
  const ids = trainees.map(({ traineeId }) => traineeId);
  const day = today();
  const [cases, reductions] = await Promise.all([listCarriedCases(db, ids, day), listReductions(db, ids, day)]);
  return trainees.map((trainee) => {
    const own = <Row extends { traineeId: string }>(rows: readonly Row[]) =>
      rows.filter(({ traineeId }) => traineeId === trainee.traineeId);
    return caseloadOf(trainee, own(cases), own(reductions));
  });
}

/** The caseload of one trainee from rows that were already read. */
export function caseloadOf(
  trainee: TraineeRecord,
  cases: readonly CarriedCase[],
  reductions: Awaited<ReturnType<typeof listReductions>>,
): Caseload {
  const day = today();
  const { enrolment } = trainee;
  const place = programmePlace(enrolment, findRoute(enrolment.routeId), day);
  const figures = figuresOn(portal().content.workload, day);
  return {
    trainee,
    cases,
    load: loadOf({ place, hoursPerWeek: enrolment.hoursPerWeek, cases: [...cases], reductions, figures, today: day }),
  };
}
