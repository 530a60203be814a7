import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { assessments, enrolments, people, submissions, withdrawals } from '#db/schema/index.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';

/** As JSON: triples of criterion, outcome and feedback. */
const decisionsOf = sql<string>`(select json_group_array(json_array(d.criterion_id, d.outcome, d.feedback)) from criterion_decisions d where d.assessment_id = ${assessments.id})`;
/** As JSON: triples of start, end and note, in the order of their positions. */
const annotationsOf = sql<string>`(select json_group_array(json_array(n.starts_at, n.ends_at, n.note)) from (select * from assessment_annotations where assessment_id = ${assessments.id} order by position) n)`;
/** As JSON: triples of place, kind and reason, in the order of their positions. */
const reasonsOf = sql<string>`(select json_group_array(json_array(j.place, j.kind, j.reason)) from (select * from word_justifications where words_of = 'assessment' and record_id = ${assessments.id} order by position) j)`;
/** The SHA-256 that was kept when the words of an assessment were removed. */
const removedHash = sql<
  string | null
>`(select r.sha256 from content_removals r where r.kind = 'feedback' and r.record_id = ${assessments.id})`;
const countersigner = sql<
  string | null
>`(select p.name from countersignatures c join people p on p.id = c.person_id where c.assessment_id = ${assessments.id} and c.outcome = 'agreed')`;

function assessmentRows(db: Reader) {
  return db
    .select({
      id: assessments.id,
      submissionId: assessments.submissionId,
      assessorId: assessments.assessorId,
      assessorName: people.name,
      outcome: assessments.outcome,
      comment: assessments.comment,
      assessedAt: assessments.assessedAt,
      format: assessments.format,
      needsCountersign: assessments.needsCountersign,
      countersignedBy: countersigner,
      removedHash,
      decisions: decisionsOf,
      annotations: annotationsOf,
      justifications: reasonsOf,
    })
    .from(assessments)
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof assessmentRows>>[number];

function assessmentOf({ decisions, annotations, justifications, ...row }: Row) {
  const decided = JSON.parse(decisions) as [string, CriterionOutcome, string][];
  const notes = JSON.parse(annotations) as [number, number, string][];
  const reasons = JSON.parse(justifications) as [string, string, string][];
  return {
    ...row,
    decisions: decided.map(([criterionId, outcome, feedback]) => ({ criterionId, outcome, feedback })),
    annotations: notes.map(([startsAt, endsAt, note]) => ({ startsAt, endsAt, note })),
    justifications: reasons.map(([place, kind, reason]) => ({ place, kind, reason })),
  };
}

/** An assessment with all that its hash is over. */
export type AssessmentFacts = ReturnType<typeof assessmentOf>;

/** Assessments whole, with decisions and notes, by id. One query; none for no ids. */
export async function listAssessmentFacts(
  db: Reader,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, AssessmentFacts>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await assessmentRows(db).where(inArray(assessments.id, [...new Set(assessmentIds)]));
  return new Map(rows.map((row) => [row.id, assessmentOf(row)]));
}

/** The words of submissions, by id: what is read before it is signed. One query; none for no ids. */
export async function listSubmissionWords(db: Reader, submissionIds: readonly string[]) {
  if (submissionIds.length === 0) return new Map<string, { text: string; details: string }>();
  const rows = await db
    .select({ id: submissions.id, text: submissions.text, details: submissions.details })
    .from(submissions)
    .where(inArray(submissions.id, [...new Set(submissionIds)]));
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** How many submissions of a trainee a quality assurer was given to look at and has said nothing about. One query. */
export async function countOpenSamples(db: Reader, traineeId: string): Promise<number> {
  const [row] = await db
    .select({
      openSamples: sql<number>`(select count(*) from samples m join submissions s on s.id = m.submission_id where s.trainee_id = ${traineeId}
        and not exists (select 1 from evidence_items e where e.id = s.evidence_id and e.removed_at is not null)
        and not exists (select 1 from verifications v where v.submission_id = m.submission_id and v.verifier_id = m.verifier_id))`,
    })
    .from(people)
    .where(eq(people.id, traineeId));
  return row?.openSamples ?? 0;
}

/**
 * Whose a submission is and of which evidence, for `authorise`; null where there is none, and where it was taken back: that is its
 * trainee's alone again. One query.
 */
export async function findSignSubject(db: Reader, submissionId: string) {
  const [row] = await db
    .select({
      submissionId: submissions.id,
      evidenceId: submissions.evidenceId,
      traineeId: submissions.traineeId,
      traineeName: people.name,
      title: submissions.title,
    })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.traineeId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .where(and(eq(submissions.id, submissionId), isNull(withdrawals.submissionId)));
  return row ?? null;
}

/** A trainee by her id with her name, for `authorise`; null where there is none. One query. */
export async function findSignTrainee(db: Reader, traineeId: string) {
  const [row] = await db
    .select({ traineeId: people.id, traineeName: people.name })
    .from(people)
    .innerJoin(enrolments, eq(enrolments.traineeId, people.id))
    .where(eq(people.id, traineeId));
  return row ?? null;
}

interface UnderRow {
  readonly what: 'sampler' | 'hand';
  readonly personId: string;
}

/**
 * What a signature rests on, down to the decisions: of a criterion its own, of a unit and of the qualification those of every signature
 * under it, as the ledger itself says, among them those of submissions that were signed whole. `sampledBy`: quality assurers who were
 * given one of these pieces to look at; `decidedBy`: whoever decided on one, countersigned it, or signed. One query.
 */
export async function findUnderSignature(db: Reader, signOffId: string) {
  const rows = await db.all<UnderRow>(sql`
    with recursive under(seq) as (
      select o.ledger_seq from portfolio_sign_offs o where o.id = ${signOffId}
      union
      select r.value from under u join ledger_entries e on e.seq = u.seq join json_each(e.body, '$.rests') r),
    basis as materialized (
      select b.assessment_id, b.submission_id, o.signed_by from under u cross join portfolio_sign_offs o on o.ledger_seq = u.seq
        cross join sign_off_basis b on b.sign_off_id = o.id
      union select w.assessment_id, w.submission_id, w.signed_by from under u cross join sign_offs w on w.ledger_seq = u.seq)
    select 'sampler' as what, m.verifier_id as personId from basis b cross join samples m on m.submission_id = b.submission_id
    union select 'hand', o.signed_by from under u cross join portfolio_sign_offs o on o.ledger_seq = u.seq
    union select 'hand', b.signed_by from basis b
    union select 'hand', a.assessor_id from basis b cross join assessments a on a.id = b.assessment_id
    union select 'hand', c.person_id from basis b cross join countersignatures c on c.assessment_id = b.assessment_id`);
  const who = (wanted: UnderRow['what']) => rows.flatMap(({ what, personId }) => (what === wanted ? [personId] : []));
  return { sampledBy: who('sampler'), decidedBy: who('hand') };
}
