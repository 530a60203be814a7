import { sql } from 'drizzle-orm';
import {
  moduleCompletions,
  readinessAgreements,
  readinessChecks,
  studyRecords,
  studySessions,
} from '#db/schema/index.ts';
import { READINESS_MODULES } from '#src/domain/readiness/training.ts';

/** Study time lost in the last four weeks, by the record that stands: a correction that loses other time is told again. */
export const STUDY_LOST = sql`select 'study-lost' as kind, r.id as id, s.trainee_id as trainee_id, r.recorded_at as since, json_object('day', s.day, 'lostMinutes', r.lost_minutes, 'cause', r.cause) as details
  from ${studyRecords} r join ${studySessions} s on s.id = r.session_id
  where r.lost_minutes > 0 and s.withdrawn_at is null and s.day >= date(${sql.placeholder('today')}, '-28 days')
    and not exists (select 1 from ${studyRecords} n where n.session_id = r.session_id and n.number > r.number)`;

const neededModules = sql.raw(
  Object.entries(READINESS_MODULES)
    .flatMap(([kind, modules]) => modules.map((moduleId) => `select '${kind}' as kind, '${moduleId}' as module_id`))
    .join(' union all '),
);

/** Readiness checks in which everything but the agreement to what stands there now is whole: see `readinessOf`. */
export const READINESS_TO_AGREE = sql`select 'readiness-to-agree' as kind, c.id as id, c.trainee_id as trainee_id, c.saved_at as since, json_object('kind', c.kind) as details
  from ${readinessChecks} c
  where c.shadowed_on is not null and trim(c.shadowed_with) <> '' and trim(c.buddy) <> '' and trim(c.check_in) <> ''
    and not exists (select 1 from ${readinessAgreements} a where a.check_id = c.id and a.revision = c.revision)
    and not exists (select 1 from (${neededModules}) m where m.kind = c.kind
      and not exists (select 1 from ${moduleCompletions} d where d.trainee_id = c.trainee_id and d.module_id = m.module_id))`;
