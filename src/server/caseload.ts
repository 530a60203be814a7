import { type CarriedCase, type CaseloadRow, listCaseloadRows } from '#db/queries/caseload.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { agreementOn, type OverAgreement } from '#src/domain/caseload/agreement.ts';
import { type Load, loadOf } from '#src/domain/caseload/load.ts';
import { type Office, settingOn } from '#src/domain/office/settings.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { officeNow } from './office.ts';
import { findRoute } from './standings.ts';
import { today } from './portal.ts';

/** A trainee with what she carries today and how it was worked out. */
export interface Caseload {
  readonly trainee: TraineeRecord;
  readonly cases: readonly CarriedCase[];
  readonly load: Load;
  /** The agreement to be over the limit that stands, or stood last; null where there was none. */
  readonly agreement: OverAgreement | null;
}

/**
 * Reads what decides these trainees' caseloads and gives back how to ask for each of them. One query, however many they are.
 * `office`: the settings as they stand now, unless the caller is in a transaction and has read them there.
 */
export async function readCaseloads(
  db: Reader,
  traineeIds: readonly string[],
  office?: Office,
): Promise<(trainee: TraineeRecord) => Caseload> {
  const [rows, settings] = await Promise.all([listCaseloadRows(db, traineeIds, today()), office ?? officeNow()]);
  const rowsOf = Map.groupBy(rows, ({ traineeId }) => traineeId);
  return (trainee) => caseloadOf(trainee, rowsOf.get(trainee.traineeId) ?? [], settings);
}

/** The caseloads of some trainees, in their order. One query. */
export async function loadCaseloads(
  db: Reader,
  trainees: readonly TraineeRecord[],
  office?: Office,
): Promise<Caseload[]> {
  const ids = trainees.map(({ traineeId }) => traineeId);
  return trainees.map(await readCaseloads(db, ids, office));
}

function caseloadOf(trainee: TraineeRecord, rows: readonly CaseloadRow[], office: Office): Caseload {
  const day = today();
  const { enrolment } = trainee;
  const { value: figures, set, effectiveFrom } = settingOn(office, 'workload_figures', day);
  const cases = rows.filter((row) => row.fact === 'case');
  const agreements = rows.filter((row) => row.fact === 'agreement');
  return {
    trainee,
    cases,
    load: loadOf({
      place: programmePlace(enrolment, findRoute(enrolment.routeId), day),
      hoursPerWeek: enrolment.hoursPerWeek,
      cases: cases.map((carried) => ({ ...carried, id: carried.caseId })),
      work: rows.filter((row) => row.fact === 'work'),
      reductions: rows.filter((row) => row.fact === 'reduction'),
      figures,
      figuresSet: set && { by: set.by, effectiveFrom },
      today: day,
    }),
    agreement: agreementOn(agreements, day),
  };
}
