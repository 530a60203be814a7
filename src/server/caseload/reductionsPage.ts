import { listOpenWork, listReductions } from '#db/queries/caseloadWork.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { loadCaseloads } from '../caseload.ts';
import { officeNow } from '../office.ts';
import { read, today } from '../portal.ts';

/** Hours taken off one of the manager's trainees, and her work that is not a case. Five queries in two round trips. */
export async function loadReductionsPage(viewer: Viewer | null, traineeId: string) {
  const trainee = await read((db) => findTrainee(db, traineeId));
  authorise(viewer, 'reduction.write', trainee);
  if (!trainee) throw new Refusal('not_found');
  const office = await officeNow();
  const [reductions, work, [caseload]] = await read((db) =>
    Promise.all([
      listReductions(db, traineeId),
      listOpenWork(db, traineeId, today()),
      loadCaseloads(db, [trainee], office),
    ]),
  );
  if (!caseload) throw new Refusal('not_found');
  const figures = settingOn(office, 'workload_figures', today()).value;
  const contracted = trainee.enrolment.hoursPerWeek ?? figures.fullTimeHours;
  return { trainee, reductions, work, caseload, figures, contracted };
}
