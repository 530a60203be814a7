import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import {
  acknowledgements,
  caseAllocations,
  caseObjections,
  caseOverrides,
  cases,
  cohortMemberships,
  enrolments,
  objectionAnswers,
  overLimitAgreements,
  people,
  programmePauses,
  placementAgreements,
  placementHostAnswers,
  placements,
  supervisionReviews,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { UNTIL_DONE } from '#src/domain/matters/kinds.ts';
import type { MatterFact } from '#src/domain/matters/matter.ts';
import { BREAK_ENTERED, LEFT_COHORT, PLACE_CHANGED, PROGRAMME_ENDED } from './programme/matters.ts';
import { ANSWER_TO_READ, MESSAGE_TO_READ, OVERDUE_CONTACT_ACTION, OWN_CONTACT_ACTION } from './contacts/matters.ts';
import { READINESS_TO_AGREE, RECORD_TO_SIGN, SAMPLED, STUDY_LOST, WITNESS_ANSWERED } from './matterSources.ts';

const me = sql.placeholder('me');
const today = sql.placeholder('today');

/** The day of the last review whose record is ready to sign or signed, for the enrolment `e`. */
const lastReview = sql`(select max(r.held_on) from ${supervisionReviews} r where r.trainee_id = e.trainee_id and r.ready_at is not null and r.held_on <= ${today})`;

/**
 * What may be a matter, one select each, with the columns kind, id, trainee_id, since (seconds, or a day) and details (JSON).
 * `tutor` and `manager` say whom it concerns among the viewer's people; `self` that it is the viewer's own.
 * Another kind is another entry here, a name in `MATTER_KINDS` and its words in `MATTER_WORDS`.
 */
const SOURCES: readonly { readonly audience: readonly MatterFact['audience'][]; readonly select: SQL }[] = [
  {
    audience: ['tutor'],
    select: sql`select 'over-limit' as kind, a.id as id, a.trainee_id as trainee_id, a.agreed_at as since, json_object('until', a.until, 'reason', a.reason, 'by', p.name) as details
      from ${overLimitAgreements} a join ${people} p on p.id = a.manager_id
      where a.starts_on <= ${today} and a.until > ${today} and ${isNewest('a')}`,
  },
  {
    // From its last day on.
    audience: ['tutor', 'manager'],
    select: sql`select 'over-limit-ended' as kind, a.id as id, a.trainee_id as trainee_id, a.until as since, json_object('until', a.until) as details
      from ${overLimitAgreements} a where a.until <= ${today} and ${isNewest('a')}`,
  },
  {
    // Nothing was ever agreed. Whether she is over, and since when, is worked out: see `loadMatters`.
    audience: ['tutor', 'manager'],
    select: sql`select 'over-limit-unagreed' as kind, e.trainee_id as id, e.trainee_id as trainee_id, ${today} as since, '{}' as details
      from ${enrolments} e
      where e.started_on <= ${today}
        and not exists (select 1 from ${overLimitAgreements} a where a.trainee_id = e.trainee_id and a.starts_on <= ${today})
        and exists (select 1 from ${caseAllocations} c where c.trainee_id = e.trainee_id and c.ends_on is null)`,
  },
  {
    audience: ['tutor'],
    select: sql`select 'rule-override' as kind, o.id as id, a.trainee_id as trainee_id, o.entered_at as since, json_object('reference', c.reference, 'caseId', c.id, 'approver', o.approver_name, 'reason', o.reason) as details
      from ${caseOverrides} o join ${caseAllocations} a on a.id = o.allocation_id join ${cases} c on c.id = a.case_id
      where a.ends_on is null`,
  },
  {
    audience: ['tutor', 'manager'],
    select: sql`select 'objection' as kind, o.id as id, o.trainee_id as trainee_id, o.raised_at as since, json_object('words', o.words, 'reference', c.reference) as details
      from ${caseObjections} o left join ${cases} c on c.id = o.case_id
      where not exists (select 1 from ${objectionAnswers} s where s.objection_id = o.id and s.settles = 1)`,
  },
  {
    audience: ['self'],
    select: sql`select 'objection-answered' as kind, s.id as id, o.trainee_id as trainee_id, s.answered_at as since, json_object('words', s.words, 'by', p.name, 'objectionId', o.id) as details
      from ${objectionAnswers} s join ${caseObjections} o on o.id = s.objection_id join ${people} p on p.id = s.person_id`,
  },
  {
    audience: ['tutor', 'manager'],
    select: sql`select 'placement-to-agree' as kind, pl.id as id, pl.trainee_id as trainee_id, pl.proposed_at as since, json_object('place', pl.place) as details
      from ${placements} pl
      where pl.cancelled_at is null and pl.ends_on >= ${today}
        and not exists (select 1 from ${placementAgreements} g where g.placement_id = pl.id and g.person_id = ${me})
        and not exists (select 1 from ${placementHostAnswers} h where h.placement_id = pl.id and h.agrees = 0)`,
  },
  {
    audience: ['self', 'tutor', 'manager'],
    select: sql`select 'host-declined' as kind, pl.id as id, pl.trainee_id as trainee_id, h.answered_at as since, json_object('place', pl.place, 'words', h.words) as details
      from ${placementHostAnswers} h join ${placements} pl on pl.id = h.placement_id
      where h.agrees = 0 and pl.cancelled_at is null and pl.ends_on >= ${today}`,
  },
  {
    // Whether the gap is too long is for `reviewGap` to say: see `gapMatters`.
    audience: ['self', 'tutor', 'manager'],
    select: sql`select 'supervision-gap' as kind, e.trainee_id || '.' || coalesce(${lastReview}, 'first') as id, e.trainee_id as trainee_id, e.started_on as since,
        json_object('routeId', e.route_id, 'startedOn', e.started_on, 'hoursPerWeek', e.hours_per_week, 'lastHeldOn', ${lastReview}, 'pauses', json((select json_group_array(json_object('startsOn', u.starts_on, 'endsOn', u.ends_on, 'reason', u.reason)) from ${programmePauses} u where u.trainee_id = e.trainee_id)), 'endedOn', (select x.ended_on from programme_endings x where x.trainee_id = e.trainee_id and x.reopened_at is null)) as details
      from ${enrolments} e where e.started_on <= ${today}`,
  },
  { audience: ['tutor'], select: STUDY_LOST },
  { audience: ['manager'], select: READINESS_TO_AGREE },
  { audience: ['self'], select: RECORD_TO_SIGN },
  { audience: ['self'], select: WITNESS_ANSWERED },
  { audience: ['self'], select: SAMPLED },
  { audience: ['self', 'tutor', 'manager'], select: OWN_CONTACT_ACTION },
  { audience: ['tutor'], select: OVERDUE_CONTACT_ACTION },
  { audience: ['self'], select: MESSAGE_TO_READ },
  { audience: ['self', 'tutor'], select: ANSWER_TO_READ },
  { audience: ['self', 'tutor'], select: PLACE_CHANGED },
  { audience: ['self', 'tutor'], select: BREAK_ENTERED },
  { audience: ['self'], select: PROGRAMME_ENDED },
  { audience: ['former'], select: LEFT_COHORT },
];

/** Of one trainee's agreements the one that was agreed last. */
function isNewest(alias: string): SQL {
  const one = sql.raw(alias);
  return sql`not exists (select 1 from ${overLimitAgreements} n where n.trainee_id = ${one}.trainee_id and (n.agreed_at > ${one}.agreed_at or (n.agreed_at = ${one}.agreed_at and n.rowid > ${one}.rowid)))`;
}

const selects = SOURCES.flatMap(({ audience, select }) =>
  audience.map(
    (to) =>
      sql`select f.*, mine.audience as audience from mine join (${select}) f on f.trainee_id = mine.trainee_id where mine.audience = ${sql.raw(`'${to}'`)}`,
  ),
);
const untilDone = sql.raw([...UNTIL_DONE].map((kind) => `'${kind}'`).join(', '));

const matterFacts = prepared((db) =>
  db
    .select({
      kind: sql<MatterFact['kind']>`m.kind`,
      id: sql<string>`m.id`,
      traineeId: sql<string>`m.trainee_id`,
      traineeName: sql<string>`(select name from ${people} where id = m.trainee_id)`,
      audience: sql<MatterFact['audience']>`m.audience`,
      since: sql<number | string>`m.since`,
      details: sql<string>`m.details`,
    })
    .from(
      sql`(
        with mine as (
          select trainee_id, 'tutor' as audience from ${cohortMemberships} where left_on is null and trainee_id <> ${me}
            and cohort_id in (select value from json_each(${sql.placeholder('tutorOf')}))
          union all select trainee_id, 'former' from ${cohortMemberships} where left_on >= date(${today}, '-28 days') and trainee_id <> ${me}
            and cohort_id in (select value from json_each(${sql.placeholder('tutorOf')}))
          union all select value, 'manager' from json_each(${sql.placeholder('managerOf')}) where value <> ${me}
          union all select ${me}, 'self'
        )
        ${sql.join(selects, sql` union all `)}
      ) m`,
    )
    .where(
      sql`m.kind in (${untilDone}) or not exists (select 1 from ${acknowledgements} k where k.person_id = ${me} and k.matter = m.kind || ':' || m.id)`,
    )
    .prepare(),
);

/**
 * What may wait to be seen by the viewer on a day: of her own, of her cohorts' trainees, of those she manages, each by the role that
 * is told of it, less what she has seen. Whether a caseload is over its limit is not asked here: see `loadMatters`.
 * One query.
 */
export async function listMatterFacts(db: Reader, viewer: Viewer, day: string): Promise<MatterFact[]> {
  const rows = await matterFacts(db).all({
    me: viewer.id,
    today: day,
    tutorOf: JSON.stringify(viewer.tutorOf),
    managerOf: JSON.stringify(viewer.managerOf),
  });
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as MatterFact['details'] }));
}

/** Notes that somebody has seen a matter. A repeat changes nothing. */
export async function insertAcknowledgement(tx: Writer, row: typeof acknowledgements.$inferInsert): Promise<void> {
  await tx.insert(acknowledgements).values(row).onConflictDoNothing();
}
