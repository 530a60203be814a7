import { asc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { assessments, assignments, people, personRoles } from '#db/schema/index.ts';
import { type WaitingCells, waitingFactsOf, waitingJson } from './waitingDecisions.ts';

/** Whoever decided on anything: from one to the next in the index, not through every decision there is. */
const everDecided = sql`with recursive who(id) as (
    select min(${assessments.assessorId}) from ${assessments}
    union all
    select (select min(a.assessor_id) from ${assessments} a where a.assessor_id > who.id) from who where who.id is not null)
  select id from who where id is not null`;

/** Ids of whoever decided on anything or is or was to, in one order. One query. */
export async function listEveryAssessorId(db: Reader): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select id from (${everDecided}) union select person_id from ${assignments} where kind = 'assessor' order by 1`);
  return rows.map(({ id }) => id);
}

type AssessorCells = readonly [
  id: string,
  name: string,
  disabled: 0 | 1,
  waiting: WaitingCells | null,
  isAssessor: 0 | 1,
];

const assessorList = prepared((db) =>
  db
    .select({
      list: sql<string>`(select json_group_array(json(n.json)) from (
        select json_array(${people.id}, ${people.name}, ${people.disabledAt} is not null, json(${waitingJson}),
          exists (select 1 from ${personRoles} r where r.person_id = ${people.id} and r.role = 'assessor')) as json
        from ${people}
        where ${people.id} in (select r.person_id from ${personRoles} r where r.role = 'assessor') or ${people.id} in (${everDecided})
        order by ${people.name}, ${people.id}) n)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/**
 * Whoever assesses or has assessed, by name. `isAssessor`: she has the role today; `isDisabled`: she cannot sign in; `toCountersign`: what
 * she decided in training and nobody has countersigned. One query, and one list of JSON: a row for each cost more to hand over than to find.
 */
export async function listAssessors(db: Reader) {
  const [found] = await assessorList(db).all();
  return (JSON.parse(found?.list ?? '[]') as AssessorCells[]).map(([id, name, disabled, waiting, isAssessor]) => ({
    ...{ id, name },
    isAssessor: isAssessor === 1,
    isDisabled: disabled === 1,
    toCountersign: waitingFactsOf(waiting),
  }));
}

export type AssessorRecord = Awaited<ReturnType<typeof listAssessors>>[number];

/** Who has a role today, by name. One query. */
export async function listPeopleWithRole(db: Reader, role: 'assessor' | 'external' | 'verifier') {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(sql`${personRoles.role} = ${role} and ${isNull(people.disabledAt)}`)
    .orderBy(asc(people.name), asc(people.id));
}

/** When a snapshot could be decided on: handed in, or signed by both. */
const readyAt = sql.raw(
  'iif(s.writer_id is null, s.submitted_at, coalesce((select max(r.signed_at) from record_signatures r where r.submission_id = s.id), s.submitted_at))',
);

interface FiguresQuestion {
  readonly assessorIds: readonly string[];
  readonly at: number;
  readonly day: string;
  readonly days: number;
}

interface FigureRow {
  readonly assessorId: string;
  readonly decided: number;
  readonly medianDays: number | null;
  readonly longestDays: number | null;
  readonly waiting: number;
  readonly oldestDays: number | null;
  readonly looked: number;
  readonly criteria: number;
  readonly agreed: number;
}

/**
 * Turnaround and agreement of some who assess. First decisions of the last `days` days before `at` (seconds): how many, the
 * middle and the longest of the days from when it could be decided to the decision; what waits for her now and the oldest of it; and
 * of the criteria that a quality assurer looked at in that time on how many she agreed. `day`: the programme day, for who assesses
 * whom. One query: 6 ms for two with all that sixteen trainees wrote, so everybody is asked about in steps.
 */
export async function listAssessorFigures(db: Reader, { assessorIds, at, day, days }: FiguresQuestion) {
  const since = at - days * 86_400;
  const some = sql`(select value from json_each(${JSON.stringify(assessorIds)}))`;
  return db.all<FigureRow>(sql`
    with firsts as materialized (
      select a.assessor_id as assessor_id, (a.assessed_at - ${readyAt}) / 86400.0 as waited
      from assessments a join submissions s on s.id = a.submission_id
      where a.assessor_id in ${some} and a.assessed_at >= ${since} and not exists (select 1 from assessments e where e.submission_id = a.submission_id
        and (e.assessed_at, e.rowid) < (a.assessed_at, a.rowid))),
    ranked as (select assessor_id, waited, row_number() over (partition by assessor_id order by waited) as place,
      count(*) over (partition by assessor_id) as n, max(waited) over (partition by assessor_id) as longest from firsts),
    turned as (select assessor_id, n, longest, avg(waited) as middle from ranked
      where place in ((n + 1) / 2, (n + 2) / 2) group by assessor_id, n, longest),
    waiting as (
      select g.person_id as assessor_id, count(distinct s.id) as n, max((${at} - ${readyAt}) / 86400.0) as oldest
      from assignments g cross join submissions s on s.trainee_id = g.trainee_id
      where g.person_id in ${some} and g.kind = 'assessor' and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on > ${day})
        and not exists (select 1 from assessments a where a.submission_id = s.id)
        and (s.writer_id is null or (select count(*) from record_signatures r where r.submission_id = s.id) >= 2)
        and not exists (select 1 from withdrawals w where w.submission_id = s.id)
        and not exists (select 1 from submissions n where n.evidence_id = s.evidence_id and n.number > s.number)
      group by g.person_id),
    looks as (
      select a.assessor_id as assessor_id, count(distinct v.id) as n, count(*) as criteria, sum(d.outcome = 'agree') as agreed
      from assessments a cross join verifications v on v.assessment_id = a.id join verification_decisions d on d.verification_id = v.id
      where a.assessor_id in ${some} and v.verified_at >= ${since} and not exists (select 1 from verifications n where n.assessment_id = v.assessment_id
        and (n.verified_at, n.rowid) > (v.verified_at, v.rowid))
      group by a.assessor_id)
    select p.id as assessorId, coalesce(t.n, 0) as decided, t.middle as medianDays, t.longest as longestDays,
      coalesce(w.n, 0) as waiting, w.oldest as oldestDays, coalesce(l.n, 0) as looked, coalesce(l.criteria, 0) as criteria,
      coalesce(l.agreed, 0) as agreed
    from people p left join turned t on t.assessor_id = p.id left join waiting w on w.assessor_id = p.id
      left join looks l on l.assessor_id = p.id
    where p.id in ${some} and (t.n is not null or w.n is not null or l.n is not null)`);
}

export type AssessorFigureRow = FigureRow;
