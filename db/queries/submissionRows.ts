import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  cohortMemberships,
  countersignatures,
  evidenceItems,
  people,
  signOffs,
  submissions,
  withdrawals,
} from '#db/schema/index.ts';
import { heldFrom } from '#src/domain/portfolio/heldFrom.ts';
import { type CriterionOutcome, RECORD_PARTS } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { decidedFacts } from './decidedFacts.ts';
import { signedCriteriaJson, signedCriteriaOf } from './signedCriteria.ts';

const instantOf = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000));
/** Ids gathered by `group_concat` in a subquery -> a list. */
const listOf = (joined: string | null) => (joined ? joined.split(' ') : []);

const newestAssessment = sql`(select a.id from assessments a where a.submission_id = ${submissions.id} order by a.assessed_at desc, a.rowid desc limit 1)`;
/** The newest snapshot of its evidence. */
export const isNewest = sql`${submissions.number} = (select max(s.number) from submissions s where s.evidence_id = ${submissions.evidenceId})`;
/** As JSON: pairs of criterion and where it is shown. */
const claimsOf = sql<string>`(select json_group_array(json_array(c.criterion_id, c.where_shown)) from submission_claims c where c.submission_id = ${submissions.id})`;
const samplersOf = sql<
  string | null
>`(select group_concat(m.verifier_id, ' ') from samples m where m.submission_id = ${submissions.id})`;
/** What the newest assessment decided on each criterion: pairs of criterion and outcome. */
const decidedOn = sql<
  string | null
>`(select json_group_array(json_array(d.criterion_id, d.outcome)) from criterion_decisions d where d.assessment_id = ${assessments.id})`;
/** What the newest look of a quality assurer at the newest assessment said: triples of criterion, outcome and who. */
const verifiedOn = sql<string | null>`(select json_group_array(json_array(d.criterion_id, d.outcome, v.verifier_id))
  from verification_decisions d join verifications v on v.id = d.verification_id
  where v.id = (select n.id from verifications n where n.assessment_id = ${assessments.id} order by n.verified_at desc, n.rowid desc limit 1))`;
/** When the last of those who sign a record did, and when the newest look at the newest assessment was entered; in seconds. */
const lastSignedAt = sql<
  number | null
>`(select max(r.signed_at) from record_signatures r where r.submission_id = ${submissions.id})`;
const lookedAt = sql<
  number | null
>`(select max(n.verified_at) from verifications n where n.assessment_id = ${assessments.id})`;
const recordParts = sql<
  string | null
>`(select group_concat(r.part, ' ') from record_signatures r where r.submission_id = ${submissions.id})`;
/** As JSON: when and why the words went, and the hash that stays for them. */
const removalOf = (kind: 'submission' | 'feedback', recordId: typeof submissions.id | typeof assessments.id) =>
  sql<
    string | null
  >`(select json_array(r.removed_at, r.reason, r.sha256) from content_removals r where r.kind = ${kind} and r.record_id = ${recordId})`;
const fileCount = sql<number>`(select count(*) from submission_files f where f.submission_id = ${submissions.id})`;
/** A file of it is gone, or nobody may open it before the virus scanner has answered. */
const closedFile = sql<number>`exists (select 1 from submission_files f join evidence_files e on e.id = f.file_id
  where f.submission_id = ${submissions.id} and (e.removed_at is not null or e.scan in ('pending', 'infected')))`;
const nameOf = (personId: typeof submissions.writerId | typeof assessments.assessorId | typeof signOffs.signedBy) =>
  sql<string | null>`(select p.name from people p where p.id = ${personId})`;

const columns = {
  id: submissions.id,
  evidenceId: submissions.evidenceId,
  traineeId: submissions.traineeId,
  number: submissions.number,
  kind: submissions.kind,
  title: submissions.title,
  happenedOn: submissions.happenedOn,
  writerId: submissions.writerId,
  writerName: nameOf(submissions.writerId),
  changeNote: submissions.changeNote,
  format: submissions.format,
  qualificationVersion: submissions.qualificationVersion,
  sha256: submissions.sha256,
  submittedAt: submissions.submittedAt,
  traineeName: people.name,
  cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
  claims: claimsOf,
  samplers: samplersOf,
  isNewest: sql<number>`${isNewest}`,
  withdrawnAt: withdrawals.withdrawnAt,
  recordParts,
  lastSignedAt,
  lookedAt,
  fileCount,
  closedFile,
  contentRemoved: removalOf('submission', submissions.id),
  feedbackRemoved: removalOf('feedback', assessments.id),
  assessmentId: assessments.id,
  assessorId: assessments.assessorId,
  outcome: assessments.outcome,
  comment: assessments.comment,
  assessedAt: assessments.assessedAt,
  assessmentFormat: assessments.format,
  needsCountersign: assessments.needsCountersign,
  countersigned: countersignatures.outcome,
  countersignedBy: countersignatures.personId,
  countersignedAt: countersignatures.signedAt,
  assessorName: nameOf(assessments.assessorId),
  decidedOn,
  verifiedOn,
  signedCriteria: signedCriteriaJson,
  signedBy: signOffs.signedBy,
  signerName: nameOf(signOffs.signedBy),
  signedAt: signOffs.signedAt,
  ledgerSeq: signOffs.ledgerSeq,
  /** As JSON: text and details, where they are asked for. A list never needs them. */
  words: sql<string | null>`null`,
};
const withWords = { ...columns, words: sql<string | null>`json_array(${submissions.text}, ${submissions.details})` };

/** Snapshots with all that is known about them, oldest first; with their text and details where asked for. Not of evidence that its trainee took out. */
export function submissionRows(db: Reader, wants: { words: boolean } = { words: false }) {
  return db
    .select(wants.words ? withWords : columns)
    .from(submissions)
    .innerJoin(evidenceItems, and(eq(evidenceItems.id, submissions.evidenceId), isNull(evidenceItems.removedAt)))
    .innerJoin(people, eq(people.id, submissions.traineeId))
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, submissions.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .leftJoin(assessments, eq(assessments.id, newestAssessment))
    .leftJoin(countersignatures, eq(countersignatures.assessmentId, assessments.id))
    .leftJoin(signOffs, eq(signOffs.submissionId, submissions.id))
    .orderBy(asc(submissions.submittedAt), asc(submissions.number), asc(submissions.id))
    .$dynamic();
}

export type SubmissionRow = Awaited<ReturnType<typeof submissionRows>>[number];

type Verified = readonly [criterionId: string, outcome: VerificationOutcome, verifierId: string];

function assessmentOf(row: SubmissionRow) {
  const { assessmentId, assessorId, outcome, assessedAt } = row;
  if (assessmentId === null || assessorId === null || outcome === null || assessedAt === null) return null;
  return {
    id: assessmentId,
    assessorId,
    assessorName: row.assessorName ?? '',
    outcome,
    comment: row.comment ?? '',
    assessedAt,
    format: row.assessmentFormat ?? 1,
    countersignedBy: row.countersignedBy,
    ...decidedFacts({
      needsCountersign: row.needsCountersign === true,
      countersigned: row.countersigned,
      decided: JSON.parse(row.decidedOn ?? '[]') as [criterionId: string, outcome: CriterionOutcome][],
      verified: JSON.parse(row.verifiedOn ?? '[]') as Verified[],
    }),
  };
}

function signOffOf({ signedBy, signerName: name, signedAt, ledgerSeq }: SubmissionRow) {
  if (signedBy === null || signedAt === null || ledgerSeq === null) return null;
  return { signedBy, signerName: name ?? '', signedAt, ledgerSeq };
}

/** That the words of a record were removed: its time was over, or somebody asked. */
export interface RemovalNote {
  readonly removedAt: Date;
  readonly reason: string;
  readonly sha256: string | null;
}

interface Removals {
  /** Of the snapshot itself. */
  readonly contentRemoved?: RemovalNote | null;
  /** Of its newest assessment: comment, feedback and notes. */
  readonly feedbackRemoved?: RemovalNote | null;
}

/** As the subquery over `content_removals` gives it. */
export function removalNote(json: string | null): RemovalNote | null {
  if (json === null) return null;
  return removalOfCells(JSON.parse(json) as RemovalCells);
}

/** When (seconds), why, and the hash that stays. */
export type RemovalCells = readonly [removedAt: number, reason: string, sha256: string | null];

export function removalOfCells([removedAt, reason, sha256]: RemovalCells): RemovalNote {
  return { removedAt: new Date(removedAt * 1000), reason, sha256 };
}

function removalsOf({ contentRemoved, feedbackRemoved }: SubmissionRow): Removals {
  return { contentRemoved: removalNote(contentRemoved), feedbackRemoved: removalNote(feedbackRemoved) };
}

function heldFromOf(row: SubmissionRow, assessment: ReturnType<typeof assessmentOf>): Date {
  const { submittedAt, lastSignedAt: signedAt, lookedAt: looked, countersignedAt } = row;
  const seen = assessment && { ...assessment, lookedAt: instantOf(looked), countersignedAt };
  return heldFrom({ submittedAt, signedAt: instantOf(signedAt), assessment: seen });
}

/** A row as the rest of the portal reads it. */
export function submissionOf(row: SubmissionRow) {
  const claimed = JSON.parse(row.claims) as [criterionId: string, whereShown: string][];
  const signedParts = listOf(row.recordParts);
  const assessment = assessmentOf(row);
  const { id, evidenceId, traineeId, traineeName, cohortId, number, kind, title } = row;
  return {
    id,
    evidenceId,
    traineeId,
    traineeName,
    cohortId,
    number,
    kind,
    title,
    happenedOn: row.happenedOn,
    /** The assessor who wrote it down; null where the trainee wrote. */
    writer: row.writerId === null ? null : { id: row.writerId, name: row.writerName ?? '' },
    changeNote: row.changeNote,
    format: row.format,
    qualificationVersion: row.qualificationVersion,
    sha256: row.sha256,
    submittedAt: row.submittedAt,
    claims: claimed.map(([criterionId]) => criterionId),
    whereShown: Object.fromEntries(claimed) as Readonly<Record<string, string>>,
    fileCount: row.fileCount,
    hasClosedFile: row.closedFile === 1,
    sampledBy: listOf(row.samplers),
    isNewest: row.isNewest === 1,
    withdrawnAt: row.withdrawnAt,
    /** An observation or a discussion that not both have signed yet. */
    awaitsSignatures: row.writerId !== null && signedParts.length < RECORD_PARTS.length,
    assessment,
    heldFrom: heldFromOf(row, assessment),
    /** Signatures that stand under criteria and rest on it. */
    signedCriteria: signedCriteriaOf(row.signedCriteria),
    /** A signature under the whole of it, as it was done before criteria were signed off. */
    signOff: signOffOf(row),
    ...removalsOf(row),
  };
}

/** A dated snapshot with its newest assessment and what was signed on it, where there is any; without its text. */
export type SubmissionRecord = ReturnType<typeof submissionOf>;
