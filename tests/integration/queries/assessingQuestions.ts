import type { Reader } from '#db/client.ts';
import { listAssessedTrainees } from '#db/queries/assessedTrainees.ts';
import * as assessing from '#db/queries/assessing.ts';
import * as plan from '#db/queries/assessmentPlan.ts';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { listFirstDecisions } from '#db/queries/firstDecisions.ts';
import * as handOver from '#db/queries/handOver.ts';
import { listOwnDecisions } from '#db/queries/ownDecisions.ts';
import { listReadyFacts } from '#db/queries/readyCriteria.ts';
import { aViewer } from '../../support/viewer.ts';

const DAY = '2026-11-19';
export const QUEUE_QUESTION = { day: DAY, releasedId: '' } as const;
const daniel = aViewer('daniel', { roles: ['assessor'], assessorOf: ['amara', 'tom'] });

/** What an assessor's rooms and a hand-over ask. */
export const ASSESSING_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'everything that waits for an assessor': (db) => listQueueFacts(db, daniel, QUEUE_QUESTION),
  'how long an assessor took': (db) => listFirstDecisions(db, { assessorId: 'daniel', since: 1_787_788_800, after: 0 }),
  'what may be signed off': (db) => listReadyFacts(db, { traineeIds: ['amara', 'tom'], reshaped: [] }),
  'whom somebody assesses today': (db) => assessing.listAssessedBy(db, 'daniel', DAY),
  'the names of those whom she assesses': (db) => listAssessedTrainees(db, daniel),
  'the desk of an assessor': async (db) => {
    const asked = {
      submissionId: 'amara-evidence-2-1',
      evidenceId: 'amara-evidence-2',
      assessorId: 'daniel',
      day: DAY,
    };
    const { notes, ...desk } = await assessing.findDesk(db, asked);
    return { ...desk, notes: [...notes] };
  },
  'what an assessor decided': (db) => listOwnDecisions(db, daniel, { before: 4_000_000_000, checkedOnly: false }),
  'one item of a plan that is not there': async (db) => [await plan.findPlanItem(db, 'nothing')],
  'who may hand over': (db) => handOver.listHandOverPeople(db, DAY),
  'what is handed over': (db) => handOver.listHandOverTrainees(db, { fromId: 'daniel', toId: 'joan', day: DAY }),
  'what was handed over': async (db) => [await handOver.listHandOvers(db, 20)],
};
