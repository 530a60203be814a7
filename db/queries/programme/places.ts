import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import type { EndingKind, WithdrawalReason } from '#src/domain/people/words.ts';
import type { PauseReason } from '#src/domain/programme/words.ts';
import type { OpenWork } from '#src/domain/programme/endings.ts';

/** A time in a cohort. `leftOn` is the first day outside, null while she is in it. */
export interface MembershipRow {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}
export interface ChangeRow {
  readonly id: string;
  readonly fromRouteId: string;
  readonly toRouteId: string;
  readonly fromStartedOn: string;
  readonly toStartedOn: string;
  readonly fromHoursPerWeek: number;
  readonly toHoursPerWeek: number;
  readonly effectiveOn: string;
  /** Empty where it was removed because its time was over. */
  readonly reason: string;
}
export interface BreakRow {
  readonly id: string;
  readonly reason: PauseReason;
  readonly startsOn: string;
  readonly endsOn: string | null;
}
export interface EndingRow {
  readonly id: string;
  readonly kind: EndingKind;
  readonly reason: WithdrawalReason | null;
  readonly words: string;
  readonly endedOn: string;
  /** Instants in seconds since 1970. */
  readonly enteredAt: number;
  readonly reopenedAt: number | null;
}
/** Who assesses or manages her now or later. */
export interface AssignedRow {
  readonly kind: 'assessor' | 'manager';
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What was and is set for one trainee: earliest first. */
export interface PlaceHistory {
  readonly memberships: readonly MembershipRow[];
  readonly changes: readonly ChangeRow[];
  readonly breaks: readonly BreakRow[];
  readonly endings: readonly EndingRow[];
}

const parsed = <Row>(json: string | undefined) => JSON.parse(json ?? '[]') as Row[];

/** Everything that was set for her place, earliest first. One query. */
export async function readPlaceHistory(db: Reader, traineeId: string): Promise<PlaceHistory> {
  const [row] = await db.all<Record<keyof PlaceHistory, string>>(sql`select
    (select json_group_array(json_object('cohortId', t.cohort_id, 'cohortName', t.name, 'joinedOn', t.joined_on, 'leftOn', t.left_on)) from
      (select m.*, c.name from cohort_memberships m join cohorts c on c.id = m.cohort_id where m.trainee_id = ${traineeId} order by m.joined_on, m.rowid) t) as memberships,
    (select json_group_array(json_object('id', t.id, 'fromRouteId', t.from_route_id, 'toRouteId', t.to_route_id, 'fromStartedOn', t.from_started_on,
        'toStartedOn', t.to_started_on, 'fromHoursPerWeek', t.from_hours_per_week, 'toHoursPerWeek', t.to_hours_per_week, 'effectiveOn', t.effective_on, 'reason', t.reason)) from
      (select * from enrolment_changes where trainee_id = ${traineeId} order by changed_at, rowid) t) as changes,
    (select json_group_array(json_object('id', t.id, 'reason', t.reason, 'startsOn', t.starts_on, 'endsOn', t.ends_on)) from
      (select * from programme_pauses where trainee_id = ${traineeId} order by starts_on) t) as breaks,
    (select json_group_array(json_object('id', t.id, 'kind', t.kind, 'reason', t.reason, 'words', t.words, 'endedOn', t.ended_on, 'enteredAt', t.entered_at, 'reopenedAt', t.reopened_at)) from
      (select * from programme_endings where trainee_id = ${traineeId} order by entered_at, rowid) t) as endings`);
  return {
    memberships: parsed<MembershipRow>(row?.memberships),
    changes: parsed<ChangeRow>(row?.changes),
    breaks: parsed<BreakRow>(row?.breaks),
    endings: parsed<EndingRow>(row?.endings),
  };
}

/** Who assesses and manages her, and what stands open, as counts. For administrators. One query. */
export async function readAround(db: Reader, traineeId: string, today: string) {
  const [row] = await db.all<OpenWork & { assigned: string; isQualified: number }>(sql`select
    (select json_group_array(json_object('kind', t.kind, 'name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on)) from
      (select a.*, p.name from assignments a join people p on p.id = a.person_id where a.trainee_id = ${traineeId}
        and (a.ends_on is null or a.ends_on > ${today}) order by a.kind, a.starts_on, p.name) t) as assigned,
    exists (select 1 from portfolio_sign_offs o where o.trainee_id = ${traineeId} and o.subject = 'qualification'
      and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = o.id)) as isQualified,
    (select count(*) from case_allocations c where c.trainee_id = ${traineeId} and c.ends_on is null) as cases,
    (select count(*) from submissions s where s.trainee_id = ${traineeId}
      and not exists (select 1 from assessments a where a.submission_id = s.id)
      and not exists (select 1 from withdrawals w where w.submission_id = s.id)
      and not exists (select 1 from submissions n where n.evidence_id = s.evidence_id and n.number > s.number)) as waiting,
    (select count(*) from supervision_reviews v where v.trainee_id = ${traineeId} and v.ready_at is not null
      and (select count(*) from supervision_signatures g where g.review_id = v.id) < 3) as unsignedReviews,
    (select count(*) from placements l where l.trainee_id = ${traineeId} and l.cancelled_at is null and l.ends_on >= ${today}) as placements,
    (select count(*) from peer_parts r join peer_sessions e on e.id = r.session_id where r.trainee_id = ${traineeId}
      and r.ended_at is null and e.held_at is null and e.cancelled_at is null and e.day >= ${today}) as peerSessions`);
  const { assigned = '[]', isQualified = 0, ...open } = row ?? NOTHING_OPEN;
  return { assigned: parsed<AssignedRow>(assigned), isQualified: isQualified === 1, open };
}

const NOTHING_OPEN = {
  ...{ assigned: '[]', isQualified: 0, cases: 0, waiting: 0, unsignedReviews: 0, placements: 0, peerSessions: 0 },
};
