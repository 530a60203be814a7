import { listCarriedCases, listReductions } from '#db/queries/caseload.ts';
import { listAssignedTrainees, listCohorts } from '#db/queries/cohorts.ts';
import { listPlacements } from '#db/queries/placements.ts';
import { listModuleFacts, listReadingPositions } from '#db/queries/progress.ts';
import {
  listSampledSubmissions,
  listSubmissionsOfTrainee,
  listWaitingSubmissions,
  type SubmissionRecord,
} from '#db/queries/submissions.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { NO_FACTS, type NextSection, nextSection, minutesLeft } from '#src/domain/modules/state.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { type PracticeGap, practiceGaps } from '#src/domain/progress/practice.ts';
import type { StandingRow } from '#src/domain/progress/standing.ts';
import { nextPlacementDay } from '#src/domain/placements/clashes.ts';
import { type Caseload, caseloadOf, loadCaseloads } from './caseload.ts';
import { standingOf, type TraineeStanding } from './standings.ts';
import { portal, today } from './portal.ts';

/** Where to carry on reading: the section she left off in, else this week's module, else the next one. */
export interface CarryOn {
  readonly module: ModuleMeta;
  /** Null where every section is read and only the knowledge check is left. */
  readonly section: NextSection | null;
  readonly minutes: number;
}

export interface TraineeHome extends TraineeStanding {
  /** The programme day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly carryOn: CarryOn | null;
  /** What is late and what falls in this week, in the order of the route; nothing that is done. */
  readonly due: readonly { readonly module: ModuleMeta; readonly row: StandingRow }[];
  readonly returned: readonly SubmissionRecord[];
  readonly waiting: readonly SubmissionRecord[];
  readonly practice: readonly PracticeGap[];
  readonly caseload: Caseload;
  readonly nextPlacement: ReturnType<typeof nextPlacementDay<Awaited<ReturnType<typeof listPlacements>>[number]>>;
}

type Positions = Awaited<ReturnType<typeof listReadingPositions>>;

function carryOn({ standing, facts }: TraineeStanding, positions: Positions): CarryOn | null {
  const isOpen = (moduleId: string) => standing.rows.some((row) => row.moduleId === moduleId && row.state !== 'done');
  const left = positions.find(({ moduleId }) => isOpen(moduleId));
  const moduleId = left?.moduleId ?? standing.thisWeek.find(isOpen) ?? standing.late[0]?.moduleId ?? standing.next;
  const module = portal().content.modules.find(({ id }) => id === moduleId);
  if (!module) return null;
  const own = facts.get(module.id) ?? NO_FACTS;
  return { module, section: nextSection(module, own, left?.sectionId ?? null), minutes: minutesLeft(module, own) };
}

function dueNow({ standing }: TraineeStanding): TraineeHome['due'] {
  const rows = standing.rows.filter(
    (row) => row.weeksLate > 0 || (row.state !== 'done' && standing.thisWeek.includes(row.moduleId)),
  );
  return rows.flatMap((row) =>
    portal()
      .content.modules.filter(({ id }) => id === row.moduleId)
      .map((module) => ({ row, module })),
  );
}

const isReturned = ({ isNewest, assessment, signOff }: SubmissionRecord) =>
  isNewest && signOff === null && assessment?.outcome === 'returned';
const isWaiting = ({ isNewest, assessment, signOff }: SubmissionRecord) =>
  isNewest && signOff === null && assessment?.outcome !== 'returned';

/** Everything a trainee's first page shows, or null where she is on no route yet. Seven queries in one round trip. */
export async function loadTraineeHome(db: Reader, { id }: Viewer): Promise<TraineeHome | null> {
  const day = today();
  const [trainee, facts, positions, submissions, placements, cases, reductions] = await Promise.all([
    findTrainee(db, id),
    listModuleFacts(db, id),
    listReadingPositions(db, id),
    listSubmissionsOfTrainee(db, id),
    listPlacements(db, id),
    listCarriedCases(db, [id], day),
    listReductions(db, [id], day),
  ]);
  if (!trainee) return null;
  const mine = standingOf(trainee, facts);
  return {
    ...mine,
    today: day,
    due: dueNow(mine),
    carryOn: carryOn(mine, positions),
    returned: submissions.filter(isReturned),
    waiting: submissions.filter(isWaiting),
    practice: practiceGaps({ modules: portal().content.modules, facts, shown: submissions, today: day }),
    caseload: caseloadOf(trainee, cases, reductions),
    nextPlacement: nextPlacementDay(placements, day),
  };
}

/** The tutor's cohorts. One query. */
export const loadTutorHome = (db: Reader, viewer: Viewer) => listCohorts(db, viewer);

/** What waits for the assessor, oldest first. One query. */
export const loadAssessorHome = (db: Reader, viewer: Viewer) => listWaitingSubmissions(db, viewer);

/** The caseloads of the trainees she manages. Three queries in two round trips. */
export async function loadManagerHome(db: Reader, viewer: Viewer): Promise<Caseload[]> {
  const trainees = await listAssignedTrainees(db, viewer);
  return loadCaseloads(
    db,
    trainees.filter(({ traineeId }) => viewer.managerOf.includes(traineeId)),
  );
}

/** What the verifier was given to look at. One query. */
export const loadVerifierHome = (db: Reader, viewer: Viewer) => listSampledSubmissions(db, viewer);
