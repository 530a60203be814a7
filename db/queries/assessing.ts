import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessmentDrafts,
  assessments,
  assessorStandings,
  assignments,
  criterionDecisions,
  people,
  wordJustifications,
} from '#db/schema/index.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import type { Annotation } from '#src/domain/portfolio/annotations.ts';
import type { StandingRow } from '#src/domain/quality/standing.ts';
import { nextRevision } from '#src/domain/revision.ts';

/** The trainees whom somebody assesses on a day, asked anew: an assignment may have ended since her page was shown. */
export async function listAssessedBy(db: Reader, assessorId: string, day: string): Promise<string[]> {
  const rows = await db
    .select({ traineeId: assignments.traineeId })
    .from(assignments)
    .where(
      and(
        eq(assignments.personId, assessorId),
        eq(assignments.kind, 'assessor'),
        lte(assignments.startsOn, day),
        or(isNull(assignments.endsOn), gt(assignments.endsOn, day)),
      ),
    );
  return rows.flatMap(({ traineeId }) => (traineeId === null ? [] : [traineeId]));
}

type NewAssessment = typeof assessments.$inferInsert;
type NewDecision = Omit<typeof criterionDecisions.$inferInsert, 'assessmentId'>;

/** Keeps an assessment with its decisions and its notes in the text. */
export async function insertRelease(
  tx: Writer,
  {
    notes,
    decisions,
    ...assessment
  }: NewAssessment & { decisions: readonly NewDecision[]; notes: readonly Annotation[] },
): Promise<void> {
  const assessmentId = assessment.id;
  await tx.insert(assessments).values(assessment);
  if (decisions.length > 0)
    await tx.insert(criterionDecisions).values(decisions.map((decision) => ({ ...decision, assessmentId })));
  if (notes.length > 0)
    await tx
      .insert(assessmentAnnotations)
      .values(notes.map((note, index) => ({ ...note, assessmentId, position: index + 1 })));
}

interface DraftKey {
  readonly submissionId: string;
  readonly assessorId: string;
}

const isDraft = ({ submissionId, assessorId }: DraftKey) =>
  and(eq(assessmentDrafts.submissionId, submissionId), eq(assessmentDrafts.assessorId, assessorId));

/** What an assessor holds about a submission, or null. Only for herself. */
export async function findAssessmentDraft(db: Reader, key: DraftKey) {
  const [row] = await db.select().from(assessmentDrafts).where(isDraft(key));
  return row ?? null;
}

/**
 * Keeps a draft and gives back its revision. The same again changes nothing. `basedOn`: the revision on the page, 0 where there was
 * none. Throws `conflict` where another tab saved something else in the meantime.
 */
export async function saveAssessmentDraft(
  tx: Writer,
  { body, basedOn, at, ...key }: DraftKey & { body: string; basedOn: number; at: Date },
): Promise<number> {
  const stored = await findAssessmentDraft(tx, key);
  if (stored?.body === body) return stored.revision;
  const revision = nextRevision(stored?.revision ?? 0, basedOn);
  const row = { body, revision, savedAt: at };
  if (stored) await tx.update(assessmentDrafts).set(row).where(isDraft(key));
  else await tx.insert(assessmentDrafts).values({ ...key, ...row });
  return revision;
}

/** The draft became an assessment, or she lets it go. */
export async function deleteAssessmentDraft(tx: Writer, key: DraftKey): Promise<void> {
  await tx.delete(assessmentDrafts).where(isDraft(key));
}

/** One fact about the desk of an assessor at one submission. */
type DeskRow =
  | { fact: 'draft'; body: string; revision: number; savedAt: number }
  | { fact: 'colleague'; name: string; body: string; savedAt: number }
  | ({ fact: 'note'; assessmentId: string } & Annotation)
  | ({ fact: 'justified'; assessmentId: string } & Justification)
  | ({ fact: 'standing'; countersignerName: string | null; isAble: 0 | 1 } & StandingRow);

const ended = (viewer: string, day: string) => sql`not exists (
  select 1 from ${assignments} g join submissions s on s.trainee_id = g.trainee_id
  where s.id = d.submission_id and g.person_id = d.assessor_id and g.kind = 'assessor' and g.starts_on <= ${day}
    and (g.ends_on is null or g.ends_on > ${day})) and d.assessor_id <> ${viewer}`;

/**
 * What she holds about a submission, what a colleague who no longer assesses this trainee had begun, and every note in the snapshots
 * of its evidence with why passages may stay. One query. Ask only for somebody who assesses the trainee.
 */
export async function findDesk(
  db: Reader,
  { submissionId, evidenceId, assessorId, day }: DraftKey & { evidenceId: string; day: string },
) {
  const rows = await db.all<{ fact: DeskRow['fact']; json: string }>(sql`
    select 'draft' as fact, json_object('body', d.body, 'revision', d.revision, 'savedAt', d.saved_at) as json
      from ${assessmentDrafts} d where d.submission_id = ${submissionId} and d.assessor_id = ${assessorId}
    union all
    select 'colleague', json_object('name', p.name, 'body', d.body, 'savedAt', d.saved_at)
      from ${assessmentDrafts} d join ${people} p on p.id = d.assessor_id
      where d.submission_id = ${submissionId} and ${ended(assessorId, day)}
    union all
    select 'note', n.json from (
      select json_object('assessmentId', a.id, 'startsAt', n.starts_at, 'endsAt', n.ends_at, 'note', n.note) as json
      from submissions s join ${assessments} a on a.submission_id = s.id
        join ${assessmentAnnotations} n on n.assessment_id = a.id
      where s.evidence_id = ${evidenceId} order by a.assessed_at, n.position) n
    union all
    select 'justified', j.json from (
      select json_object('assessmentId', j.record_id, 'place', j.place, 'kind', j.kind, 'reason', j.reason) as json
      from ${wordJustifications} j
      where j.evidence_id = ${evidenceId} and j.words_of = 'assessment' and j.reason <> '' order by j.record_id, j.position) j
    union all
    select 'standing', t.json from (
      select json_object('assessorId', t.assessor_id, 'standing', t.standing, 'countersignerId', t.countersigner_id,
        'countersignerName', p.name, 'isAble', p.disabled_at is null and exists (
          select 1 from person_roles r where r.person_id = p.id and r.role = 'assessor'), 'effectiveFrom', t.effective_from) as json
      from ${assessorStandings} t left join ${people} p on p.id = t.countersigner_id
      where t.assessor_id = ${assessorId} order by t.entered_at, t.rowid) t`);
  return deskOf(rows.map(({ fact, json }) => ({ fact, ...(JSON.parse(json) as object) }) as DeskRow));
}

const instantOf = (seconds: number) => new Date(seconds * 1000);

function deskOf(rows: readonly DeskRow[]) {
  const draft = rows.find((row) => row.fact === 'draft');
  const notes = rows.filter((row) => row.fact === 'note');
  const justified = rows.filter((row) => row.fact === 'justified').map(({ fact: _fact, ...one }) => one);
  return {
    draft: draft ? { body: draft.body, revision: draft.revision, savedAt: instantOf(draft.savedAt) } : null,
    /** Begun by somebody who handed the trainee over: a note to whoever comes next, no decision. */
    colleagues: rows
      .filter((row) => row.fact === 'colleague')
      .map(({ name, body, savedAt }) => ({ name, body, savedAt: instantOf(savedAt) })),
    /** How far she is herself, in the order in which it was entered. */
    standings: rows.filter((row) => row.fact === 'standing'),
    /** By assessment, in the order of the text. */
    notes: Map.groupBy(notes, ({ assessmentId }) => assessmentId) as ReadonlyMap<string, readonly Annotation[]>,
    /** Why passages in an assessment may stay, by assessment, in the order in which it was said. */
    justified: Map.groupBy(justified, ({ assessmentId }) => assessmentId),
  };
}

export type Desk = ReturnType<typeof deskOf>;
