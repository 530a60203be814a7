import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  contentRemovals,
  countersignatures,
  criterionDecisions,
  evidenceFiles,
  evidenceItems,
  portfolioSignOffs,
  recordSignatures,
  signOffs,
  signOffUnlocks,
  submissionClaims,
  submissionFiles,
  submissions,
  verificationDecisions,
  verifications,
  withdrawals,
} from '#db/schema/index.ts';
import type { CriterionOfVersion } from '#src/domain/portfolio/versions.ts';
import { type CriterionOutcome, type EvidenceKind, RECORD_PARTS } from '#src/domain/portfolio/words.ts';

/** A snapshot that was handed in since a quality assurer did not agree with a decision in the one before. */
interface NewestSnapshot {
  readonly id: string;
  readonly number: number;
  readonly version: string;
  readonly claims: readonly string[];
}

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
      /** A quality assurer did not agree with it. */
      readonly rejected: 0 | 1;
      readonly readable: 0 | 1;
      /** Where it was rejected: the newest snapshot of the same evidence that was not taken back and is signed by both where that is asked. */
      readonly newest: NewestSnapshot | null;
    }
  | { readonly fact: 'signed'; readonly traineeId: string; readonly version: string; readonly criterionId: string };

const mine = sql`select value from json_each(${sql.placeholder('traineeIds')})`;
const stands = sql`not exists (select 1 from ${signOffUnlocks} u where u.sign_off_id = o.id)`;

/** The newest look of a quality assurer did not agree with the decision. */
const rejected = sql`exists (
      select 1 from ${verificationDecisions} x where x.criterion_id = d.criterion_id and x.outcome = 'reject'
        and x.verification_id = (select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1))`;

/** Its words are there, and every file of it may be opened. */
const readable = sql`not exists (select 1 from ${contentRemovals} r where r.kind = 'submission' and r.record_id = s.id)
      and not exists (select 1 from ${submissionFiles} l join ${evidenceFiles} e on e.id = l.file_id
        where l.submission_id = s.id and (e.removed_at is not null or e.scan in ('pending', 'infected')))`;

const newest = sql`(select json_object('id', n.id, 'number', n.number, 'version', n.qualification_version,
      'claims', (select json_group_array(k.criterion_id) from ${submissionClaims} k where k.submission_id = n.id))
    from ${submissions} n where n.evidence_id = s.evidence_id
      and not exists (select 1 from ${withdrawals} w where w.submission_id = n.id)
      and (n.writer_id is null or (select count(*) from ${recordSignatures} r where r.submission_id = n.id) >= ${sql.raw(String(RECORD_PARTS.length))})
    order by n.number desc limit 1)`;

/**
 * Signatures that stand, as keys. What is signed is left out of the decisions, but for criteria that were put together or divided since:
 * what else goes into them is decided on too.
 */
const signedKeys = sql`signed_keys as materialized (
  select o.trainee_id || ' ' || o.qualification_version || ' ' || o.subject_id as signed_key
  from ${portfolioSignOffs} o where o.trainee_id in (${mine}) and o.subject = 'criterion' and ${stands}
    and o.qualification_version || ' ' || o.subject_id not in (select value from json_each(${sql.placeholder('reshaped')})))`;

/** Claims that are not signed, narrowed before anything else is looked up: of sixty pieces a trainee most are signed. */
const unsigned = sql`unsigned as materialized (
  select s.id, s.trainee_id, s.evidence_id, s.number, s.kind, s.happened_on, s.submitted_at, s.qualification_version, k.criterion_id,
    (select b.id from ${assessments} b where b.submission_id = s.id order by b.assessed_at desc, b.rowid desc limit 1) as assessment_id
  from ${submissions} s join ${submissionClaims} k on k.submission_id = s.id
  where s.trainee_id in (${mine})
    and s.trainee_id || ' ' || s.qualification_version || ' ' || k.criterion_id not in (select signed_key from signed_keys))`;

/** The newest decisions on them. `cross join` keeps SQLite to this order: from the few to what is known of each. */
const newestDecisions = sql`decided as materialized (
  select s.*, d.outcome, a.needs_countersign, c.outcome as countersigned, ${rejected} as rejected
  from unsigned s cross join ${criterionDecisions} d on d.assessment_id = s.assessment_id and d.criterion_id = s.criterion_id
    cross join ${assessments} a on a.id = s.assessment_id left join ${countersignatures} c on c.assessment_id = a.id
  where not exists (select 1 from ${evidenceItems} i where i.id = s.evidence_id and i.removed_at is not null))`;

const decisions = sql`
  select json_group_array(json_object('traineeId', s.trainee_id, 'evidenceId', s.evidence_id, 'submissionId', s.id,
    'assessmentId', s.assessment_id, 'number', s.number, 'kind', s.kind, 'happenedOn', s.happened_on, 'submittedAt', s.submitted_at,
    'version', s.qualification_version, 'criterionId', s.criterion_id, 'outcome', s.outcome,
    'counts', (not s.needs_countersign or s.countersigned is 'agreed') and s.countersigned is not 'sent_back' and not s.rejected,
    'rejected', s.rejected, 'readable', ${readable}, 'newest', case when s.rejected then ${newest} end))
  from decided s`;

const signed = sql`
  select json_group_array(json_array(o.trainee_id, o.qualification_version, o.subject_id))
  from ${portfolioSignOffs} o where o.trainee_id in (${mine}) and o.subject = 'criterion' and ${stands}`;

const signedWhole = sql`
  select json_group_array(json_array(s.trainee_id, s.qualification_version, d.criterion_id))
  from ${submissions} s join ${signOffs} w on w.submission_id = s.id
    join ${assessments} a on a.id = w.assessment_id
    join ${criterionDecisions} d on d.assessment_id = a.id
  where s.trainee_id in (${mine}) and d.outcome = 'met' and not ${rejected}`;

/** Three lists of JSON in one row: hundreds of rows cost more to hand over than to find. */
const readyLists = prepared((db) =>
  db
    .select({ decisions: sql<string>`f.decisions`, signed: sql<string>`f.signed`, whole: sql<string>`f.whole` })
    .from(
      sql`(with ${signedKeys}, ${unsigned}, ${newestDecisions} select (${decisions}) as decisions, (${signed}) as signed, (${signedWhole}) as whole) f`,
    )
    .prepare(),
);

type Decision = Omit<Extract<ReadyRow, { fact: 'decision' }>, 'fact'>;
type Signature = readonly [traineeId: string, version: string, criterionId: string];

export interface ReadyQuestion {
  /** Whoever calls says which trainees the viewer may see. */
  readonly traineeIds: readonly string[];
  /** Criteria that are read in spite of a signature, from `reshaped`. */
  readonly reshaped: readonly CriterionOfVersion[];
}

/** What decides which criteria of some trainees may be signed off. One query. */
export async function listReadyRows(db: Reader, { traineeIds, reshaped }: ReadyQuestion): Promise<ReadyRow[]> {
  if (traineeIds.length === 0) return [];
  const pairs = reshaped.map(({ version, id }) => `${version} ${id}`);
  const [lists] = await readyLists(db).all({
    traineeIds: JSON.stringify(traineeIds),
    reshaped: JSON.stringify(pairs),
  });
  const listed = <Row>(json: string | undefined) => JSON.parse(json ?? '[]') as Row[];
  const signatures = [...listed<Signature>(lists?.signed), ...listed<Signature>(lists?.whole)];
  return [
    ...listed<Decision>(lists?.decisions).map((one) => ({ fact: 'decision' as const, ...one })),
    ...signatures.map(([traineeId, version, criterionId]) => ({
      fact: 'signed' as const,
      ...{ traineeId, version, criterionId },
    })),
  ];
}
