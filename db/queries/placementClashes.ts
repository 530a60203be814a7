import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  cohortMemberships,
  peerSessions,
  studyRecords,
  studySessions,
  supervisionMeetings,
  weekExceptions,
} from '#db/schema/index.ts';
import type { BusyTime } from '#src/domain/placements/clashes.ts';

/** How long the peer session `p` lasts. */
export const peerMinutes = sql<number>`(substr(p.ends_at, 1, 2) * 60 + substr(p.ends_at, 4) - substr(p.starts_at, 1, 2) * 60 - substr(p.starts_at, 4))`;

/**
 * What a trainee has on days from one to another (both included) that may stand in the way of a placement: study time that is
 * planned and not wholly lost, supervision meetings, peer sessions of her cohort, and days on which she is somewhere else. What was taken back is left out. One query.
 */
export async function listBusyTimes(
  db: Reader,
  { traineeId, from, to }: { traineeId: string; from: string; to: string },
): Promise<BusyTime[]> {
  const lost = sql`(select r.taken_minutes = 0 from ${studyRecords} r where r.session_id = s.id order by r.number desc limit 1)`;
  return db.all<BusyTime>(sql`
    select 'study' as "kind", s.day as "startsOn", s.day as "endsOn", s.starts_at as "startsAt", s.minutes as "minutes"
      from ${studySessions} s
      where s.trainee_id = ${traineeId} and s.withdrawn_at is null and s.day between ${from} and ${to} and coalesce(${lost}, 0) = 0
    union all
    select 'supervision', m.day, m.day, m.starts_at, null from ${supervisionMeetings} m
      where m.trainee_id = ${traineeId} and m.cancelled_at is null and m.day between ${from} and ${to}
    union all
    select e.place, e.starts_on, e.ends_on, null, null from ${weekExceptions} e
      where e.trainee_id = ${traineeId} and e.removed_at is null and e.starts_on <= ${to} and e.ends_on >= ${from}
    union all
    select 'peer', p.day, p.day, p.starts_at, ${peerMinutes} from ${peerSessions} p
      join ${cohortMemberships} c on c.cohort_id = p.cohort_id and c.trainee_id = ${traineeId} and c.left_on is null
      where p.cancelled_at is null and p.day between ${from} and ${to}
    order by 2, 1`);
}
