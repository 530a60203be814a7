import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  countersignatures,
  criterionDecisions,
  evidenceItems,
  portfolioSignOffs,
  signOffs,
  signOffUnlocks,
  submissions,
  verificationDecisions,
  verifications,
} from '#db/schema/index.ts';
import type { CriterionOutcome, EvidenceKind } from '#src/domain/portfolio/words.ts';

/** A decision on a criterion that is not signed off, or a criterion that is. In the criteria of their own version. */
export type ReadyRow =
  | {
      readonly fact: 'decision';
      readonly traineeId: string;
      readonly evidenceId: string;
      readonly submissionId: string;
      readonly assessmentId: string;
      readonly number: number;
      readonly kind: EvidenceKind;
      readonly happenedOn: string | null;
      /** Seconds since 1970. */
      readonly submittedAt: number;
      readonly version: string;
      readonly criterionId: string;
      readonly outcome: CriterionOutcome;
      readonly counts: 0 | 1;
    }
  | { readonly fact: 'signed'; readonly traineeId: string; readonly version: string; readonly criterionId: string };

const mine = sql`select value from json_each(${sql.placeholder('traineeIds')})`;
const stands = sql`not exists (select 1 from ${signOffUnlocks} u where u.sign_off_id = o.id)`;

const decisions = sql`
  select 'decision' as fact, json_object('traineeId', s.trainee_id, 'evidenceId', s.evidence_id, 'submissionId', s.id,
    'assessmentId', a.id, 'number', s.number, 'kind', s.kind, 'happenedOn', s.happened_on, 'submittedAt', s.submitted_at,
    'version', s.qualification_version, 'criterionId', d.criterion_id, 'outcome', d.outcome,
    'counts', (not a.needs_countersign or c.outcome is 'agreed') and c.outcome is not 'sent_back' and not exists (
      select 1 from ${verificationDecisions} x where x.criterion_id = d.criterion_id and x.outcome = 'reject'
        and x.verification_id = (select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1))) as json
  from ${submissions} s
    join ${assessments} a on a.id = (select b.id from ${assessments} b where b.submission_id = s.id order by b.assessed_at desc, b.rowid desc limit 1)
    join ${criterionDecisions} d on d.assessment_id = a.id
    left join ${countersignatures} c on c.assessment_id = a.id
  where s.trainee_id in (${mine})
    and not exists (select 1 from ${evidenceItems} i where i.id = s.evidence_id and i.removed_at is not null)
    and not exists (select 1 from ${portfolioSignOffs} o where o.trainee_id = s.trainee_id and o.subject = 'criterion'
      and o.subject_id = d.criterion_id and o.qualification_version = s.qualification_version and ${stands})`;

const signed = sql`
  select 'signed', json_object('traineeId', o.trainee_id, 'version', o.qualification_version, 'criterionId', o.subject_id)
  from ${portfolioSignOffs} o where o.trainee_id in (${mine}) and o.subject = 'criterion' and ${stands}
  union all
  select 'signed', json_object('traineeId', s.trainee_id, 'version', s.qualification_version, 'criterionId', d.criterion_id)
  from ${submissions} s join ${signOffs} w on w.submission_id = s.id
    join ${criterionDecisions} d on d.assessment_id = w.assessment_id
  where s.trainee_id in (${mine}) and d.outcome = 'met'`;

const readyRows = prepared((db) =>
  db
    .select({ fact: sql<ReadyRow['fact']>`f.fact`, json: sql<string>`f.json` })
    .from(sql`(${decisions} union all ${signed}) f`)
    .prepare(),
);

/** What decides which criteria of some trainees may be signed off. Whoever calls says which trainees the viewer may see. One query. */
export async function listReadyRows(db: Reader, traineeIds: readonly string[]): Promise<ReadyRow[]> {
  if (traineeIds.length === 0) return [];
  const rows = await readyRows(db).all({ traineeIds: JSON.stringify(traineeIds) });
  return rows.map(({ fact, json }) => ({ fact, ...(JSON.parse(json) as object) }) as ReadyRow);
}
