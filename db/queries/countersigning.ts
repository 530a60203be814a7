import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { assessments, countersignatures, people, submissions, withdrawals } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { listAssessmentFacts } from './signingFacts.ts';

/** The newest assessment of its submission, and the submission the newest of its evidence. */
const isNewest = sql<number>`(${assessments.id} = (select a.id from assessments a where a.submission_id = ${submissions.id} order by a.assessed_at desc, a.rowid desc limit 1)
  and ${submissions.number} = (select max(s.number) from submissions s where s.evidence_id = ${submissions.evidenceId}))`;
const nameOf = (personId: typeof submissions.traineeId | typeof assessments.assessorId) =>
  sql<string>`(select p.name from people p where p.id = ${personId})`;

/** One assessment with whose it is and what was said of it, or null. Two queries. */
export async function findCountersigning(db: Reader, assessmentId: string) {
  const [[row], facts] = await Promise.all([
    db
      .select({
        submissionId: submissions.id,
        traineeId: submissions.traineeId,
        isNewest,
        withdrawnAt: withdrawals.withdrawnAt,
        personId: countersignatures.personId,
        personName: people.name,
        outcome: countersignatures.outcome,
        words: countersignatures.words,
        signedAt: countersignatures.signedAt,
      })
      .from(assessments)
      .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
      .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
      .leftJoin(countersignatures, eq(countersignatures.assessmentId, assessments.id))
      .leftJoin(people, eq(people.id, countersignatures.personId))
      .where(eq(assessments.id, assessmentId)),
    listAssessmentFacts(db, [assessmentId]),
  ]);
  const assessment = facts.get(assessmentId);
  if (!row || !assessment) return null;
  const { personId, personName, outcome, words, signedAt } = row;
  const given = personId !== null && outcome !== null && words !== null && signedAt !== null;
  return {
    submissionId: row.submissionId,
    traineeId: row.traineeId,
    assessorId: assessment.assessorId,
    isNewest: row.isNewest === 1,
    isWithdrawn: row.withdrawnAt !== null,
    assessment,
    countersignature: given ? { personId, personName: personName ?? '', outcome, words, signedAt } : null,
  };
}

/** Decisions of assessors in training that wait for the viewer to countersign them, oldest first. One query; none where she countersigns nobody. */
export async function listToCountersign(db: Reader, viewer: Pick<Viewer, 'id' | 'countersignerOf'>) {
  if (viewer.countersignerOf.length === 0) return [];
  return db
    .select({
      assessmentId: assessments.id,
      submissionId: submissions.id,
      title: submissions.title,
      kind: submissions.kind,
      number: submissions.number,
      traineeName: nameOf(submissions.traineeId),
      assessorName: nameOf(assessments.assessorId),
      assessedAt: assessments.assessedAt,
      decided: sql<number>`(select count(*) from criterion_decisions d where d.assessment_id = ${assessments.id})`,
    })
    .from(assessments)
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .leftJoin(countersignatures, eq(countersignatures.assessmentId, assessments.id))
    .where(
      and(
        inArray(assessments.assessorId, [...viewer.countersignerOf]),
        ne(assessments.assessorId, viewer.id),
        eq(assessments.needsCountersign, true),
        isNull(countersignatures.assessmentId),
        isNull(withdrawals.submissionId),
        sql`${submissions.traineeId} <> ${viewer.id}`,
        sql`${isNewest}`,
      ),
    )
    .orderBy(asc(assessments.assessedAt), asc(assessments.id));
}
