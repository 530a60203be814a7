import { eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { assessments, countersignatures, people, submissions, withdrawals } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import { removedOn } from './removedOn.ts';
import { listAssessmentFacts } from './signingFacts.ts';
import { waitsForCountersignature } from './waitingDecisions.ts';

/** The newest assessment of its submission, and the submission the newest of its evidence. */
const isNewest = sql<number>`(${assessments.id} = (select a.id from assessments a where a.submission_id = ${submissions.id} order by a.assessed_at desc, a.rowid desc limit 1)
  and ${submissions.number} = (select max(s.number) from submissions s where s.evidence_id = ${submissions.evidenceId}))`;
/** What was said of it, by whom. */
const SAID = {
  personId: countersignatures.personId,
  personName: people.name,
  outcome: countersignatures.outcome,
  words: countersignatures.words,
  signedAt: countersignatures.signedAt,
  removedAt: removedOn('countersignature', sql`${assessments.id}`),
};
/** One assessment with whose it is and what was said of it, or null. Two queries. */
export async function findCountersigning(db: Reader, assessmentId: string) {
  const [[row], facts] = await Promise.all([
    db
      .select({
        submissionId: submissions.id,
        evidenceId: submissions.evidenceId,
        traineeId: submissions.traineeId,
        decided: assessments.outcome,
        isNewest,
        withdrawnAt: withdrawals.withdrawnAt,
        ...SAID,
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
  const { personId, personName, outcome, words, signedAt, removedAt } = row;
  const given = personId !== null && outcome !== null && words !== null && signedAt !== null;
  return {
    submissionId: row.submissionId,
    evidenceId: row.evidenceId,
    traineeId: row.traineeId,
    /** What the assessment came to. */
    decided: row.decided,
    assessorId: assessment.assessorId,
    isNewest: row.isNewest === 1,
    isWithdrawn: row.withdrawnAt !== null,
    assessment,
    countersignature: given ? { personId, personName: personName ?? '', outcome, words, signedAt, removedAt } : null,
  };
}

interface ToCountersign {
  readonly assessmentId: string;
  readonly submissionId: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly number: number;
  readonly traineeName: string;
  readonly assessorName: string;
  readonly assessedAt: number;
  readonly decided: number;
}

/** Decisions made in training that wait for the viewer to countersign them, oldest first. One query; none where she countersigns nobody. */
export async function listToCountersign(db: Reader, viewer: Pick<Viewer, 'id' | 'countersignerOf'>) {
  if (viewer.countersignerOf.length === 0) return [];
  const rows = await db.all<ToCountersign>(sql`
    select a.id as assessmentId, s.id as submissionId, s.title as title, s.kind as kind, s.number as number,
      t.name as traineeName, e.name as assessorName, a.assessed_at as assessedAt,
      (select count(*) from criterion_decisions d where d.assessment_id = a.id) as decided
    from assessments a join submissions s on s.id = a.submission_id join people t on t.id = s.trainee_id
      join people e on e.id = a.assessor_id
    where a.assessor_id in (select value from json_each(${JSON.stringify(viewer.countersignerOf)}))
      and a.assessor_id <> ${viewer.id} and s.trainee_id <> ${viewer.id} and ${waitsForCountersignature}
    order by a.assessed_at, a.id`);
  return rows.map((row) => ({ ...row, assessedAt: new Date(row.assessedAt * 1000) }));
}
