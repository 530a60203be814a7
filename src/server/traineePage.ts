import { listCarriedCases, listReductions } from '#db/queries/caseload.ts';
import { listPlacements } from '#db/queries/placements.ts';
import { listModuleFacts } from '#db/queries/progress.ts';
import { listDecisionsOfTrainee, listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { practiceGaps } from '#src/domain/progress/practice.ts';
import { caseloadOf } from './caseload.ts';
import { gridOfTrainee } from './grid.ts';
import { standingOf } from './standings.ts';
import { portal, today } from './portal.ts';

/** Everything about one trainee that somebody may see; what each viewer sees of it the page asks the policy. Six queries in one round trip. */
export async function loadTraineePage(db: Reader, trainee: TraineeRecord) {
  const day = today();
  const { traineeId } = trainee;
  const [facts, placements, cases, reductions, submissions, decisions] = await Promise.all([
    listModuleFacts(db, traineeId),
    listPlacements(db, traineeId),
    listCarriedCases(db, [traineeId], day),
    listReductions(db, [traineeId], day),
    listSubmissionsOfTrainee(db, traineeId),
    listDecisionsOfTrainee(db, traineeId),
  ]);
  return {
    ...standingOf(trainee, facts),
    placements,
    submissions,
    practice: practiceGaps({ modules: portal().content.modules, facts, shown: submissions, today: day }),
    caseload: caseloadOf(trainee, cases, reductions),
    grid: gridOfTrainee(submissions, decisions),
  };
}
