import type { Reader } from '#db/client.ts';
import { listAssessorStandings } from '#db/queries/assessorStandings.ts';
import * as grants from '#db/queries/externalGrants.ts';
import * as assessors from '#db/queries/qualityAssessors.ts';
import * as plans from '#db/queries/qualityPlans.ts';
import { listSamplingPolicies } from '#db/queries/qualityPolicies.ts';
import * as population from '#db/queries/qualityPopulation.ts';
import * as exercises from '#db/queries/standardisations.ts';
import * as verifications from '#db/queries/verifications.ts';
import { aViewer } from '../../support/viewer.ts';

const LOOKED_AT = 'amara-more-2-1';
const edith = aViewer('edith', { roles: ['external'], externalOf: [LOOKED_AT] });
const AT = Math.floor(Date.UTC(2026, 10, 19, 10) / 1000);
const WANTED = { stage: 'interim', assessorIds: null, verifierId: 'venetia', units: [] } as const;

/** Every question that quality assurance asks of its data, by name. */
export const QUALITY_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'versions of the sampling policy': listSamplingPolicies,
  'how far assessors are': (db) => listAssessorStandings(db),
  'how far one assessor is': (db) => listAssessorStandings(db, ['owen']),
  'who assesses': assessors.listAssessors,
  'who is from outside': (db) => assessors.listPeopleWithRole(db, 'external'),
  'turnaround and agreement': (db) =>
    assessors.listAssessorFigures(db, { assessorIds: ['daniel', 'joan'], at: AT, day: '2026-11-19', days: 91 }),
  'everybody who assesses or has assessed': assessors.listEveryAssessorId,
  'what was decided, counted': (db) => population.countDecided(db, null, []),
  'what was decided, piece by piece': (db) => population.listDecidedPieces(db, WANTED),
  'sampling plans': plans.listPlans,
  'open sampling plans': plans.listOpenPlans,
  'one sampling plan': (db) => plans.findPlan(db, 'interim-autumn'),
  'what is in a plan': (db) => plans.listPlanItems(db, 'interim-autumn'),
  'what she has to look at': (db) => plans.listItemsToLookAt(db, 'venetia', 8),
  'pieces to add to a plan': (db) => plans.findPiecesToAdd(db, 'interim-autumn', 'priya'),
  'what was said of a piece': (db) => verifications.listVerifications(db, LOOKED_AT),
  'one look': (db) => verifications.findVerification(db, `${LOOKED_AT}-look`),
  'the plan of a piece': (db) => verifications.findPlanOf(db, { verifierId: 'venetia', submissionId: LOOKED_AT }),
  'who signed on a piece': (db) => verifications.listSignersOn(db, LOOKED_AT),
  'around a piece of a sample': (db) =>
    verifications.findSampleFacts(db, { verifierId: 'venetia', submissionId: LOOKED_AT }),
  'exercises in standardisation': exercises.listExercises,
  'one exercise in standardisation': (db) => exercises.findExercise(db, 'ten-minutes'),
  'what was judged': (db) => exercises.listJudgements(db, 'ten-minutes'),
  'views from outside': grants.listGrants,
  'one view from outside': (db) => grants.findGrant(db, 'edith-autumn'),
  'views of one person': (db) => grants.listGrantsFor(db, 'edith', '2026-11-19'),
  'what somebody from outside reads': (db) => grants.listExternalSample(db, edith),
};
