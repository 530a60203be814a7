import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  cohortMemberships,
  peerSessions,
  placementAgreements,
  placementDays,
  placements,
  studySessions,
  supervisionMeetings,
  weekExceptions,
} from '#db/schema/index.ts';
import { peerMinutes } from './placementClashes.ts';
import type { BusyTime } from '#src/domain/placements/clashes.ts';
import type { CountedPlacement } from '#src/domain/placements/offers.ts';

const everybody = sql`(select value from json_each(${sql.placeholder('traineeIds')}))`;
const from = sql.placeholder('from');
const to = sql.placeholder('to');

/** A placement of somebody who would like a seat. */
export interface WisherPlacement extends CountedPlacement {
  readonly id: string;
  readonly traineeId: string;
  readonly offerId: string | null;
}

const theirPlacements = prepared((db) =>
  db
    .select({
      id: placements.id,
      traineeId: placements.traineeId,
      offerId: placements.offerId,
      kind: placements.kind,
      place: placements.place,
      startsOn: placements.startsOn,
      endsOn: placements.endsOn,
      weekdays: placements.weekdays,
      startsAt: placements.startsAt,
      endsAt: placements.endsAt,
      cancelledAt: placements.cancelledAt,
      agreements: sql<number>`(select count(*) from ${placementAgreements} a where a.placement_id = ${placements.id})`,
      recordedDays: sql<number>`(select count(*) from ${placementDays} d where d.placement_id = ${placements.id})`,
      missedDays: sql<number>`(select count(*) from ${placementDays} d where d.placement_id = ${placements.id} and d.attendance = 'missed')`,
    })
    .from(placements)
    .where(sql`${placements.traineeId} in ${everybody}`)
    .prepare(),
);

/** All placements of some trainees, cancelled ones too. Whoever calls says whose may be read. One query. */
export async function listWisherPlacements(db: Reader, traineeIds: readonly string[]): Promise<WisherPlacement[]> {
  const rows = await theirPlacements(db).all({ traineeIds: JSON.stringify(traineeIds) });
  return rows.map(({ agreements, recordedDays, ...placement }) => ({
    ...placement,
    isCounted: agreements > 0 || recordedDays > 0 || placement.offerId !== null,
  }));
}

/** What else stands in the days of some trainees. */
export interface WisherBusyTime extends BusyTime {
  readonly traineeId: string;
}

const theirBusyTimes = prepared((db) =>
  db
    .select({
      traineeId: sql<string>`b.trainee_id`,
      kind: sql<BusyTime['kind']>`b.kind`,
      startsOn: sql<string>`b.starts_on`,
      endsOn: sql<string>`b.ends_on`,
      startsAt: sql<string | null>`b.starts_at`,
      minutes: sql<number | null>`b.minutes`,
    })
    .from(
      sql`(
        select s.trainee_id, 'study' as kind, s.day as starts_on, s.day as ends_on, s.starts_at, s.minutes
          from ${studySessions} s where s.trainee_id in ${everybody} and s.withdrawn_at is null and s.is_planned and s.day between ${from} and ${to}
        union all
        select m.trainee_id, 'supervision', m.day, m.day, m.starts_at, null
          from ${supervisionMeetings} m where m.trainee_id in ${everybody} and m.cancelled_at is null and m.day between ${from} and ${to}
        union all
        select c.trainee_id, 'peer', p.day, p.day, p.starts_at, ${peerMinutes}
          from ${cohortMemberships} c join ${peerSessions} p on p.cohort_id = c.cohort_id
          where c.trainee_id in ${everybody} and c.left_on is null and p.cancelled_at is null and p.day between ${from} and ${to}
        union all
        select e.trainee_id, e.place, e.starts_on, e.ends_on, null, null
          from ${weekExceptions} e where e.trainee_id in ${everybody} and e.removed_at is null and e.starts_on <= ${to} and e.ends_on >= ${from}
      ) b`,
    )
    .orderBy(sql`b.starts_on, b.trainee_id, b.kind`)
    .prepare(),
);

/** Study time, supervision, peer sessions and days elsewhere of some trainees in a range, both days included. One query. */
export async function listWisherBusyTimes(
  db: Reader,
  traineeIds: readonly string[],
  range: { readonly from: string; readonly to: string },
): Promise<WisherBusyTime[]> {
  return theirBusyTimes(db).all({ ...range, traineeIds: JSON.stringify(traineeIds) });
}
