import type { Reader } from '#db/client.ts';
import * as qualification from '#db/queries/qualification.ts';
import * as ratings from '#db/queries/ratings.ts';
import * as retention from '#db/queries/retention.ts';
import { loadContent } from '#src/server/content.ts';

/** The criteria that come with the portal, as the only version there is. */
async function firstCriteria() {
  const { qualification: current } = await loadContent(new URL('../../../', import.meta.url));
  return { current, versions: [current], mappings: [] };
}

/** What is asked of versions of the criteria, of her own ratings in them, and of what may be removed. */
export const CRITERIA_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'how a trainee rates herself': async (db) => ratings.listRatings(db, 'amara', await firstCriteria()),
  'what everybody has signed': (db) => qualification.listSignedCriteria(db),
  'what live evidence claims': (db) => qualification.listLiveClaims(db),
  'how much waits for a first decision': (db) => qualification.countWaitingForDecision(db),
  'a snapshot as it was hashed': (db) => retention.findSnapshot(db, 'amara-evidence-1-1'),
  'an assessment as it is hashed': (db) => retention.findAssessmentRecord(db, 'amara-evidence-1-1-assessment'),
};
