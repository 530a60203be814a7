import { listMatterFacts } from '#db/queries/matters.ts';
import { listTrainees } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type Matter, type MatterFact, mattersOf } from '#src/domain/matters/matter.ts';
import { type Caseload, readCaseloads } from './caseload.ts';
import { officeNow } from './office.ts';
import { today } from './portal.ts';
import { gapMatters } from './supervision.ts';

/** Agreements that have ended matter only where the caseload is still over its limit. */
const needsLoad = ({ kind }: MatterFact) => kind === 'over-limit-ended';

/**
 * What the viewer should know of, newest first. One query; two more in one round trip where an agreement to be over the limit has
 * ended and `known` does not hold that trainee's caseload.
 */
export async function loadMatters(db: Reader, viewer: Viewer, known: readonly Caseload[] = []): Promise<Matter[]> {
  const [found, office] = await Promise.all([listMatterFacts(db, viewer, today()), officeNow()]);
  const facts = gapMatters(found, office);
  const asked = new Set(facts.filter(needsLoad).map(({ traineeId }) => traineeId));
  const caseloads = [...known.filter(({ trainee }) => asked.has(trainee.traineeId))];
  for (const { trainee } of caseloads) asked.delete(trainee.traineeId);
  if (asked.size > 0) caseloads.push(...(await caseloadsById(db, [...asked])));
  const over = new Set(caseloads.filter(({ load }) => load.limit === 'over').map(({ trainee }) => trainee.traineeId));
  return mattersOf(facts.filter((fact) => !needsLoad(fact) || over.has(fact.traineeId)));
}

async function caseloadsById(db: Reader, traineeIds: readonly string[]): Promise<Caseload[]> {
  const [trainees, caseloadFor] = await Promise.all([listTrainees(db, traineeIds), readCaseloads(db, traineeIds)]);
  return trainees.map(caseloadFor);
}
