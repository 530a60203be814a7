import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  caseAllocations,
  caseChanges,
  caseloadWork,
  caseOverrides,
  cases,
  cohortMemberships,
  overLimitAgreements,
  people,
  workloadReductions,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type HistoryFacts, NO_FACTS } from '#src/domain/caseload/history/historyFacts.ts';

type FactKind = 'allocation' | 'change' | 'reduction' | 'agreement' | 'work' | 'override';

/** A case as JSON, from the columns of either table that has them. */
const stateOf = (alias: string) =>
  sql.raw(
    `'reference', ${alias}.reference, 'tier', ${alias}.tier, 'kind', ${alias}.kind, 'transitionToAdulthood', json(iif(${alias}.transition_to_adulthood, 'true', 'false')), 'letterTier', ${alias}.letter_tier, 'activity', ${alias}.activity, 'attributes', json(${alias}.attributes), 'complexity', json(${alias}.complexity)`,
  );

const listOf = (name: string) => sql`(select value from json_each(${sql.placeholder(name)}))`;

/** Those of the trainees asked for whose cases the viewer may see: herself, her cohorts' people of today, those she manages. */
const visible = sql`select value as id from json_each(${sql.placeholder('traineeIds')}) where value = ${sql.placeholder('self')} or value in ${listOf('managerOf')} or exists (select 1 from ${cohortMemberships} m where m.trainee_id = value and m.left_on is null and m.cohort_id in ${listOf('tutorOf')})`;

const isVisible = sql`trainee_id in (select id from visible)`;

/** A row each: trainee, which fact, and the fact as JSON with when it became known. `whose`: a select of ids as `id`. */
export const historyRows = (whose: SQL) => sql`(
        with visible as materialized (${whose}),
        own as materialized (select * from ${caseAllocations} where ${isVisible})
        select a.trainee_id, 'allocation' as fact, json_object('id', a.id, 'caseId', a.case_id, 'carrying', a.carrying, 'sharePercent', a.share_percent, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'endReason', a.end_reason, 'movedFrom', a.moved_from, 'by', p.name, 'allocatedAt', a.allocated_at, 'endedAt', a.ended_at, 'first', json_object(${stateOf('c')})) as json
          from own a join ${cases} c on c.id = a.case_id join ${people} p on p.id = a.manager_id
        union all
        select o.trainee_id, 'change', json_object('caseId', h.case_id, 'effectiveOn', h.effective_on, 'number', h.number, 'changedAt', h.changed_at, ${stateOf('h')})
          from (select distinct trainee_id, case_id from own) o join ${caseChanges} h on h.case_id = o.case_id
        union all
        select o.trainee_id, 'override', json_object('id', v.id, 'enteredAt', v.entered_at, 'allocationId', v.allocation_id, 'attribute', v.attribute, 'approver', v.approver_name, 'reason', v.reason)
          from own o join ${caseOverrides} v on v.allocation_id = o.id
        union all
        select r.trainee_id, 'reduction', json_object('id', r.id, 'reasonId', r.reason_id, 'reason', r.reason, 'hoursPerWeek', r.hours_per_week, 'startsOn', r.starts_on, 'endsOn', r.ends_on, 'enteredAt', r.entered_at, 'endedAt', r.ended_at, 'by', p.name)
          from ${workloadReductions} r join ${people} p on p.id = r.entered_by where r.${isVisible}
        union all
        select g.trainee_id, 'agreement', json_object('id', g.id, 'reason', g.reason, 'startsOn', g.starts_on, 'until', g.until, 'by', p.name, 'allocationId', g.allocation_id, 'agreedAt', g.agreed_at)
          from ${overLimitAgreements} g join ${people} p on p.id = g.manager_id where g.${isVisible}
        union all
        select trainee_id, 'work', json_object('id', id, 'kind', kind, 'type', type, 'level', level, 'startsOn', starts_on, 'endsOn', ends_on, 'enteredAt', entered_at)
          from ${caseloadWork} where ${isVisible}
      )`;

/** A row for each trainee and kind of fact, all of that kind as one list of JSON: a cohort has hundreds of facts. */
const historyFacts = prepared((db) =>
  db
    .select({
      traineeId: sql<string>`f.trainee_id`,
      fact: sql<FactKind>`f.fact`,
      json: sql<string>`'[' || group_concat(f.json) || ']'`,
    })
    .from(sql`${historyRows(visible)} f`)
    .groupBy(sql`f.trainee_id`, sql`f.fact`)
    .prepare(),
);

/** A trainee with every fact of her caseload's history. */
export interface TraineeFacts extends HistoryFacts {
  readonly traineeId: string;
}

/** Where the facts of a kind are kept. */
const LISTS: Readonly<Record<FactKind, keyof HistoryFacts>> = {
  allocation: 'allocations',
  change: 'changes',
  reduction: 'reductions',
  agreement: 'agreements',
  work: 'work',
  override: 'overrides',
};

/**
 * Everything that ever decided the loads of these trainees, for those of them whose cases the viewer may see; nothing for the
 * others. Trainees with no fact are left out. One query, however many they are.
 */
export async function listHistoryFacts(db: Reader, viewer: Viewer, ids: readonly string[]): Promise<TraineeFacts[]> {
  if (ids.length === 0) return [];
  const rows = await historyFacts(db).all({
    traineeIds: JSON.stringify(ids),
    self: viewer.roles.includes('trainee') ? viewer.id : '',
    managerOf: JSON.stringify(viewer.managerOf),
    tutorOf: JSON.stringify(viewer.tutorOf),
  });
  const known = new Map<string, TraineeFacts>();
  for (const { traineeId, fact, json } of rows)
    known.set(traineeId, {
      ...(known.get(traineeId) ?? { traineeId, ...NO_FACTS }),
      [LISTS[fact]]: JSON.parse(json) as unknown,
    });
  return [...known.values()];
}
