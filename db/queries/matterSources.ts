import { sql } from 'drizzle-orm';
import {
  evidenceItems,
  moduleCompletions,
  people,
  readinessAgreements,
  readinessChecks,
  recordSignatures,
  studyRecords,
  studySessions,
  submissions,
  withdrawals,
  witnessAnswers,
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

/** Observations and discussions that an assessor finished and signed, and the trainee has not: she reads them and signs, or sends them back. */
export const RECORD_TO_SIGN = sql`select 'record-to-sign' as kind, b.id as id, b.trainee_id as trainee_id, b.submitted_at as since, json_object('evidenceId', b.evidence_id, 'title', b.title, 'kind', b.kind, 'by', p.name) as details
  from ${submissions} b join ${people} p on p.id = b.writer_id
  where b.trainee_id = ${sql.placeholder('me')} and b.writer_id is not null
    and not exists (select 1 from ${withdrawals} w where w.submission_id = b.id)
    and exists (select 1 from ${recordSignatures} a where a.submission_id = b.id and a.part = 'assessor')
    and not exists (select 1 from ${recordSignatures} s where s.submission_id = b.id and s.part = 'trainee')
    and not exists (select 1 from ${submissions} n where n.evidence_id = b.evidence_id and n.number > b.number)`;

/** Testimonies that a witness has written and the trainee has not handed in. */
export const WITNESS_ANSWERED = sql`select 'witness-answered' as kind, i.id as id, i.trainee_id as trainee_id, a.answered_at as since, json_object('title', i.title, 'by', a.name) as details
  from ${evidenceItems} i join ${witnessAnswers} a on a.evidence_id = i.id
  where i.trainee_id = ${sql.placeholder('me')} and i.removed_at is null and not exists (select 1 from ${submissions} b where b.evidence_id = i.id)`;

/** What of her evidence came into somebody's sample within the last four weeks: one matter for each quality assurer and day. Of the viewer's own only. */
export const SAMPLED = sql`select 'sampled' as kind, s.trainee_id || '.' || m.verifier_id || '.' || date(m.sampled_at, 'unixepoch') as id, s.trainee_id as trainee_id, max(m.sampled_at) as since, json_object('count', count(*), 'by', p.name) as details
  from submissions s join samples m on m.submission_id = s.id join people p on p.id = m.verifier_id
  where s.trainee_id = ${sql.placeholder('me')} and date(m.sampled_at, 'unixepoch') >= date(${sql.placeholder('today')}, '-28 days')
  group by s.trainee_id, m.verifier_id, p.name, date(m.sampled_at, 'unixepoch')`;
