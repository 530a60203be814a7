import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  appointments,
  assessmentPlanItems,
  assessments,
  cohortMemberships,
  contactActionEnds,
  contactActions,
  countersignatures,
  criterionDecisions,
  evidenceItems,
  moduleCompletions,
  peerAttendance,
  peerFeedback,
  peerIntentionReviews,
  peerIntentions,
  peerParts,
  peerPreparations,
  peerSessions,
  placementAgreements,
  placements,
  signOffs,
  studyRecords,
  studySessions,
  submissionClaims,
  submissions,
  supervisionActions,
  supervisionMeetings,
  supervisionReviews,
  verificationDecisions,
  verifications,
  weekExceptions,
  weekPatterns,
  withdrawals,
} from '#db/schema/index.ts';
import type { CountersignOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { decidedFacts } from './decidedFacts.ts';
import { signedCriteriaJson, signedCriteriaOf } from './signedCriteria.ts';

/** From the first day to the last one, both included. */
export interface WeekRange {
  readonly from: string;
  readonly to: string;
}

const who = sql.placeholder('traineeId');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

/** Her own, and those of the cohorts that she is in within the range: joined through the index of each. */
const patternFacts = sql`
  select 'pattern' as fact, w.starts_on as first_day, json_object('id', w.id, 'owner', 'own', 'startsOn', w.starts_on, 'endsOn', w.ends_on, 'since', '0000-01-01', 'until', null, 'days', json(w.days), 'changedAt', w.entered_at) as json
    from ${weekPatterns} w where w.trainee_id = ${who} and w.starts_on <= ${to} and (w.ends_on is null or w.ends_on > ${from})
  union all
  select 'pattern', w.starts_on, json_object('id', w.id, 'owner', 'cohort', 'startsOn', w.starts_on, 'endsOn', w.ends_on, 'since', m.joined_on, 'until', m.left_on, 'days', json(w.days), 'changedAt', w.entered_at)
    from ${cohortMemberships} m join ${weekPatterns} w on w.cohort_id = m.cohort_id
    where m.trainee_id = ${who} and w.starts_on <= ${to} and (w.ends_on is null or w.ends_on > ${from})`;

const ownFacts = sql`
  select 'exception', starts_on, json_object('id', id, 'startsOn', starts_on, 'endsOn', ends_on, 'place', place, 'words', words, 'changedAt', entered_at)
    from ${weekExceptions} where trainee_id = ${who} and removed_at is null and starts_on <= ${to} and ends_on >= ${from}
  union all
  select 'appointment', day, json_object('id', id, 'day', day, 'startsAt', starts_at, 'endsAt', ends_at, 'title', title, 'isPrivate', json(iif(is_private, 'true', 'false')), 'revision', revision, 'changedAt', saved_at)
    from ${appointments} where trainee_id = ${who} and removed_at is null and day between ${from} and ${to}`;

const placementFacts = sql`
  select 'placement', p.starts_on, json_object('id', p.id, 'kind', p.kind, 'place', p.place, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'weekdays', json(p.weekdays), 'startsAt', p.starts_at, 'endsAt', p.ends_at, 'agreements', (select count(*) from ${placementAgreements} a where a.placement_id = p.id), 'changedAt', p.proposed_at)
    from ${placements} p where p.trainee_id = ${who} and p.cancelled_at is null and p.starts_on <= ${to} and p.ends_on >= ${from}`;

const studyFacts = sql`
  select 'study', s.day, json_object('id', s.id, 'day', s.day, 'minutes', s.minutes, 'part', s.part, 'startsAt', s.starts_at, 'revision', s.revision, 'takenMinutes', r.taken_minutes, 'lostMinutes', r.lost_minutes, 'changedAt', s.planned_at)
    from ${studySessions} s left join ${studyRecords} r on r.session_id = s.id and r.number = (select max(n.number) from ${studyRecords} n where n.session_id = s.id)
    where s.trainee_id = ${who} and s.withdrawn_at is null and s.day between ${from} and ${to}`;

/** Meetings from the first day on and everything open that she agreed to, however far from the range: the home page says what comes next. */
const supervisionFacts = sql`
  select 'meeting', day, json_object('id', id, 'day', day, 'startsAt', starts_at, 'changedAt', planned_at)
    from ${supervisionMeetings} where trainee_id = ${who} and cancelled_at is null and day >= ${from}
  union all
  select 'action', a.due_on, json_object('id', a.id, 'reviewId', a.review_id, 'words', a.words, 'dueOn', a.due_on, 'changedAt', v.saved_at)
    from ${supervisionReviews} v join ${supervisionActions} a on a.review_id = v.id
    where v.trainee_id = ${who} and v.ready_at is not null and a.part = 'trainee' and a.done_at is null`;

/** What of the contact log is for her to do on these days; the home page has what waits among the things to know. */
const contactFacts = sql`
  select 'contactAction', a.due_on, json_object('id', a.id, 'traineeId', a.trainee_id, 'words', a.words, 'dueOn', a.due_on, 'changedAt', a.written_at)
    from ${contactActions} a where a.owner_id = ${who} and a.trainee_id = ${who} and a.due_on between ${from} and ${to}
      and not exists (select 1 from ${contactActionEnds} e where e.action_id = a.id)`;

/** Peer sessions of the cohort that she is in, from the first day on: the home page says which comes next. */
const peerFacts = sql`
  select 'peerSession', s.day, json_object('id', s.id, 'day', s.day, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'title', s.title, 'format', s.format,
      'roles', (select json_group_array(p.role) from ${peerParts} p where p.session_id = s.id and p.trainee_id = m.trainee_id and p.ended_at is null),
      'done', (select json_group_array(d.item) from ${peerPreparations} d where d.session_id = s.id),
      'isHeld', json(iif(s.held_at is null, 'false', 'true')), 'revision', s.revision, 'changedAt', s.saved_at)
    from ${cohortMemberships} m join ${peerSessions} s on s.cohort_id = m.cohort_id
    where m.trainee_id = ${who} and m.left_on is null and s.day >= m.joined_on and s.day >= ${from} and s.cancelled_at is null`;

/** Past sessions that may ask something of her: those that she was at or led, of the last two months. */
const peerAfterFacts = sql`
  select 'peerAfter', s.day, json_object('id', s.id, 'title', s.title, 'day', s.day, 'heldAt', s.held_at, 'attendance', a.attendance,
      'isLeader', json(iif(l.id is null, 'false', 'true')), 'hasIntention', json(iif(i.trainee_id is null, 'false', 'true')),
      'hasReview', json(iif(r.trainee_id is null, 'false', 'true')), 'hasFeedback', json(iif(b.trainee_id is null, 'false', 'true')),
      'isMember', json(iif(exists (select 1 from ${cohortMemberships} m where m.trainee_id = ${who} and m.cohort_id = s.cohort_id and m.left_on is null), 'true', 'false')))
    from ${peerSessions} s
    left join ${peerAttendance} a on a.session_id = s.id and a.trainee_id = ${who}
    left join ${peerParts} l on l.session_id = s.id and l.trainee_id = ${who} and l.role = 'leader' and l.ended_at is null
    left join ${peerIntentions} i on i.session_id = s.id and i.trainee_id = ${who}
    left join ${peerIntentionReviews} r on r.session_id = s.id and r.trainee_id = ${who}
    left join ${peerFeedback} b on b.session_id = s.id and b.trainee_id = ${who}
    where s.id in (select session_id from ${peerAttendance} where trainee_id = ${who} and attendance = 'there'
      union select session_id from ${peerParts} where trainee_id = ${who} and role = 'leader' and ended_at is null)
    and s.cancelled_at is null and s.day <= ${from} and s.day >= date(${from}, '-62 days')`;

/** What may have come of a plan: snapshots of its kind since, and those of the evidence that was begun from it. */
const cameOfPlan = sql`(select json_group_array(json_object('id', s.id, 'evidenceId', s.evidence_id, 'kind', s.kind,
      'version', s.qualification_version, 'submittedAt', s.submitted_at,
      'claims', (select json_group_array(c.criterion_id) from ${submissionClaims} c where c.submission_id = s.id)))
    from ${submissions} s
    where s.trainee_id = i.trainee_id and (s.evidence_id = i.evidence_id or (s.kind = i.kind and s.submitted_at >= i.planned_at))
      and not exists (select 1 from ${withdrawals} w where w.submission_id = s.id)
      and not exists (select 1 from ${evidenceItems} e where e.id = s.evidence_id and e.removed_at is not null))`;

/** Newest snapshots whose assessment says "returned", with all that their state is worked out from. */
const returnedFacts = sql`
  select 'returned', '', json_object('id', ${submissions.evidenceId}, 'title', ${submissions.title}, 'version', ${submissions.qualificationVersion},
      'claims', (select json_group_array(k.criterion_id) from ${submissionClaims} k where k.submission_id = ${submissions.id}),
      'needsCountersign', a.needs_countersign, 'countersigned', (select c.outcome from ${countersignatures} c where c.assessment_id = a.id),
      'decided', (select json_group_array(json_array(d.criterion_id, d.outcome)) from ${criterionDecisions} d where d.assessment_id = a.id),
      'verified', (select json_group_array(json_array(d.criterion_id, d.outcome)) from ${verificationDecisions} d
        where d.verification_id = (select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1)),
      'signed', ${signedCriteriaJson} || '', 'isSignedWhole', exists (select 1 from ${signOffs} o where o.submission_id = ${submissions.id}))
    from ${submissions} join ${assessments} a on a.id = (select b.id from ${assessments} b where b.submission_id = ${submissions.id} order by b.assessed_at desc, b.rowid desc limit 1)
    where ${submissions.traineeId} = ${who} and a.outcome = 'returned'
      and not exists (select 1 from ${submissions} n where n.evidence_id = ${submissions.evidenceId} and n.number > ${submissions.number})
      and not exists (select 1 from ${withdrawals} w where w.submission_id = ${submissions.id})
      and not exists (select 1 from ${evidenceItems} i where i.id = ${submissions.evidenceId} and i.removed_at is not null)`;

/** Evidence that may be hers to change, plans, and modules that are done. */
const workFacts = sql`
  ${returnedFacts}
  union all
  select 'planned', i.planned_on, json_object('id', i.id, 'kind', i.kind, 'criteria', json(i.criteria), 'version', i.qualification_version,
      'evidenceId', i.evidence_id, 'day', i.planned_on, 'changedAt', i.planned_at, 'came', ${cameOfPlan})
    from ${assessmentPlanItems} i where i.trainee_id = ${who} and i.removed_at is null and i.planned_on between ${from} and ${to}
  union all
  select 'done', '', json_object('id', module_id) from ${moduleCompletions} where trainee_id = ${who}`;

const everyFact = sql.join(
  [
    patternFacts,
    ownFacts,
    placementFacts,
    studyFacts,
    supervisionFacts,
    contactFacts,
    peerFacts,
    peerAfterFacts,
    workFacts,
  ],
  sql` union all `,
);

/** As one list of JSON: a row for each cost more to hand over than to find (docs/performance.md). */
const weekFacts = prepared((db) =>
  db
    .select({ json: sql<string | null>`'[' || group_concat('["' || o.fact || '",' || o.json || ']') || ']'` })
    .from(sql`(select f.fact, f.json from (${everyFact}) f order by f.first_day, f.fact, f.json) o`)
    .prepare(),
);

/**
 * Everything that decides a trainee's days in a range: patterns, exceptions, placements, study time, appointments, returned
 * evidence, modules done, actions of the contact log; of supervision also the meetings after it and what is open, whenever it is due. One query.
 */
export async function listWeekFacts(db: Reader, traineeId: string, range: WeekRange): Promise<WeekFact[]> {
  const [found] = await weekFacts(db).all({ traineeId, from: range.from, to: range.to });
  const facts = JSON.parse(found?.json ?? '[]') as (readonly [fact: WeekFact['fact'], row: object])[];
  return facts.map(([fact, row]) => factOf(fact, row));
}

interface ReturnedRow {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly claims: readonly string[];
  readonly needsCountersign: 0 | 1;
  readonly countersigned: CountersignOutcome | null;
  readonly decided: readonly (readonly [criterionId: string, outcome: CriterionOutcome])[];
  readonly verified: readonly (readonly [criterionId: string, outcome: VerificationOutcome])[];
  readonly signed: string | null;
  readonly isSignedWhole: 0 | 1;
}

const factOf = (fact: WeekFact['fact'], row: object): WeekFact =>
  fact === 'returned' ? returnedFact(row as ReturnedRow) : ({ ...row, fact } as WeekFact);

function returnedFact({ id, title, version, claims, signed, isSignedWhole, ...assessed }: ReturnedRow): WeekFact {
  const decided = decidedFacts({ ...assessed, needsCountersign: assessed.needsCountersign === 1 });
  return {
    fact: 'returned',
    ...{ id, title },
    snapshot: {
      ...{ qualificationVersion: version, withdrawnAt: null, awaitsSignatures: false, claims },
      assessment: { outcome: 'returned', ...decided },
      signedCriteria: signedCriteriaOf(signed),
      signOff: isSignedWhole === 1 ? {} : null,
    },
  };
}
