import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessmentDrafts,
  assessments,
  criterionDecisions,
  evidenceClaims,
  evidenceFiles,
  evidenceItems,
  justifications,
  portfolioExports,
  recordRefusals,
  submissionClaims,
  submissionFiles,
  submissionJustifications,
  submissions,
  witnessAnswers,
} from '#db/schema/index.ts';
import { emptyWordReasons } from './wordJustifications.ts';

/** Empties a snapshot: its words, where each criterion is shown, why something stood in it, what an assessor holds about it. Its hash and its dates stay. */
export async function emptySubmission(tx: Writer, submissionId: string): Promise<void> {
  await tx
    .update(submissions)
    .set({ title: '', text: '', details: '{}', changeNote: '' })
    .where(eq(submissions.id, submissionId));
  await tx.update(submissionClaims).set({ whereShown: '' }).where(eq(submissionClaims.submissionId, submissionId));
  await tx
    .update(submissionJustifications)
    .set({ reason: '' })
    .where(eq(submissionJustifications.submissionId, submissionId));
  await tx.update(recordRefusals).set({ reason: '' }).where(eq(recordRefusals.submissionId, submissionId));
  await emptyFileNames(tx, submissionId);
  await tx.delete(assessmentDrafts).where(eq(assessmentDrafts.submissionId, submissionId));
}

/** A snapshot's hash is over the names of its files too: they go with the last of the snapshots that hold them. */
async function emptyFileNames(tx: Writer, submissionId: string): Promise<void> {
  await tx.run(sql`update evidence_files set name = '' where name <> ''
    and id in (select file_id from submission_files where submission_id = ${submissionId})
    and not exists (select 1 from submission_files f where f.file_id = evidence_files.id and not exists (
      select 1 from content_removals r where r.kind = 'submission' and r.record_id = f.submission_id))`);
}

/** Empties an assessment: comment, feedback on each criterion, notes in the text, and what was held back. Its outcomes stay. */
export async function emptyAssessment(
  tx: Writer,
  { id, submissionId }: { id: string; submissionId: string },
): Promise<void> {
  await tx.update(assessments).set({ comment: '' }).where(eq(assessments.id, id));
  await tx.update(criterionDecisions).set({ feedback: '' }).where(eq(criterionDecisions.assessmentId, id));
  await tx.update(assessmentAnnotations).set({ note: '' }).where(eq(assessmentAnnotations.assessmentId, id));
  await emptyWordReasons(tx, { wordsOf: 'assessment', recordId: id });
  await tx.delete(assessmentDrafts).where(eq(assessmentDrafts.submissionId, submissionId));
}

/** Empties the live text of a piece of evidence; one that was never handed in leaves the portfolio too. */
export async function emptyEvidence(tx: Writer, evidenceId: string, at: Date): Promise<void> {
  const handedIn = await tx.$count(submissions, eq(submissions.evidenceId, evidenceId));
  await tx
    .update(evidenceItems)
    .set({ title: '', text: '', details: '{}', ...(handedIn === 0 && { removedAt: at }) })
    .where(eq(evidenceItems.id, evidenceId));
  await tx.update(evidenceClaims).set({ whereShown: '' }).where(eq(evidenceClaims.evidenceId, evidenceId));
  await tx.delete(justifications).where(eq(justifications.evidenceId, evidenceId));
}

/** Empties what a witness wrote; its hash stays. */
export async function emptyWitnessAnswer(tx: Writer, evidenceId: string): Promise<void> {
  await tx
    .update(witnessAnswers)
    .set({ name: '', job: '', relationship: '', text: '' })
    .where(eq(witnessAnswers.evidenceId, evidenceId));
  await emptyWordReasons(tx, { wordsOf: 'witness_answer', recordId: evidenceId });
}

/** Notes that the content of a file is gone; the name of one that was never handed in goes with it. The store lets go of the content once no other row holds its hash. */
export async function markFileRemoved(tx: Writer, fileId: string, at: Date): Promise<void> {
  const handedIn = await tx.$count(submissionFiles, eq(submissionFiles.fileId, fileId));
  await tx
    .update(evidenceFiles)
    .set({ removedAt: at, ...(handedIn === 0 && { name: '' }) })
    .where(eq(evidenceFiles.id, fileId));
}

export async function markExportRemoved(tx: Writer, exportId: string, at: Date): Promise<void> {
  await tx.update(portfolioExports).set({ removedAt: at }).where(eq(portfolioExports.id, exportId));
}
