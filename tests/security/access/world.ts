import type { DatabaseSync } from 'node:sqlite';
import { demoEmail } from '#db/demo/people.ts';
import type { Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { snapshotHash } from '#src/server/ledger/hashes.ts';
import { COLUMNS, type Column } from './cast.ts';

/** The three ways to an action: a form on its own page, a form on a page that is everybody's, and a call from a script. */
export const WAYS = ['own page', 'another page', 'called'] as const;
export type Way = (typeof WAYS)[number];

/** A record for one cell and way: nothing that one cell does changes the answer of another. */
export interface Records {
  /** Handed in, every criterion met, ready to sign. */
  readonly submissionId: string;
  readonly assessmentId: string;
  readonly evidenceId: string;
  /** Handed in and waiting for a decision. */
  readonly waitingId: string;
  /** A draft to be saved, and one to be handed in. */
  readonly draftId: string;
  readonly finishedId: string;
  readonly placementId: string;
}

const slug = (text: string) => text.replaceAll(' ', '-');

export function recordsOf({ name }: Column, way: Way): Records {
  const id = slug(`${name} ${way}`);
  return {
    submissionId: `to-sign-${id}`, assessmentId: `decided-${id}`, evidenceId: `sent-${id}`, waitingId: `waiting-${id}`,
    draftId: `draft-${id}`, finishedId: `finished-${id}`, placementId: `place-${id}`,
  };
}

export const CRITERIA = ['1.1', '1.2'] as const;
const AT = 1_780_000_000;
const LONG_AGO = '2020-01-06';

type Insert = (table: string, row: Record<string, string | number | null>) => void;

export function inserter(database: DatabaseSync): Insert {
  return (table, row) => {
    const names = Object.keys(row);
    database.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(...Object.values(row));
  };
}

/** Adds the people that the demo has not, and a record for every cell. */
export function furnishWorld(database: DatabaseSync): void {
  const insert = inserter(database);
  addPeople(database, insert);
  for (const column of COLUMNS) {
    for (const way of WAYS) addRecords(insert, column, recordsOf(column, way));
  }
}

function addPeople(database: DatabaseSync, insert: Insert): void {
  for (const [id, name] of [['nora', 'Nora Norole'], ['rita', 'Rita Formerly'], ['keith', 'Keith Formerly'], ['morgan', 'Morgan Manyhats']] as const) {
    addPerson(database, { id, name });
  }
  insert('person_roles', { person_id: 'rita', role: 'tutor' });
  insert('person_roles', { person_id: 'keith', role: 'manager' });
  const assign = (kind: string, person_id: string, subject: { cohort_id: string } | { trainee_id: string }, ends_on: string | null = null) =>
    insert('assignments', { id: `${person_id}-${kind}`, kind, person_id, ...subject, starts_on: LONG_AGO, ends_on });
  assign('tutor', 'rita', { cohort_id: 'london' }, '2020-06-01');
  assign('manager', 'keith', { trainee_id: 'amara' }, '2020-06-01');
  assign('tutor', 'morgan', { cohort_id: 'wales' });
  assign('assessor', 'morgan', { trainee_id: 'tom' });
  assign('manager', 'morgan', { trainee_id: 'priya' });
}

/** Somebody with the demo's password and no role. */
export function addPerson(database: DatabaseSync, { id, name }: { id: string; name: string }): void {
  const copy = database.prepare(`insert into people (id, email, name, password_hash, language, created_at) select ?, ?, ?, password_hash, language, created_at from people where id = 'amara'`);
  copy.run(id, demoEmail(id), name);
}

function addRecords(insert: Insert, { viewerId, role, relation, traineeId }: Column, records: Records): void {
  for (const id of [records.draftId, records.finishedId, records.evidenceId, records.waitingId]) addEvidence(insert, { id, traineeId });
  addSubmission(insert, { id: records.waitingId, evidenceId: records.waitingId, traineeId });
  addSubmission(insert, { id: records.submissionId, evidenceId: records.evidenceId, traineeId });
  const assessorId = viewerId && (role === 'assessor' || role === 'several') ? viewerId : 'daniel';
  addAssessment(insert, { id: records.assessmentId, submissionId: records.submissionId, assessorId });
  if (relation === 'sample') insert('samples', { submission_id: records.submissionId, verifier_id: 'venetia', sampled_at: AT });
  insert('placements', { id: records.placementId, trainee_id: traineeId, kind: 'court', place: 'Made-up court', host_contact: 'Desk', look_for: 'Days', starts_on: LONG_AGO, ends_on: LONG_AGO, proposed_at: AT });
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
  insert('evidence_items', { id, trainee_id: traineeId, kind: 'reflective_account', title, text, revision: 1, created_at: AT, saved_at: AT });
  for (const criterion of CRITERIA) insert('evidence_claims', { evidence_id: id, criterion_id: criterion });
}

/** The first snapshot of a piece of evidence, with the hash that the portal would have written. */
export function addSubmission(insert: Insert, { id, evidenceId, traineeId, title = TITLE, text = TEXT }: Evidence & { evidenceId: string }): void {
  const words = { id, evidenceId, traineeId, number: 1, kind: 'reflective_account', title, text, qualificationVersion: 'demo-1', submittedAt: new Date(AT * 1000) } as const;
  const sha256 = snapshotHash({ ...words, criteria: CRITERIA } satisfies Snapshot);
  insert('submissions', { id, evidence_id: evidenceId, trainee_id: traineeId, number: 1, kind: words.kind, title, text, qualification_version: 'demo-1', sha256, submitted_at: AT });
  for (const criterion of CRITERIA) insert('submission_claims', { submission_id: id, criterion_id: criterion });
}

/** Every criterion met, ready to sign. */
export function addAssessment(insert: Insert, { id, submissionId, assessorId, comment = 'Clear.' }: Record<'id' | 'submissionId' | 'assessorId', string> & { comment?: string }): void {
  insert('assessments', { id, submission_id: submissionId, assessor_id: assessorId, outcome: 'to_sign', comment, assessed_at: AT });
  for (const criterion of CRITERIA) insert('criterion_decisions', { assessment_id: id, criterion_id: criterion, outcome: 'met', feedback: 'Shown.' });
}
