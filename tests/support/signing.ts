import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import type { AssessmentRecord } from '#src/domain/portfolio/assessmentRecord.ts';
import type { Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { wordingText } from '#src/domain/portfolio/wording.ts';
import { assessmentHash, sha256, snapshotHash } from '#src/server/ledger/hashes.ts';
import { shownDigest } from '#src/server/signing/candidates.ts';
import { addPerson, AT, type Insert, inserter, LONG_AGO } from './demoRecords.ts';
import type { Fields } from './portalClient.ts';
import type { PortalServer } from './portalServer.ts';

const file = new URL('../../src/content/qualification/demo-1.json', import.meta.url);
const QUALIFICATION = qualificationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

interface Assessed {
  readonly id: string;
  readonly name: string;
  readonly assessors: readonly string[];
}

/** A trainee whom these assess, in no cohort and with nothing in her portfolio. */
export function addAssessed(database: DatabaseSync, { id, name, assessors }: Assessed): void {
  const insert = inserter(database);
  addPerson(database, { id, name });
  insert('enrolments', { trainee_id: id, route_id: 'standard', started_on: '2026-01-05', hours_per_week: 37 });
  insert('person_roles', { person_id: id, role: 'trainee' });
  for (const person_id of assessors)
    insert('assignments', {
      id: `${person_id}-${id}`,
      kind: 'assessor',
      person_id,
      trainee_id: id,
      starts_on: LONG_AGO,
    });
}

/** How many entries the ledger has. */
export const countEntries = (portal: PortalServer): number =>
  Number(portal.rows('select count(*) as n from ledger_entries')[0]?.['n']);

/** Who signed this criterion of hers off: a row for each signature. */
export const signaturesUnder = (portal: PortalServer, traineeId: string, criterionId: string) =>
  portal.rows(
    "select signed_by from portfolio_sign_offs where trainee_id = ? and subject = 'criterion' and subject_id = ?",
    traineeId,
    criterionId,
  );

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
function addMetAssessment(insert: Insert, piece: MetPiece, assessmentId?: string): void {
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
