import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  cohortMemberships,
  criterionDecisions,
  evidenceItems,
  people,
  samples,
  signOffs,
  submissions,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';

/** Ids gathered by `group_concat` in a subquery -> a list. */
const listOf = (joined: string | null) => (joined ? joined.split(' ') : []);

const newestAssessment = sql`(select a.id from assessments a where a.submission_id = ${submissions.id} order by a.assessed_at desc, a.rowid desc limit 1)`;
const isNewest = sql`${submissions.number} = (select max(s.number) from submissions s where s.evidence_id = ${submissions.evidenceId})`;
const claimsOf = sql<
  string | null
>`(select group_concat(c.criterion_id, ' ') from submission_claims c where c.submission_id = ${submissions.id})`;
const samplersOf = sql<
  string | null
>`(select group_concat(m.verifier_id, ' ') from samples m where m.submission_id = ${submissions.id})`;
/** What the newest assessment decided on each criterion: pairs of criterion and outcome. */
const decidedOn = sql<
  string | null
>`(select json_group_array(json_array(d.criterion_id, d.outcome)) from criterion_decisions d where d.assessment_id = ${assessments.id})`;
const assessorName = sql<string | null>`(select p.name from people p where p.id = ${assessments.assessorId})`;
const signerName = sql<string | null>`(select p.name from people p where p.id = ${signOffs.signedBy})`;

const columns = {
  id: submissions.id,
  evidenceId: submissions.evidenceId,
  traineeId: submissions.traineeId,
  number: submissions.number,
  kind: submissions.kind,
  title: submissions.title,
  qualificationVersion: submissions.qualificationVersion,
  sha256: submissions.sha256,
  submittedAt: submissions.submittedAt,
  traineeName: people.name,
  cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
  claims: claimsOf,
  samplers: samplersOf,
  isNewest: sql<number>`${isNewest}`,
  assessmentId: assessments.id,
  assessorId: assessments.assessorId,
  outcome: assessments.outcome,
  comment: assessments.comment,
  assessedAt: assessments.assessedAt,
  assessorName,
  decidedOn,
  signedBy: signOffs.signedBy,
  signerName,
  signedAt: signOffs.signedAt,
  ledgerSeq: signOffs.ledgerSeq,
};

function submissionRows(db: Reader) {
  return db
    .select(columns)
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.traineeId))
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, submissions.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .leftJoin(assessments, eq(assessments.id, newestAssessment))
    .leftJoin(signOffs, eq(signOffs.submissionId, submissions.id))
    .orderBy(asc(submissions.submittedAt), asc(submissions.number), asc(submissions.id))
    .$dynamic();
}

type SubmissionRow = Awaited<ReturnType<typeof submissionRows>>[number];

function decisionsOf(json: string | null) {
  const pairs = JSON.parse(json ?? '[]') as [criterionId: string, outcome: CriterionOutcome][];
  return pairs.map(([criterionId, outcome]) => ({ criterionId, outcome }));
}

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
    decisions: decisionsOf(row.decidedOn),
  };
}

function signOffOf({ signedBy, signerName: name, signedAt, ledgerSeq }: SubmissionRow) {
  if (signedBy === null || signedAt === null || ledgerSeq === null) return null;
  return { signedBy, signerName: name ?? '', signedAt, ledgerSeq };
}

function submissionOf(row: SubmissionRow) {
  const {
    id,
    evidenceId,
    traineeId,
    traineeName,
    cohortId,
    number,
    kind,
    title,
    qualificationVersion,
    sha256,
    submittedAt,
  } = row;
  return {
    id,
    evidenceId,
    traineeId,
    traineeName,
    cohortId,
    number,
    kind,
    title,
    qualificationVersion,
    sha256,
    submittedAt,
    claims: listOf(row.claims),
    sampledBy: listOf(row.samplers),
    isNewest: row.isNewest === 1,
    assessment: assessmentOf(row),
    signOff: signOffOf(row),
  };
}

/** A dated snapshot with its newest assessment and its signature, where there are any; without its text. */
export type SubmissionRecord = ReturnType<typeof submissionOf>;

async function listWhere(db: Reader, where: SQL | undefined): Promise<SubmissionRecord[]> {
  return (await submissionRows(db).where(where)).map(submissionOf);
}

const ofOneTrainee = prepared((db) =>
  submissionRows(db)
    .where(eq(submissions.traineeId, sql.placeholder('traineeId')))
    .prepare(),
);

/** Everything a trainee submitted, oldest first. One query. */
export async function listSubmissionsOfTrainee(db: Reader, traineeId: string): Promise<SubmissionRecord[]> {
  return (await ofOneTrainee(db).all({ traineeId })).map(submissionOf);
}

/** What waits for the viewer as an assessor: newest snapshots of her trainees that are neither signed nor returned, oldest first. One query. */
export async function listWaitingSubmissions(db: Reader, viewer: Viewer): Promise<SubmissionRecord[]> {
  if (viewer.assessorOf.length === 0) return [];
  const undecided = sql`(${assessments.outcome} is null or ${assessments.outcome} = 'to_sign')`;
  return listWhere(
    db,
    and(inArray(submissions.traineeId, [...viewer.assessorOf]), isNewest, isNull(signOffs.submissionId), undecided),
  );
}

/** Submissions the viewer was given to sample, oldest first. One query. */
export async function listSampledSubmissions(db: Reader, viewer: Viewer): Promise<SubmissionRecord[]> {
  if (!viewer.roles.includes('verifier')) return [];
  const sampled = sql`exists (select 1 from ${samples} where ${samples.submissionId} = ${submissions.id} and ${samples.verifierId} = ${viewer.id})`;
  return listWhere(db, sampled);
}

/** One submission with its text, or null. One query. */
export async function findSubmission(db: Reader, submissionId: string) {
  const [found] = await listWhere(db, eq(submissions.id, submissionId));
  if (!found) return null;
  const [words] = await db.select({ text: submissions.text }).from(submissions).where(eq(submissions.id, submissionId));
  return { ...found, text: words?.text ?? '' };
}

/** Every snapshot of one piece of evidence with its text, oldest first. */
export async function listSubmissionsOfEvidence(db: Reader, evidenceId: string) {
  const found = await listWhere(db, eq(submissions.evidenceId, evidenceId));
  const words = await db
    .select({ id: submissions.id, text: submissions.text })
    .from(submissions)
    .where(eq(submissions.evidenceId, evidenceId));
  const textOf = new Map(words.map(({ id, text }) => [id, text]));
  return found.map((submission) => ({ ...submission, text: textOf.get(submission.id) ?? '' }));
}

/** Every decision about one piece of evidence, oldest first: the thread of feedback. */
export async function listDecisionsOfEvidence(db: Reader, evidenceId: string) {
  return decisionRows(db).where(eq(submissions.evidenceId, evidenceId));
}

function decisionRows(db: Reader) {
  return db
    .select({
      assessmentId: assessments.id,
      submissionId: assessments.submissionId,
      assessmentOutcome: assessments.outcome,
      comment: assessments.comment,
      assessedAt: assessments.assessedAt,
      assessorName: people.name,
      criterionId: criterionDecisions.criterionId,
      outcome: criterionDecisions.outcome,
      feedback: criterionDecisions.feedback,
    })
    .from(criterionDecisions)
    .innerJoin(assessments, eq(assessments.id, criterionDecisions.assessmentId))
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .orderBy(asc(assessments.assessedAt), sql`${assessments}.rowid`, asc(criterionDecisions.criterionId))
    .$dynamic();
}

export type DecisionRecord = Awaited<ReturnType<typeof decisionRows>>[number];

/** Who wrote a piece of evidence and which cohort she is in now, for `authorise`; null where there is none. */
export async function findEvidenceSubject(db: Reader, evidenceId: string) {
  const [row] = await db
    .select({
      evidenceId: evidenceItems.id,
      traineeId: evidenceItems.traineeId,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
    })
    .from(evidenceItems)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, evidenceItems.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(eq(evidenceItems.id, evidenceId));
  return row ?? null;
}
