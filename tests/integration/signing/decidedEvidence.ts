import type { Writer } from '#db/client.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import {
  assessmentAnnotations,
  assessments,
  criterionDecisions,
  evidenceFiles,
  evidenceItems,
  samples,
  submissionClaims,
  submissionFiles,
  submissionJustifications,
  submissions,
  verificationDecisions,
  verifications,
} from '#db/schema/index.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { assessmentOutcome } from '#src/domain/portfolio/deciding.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { CriterionOutcome, EvidenceKind } from '#src/domain/portfolio/words.ts';
import { sha256, snapshotHash } from '#src/server/ledger/hashes.ts';

/** When everything here happened. */
const AT = new Date('2026-06-15T10:00:00Z');

interface HandedIn {
  /** Of the evidence; its snapshot is `ID-1`. */
  readonly id: string;
  readonly criteria: readonly string[];
  readonly kind?: EvidenceKind;
  readonly traineeId?: string;
  readonly writerId?: string;
  readonly happenedOn?: string;
  readonly withFile?: boolean;
  readonly number?: number;
  readonly version?: string;
}

/** A piece of evidence with one snapshot of format 2. Gives back the id of the snapshot. */
export async function handIn(tx: Writer, given: HandedIn): Promise<string> {
  const { id, kind = 'reflective_account', traineeId = 'amara', writerId = null, number = 1 } = given;
  const words = { title: `About ${id}`, text: `I read it – twice.\nThen I went to ${id}. Tŷ 🏠` };
  const file = {
    id: `file-${id}`,
    name: `${id}.pdf`,
    type: 'pdf' as const,
    sizeBytes: 1234,
    sha256: sha256(`file ${id}`),
  };
  const item = { id, traineeId, kind, ...words, writerId, revision: 1, createdAt: AT, savedAt: AT };
  await tx.insert(evidenceItems).values(item).onConflictDoNothing();
  const snapshot: SnapshotV2 = {
    ...{ id: `${id}-${number}`, evidenceId: id, traineeId, number, kind, ...words, writerId },
    format: 2,
    details: '{"place":"An office"}',
    happenedOn: given.happenedOn ?? '2026-06-10',
    changeNote: '',
    criteria: given.criteria,
    whereShown: Object.fromEntries(given.criteria.map((one) => [one, `Where ${one} is`])),
    files: given.withFile ? [file] : [],
    justifications: given.withFile ? [{ place: 'text', kind: 'name', reason: 'A title from a play.' }] : [],
    qualificationVersion: given.version ?? 'small-1',
    submittedAt: AT,
  };
  await insertWhole(tx, snapshot, { evidenceId: id, uploadedBy: traineeId });
  return snapshot.id;
}

async function insertWhole(
  tx: Writer,
  snapshot: SnapshotV2,
  { evidenceId, uploadedBy }: { evidenceId: string; uploadedBy: string },
): Promise<void> {
  const { criteria, whereShown, files, justifications, ...row } = snapshot;
  const submissionId = row.id;
  await tx.insert(submissions).values({ ...row, sha256: snapshotHash(snapshot) });
  await tx
    .insert(submissionClaims)
    .values(criteria.map((criterionId) => ({ submissionId, criterionId, whereShown: whereShown[criterionId] ?? '' })));
  for (const [position, { type, ...file }] of files.entries()) {
    const kept = { evidenceId, uploadedBy, scan: 'clean' as const, uploadedAt: AT };
    await tx.insert(evidenceFiles).values({ ...file, type: type as 'pdf', ...kept });
    await tx.insert(submissionFiles).values({ submissionId, fileId: file.id, position });
  }
  for (const [position, one] of justifications.entries())
    await tx.insert(submissionJustifications).values({ submissionId, position, ...one });
}

interface Decided {
  readonly id: string;
  readonly submissionId: string;
  readonly assessorId?: string;
  readonly outcomes: Readonly<Record<string, CriterionOutcome>>;
  readonly needsCountersign?: boolean;
  readonly at?: Date;
  /** 1: as assessments were before they had notes; 2: before reasons were hashed. */
  readonly format?: 1 | 2 | 3;
  readonly justifications?: readonly Justification[];
}

/** An assessment of format 3 with a note in the text, unless another format is asked for. */
export async function decide(tx: Writer, given: Decided): Promise<void> {
  const { id, submissionId, assessorId = 'daniel', outcomes, needsCountersign = false, at = AT, format = 3 } = given;
  const decisions = Object.entries(outcomes).map(([criterionId, outcome]) => ({
    assessmentId: id,
    criterionId,
    outcome,
    feedback: `Clear on ${criterionId}.`,
  }));
  const outcome = assessmentOutcome(decisions);
  const about = { comment: `Well argued, ${id}.`, assessedAt: at, format, needsCountersign };
  await tx.insert(assessments).values({ id, submissionId, assessorId, outcome, ...about });
  await tx.insert(criterionDecisions).values(decisions);
  if (format === 1) return;
  await tx
    .insert(assessmentAnnotations)
    .values({ assessmentId: id, position: 0, startsAt: 2, endsAt: 6, note: 'Which part?' });
  const { justifications = [] } = given;
  const evidenceId = submissionId.slice(0, submissionId.lastIndexOf('-'));
  await insertWordJustifications(tx, { wordsOf: 'assessment', recordId: id, evidenceId, justifications });
}

/** A piece of evidence with every claim met by one decision, `ID-decided`. */
export async function addMet(
  tx: Writer,
  given: HandedIn & Pick<Decided, 'assessorId' | 'needsCountersign' | 'format' | 'justifications'>,
): Promise<void> {
  const submissionId = await handIn(tx, given);
  const outcomes = Object.fromEntries(given.criteria.map((id) => [id, 'met' as const]));
  const { assessorId, needsCountersign, format, justifications } = given;
  await decide(tx, {
    ...{ id: `${given.id}-decided`, submissionId, outcomes },
    ...{ assessorId, needsCountersign, format, justifications },
  });
}

/** Gives a submission to a quality assurer. */
export async function sample(tx: Writer, submissionId: string, verifierId = 'venetia'): Promise<void> {
  await tx.insert(samples).values({ submissionId, verifierId, sampledAt: AT }).onConflictDoNothing();
}

/** What a quality assurer says of an assessment, criterion by criterion. */
export async function verifySample(
  tx: Writer,
  given: { id: string; submissionId: string; assessmentId: string; outcomes: Record<string, 'agree' | 'reject'> },
): Promise<void> {
  const { outcomes, ...row } = given;
  const outcome = Object.values(outcomes).includes('reject') ? 'reject' : 'agree';
  const said = { verifierId: 'venetia', outcome, words: 'I read it.', verifiedAt: new Date() } as const;
  await tx.insert(verifications).values({ ...row, ...said });
  await tx.insert(verificationDecisions).values(
    Object.entries(outcomes).map(([criterionId, one]) => ({
      verificationId: row.id,
      criterionId,
      outcome: one,
      reason: 'Because.',
    })),
  );
}
