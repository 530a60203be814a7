import type { DatabaseSync } from 'node:sqlite';
import { demoEmail } from '#db/demo/people.ts';
import type { Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { snapshotHash } from '#src/server/ledger/hashes.ts';

/** What every record of these claims. */
export const CRITERIA = ['1.1', '1.2'] as const;
/** Seconds since 1970: June 2026. */
export const AT = 1_780_000_000;
export const LONG_AGO = '2020-01-06';

/** One row into a table of a demo that nobody has open. */
export type Insert = (table: string, row: Record<string, string | number | null>) => void;

export function inserter(database: DatabaseSync): Insert {
  return (table, row) => {
    const names = Object.keys(row);
    database
      .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
  };
}

/** Somebody with the demo's password and no role. */
export function addPerson(database: DatabaseSync, { id, name }: { id: string; name: string }): void {
  const copy = database.prepare(
    `insert into people (id, email, name, password_hash, language, created_at) select ?, ?, ?, password_hash, language, created_at from people where id = 'amara'`,
  );
  copy.run(id, demoEmail(id), name);
}

interface Evidence {
  readonly id: string;
  readonly traineeId: string;
  readonly title?: string;
  readonly text?: string;
}

const TITLE = 'A made-up account';
const TEXT = 'Somebody made up did something made up.';

/** A draft at revision 1. */
export function addEvidence(insert: Insert, { id, traineeId, title = TITLE, text = TEXT }: Evidence): void {
  insert('evidence_items', {
    id,
    trainee_id: traineeId,
    kind: 'reflective_account',
    title,
    text,
    revision: 1,
    created_at: AT,
    saved_at: AT,
  });
  for (const criterion of CRITERIA) insert('evidence_claims', { evidence_id: id, criterion_id: criterion });
}

interface MarkRecord {
  readonly id: string;
  readonly traineeId: string;
  readonly quote?: string;
  readonly note?: string;
  readonly sectionId?: string;
}

/** A mark on a passage that stands nowhere, in a section that is nowhere, unless it is given both. */
export function addMark(insert: Insert, mark: MarkRecord): void {
  insert('marks', {
    id: mark.id,
    trainee_id: mark.traineeId,
    module_id: 'parole-recall',
    module_version: '1',
    section_id: mark.sectionId ?? 'a-section-of-long-ago',
    quote: mark.quote ?? 'words of long ago',
    before: '',
    after: '',
    note: mark.note ?? 'A made-up note.',
    revision: 1,
    marked_at: AT,
    saved_at: AT,
  });
}

/** A snapshot of a piece of evidence, with the hash that the portal would have written. */
export function addSubmission(
  insert: Insert,
  {
    id,
    evidenceId,
    traineeId,
    title = TITLE,
    text = TEXT,
    number = 1,
  }: Evidence & { evidenceId: string; number?: number },
): void {
  const words = {
    id,
    evidenceId,
    traineeId,
    number,
    kind: 'reflective_account',
    title,
    text,
    qualificationVersion: 'demo-1',
    submittedAt: new Date(AT * 1000),
  } as const;
  const sha256 = snapshotHash({ ...words, criteria: CRITERIA } satisfies Snapshot);
  insert('submissions', {
    id,
    evidence_id: evidenceId,
    trainee_id: traineeId,
    number,
    kind: words.kind,
    title,
    text,
    qualification_version: 'demo-1',
    sha256,
    submitted_at: AT,
  });
  for (const criterion of CRITERIA) insert('submission_claims', { submission_id: id, criterion_id: criterion });
}

/** Every criterion met, ready to sign. */
export function addAssessment(
  insert: Insert,
  {
    id,
    submissionId,
    assessorId,
    comment = 'Clear.',
    inTraining = false,
  }: Record<'id' | 'submissionId' | 'assessorId', string> & { comment?: string; inTraining?: boolean },
): void {
  insert('assessments', {
    id,
    submission_id: submissionId,
    assessor_id: assessorId,
    outcome: 'to_sign',
    comment,
    needs_countersign: Number(inTraining),
    assessed_at: AT,
  });
  for (const criterion of CRITERIA)
    insert('criterion_decisions', { assessment_id: id, criterion_id: criterion, outcome: 'met', feedback: 'Shown.' });
}

interface HandedIn extends Evidence {
  readonly assessorId?: string;
  readonly comment?: string;
}

/** A piece of evidence with one snapshot, `ID-1`; with an assessor also with her assessment `ID-decided`, ready to sign. */
export function addHandedIn(insert: Insert, { assessorId, comment, ...evidence }: HandedIn): void {
  const submissionId = `${evidence.id}-1`;
  addEvidence(insert, evidence);
  addSubmission(insert, { ...evidence, id: submissionId, evidenceId: evidence.id });
  if (assessorId) addAssessment(insert, { id: `${evidence.id}-decided`, submissionId, assessorId, comment });
}

/** She carries no case any more, and has no other work, so that every point she has is free. */
export function endCases(database: DatabaseSync, traineeId: string): void {
  database
    .prepare(
      `update case_allocations set ends_on = starts_on, end_reason = 'closed', ended_by = manager_id, ended_at = allocated_at where trainee_id = ? and ends_on is null`,
    )
    .run(traineeId);
  database.prepare('update caseload_work set ends_on = starts_on where trainee_id = ?').run(traineeId);
}
