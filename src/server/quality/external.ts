import { listGrants } from '#db/queries/externalGrants.ts';
import { listPlanItems, listPlans } from '#db/queries/qualityPlans.ts';
import { listPeopleWithRole } from '#db/queries/qualityAssessors.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/** Views that were given, to whom one can be given, and her plans; `planId`: the plan whose pieces are chosen from, or empty. Four queries in one round trip. */
export async function loadGrants(db: Reader, viewer: Viewer, planId: string) {
  const [grants, people, plans, items] = await Promise.all([
    listGrants(db),
    listPeopleWithRole(db, 'external'),
    listPlans(db),
    planId === '' ? [] : listPlanItems(db, planId),
  ]);
  const mine = plans.filter(({ verifierId }) => verifierId === viewer.id);
  const chosen = mine.find(({ id }) => id === planId) ?? null;
  return { grants, people, plans: mine, chosen, items: chosen ? items : [] };
}
