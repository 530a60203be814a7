import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessments,
  cohortMemberships,
  criterionDecisions,
  evidenceItems,
  people,
  samples,
  submissions,
} from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { submissionOf, type SubmissionRecord, submissionRows, type SubmissionRow } from './submissionRows.ts';

export type { SubmissionRecord } from './submissionRows.ts';

/** A snapshot with its text and its details (JSON). */
function worded(row: SubmissionRow) {
  const [text = '', details = '{}'] = JSON.parse(row.words ?? '[]') as [text?: string, details?: string];
  return { ...submissionOf(row), text, details };
}

export type WordedSubmission = ReturnType<typeof worded>;

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

/** Submissions the viewer was given to sample, oldest first. One query. */
export async function listSampledSubmissions(db: Reader, viewer: Viewer): Promise<SubmissionRecord[]> {
  if (!viewer.roles.includes('verifier')) return [];
  const sampled = sql`exists (select 1 from ${samples} where ${samples.submissionId} = ${submissions.id} and ${samples.verifierId} = ${viewer.id})`;
  return listWhere(db, sampled);
}

/** One submission with its text and details, or null. One query. */
export async function findSubmission(db: Reader, submissionId: string): Promise<WordedSubmission | null> {
  const [row] = await submissionRows(db, { words: true }).where(eq(submissions.id, submissionId));
  return row ? worded(row) : null;
}

/** Every snapshot of one piece of evidence with its text, oldest first. One query. */
export async function listSubmissionsOfEvidence(db: Reader, evidenceId: string): Promise<WordedSubmission[]> {
  return (await submissionRows(db, { words: true }).where(eq(submissions.evidenceId, evidenceId))).map(worded);
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

/** Whose a piece of evidence is and which cohort she is in now, for `authorise`; null where there is none, or it was taken out. */
export async function findEvidenceSubject(db: Reader, evidenceId: string) {
  const [row] = await subjectRows(db, evidenceId, sql<string>`'[]'`);
  return row ? { ...row, assessors: [] } : null;
}

/** The same, with the names of those who assess the trainee on a day; none: nobody does yet. One query. */
export async function findEvidenceWithAssessors(db: Reader, evidenceId: string, day: string) {
  const [row] = await subjectRows(db, evidenceId, assessorsOn(day));
  return row ? { ...row, assessors: JSON.parse(row.assessors) as string[] } : null;
}

const assessorsOn = (day: string) =>
  sql<string>`(select json_group_array(p.name) from assignments g join people p on p.id = g.person_id where g.trainee_id = ${evidenceItems.traineeId} and g.kind = 'assessor' and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on > ${day}))`;

function subjectRows(db: Reader, evidenceId: string, assessors: SQL<string>) {
  return db
    .select({
      evidenceId: evidenceItems.id,
      traineeId: evidenceItems.traineeId,
      writerId: evidenceItems.writerId,
      kind: evidenceItems.kind,
      cohortId: sql<string | null>`${cohortMemberships.cohortId}`,
      assessors,
    })
    .from(evidenceItems)
    .leftJoin(
      cohortMemberships,
      and(eq(cohortMemberships.traineeId, evidenceItems.traineeId), isNull(cohortMemberships.leftOn)),
    )
    .where(and(eq(evidenceItems.id, evidenceId), isNull(evidenceItems.removedAt)));
}
