import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import type { AssessmentRecord, Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { wordingText } from '#src/domain/portfolio/wording.ts';
import { assessmentHash, sha256, snapshotHash } from '#src/server/ledger/hashes.ts';
import { shownDigest } from '#src/server/signing/candidates.ts';
import { AT, type Insert } from './demoRecords.ts';
import type { Fields } from './portalClient.ts';

const file = new URL('../../src/content/qualification/demo-1.json', import.meta.url);
const QUALIFICATION = qualificationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** A piece of evidence in which one criterion, or some, was met: its snapshot is `ID-1`, its assessment `ID-decided`. */
export interface MetPiece {
  readonly id: string;
  readonly traineeId: string;
  readonly assessorId: string;
  readonly criteria: readonly string[];
  readonly title?: string;
  /** The assessor is in training. */
  readonly needsCountersign?: boolean;
}

const WORDS = { kind: 'reflective_account', qualificationVersion: 'demo-1' } as const;

function snapshotOf({ id, traineeId, criteria, title = 'A made-up account' }: MetPiece): Snapshot {
  const text = 'Somebody made up did something made up.';
  const about = { id: `${id}-1`, evidenceId: id, traineeId, number: 1, title, text };
  return { ...about, ...WORDS, criteria, submittedAt: new Date(AT * 1000) };
}

function assessmentOf({ id, assessorId, criteria }: MetPiece, assessmentId = `${id}-decided`): AssessmentRecord {
  const decisions = criteria.map((criterionId) => ({ criterionId, outcome: 'met' as const, feedback: 'Shown.' }));
  const about = { id: assessmentId, submissionId: `${id}-1`, assessorId, outcome: 'to_sign' as const };
  return { ...about, comment: 'Clear.', assessedAt: new Date(AT * 1000), decisions };
}

/** Adds it, every claim met. */
export function addMetPiece(insert: Insert, piece: MetPiece): void {
  const { id, evidenceId, traineeId, number, kind, title, text, criteria, qualificationVersion } = snapshotOf(piece);
  const words = { kind, title, text, trainee_id: traineeId };
  insert('evidence_items', { id: evidenceId, ...words, revision: 1, created_at: AT, saved_at: AT });
  insert('submissions', {
    ...{ id, evidence_id: evidenceId, ...words, number, qualification_version: qualificationVersion },
    ...{ sha256: snapshotHash(snapshotOf(piece)), submitted_at: AT },
  });
  for (const criterionId of criteria) {
    insert('evidence_claims', { evidence_id: evidenceId, criterion_id: criterionId });
    insert('submission_claims', { submission_id: id, criterion_id: criterionId });
  }
  addMetAssessment(insert, piece);
}

/** Adds another assessment of it with the same decisions. */
export function addMetAssessment(insert: Insert, piece: MetPiece, assessmentId?: string): void {
  const { decisions, assessedAt: _at, ...row } = assessmentOf(piece, assessmentId);
  const { id, submissionId, assessorId, outcome, comment } = row;
  insert('assessments', {
    ...{ id, submission_id: submissionId, assessor_id: assessorId, outcome, comment, assessed_at: AT },
    needs_countersign: Number(piece.needsCountersign ?? false),
  });
  for (const { criterionId, feedback } of decisions)
    insert('criterion_decisions', { assessment_id: id, criterion_id: criterionId, outcome: 'met', feedback });
}

/** The form that countersigns its decisions. */
export const countersignFields = (piece: MetPiece, change: Fields = {}): Fields => ({
  assessmentId: `${piece.id}-decided`,
  outcome: 'agreed',
  words: '',
  shownSha256: assessmentHash(assessmentOf(piece)),
  password: DEMO_PASSWORD,
  ...change,
});

/** The form that signs a criterion off, where exactly these pieces show it. */
export function signFields(criterionId: string, pieces: readonly MetPiece[], change: Fields = {}): Fields {
  const traineeId = pieces[0]?.traineeId ?? '';
  const subject = { subject: 'criterion', subjectId: criterionId } as const;
  const basis = pieces
    .map((piece) => {
      const assessment = assessmentOf(piece);
      return {
        assessmentId: assessment.id,
        assessmentSha256: assessmentHash(assessment),
        submissionId: assessment.submissionId,
        submissionSha256: snapshotHash(snapshotOf(piece)),
      };
    })
    .sort((a, b) => (a.assessmentId < b.assessmentId ? -1 : 1));
  const wordingSha256 = sha256(wordingText(QUALIFICATION, subject));
  const digest = shownDigest({
    traineeId,
    version: QUALIFICATION.version,
    ...subject,
    wordingSha256,
    basis,
    rests: [],
  });
  return {
    traineeId,
    subject: 'criterion',
    chosen: criterionId,
    [`digest-${criterionId}`]: digest,
    [`id-${criterionId}`]: randomUUID(),
    password: DEMO_PASSWORD,
    ...change,
  };
}
