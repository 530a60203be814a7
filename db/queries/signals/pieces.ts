import { sql } from 'drizzle-orm';
import {
  assessments,
  countersignatures,
  criterionDecisions,
  evidenceItems,
  recordSignatures,
  signOffBasis,
  signOffs,
  signOffUnlocks,
  portfolioSignOffs,
  submissionClaims,
  submissions,
  verificationDecisions,
  verifications,
  withdrawals,
} from '#db/schema/index.ts';
import { claimsSigned } from '../signedCriteria.ts';

/** Its newest assessment returned it, or opened it again; or there is none. Everything else is decided and waits for nobody. */
const mayBeOpen = sql`
  not exists (select 1 from ${submissions} n where n.evidence_id = ${submissions.evidenceId} and n.trainee_id = ${submissions.traineeId} and n.number > ${submissions.number})
  and (not exists (select 1 from ${assessments} a where a.submission_id = ${submissions.id})
    or (select a.outcome = 'returned' or (a.needs_countersign and not exists (
          select 1 from ${countersignatures} c where c.assessment_id = a.id and c.outcome = 'agreed'))
        from ${assessments} a where a.submission_id = ${submissions.id} order by a.assessed_at desc, a.rowid desc limit 1)
    or exists (select 1 from ${verifications} v join ${verificationDecisions} d on d.verification_id = v.id and d.outcome = 'reject'
        where v.submission_id = ${submissions.id}))`;

const looks = sql`(select json_group_array(json(l.json)) from (select json_object('at', v.verified_at,
    'said', json((select json_group_array(json_array(d.criterion_id, d.outcome)) from ${verificationDecisions} d where d.verification_id = v.id))) as json
  from ${verifications} v where v.assessment_id = a.id order by v.verified_at, v.rowid) l)`;

const assessed = sql`(select json_group_array(json(m.json)) from (select json_object('outcome', a.outcome, 'assessedAt', a.assessed_at,
    'needsCountersign', json(iif(a.needs_countersign, 'true', 'false')), 'countersigned', c.outcome, 'countersignedAt', c.signed_at,
    'decided', json((select json_group_array(json_array(d.criterion_id, d.outcome)) from ${criterionDecisions} d where d.assessment_id = a.id)),
    'looks', json(${looks})) as json
  from ${assessments} a left join ${countersignatures} c on c.assessment_id = a.id
  where a.submission_id = ${submissions.id} order by a.assessed_at, a.rowid) m)`;

const signed = sql`(select json_group_array(json_object('at', o.signed_at, 'unlockedAt', u.unlocked_at, 'claims', json(${claimsSigned})))
  from (select distinct sign_off_id from ${signOffBasis} where submission_id = ${submissions.id}) b
    join ${portfolioSignOffs} o on o.id = b.sign_off_id left join ${signOffUnlocks} u on u.sign_off_id = o.id
  where o.subject = 'criterion')`;

/** Versions that were handed in, with all that was done with them: those that may be open, or every one for a look back. */
export const PIECES = sql`
  select ${submissions.traineeId}, 'version', json_object('id', ${submissions.id}, 'evidenceId', ${submissions.evidenceId},
      'number', ${submissions.number}, 'submittedAt', ${submissions.submittedAt},
      'withdrawnAt', (select w.withdrawn_at from ${withdrawals} w where w.submission_id = ${submissions.id}), 'removedAt', i.removed_at,
      'isRecord', json(iif(${submissions.writerId} is null, 'false', 'true')),
      'signatures', json((select json_group_array(r.signed_at) from ${recordSignatures} r where r.submission_id = ${submissions.id})),
      'qualificationVersion', ${submissions.qualificationVersion},
      'claims', json((select json_group_array(k.criterion_id) from ${submissionClaims} k where k.submission_id = ${submissions.id})),
      'signedWholeAt', (select g.signed_at from ${signOffs} g where g.submission_id = ${submissions.id}),
      'signed', json(${signed}), 'assessments', json(${assessed}))
  from ${submissions} join ${evidenceItems} i on i.id = ${submissions.evidenceId}
  where ${submissions.traineeId} in (select id from who) and (${sql.placeholder('everything')} = 1 or (i.removed_at is null and ${mayBeOpen}))`;
