import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessmentDrafts,
  assessments,
  countersignatures,
  evidenceItems,
  people,
  recordRefusals,
  recordSignatures,
  signOffs,
  standardisationJudgements,
  standardisationJudges,
  standardisations,
  submissionClaims,
  submissions,
  verificationDecisions,
  verifications,
  withdrawals,
  witnessAnswers,
  witnessChecks,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { QueueFact } from '#src/domain/portfolio/queue.ts';
import { waitsForCountersignature } from './waitingDecisions.ts';

const me = sql.placeholder('viewerId');
const mine = sql`select value from json_each(${sql.placeholder('traineeIds')})`;
const newestAssessment = sql`(select a.id from ${assessments} a where a.submission_id = s.id order by a.assessed_at desc, a.rowid desc limit 1)`;
const newestLook = sql`(select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1)`;
const signaturesOf = sql`(select count(*) from ${recordSignatures} r where r.submission_id = s.id)`;

/**
 * Newest snapshots of her trainees that may have to be decided on: nobody did, or what was decided came back once. Narrowed before
 * anything else is looked up: of sixty pieces a trainee a handful waits.
 */
const undecided = sql`undecided as materialized (
  select s.id, s.evidence_id, s.trainee_id, s.title, s.kind, s.number, s.submitted_at from ${submissions} s
  where s.trainee_id in (${mine})
    and (not exists (select 1 from ${assessments} a where a.submission_id = s.id)
      or exists (select 1 from ${verifications} v join ${verificationDecisions} d on d.verification_id = v.id and d.outcome = 'reject'
        where v.submission_id = s.id)
      or exists (select 1 from ${assessments} a join ${countersignatures} c on c.assessment_id = a.id
        where a.submission_id = s.id and c.outcome = 'sent_back'))
    and not exists (select 1 from ${submissions} n where n.evidence_id = s.evidence_id and n.number > s.number)
    and not exists (select 1 from ${withdrawals} w where w.submission_id = s.id)
    and not exists (select 1 from ${signOffs} o where o.submission_id = s.id)
    and (s.writer_id is null or ${signaturesOf} >= 2))`;

/** Of these, what does wait. Reopened: what a quality assurer or a countersigner said of the newest decisions, with the reason for each. */
const waiting = sql`
  select json_group_array(json_object('id', s.id, 'evidenceId', s.evidence_id, 'traineeId', s.trainee_id,
    'traineeName', (select p.name from ${people} p where p.id = s.trainee_id), 'title', s.title, 'kind', s.kind, 'number', s.number,
    'since', coalesce(v.verified_at, c.signed_at, (select max(r.signed_at) from ${recordSignatures} r where r.submission_id = s.id), s.submitted_at),
    'claims', (select json_group_array(k.criterion_id) from ${submissionClaims} k where k.submission_id = s.id),
    'heldAt', (select d.saved_at from ${assessmentDrafts} d where d.submission_id = s.id and d.assessor_id = ${me}),
    'reopened', iif(a.id is null, null, json_object(
      'by', (select p.name from ${people} p where p.id = coalesce(v.verifier_id, c.person_id)),
      'as', iif(v.id is null, 'countersigner', 'verifier'), 'words', coalesce(v.words, c.words),
      'reasons', (select json_group_array(json_array(d.criterion_id, d.reason)) from ${verificationDecisions} d where d.verification_id = v.id and d.outcome = 'reject')))
    ))
  from undecided s left join ${assessments} a on a.id = ${newestAssessment}
    left join ${countersignatures} c on c.assessment_id = a.id
    left join ${verifications} v on v.id = ${newestLook}
      and exists (select 1 from ${verificationDecisions} d where d.verification_id = v.id and d.outcome = 'reject')
  where a.id is null or c.outcome = 'sent_back' or v.id is not null`;

/** Records that she began: to be finished, sent back unsigned with a reason, or waiting for the trainee's signature. */
const records = sql`
  select json_group_array(json_object('evidenceId', e.id, 'traineeId', e.trainee_id,
    'traineeName', (select p.name from ${people} p where p.id = e.trainee_id), 'title', e.title, 'kind', e.kind,
    'since', coalesce(s.submitted_at, e.saved_at), 'isWithTrainee', json(iif(s.id is null, 'false', 'true')),
    'refused', (select f.reason from ${recordRefusals} f join ${submissions} t on t.id = f.submission_id where t.evidence_id = e.id order by f.refused_at desc limit 1)))
  from ${evidenceItems} e left join ${submissions} s on s.evidence_id = e.id
    and s.number = (select max(n.number) from ${submissions} n where n.evidence_id = e.id)
    and not exists (select 1 from ${withdrawals} w where w.submission_id = s.id)
  where e.writer_id = ${me} and e.removed_at is null and e.trainee_id in (${mine}) and (s.id is null or ${signaturesOf} < 2)`;

/** Testimonies that were handed in, and nobody has made sure who the witness is. */
const witnesses = sql`
  select json_group_array(json_object('submissionId', s.id, 'traineeId', s.trainee_id,
    'traineeName', (select p.name from ${people} p where p.id = s.trainee_id), 'title', s.title, 'since', s.submitted_at))
  from ${submissions} s
  where s.trainee_id in (${mine}) and s.kind = 'witness_testimony'
    and exists (select 1 from ${witnessAnswers} w where w.evidence_id = s.evidence_id)
    and not exists (select 1 from ${witnessChecks} k where k.evidence_id = s.evidence_id)
    and not exists (select 1 from ${submissions} n where n.evidence_id = s.evidence_id and n.number > s.number)
    and not exists (select 1 from ${evidenceItems} i where i.id = s.evidence_id and i.removed_at is not null)
    and not exists (select 1 from ${withdrawals} w where w.submission_id = s.id)`;

/** Decisions made in training that wait for her to countersign them. */
const countersigning = sql`
  select json_group_array(json_object('submissionId', s.id, 'assessmentId', a.id, 'since', a.assessed_at, 'title', s.title,
    'assessorName', (select p.name from ${people} p where p.id = a.assessor_id)))
  from ${assessments} a join ${submissions} s on s.id = a.submission_id
  where a.assessor_id in (select value from json_each(${sql.placeholder('inTraining')})) and a.assessor_id <> ${me}
    and s.trainee_id <> ${me} and ${waitsForCountersignature}`;

/** Texts that she was asked to judge blind and has not. */
const judging = sql`
  select json_group_array(json_object('id', t.id, 'title', t.title, 'closesOn', t.closes_on))
  from ${standardisationJudges} j join ${standardisations} t on t.id = j.standardisation_id
  where j.assessor_id = ${me} and t.closed_at is null and t.closes_on >= ${sql.placeholder('day')}
    and not exists (select 1 from ${standardisationJudgements} g where g.standardisation_id = t.id and g.assessor_id = ${me})`;

/** What she released a moment ago, where her page says so. */
const released = sql`
  select json_group_array(json_object('submissionId', s.id, 'traineeId', s.trainee_id, 'title', s.title, 'outcome', a.outcome,
    'needsCountersign', json(iif(a.needs_countersign, 'true', 'false')), 'traineeName', (select p.name from ${people} p where p.id = s.trainee_id)))
  from ${submissions} s join ${assessments} a on a.id = ${newestAssessment}
  where s.id = ${sql.placeholder('releasedId')} and a.assessor_id = ${me} and s.trainee_id in (${mine})`;

/** Each kind of fact as one list of JSON: a thousand rows cost more to hand over than to find. */
const everything = prepared((db) =>
  db
    .select({
      waiting: sql<string>`f.waiting`,
      record: sql<string>`f.record`,
      witness: sql<string>`f.witness`,
      countersign: sql<string>`f.countersign`,
      judge: sql<string>`f.judge`,
      released: sql<string>`f.released`,
    })
    .from(
      sql`(with ${undecided} select (${waiting}) as waiting, (${records}) as record, (${witnesses}) as witness,
        (${countersigning}) as countersign, (${judging}) as judge, (${released}) as released) f`,
    )
    .prepare(),
);

export interface QueueQuestion {
  /** The programme day. */
  readonly day: string;
  /** A submission that she released a moment ago, or empty. */
  readonly releasedId: string;
}

/** Everything that waits for the viewer as an assessor. One query; nothing of anybody she does not assess. */
export async function listQueueFacts(db: Reader, viewer: Viewer, question: QueueQuestion): Promise<QueueFact[]> {
  const [found] = await everything(db).all({
    viewerId: viewer.id,
    traineeIds: JSON.stringify(viewer.assessorOf),
    inTraining: JSON.stringify(viewer.countersignerOf),
    day: question.day,
    releasedId: question.releasedId,
  });
  if (!found) return [];
  return Object.entries(found).flatMap(([fact, json]) => factsIn(fact as QueueFact['fact'], json));
}

function factsIn(fact: QueueFact['fact'], json: string): QueueFact[] {
  return (JSON.parse(json) as object[]).map((one) => ({ fact, ...one }) as QueueFact);
}
