import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, peerParts, peerSessions } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/**
 * The days that those who are in a cohort now led or are to lead, in whatever cohort that was: what somebody did before she moved
 * counts. Cancelled sessions are not in it. Nothing where the viewer is not the tutor. One query.
 */
export async function listLedDays(db: Reader, viewer: Viewer, cohortId: string) {
  if (!viewer.tutorOf.includes(cohortId)) return [];
  return db
    .select({ traineeId: peerParts.traineeId, day: peerSessions.day })
    .from(cohortMemberships)
    .innerJoin(
      peerParts,
      and(
        eq(peerParts.traineeId, cohortMemberships.traineeId),
        eq(peerParts.role, 'leader'),
        isNull(peerParts.endedAt),
      ),
    )
    .innerJoin(peerSessions, and(eq(peerSessions.id, peerParts.sessionId), isNull(peerSessions.cancelledAt)))
    .where(and(eq(cohortMemberships.cohortId, cohortId), isNull(cohortMemberships.leftOn)))
    .orderBy(asc(peerSessions.day), sql`${peerParts.id}`);
}
