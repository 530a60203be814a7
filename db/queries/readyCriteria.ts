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

/** A decision on one criterion. */
export type DecidedCriterion = readonly [
  criterionId: string,
  outcome: CriterionOutcome,
  /** A quality assurer did not agree with it. */
  rejected: boolean,
];

/** A snapshot of which some criterion is not signed off, with its newest decisions, in the criteria of its own version. */
export interface DecidedSnapshot {
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
  /** No countersignature is wanted, or it was agreed with. */
  readonly counts: boolean;
  readonly isReadable: boolean;
  readonly decisions: readonly DecidedCriterion[];
  /** Where something was rejected: the newest snapshot of the same evidence that was not taken back and is signed by both where that is asked. */
  readonly newest: NewestSnapshot | null;
}

/** Criteria of one version that are signed off. */
export interface SignedCriteria {
  readonly traineeId: string;
  readonly version: string;
  readonly criteria: readonly string[];
}

/** What decides which criteria may be signed off. */
export interface ReadyFacts {
  readonly decided: readonly DecidedSnapshot[];
  readonly signed: readonly SignedCriteria[];
}

const mine = sql`select value from json_each(${sql.placeholder('traineeIds')})`;
const stands = sql`not exists (select 1 from ${signOffUnlocks} u where u.sign_off_id = o.id)`;

/** The newest look at decisions did not agree with one of them. */
const rejected = sql`exists (select 1 from ${verificationDecisions} x
      where x.verification_id = s.look_id and x.criterion_id = d.criterion_id and x.outcome = 'reject')`;

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

/**
 * Snapshots with a claim that is not signed, narrowed before anything else is looked up: of sixty pieces a trainee most are signed.
 * What is signed in one of them comes along; a signature settles it all the same.
 */
const unsigned = sql`unsigned as materialized (
  select s.id, s.trainee_id, s.evidence_id, s.number, s.kind, s.happened_on, s.submitted_at, s.qualification_version,
    (select b.id from ${assessments} b where b.submission_id = s.id order by b.assessed_at desc, b.rowid desc limit 1) as assessment_id
  from ${submissions} s
  where s.trainee_id in (${mine}) and exists (select 1 from ${submissionClaims} k where k.submission_id = s.id
    and s.trainee_id || ' ' || s.qualification_version || ' ' || k.criterion_id not in (select signed_key from signed_keys)))`;

/** The newest decisions on them. `cross join` keeps SQLite to this order: from the few to what is known of each. */
const newestDecisions = sql`decided as materialized (
  select s.*, (not a.needs_countersign or c.outcome is 'agreed') and c.outcome is not 'sent_back' as counts,
    (select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1) as look_id
  from unsigned s cross join ${assessments} a on a.id = s.assessment_id
    left join ${countersignatures} c on c.assessment_id = a.id
  where not exists (select 1 from ${evidenceItems} i where i.id = s.evidence_id and i.removed_at is not null))`;

/** A row for each snapshot; its decisions are one text, "1.1 met 0 1.2 not_met 1". */
const decisions = sql`
  select json_group_array(json_array(s.trainee_id, s.evidence_id, s.id, s.assessment_id, s.number, s.kind, s.happened_on,
    s.submitted_at, s.qualification_version, s.counts, ${readable},
    (select group_concat(d.criterion_id || ' ' || d.outcome || ' ' || ${rejected}, ' ')
      from ${criterionDecisions} d where d.assessment_id = s.assessment_id),
    case when exists (select 1 from ${verificationDecisions} x where x.verification_id = s.look_id and x.outcome = 'reject')
      then ${newest} end))
  from decided s`;

/** The same, asked of an assessment `a` that nothing was looked up for. */
const lookedAgainst = sql`exists (
      select 1 from ${verificationDecisions} x where x.criterion_id = d.criterion_id and x.outcome = 'reject'
        and x.verification_id = (select v.id from ${verifications} v where v.assessment_id = a.id order by v.verified_at desc, v.rowid desc limit 1))`;

/** Signed one by one, or as it was done before under the whole of a snapshot; the criteria of one version are one text. */
const signed = sql`
  select json_group_array(json_array(g.trainee_id, g.version, g.criteria)) from (
    select e.trainee_id, e.version, group_concat(e.criterion_id, ' ') as criteria from (
      select o.trainee_id, o.qualification_version as version, o.subject_id as criterion_id
      from ${portfolioSignOffs} o where o.trainee_id in (${mine}) and o.subject = 'criterion' and ${stands}
      union all
      select s.trainee_id, s.qualification_version, d.criterion_id
      from ${submissions} s join ${signOffs} w on w.submission_id = s.id
        join ${assessments} a on a.id = w.assessment_id
        join ${criterionDecisions} d on d.assessment_id = a.id
      where s.trainee_id in (${mine}) and d.outcome = 'met' and not ${lookedAgainst}) e
    group by e.trainee_id, e.version) g`;

/** Two lists of JSON in one row: hundreds of rows cost more to hand over than to find, and hundreds of objects more to read than texts. */
const readyLists = prepared((db) =>
  db
    .select({ decisions: sql<string>`f.decisions`, signed: sql<string>`f.signed` })
    .from(
      sql`(with ${signedKeys}, ${unsigned}, ${newestDecisions} select (${decisions}) as decisions, (${signed}) as signed) f`,
    )
    .prepare(),
);

type SnapshotCells = readonly [
  traineeId: string,
  evidenceId: string,
  submissionId: string,
  assessmentId: string,
  number: number,
  kind: EvidenceKind,
  happenedOn: string | null,
  submittedAt: number,
  version: string,
  counts: 0 | 1,
  readable: 0 | 1,
  decisions: string | null,
  newest: NewestSnapshot | null,
];
type SignedCells = readonly [traineeId: string, version: string, criteria: string];

function decisionsOf(text: string | null): DecidedCriterion[] {
  const words = text ? text.split(' ') : [];
  return Array.from({ length: words.length / 3 }, (_, at) => [
    words[3 * at] ?? '',
    words[3 * at + 1] as CriterionOutcome,
    words[3 * at + 2] === '1',
  ]);
}

function snapshotOf(cells: SnapshotCells): DecidedSnapshot {
  const [traineeId, evidenceId, submissionId, assessmentId, number, kind, happenedOn, submittedAt, version] = cells;
  const [, , , , , , , , , counts, canBeRead, decided, newestSnapshot] = cells;
  return {
    ...{ traineeId, evidenceId, submissionId, assessmentId, number, kind, happenedOn, submittedAt, version },
    counts: counts === 1,
    isReadable: canBeRead === 1,
    decisions: decisionsOf(decided),
    newest: newestSnapshot,
  };
}

export interface ReadyQuestion {
  /** Whoever calls says which trainees the viewer may see. */
  readonly traineeIds: readonly string[];
  /** Criteria that are read in spite of a signature, from `reshaped`. */
  readonly reshaped: readonly CriterionOfVersion[];
}

/** What decides which criteria of some trainees may be signed off. One query. */
export async function listReadyFacts(db: Reader, { traineeIds, reshaped }: ReadyQuestion): Promise<ReadyFacts> {
  if (traineeIds.length === 0) return { decided: [], signed: [] };
  const pairs = reshaped.map(({ version, id }) => `${version} ${id}`);
  const [lists] = await readyLists(db).all({
    traineeIds: JSON.stringify(traineeIds),
    reshaped: JSON.stringify(pairs),
  });
  const listed = <Row>(json: string | undefined) => JSON.parse(json ?? '[]') as Row[];
  return {
    decided: listed<SnapshotCells>(lists?.decisions).map(snapshotOf),
    signed: listed<SignedCells>(lists?.signed).map(([traineeId, version, criteria]) => ({
      ...{ traineeId, version },
      criteria: criteria.split(' '),
    })),
  };
}
