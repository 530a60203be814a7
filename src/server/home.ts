import { listAssignedTrainees } from '#db/queries/cohorts.ts';
import type { Reader } from '#db/client.ts';
import type { Role } from '#src/domain/access/roles.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { Matter } from '#src/domain/matters/matter.ts';
import { type AssessorQueue, loadWaiting } from './assessorQueue.ts';
import { type Caseload, loadCaseloads } from './caseload.ts';
import { type CohortSummary, loadCohortSummaries } from './cohorts/summaries.ts';
import { readMatters } from './matters.ts';
import { type ExternalHome, loadExternalHome, loadVerifierHome, type VerifierHome } from './quality/home.ts';
import { loadTraineeHome, type TraineeHome } from './traineeHome.ts';

/** The caseloads of the trainees she manages. Three queries in two round trips. */
async function loadManagerHome(db: Reader, viewer: Viewer): Promise<Caseload[]> {
  const trainees = await listAssignedTrainees(db, viewer);
  return loadCaseloads(
    db,
    trainees.filter(({ traineeId }) => viewer.managerOf.includes(traineeId)),
  );
}

/** What a person's first page shows, by role; null for a role that she has not. */
export interface Home {
  readonly trainee: TraineeHome | null;
  /** The tutor's cohorts, with who needs her first in each. */
  readonly tutor: CohortSummary[] | null;
  /** What waits for the assessor, in the order of her queue, and everything beside it. */
  readonly assessor: Omit<AssessorQueue, 'turnaround'> | null;
  readonly manager: Caseload[] | null;
  readonly verifier: VerifierHome | null;
  readonly external: ExternalHome | null;
  /** What waits to be seen by her, whatever her roles. */
  readonly matters: readonly Matter[];
}

/** Asks only where the viewer has the role. */
function as<Result>(viewer: Viewer, role: Role, ask: () => Promise<Result>): Promise<Result | null> {
  return viewer.roles.includes(role) ? ask() : Promise.resolve(null);
}

const TOLD: ReadonlySet<Role> = new Set<Role>(['trainee', 'tutor', 'manager']);

/** The first page of somebody, all her roles together. What waits to be seen by her wants to know the caseloads last. */
export async function loadHome(db: Reader, viewer: Viewer): Promise<Home> {
  const isTold = viewer.roles.some((role) => TOLD.has(role));
  const [matters, trainee, tutor, assessor, manager, verifier, external] = await Promise.all([
    isTold ? readMatters(db, viewer) : null,
    as(viewer, 'trainee', () => loadTraineeHome(db, viewer)),
    as(viewer, 'tutor', () => loadCohortSummaries(db, viewer)),
    as(viewer, 'assessor', () => loadWaiting(db, viewer)),
    as(viewer, 'manager', () => loadManagerHome(db, viewer)),
    as(viewer, 'verifier', () => loadVerifierHome(db, viewer)),
    as(viewer, 'external', () => loadExternalHome(db, viewer)),
  ]);
  const known = [...(trainee ? [trainee.caseload] : []), ...(manager ?? [])];
  const roles = { trainee, tutor, assessor, manager, verifier, external };
  return { ...roles, matters: (await matters?.(known)) ?? [] };
}
