import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { peerAttendance, peerSessions } from '#db/schema/index.ts';
import type { Marked } from '#src/domain/peerSessions/attendance.ts';
import type { PeerAttendance } from '#src/domain/peerSessions/words.ts';

export interface MarkedMember extends Marked {
  readonly name: string;
}

/** Who was to come, by name: whoever is in the cohort now and was on the day, and whoever is marked. One query. */
export async function listAttendance(
  db: Reader,
  { id, cohortId, day }: { id: string; cohortId: string; day: string },
): Promise<MarkedMember[]> {
  return db.all<MarkedMember>(sql`
    select p.id as traineeId, p.name as name, a.attendance as attendance from people p
    left join peer_attendance a on a.session_id = ${id} and a.trainee_id = p.id
    where p.id in (
      select trainee_id from cohort_memberships where cohort_id = ${cohortId} and left_on is null and joined_on <= ${day}
      union select trainee_id from peer_attendance where session_id = ${id})
    order by p.name, p.id`);
}

interface Marking {
  readonly sessionId: string;
  readonly marks: ReadonlyMap<string, PeerAttendance>;
  readonly markedBy: string;
  readonly at: Date;
}

/** Keeps who was there. The newest word stands; the same word again changes nothing. */
export async function saveAttendance(tx: Writer, { sessionId, marks, markedBy, at }: Marking): Promise<void> {
  const rows = [...marks].map(([traineeId, attendance]) => ({
    sessionId,
    traineeId,
    attendance,
    markedBy,
    markedAt: at,
  }));
  if (rows.length === 0) return;
  await tx
    .insert(peerAttendance)
    .values(rows)
    .onConflictDoUpdate({
      target: [peerAttendance.sessionId, peerAttendance.traineeId],
      set: {
        attendance: sql`excluded.attendance`,
        markedBy: sql`excluded.marked_by`,
        markedAt: sql`excluded.marked_at`,
      },
      setWhere: sql`${peerAttendance.attendance} <> excluded.attendance`,
    });
}

/** Closes a session, once. */
export async function closePeerSession(tx: Writer, sessionId: string, at: Date): Promise<void> {
  await tx
    .update(peerSessions)
    .set({ heldAt: at })
    .where(and(eq(peerSessions.id, sessionId), isNull(peerSessions.heldAt), isNull(peerSessions.cancelledAt)));
}
