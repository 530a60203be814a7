import { listItemsToLookAt, listOpenPlans } from '#db/queries/qualityPlans.ts';
import { listExercises } from '#db/queries/standardisations.ts';
import { listExternalSample, listGrantsFor } from '#db/queries/externalGrants.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isClosed } from '#src/domain/quality/standardising.ts';
import { today } from '../portal.ts';
import { qualificationsNow } from '../qualification.ts';
import { policyToday } from './policies.ts';
import { everythingDecided, readAssessors } from './population.ts';
import { shortfalls } from './shortfalls.ts';

/** So many pieces the first page names; the rest stands in the plans. */
const MOST_NAMED = 8;

/** What is due, what is short against the policy, the oldest that waits, and what waits for a countersignature. Six queries in one round trip. */
export async function loadQuality(db: Reader, viewer: Viewer) {
  const [plans, waiting, { policy }, { assessors, factsOf }, exercises, decided] = await Promise.all([
    listOpenPlans(db),
    listItemsToLookAt(db, viewer.id, MOST_NAMED),
    policyToday(db),
    readAssessors(db),
    listExercises(db),
    everythingDecided(),
  ]);
  const asked = { policy, assessors, factsOf };
  return {
    plans,
    waiting,
    assessors,
    short: { interim: shortfalls(decided.interim, asked), final: shortfalls(decided.final, asked) },
    decided,
    exercises: exercises.filter((one) => !isClosed(one, today())),
    today: today(),
  };
}

/** What a quality assurer has to look at, for the first page of the portal. Two queries in one round trip. */
export async function loadVerifierHome(db: Reader, viewer: Viewer) {
  const [plans, waiting] = await Promise.all([listOpenPlans(db), listItemsToLookAt(db, viewer.id, MOST_NAMED)]);
  return { plans: plans.filter(({ verifierId }) => verifierId === viewer.id), waiting, today: today() };
}

export type VerifierHome = Awaited<ReturnType<typeof loadVerifierHome>>;

/** What somebody from outside may read today, and until when. Two queries in one round trip. */
export async function loadExternalHome(db: Reader, viewer: Viewer) {
  const [qualifications, grants, sample] = await Promise.all([
    qualificationsNow(),
    listGrantsFor(db, viewer.id, today()),
    listExternalSample(db, viewer),
  ]);
  return { qualifications, grants, sample };
}

export type ExternalHome = Awaited<ReturnType<typeof loadExternalHome>>;
