import type { Reader } from '#db/client.ts';
import { listTutoredBy } from '#db/queries/cohorts.ts';
import { findCohortDesk } from '#db/queries/cohortViews/desk.ts';
import * as savedViews from '#db/queries/cohortViews/savedViews.ts';
import { aViewer } from '../../support/viewer.ts';

const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const fullest = { personId: 'ruth', cohortId: 'london', name: 'Fullest caseloads first', exceptId: '' };

/** Questions of a tutor's page of her cohort, which `everyQuery.test.ts` asks with the others. */
export const COHORT_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'a cohort as its tutor has it before her': (db) => findCohortDesk(db, ruth, 'london'),
  'a view that a tutor keeps': (db) => savedViews.findSavedView(db, 'demo-view-1'),
  'whether a name is taken': (db) => savedViews.hasViewNamed(db, fullest),
  'whose tutor somebody is': (db) => listTutoredBy(db, 'ruth', '2026-11-19'),
};
