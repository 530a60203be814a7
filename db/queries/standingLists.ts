import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import { submissions } from '#db/schema/index.ts';
import type { AssessmentOutcome, CountersignOutcome, EvidenceKind } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { claimsSigned } from './signedCriteria.ts';
import type { RemovalCells } from './submissionRows.ts';

const trainee = sql.placeholder('traineeId');
const closedFile = sql`exists (select 1 from submission_files f join evidence_files e on e.id = f.file_id
  where f.submission_id = s.id and (e.removed_at is not null or e.scan in ('pending', 'infected')))`;

/** Her snapshots, oldest first; not of evidence that she took out. Criteria it claims are one text. */
const snapshots = sql`(select json_group_array(json(n.json)) from (
  select json_array(s.id, s.evidence_id, s.number, s.kind, s.title, s.happened_on, s.writer_id, p.name, s.qualification_version,
    s.submitted_at, w.withdrawn_at, (select count(*) from record_signatures r where r.submission_id = s.id),
    (select max(r.signed_at) from record_signatures r where r.submission_id = s.id), ${closedFile},
    json((select json_array(r.removed_at, r.reason, r.sha256) from content_removals r where r.kind = 'submission' and r.record_id = s.id)),
    (select group_concat(c.criterion_id, ' ') from submission_claims c where c.submission_id = s.id)) as json
  from submissions s join evidence_items i on i.id = s.evidence_id and i.removed_at is null
    left join people p on p.id = s.writer_id left join withdrawals w on w.submission_id = s.id
  where s.trainee_id = ${trainee} order by s.submitted_at, s.number, s.id) n)`;

/** Every assessment of them, the newest last, with pairs of criterion and outcome as one text. */
const assessed = sql`(select json_group_array(json(n.json)) from (
  select json_array(a.submission_id, a.id, a.outcome, a.assessed_at, a.needs_countersign, c.outcome, c.signed_at,
    (select group_concat(d.criterion_id || ' ' || d.outcome, ' ') from criterion_decisions d where d.assessment_id = a.id)) as json
  from submissions s join assessments a on a.submission_id = s.id left join countersignatures c on c.assessment_id = a.id
  where s.trainee_id = ${trainee} order by a.assessed_at, a.rowid) n)`;

/** What quality assurers said of each decision, their newest look last. */
const verified = sql`(select json_group_array(json(n.json)) from (
  select json_array(v.assessment_id, v.id, v.verified_at, d.criterion_id, d.outcome) as json
  from submissions s join verifications v on v.submission_id = s.id left join verification_decisions d on d.verification_id = v.id
  where s.trainee_id = ${trainee} order by v.verified_at, v.rowid) n)`;

/** Signatures under criteria that stand, once for each snapshot they rest on. */
const signed = sql`(select json_group_array(json_array(${submissions.id}, o.id, o.subject_id, o.qualification_version, o.signed_at,
    p.name, b.assessment_id, json(${claimsSigned})))
  from portfolio_sign_offs o join sign_off_basis b on b.sign_off_id = o.id join submissions on ${submissions.id} = b.submission_id
    join people p on p.id = o.signed_by
  where o.trainee_id = ${trainee} and o.subject = 'criterion'
    and not exists (select 1 from sign_off_unlocks u where u.sign_off_id = o.id))`;

/** Signatures under the whole of a snapshot, as it was done before. */
const signedWhole = sql`(select json_group_array(json_array(o.submission_id, o.signed_by, p.name, o.signed_at, o.ledger_seq))
  from submissions s join sign_offs o on o.submission_id = s.id join people p on p.id = o.signed_by
  where s.trainee_id = ${trainee})`;

/** All five in one row. */
const lists = prepared((db) =>
  db
    .select({
      snapshots: sql<string>`${snapshots}`,
      assessed: sql<string>`${assessed}`,
      verified: sql<string>`${verified}`,
      signed: sql<string>`${signed}`,
      signedWhole: sql<string>`${signedWhole}`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

export type SnapshotRow = readonly [
  id: string,
  evidenceId: string,
  number: number,
  kind: EvidenceKind,
  title: string,
  happenedOn: string | null,
  writerId: string | null,
  writerName: string | null,
  version: string,
  submittedAt: number,
  withdrawnAt: number | null,
  signatures: number,
  lastSignedAt: number | null,
  closedFile: 0 | 1,
  removal: RemovalCells | null,
  claims: string | null,
];
export type AssessedRow = readonly [
  submissionId: string,
  id: string,
  outcome: AssessmentOutcome,
  assessedAt: number,
  needsCountersign: 0 | 1,
  countersigned: CountersignOutcome | null,
  countersignedAt: number | null,
  decided: string | null,
];
export type VerifiedRow = readonly [
  assessmentId: string,
  verificationId: string,
  verifiedAt: number,
  criterionId: string | null,
  outcome: VerificationOutcome | null,
];
export type SignedRow = readonly [string, string, string, string, number, string, string, string[]];
export type SignedWholeRow = readonly [submissionId: string, by: string, name: string, at: number, ledgerSeq: number];

/** The five lists of one trainee. Instants are seconds. One query. */
export async function readStandingLists(db: Reader, traineeId: string) {
  const [found] = await lists(db).all({ traineeId });
  const rowsOf = <Row>(json: string | undefined) => JSON.parse(json ?? '[]') as Row[];
  return {
    snapshots: rowsOf<SnapshotRow>(found?.snapshots),
    assessed: rowsOf<AssessedRow>(found?.assessed),
    verified: rowsOf<VerifiedRow>(found?.verified),
    signed: rowsOf<SignedRow>(found?.signed),
    signedWhole: rowsOf<SignedWholeRow>(found?.signedWhole),
  };
}
