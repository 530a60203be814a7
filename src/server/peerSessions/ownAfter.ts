import { listOwnAfter, type OwnAfter } from '#db/queries/peerSessions/afterwards.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { asksOf, reviewFrom, whyNoReview } from '#src/domain/peerSessions/afterwards.ts';
import { today } from '../portal.ts';

/** What somebody said about a session, and what she is asked today. */
export function ownAfterView(own: OwnAfter, day: string) {
  const { sessionId, title, attendance, intention, outcome, review, helped, suggestion } = own;
  const said = { hasIntention: intention !== null, hasReview: outcome !== null, hasFeedback: helped !== null };
  return {
    ...{ sessionId, title, day: own.day, attendance, intention, outcome, review, helped, suggestion },
    asks: asksOf(own, said, day),
    reviewFrom: reviewFrom(own.day),
    mayReview: !said.hasReview && whyNoReview({ day: own.day, ...said }, day) === null,
  };
}

export type OwnAfterFacts = ReturnType<typeof ownAfterView>;

/** Nothing is asked about a session older than this; what was said stays readable on its own page for ever. */
const ASKED_DAYS = 62;
const FIRST_DAY = '2000-01-01';

/** Everything the viewer said she would do differently, newest first, also in a cohort that she has left. One query. */
export async function loadOwnIntentions(db: Reader, viewer: Viewer): Promise<OwnAfterFacts[]> {
  const all = await listOwnAfter(db, viewer.id, { from: FIRST_DAY, today: today() });
  return all.map((own) => ownAfterView(own, today())).filter(({ intention }) => intention !== null);
}

/**
 * The sessions that ask something of the viewer today: to close one that she led, to say what she takes away, what helped, or what
 * became of it. Of a cohort that she has left, only the last. One query.
 */
export async function loadPeerAsks(db: Reader, viewer: Viewer): Promise<OwnAfterFacts[]> {
  const all = await listOwnAfter(db, viewer.id, { from: addDays(today(), -ASKED_DAYS), today: today() });
  return all
    .map((own) => {
      const view = ownAfterView(own, today());
      const isMember = viewer.memberOf.includes(own.cohortId);
      return isMember ? view : { ...view, asks: view.asks.filter((ask) => ask === 'review') };
    })
    .filter(({ asks }) => asks.length > 0);
}
