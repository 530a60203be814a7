import { listPlacements } from '#db/queries/placements.ts';
import { listModuleFacts } from '#db/queries/progress.ts';
import { listReadinessChecks } from '#db/queries/readiness.ts';
import { listStandingSubmissions } from '#db/queries/standingSubmissions.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { practiceGaps } from '#src/domain/progress/practice.ts';
import { studySessionsOf } from '#src/domain/signals/readFacts.ts';
import { readCaseloads } from './caseload.ts';
import { claimsNow, modulesNow } from './criteriaNow.ts';
import { gridOfTrainee } from './grid.ts';
import { officeNow } from './office.ts';
import { readinessEntries } from './readiness.ts';
import { standingOf } from './standings.ts';
import { readSignals } from './signals/loadSignals.ts';
import { studySummaryOf, summaryFrom } from './studyTime/studySummary.ts';
import { gapOf } from './supervision.ts';
import { portal, today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';

/** Everything about one trainee that somebody may see; what each viewer sees of it the page asks the policy. Six queries in one round trip. */
export async function loadTraineePage(db: Reader, trainee: TraineeRecord) {
  const { traineeId, lastReviewOn } = trainee;
  const [office, qualifications, facts, placements, caseloadFor, submissions, signals, checks] = await Promise.all([
    officeNow(),
    qualificationsNow(),
    listModuleFacts(db, traineeId),
    listPlacements(db, traineeId),
    readCaseloads(db, [traineeId]),
    listStandingSubmissions(db, traineeId),
    readSignals(db, traineeId, summaryFrom()),
    listReadinessChecks(db, traineeId),
  ]);
  const doneModules = new Set([...facts].flatMap(([moduleId, { completion }]) => (completion ? [moduleId] : [])));
  const standing = standingOf(trainee, facts);
  return {
    ...standing,
    signals: signals.of(standing),
    placements,
    submissions,
    practice: practiceGaps({
      modules: modulesNow(qualifications, portal().content.modules),
      facts,
      shown: claimsNow(qualifications, submissions),
      today: today(),
    }),
    caseload: caseloadFor(trainee),
    grid: gridOfTrainee(qualifications, submissions),
    study: studySummaryOf(trainee, studySessionsOf(signals.past), office),
    gap: gapOf(trainee, { lastHeldOn: lastReviewOn, office }),
    readiness: readinessEntries(checks, doneModules),
  };
}
