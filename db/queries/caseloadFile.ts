import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  caseAllocations,
  caseChanges,
  caseOverrides,
  cases,
  cohortMemberships,
  overLimitAgreements,
  people,
} from '#db/schema/index.ts';
import type { CaseFileFact } from '#src/domain/caseload/caseFile.ts';

const facts = (alias: string) =>
  sql.raw(
    `'reference', ${alias}.reference, 'tier', ${alias}.tier, 'kind', ${alias}.kind, 'transitionToAdulthood', ${alias}.transition_to_adulthood, 'letterTier', ${alias}.letter_tier, 'activity', ${alias}.activity, 'attributes', json(${alias}.attributes), 'complexity', json(${alias}.complexity)`,
  );

const file = prepared((db) => {
  const caseId = sql.placeholder('caseId');
  return db
    .select({ fact: sql<CaseFileFact['fact']>`f.fact`, at: sql<number>`f.at`, json: sql<string>`f.json` })
    .from(
      sql`(
        select 'first' as fact, 0 as place, c.created_at as at, json_object(${facts('c')}) as json from ${cases} c where c.id = ${caseId}
        union all
        select 'change', h.number, h.changed_at, json_object('effectiveOn', h.effective_on, 'by', p.name, 'number', h.number, ${facts('h')})
          from ${caseChanges} h join ${people} p on p.id = h.changed_by where h.case_id = ${caseId}
        union all
        select 'allocation', a.rowid, a.allocated_at, json_object('id', a.id, 'traineeId', a.trainee_id, 'traineeName', t.name, 'cohortId', m.cohort_id,
            'managerId', a.manager_id, 'managerName', g.name, 'carrying', a.carrying, 'sharePercent', a.share_percent, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
            'availablePoints', a.available_points, 'usedPointsBefore', a.used_points_before, 'usedPointsAfter', a.used_points_after,
            'movedFrom', a.moved_from, 'endReason', a.end_reason, 'endedBy', e.name, 'endedAt', a.ended_at,
            'overReason', o.reason, 'overUntil', o.until)
          from ${caseAllocations} a join ${people} t on t.id = a.trainee_id join ${people} g on g.id = a.manager_id
            left join ${people} e on e.id = a.ended_by
            left join ${cohortMemberships} m on m.trainee_id = a.trainee_id and m.left_on is null
            left join ${overLimitAgreements} o on o.allocation_id = a.id
          where a.case_id = ${caseId}
        union all
        select 'override', v.rowid, v.entered_at, json_object('allocationId', v.allocation_id, 'attribute', v.attribute, 'stage', v.stage, 'approver', v.approver_name, 'reason', v.reason, 'by', p.name)
          from ${caseOverrides} v join ${caseAllocations} a on a.id = v.allocation_id join ${people} p on p.id = v.entered_by where a.case_id = ${caseId}
      ) f`,
    )
    .orderBy(
      sql`f.at, case f.fact when 'first' then 0 when 'change' then 1 when 'allocation' then 2 else 3 end, f.place`,
    )
    .prepare();
});

/**
 * Everything that is kept about a case, in the order it happened; empty where there is no such case. Whose trainees they are is in
 * it, for `authorise`. One query.
 */
export async function listCaseFile(db: Reader, caseId: string): Promise<CaseFileFact[]> {
  const rows = await file(db).all({ caseId });
  return rows.map(({ fact, at, json }) => ({ fact, at, ...(JSON.parse(json) as object) }) as CaseFileFact);
}
