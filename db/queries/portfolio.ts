import { asc, eq, max, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import {
  assessments,
  criterionDecisions,
  evidenceClaims,
  evidenceItems,
  signOffs,
  submissionClaims,
  submissions,
} from '#db/schema/index.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';

const claimsOf = sql<
  string | null
>`(select group_concat(c.criterion_id, ' ') from evidence_claims c where c.evidence_id = ${evidenceItems.id})`;

function evidenceRows(db: Reader) {
  return db
    .select({ item: evidenceItems, claims: claimsOf })
    .from(evidenceItems)
    .orderBy(asc(evidenceItems.createdAt), asc(evidenceItems.id))
    .$dynamic();
}

const withClaims = ({ item, claims }: Awaited<ReturnType<typeof evidenceRows>>[number]) => ({
  ...item,
  claims: claims ? claims.split(' ') : [],
});

/** A draft as its trainee sees it. */
export type EvidenceRecord = ReturnType<typeof withClaims>;

/** A trainee's own drafts, oldest first. Only for herself. One query. */
export async function listEvidence(db: Reader, traineeId: string): Promise<EvidenceRecord[]> {
  return (await evidenceRows(db).where(eq(evidenceItems.traineeId, traineeId))).map(withClaims);
}

/** One draft, or null. Only for its trainee. One query. */
export async function findEvidence(db: Reader, evidenceId: string): Promise<EvidenceRecord | null> {
  const [row] = await evidenceRows(db).where(eq(evidenceItems.id, evidenceId));
  return row ? withClaims(row) : null;
}

export interface EvidenceSave {
  id: string;
  title: string;
  text: string;
  claims: readonly string[];
  /** The revision on the page when she began to write. */
  basedOn: number;
  at: Date;
}

/** Starts a piece of evidence. A repeat changes nothing; throws `conflict` where the id is taken by something else, so that no text is lost unsaid. */
export async function insertEvidence(
  tx: Writer,
  item: Omit<EvidenceSave, 'basedOn'> & Pick<EvidenceRecord, 'traineeId' | 'kind'>,
): Promise<void> {
  const { id, traineeId, kind, title, text, claims, at } = item;
  const inserted = await tx
    .insert(evidenceItems)
    .values({ id, traineeId, kind, title, text, revision: 1, createdAt: at, savedAt: at })
    .onConflictDoNothing()
    .returning({ id: evidenceItems.id });
  if (inserted.length > 0) return replaceClaims(tx, id, claims);
  const stored = await findEvidence(tx, id);
  if (stored?.traineeId === traineeId && isSame(stored, item)) return;
  throw new Refusal('conflict', {
    words: 'This draft was saved before, with other words. Save once more to keep these as a draft of their own.',
  });
}

/** Saves a draft and gives back its new revision. Throws `not_found`, or `conflict` where another tab saved something else in the meantime. */
export async function saveEvidence(tx: Writer, save: EvidenceSave): Promise<number> {
  const stored = await findEvidence(tx, save.id);
  if (!stored) throw new Refusal('not_found');
  if (isSame(stored, save)) return stored.revision;
  const revision = nextRevision(stored.revision, save.basedOn);
  await tx
    .update(evidenceItems)
    .set({ title: save.title, text: save.text, revision, savedAt: save.at })
    .where(eq(evidenceItems.id, save.id));
  await replaceClaims(tx, save.id, save.claims);
  return revision;
}

function isSame(stored: EvidenceRecord, save: Pick<EvidenceSave, 'title' | 'text' | 'claims'>): boolean {
  const sameClaims = [...stored.claims].sort().join(' ') === [...save.claims].sort().join(' ');
  return stored.title === save.title && stored.text === save.text && sameClaims;
}

async function replaceClaims(tx: Writer, evidenceId: string, claims: readonly string[]): Promise<void> {
  await tx.delete(evidenceClaims).where(eq(evidenceClaims.evidenceId, evidenceId));
  if (claims.length > 0)
    await tx.insert(evidenceClaims).values(claims.map((criterionId) => ({ evidenceId, criterionId })));
}

/** The number the next snapshot of this evidence gets, from 1. */
export async function nextSubmissionNumber(db: Reader, evidenceId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(submissions.number) })
    .from(submissions)
    .where(eq(submissions.evidenceId, evidenceId));
  return (row?.last ?? 0) + 1;
}

/** Keeps a dated snapshot and what it claims, in one transaction with whatever else the caller does. */
export async function insertSubmission(
  tx: Writer,
  submission: typeof submissions.$inferInsert,
  claims: readonly string[],
): Promise<void> {
  await tx.insert(submissions).values(submission);
  await tx.insert(submissionClaims).values(claims.map((criterionId) => ({ submissionId: submission.id, criterionId })));
}

type Decision = Omit<typeof criterionDecisions.$inferInsert, 'assessmentId'>;

/** An assessment by its id, or null. Has this form been sent before? */
export async function findAssessment(db: Reader, assessmentId: string) {
  const [row] = await db.select().from(assessments).where(eq(assessments.id, assessmentId));
  return row ?? null;
}

/** Keeps an assessment with the decision on each criterion. */
export async function insertAssessment(
  tx: Writer,
  assessment: typeof assessments.$inferInsert,
  decisions: readonly Decision[],
): Promise<void> {
  await tx.insert(assessments).values(assessment);
  await tx
    .insert(criterionDecisions)
    .values(decisions.map((decision) => ({ ...decision, assessmentId: assessment.id })));
}

/** Keeps a signature. The table refuses a second one for the same submission. */
export async function insertSignOff(tx: Writer, signOff: typeof signOffs.$inferInsert): Promise<void> {
  await tx.insert(signOffs).values(signOff);
}

/** The decisions of one assessment, by criterion. */
export async function listDecisions(db: Reader, assessmentId: string) {
  return db
    .select({
      criterionId: criterionDecisions.criterionId,
      outcome: criterionDecisions.outcome,
      feedback: criterionDecisions.feedback,
    })
    .from(criterionDecisions)
    .where(eq(criterionDecisions.assessmentId, assessmentId))
    .orderBy(asc(criterionDecisions.criterionId));
}
