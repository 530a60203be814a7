import { listPlanItems } from '#db/queries/assessmentPlan.ts';
import { listStandingSubmissions } from '#db/queries/standingSubmissions.ts';
import type { Reader } from '#db/client.ts';
import { evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import { plannedNow, proposals } from '#src/domain/portfolio/plan.ts';
import { claimsNow } from './criteriaNow.ts';
import { gridOfTrainee, versionNews } from './grid.ts';
import { today } from './portal.ts';
import { qualificationsNow } from './qualification.ts';

/** One trainee as her assessor works with her: what she handed in, her grid, what is planned and what would close gaps. Two queries in one round trip. */
export async function loadAssessedTrainee(db: Reader, traineeId: string) {
  const qualifications = await qualificationsNow();
  const [submissions, items] = await Promise.all([
    listStandingSubmissions(db, traineeId),
    listPlanItems(db, traineeId, qualifications),
  ]);
  const { current: qualification } = qualifications;
  const grid = gridOfTrainee(qualifications, submissions);
  const evidence = claimsNow(qualifications, submissions);
  const open = items.filter((item) => plannedNow(item, evidence, today()).state !== 'done');
  const waiting = submissions.filter(
    (submission) => submission.isNewest && evidenceState(stateFacts(submission, qualifications)) === 'submitted',
  );
  const ready = grid.units.flatMap(({ criteria }) => criteria).filter(({ readyToSign }) => readyToSign);
  return {
    qualification,
    qualifications,
    submissions,
    items,
    /** For the plan: what was handed in, in the criteria that count now. */
    evidence,
    grid,
    news: versionNews(qualifications, submissions),
    waiting,
    ready: ready.map(({ id }) => id),
    proposed: proposals(qualification, grid, { planned: open, waiting: claimsNow(qualifications, waiting) }),
  };
}
