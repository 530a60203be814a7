import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { cohortMemberships, cohorts, peerParts, peerSessions, people } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

const leaders = alias(people, 'leaders');
const cancellers = alias(people, 'cancellers');

/** 1 where whoever leads it is no longer in its cohort: then nobody may act as its leader, and the tutor chooses another. */
const leaderHasLeft = sql<0 | 1>`iif(${peerParts.traineeId} is null, 0, not exists (
  select 1 from ${cohortMemberships} m
  where m.trainee_id = ${peerParts.traineeId} and m.cohort_id = ${peerSessions.cohortId} and m.left_on is null))`;

/** The shared shape: a session with its cohort, and who leads it now (null: nobody yet). */
const sessionRows = (db: Reader) =>
  db
    .select({
      id: peerSessions.id,
      cohortId: peerSessions.cohortId,
      cohortName: cohorts.name,
      leaderId: peerParts.traineeId,
      leaderName: leaders.name,
      leaderHasLeft,
      day: peerSessions.day,
      startsAt: peerSessions.startsAt,
      endsAt: peerSessions.endsAt,
      place: peerSessions.place,
      format: peerSessions.format,
      title: peerSessions.title,
      aim: peerSessions.aim,
      contentNote: peerSessions.contentNote,
      guest: peerSessions.guest,
      revision: peerSessions.revision,
      savedBy: peerSessions.savedBy,
      savedAt: peerSessions.savedAt,
      heldAt: peerSessions.heldAt,
      cancelledAt: peerSessions.cancelledAt,
      cancelledByName: cancellers.name,
      cancelReason: peerSessions.cancelReason,
    })
    .from(peerSessions)
    .innerJoin(cohorts, eq(cohorts.id, peerSessions.cohortId))
    .leftJoin(
      peerParts,
      and(eq(peerParts.sessionId, peerSessions.id), eq(peerParts.role, 'leader'), isNull(peerParts.endedAt)),
    )
    .leftJoin(leaders, eq(leaders.id, peerParts.traineeId))
    .leftJoin(cancellers, eq(cancellers.id, peerSessions.cancelledBy))
    .$dynamic();

const oneSession = prepared((db) =>
  sessionRows(db)
    .where(eq(peerSessions.id, sql.placeholder('sessionId')))
    .prepare(),
);
const ofOneCohort = prepared((db) =>
  sessionRows(db)
    .where(eq(peerSessions.cohortId, sql.placeholder('cohortId')))
    .orderBy(asc(peerSessions.day), asc(peerSessions.startsAt), asc(peerSessions.id))
    .prepare(),
);

/** One session with who leads it now, cancelled ones too; null where there is none. Ask `authorise` with `sessionSubject`. One query. */
export async function findPeerSession(db: Reader, sessionId: string) {
  const [row] = await oneSession(db).all({ sessionId });
  return row ?? null;
}

export type PeerSessionRow = NonNullable<Awaited<ReturnType<typeof findPeerSession>>>;

/** What `authorise` asks about; null for no session. */
export function sessionSubject(session: Pick<PeerSessionRow, 'cohortId' | 'leaderId'> | null) {
  return session === null ? null : { cohortId: session.cohortId, leaderId: session.leaderId };
}

/** Whether the viewer belongs to a cohort: as its trainee or as its tutor. */
const belongs = (viewer: Viewer, cohortId: string) =>
  viewer.memberOf.includes(cohortId) || viewer.tutorOf.includes(cohortId);

/** Every session of a cohort, earliest first, cancelled ones too; none where the viewer does not belong to it. One query. */
export async function listPeerSessions(db: Reader, viewer: Viewer, cohortId: string): Promise<PeerSessionRow[]> {
  return belongs(viewer, cohortId) ? ofOneCohort(db).all({ cohortId }) : [];
}
