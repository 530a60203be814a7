import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import { witnessAnswerText } from '#src/domain/witness/answer.ts';
import { sha256, snapshotHash } from '#src/server/ledger/hashes.ts';
import { witnessTokens } from '#src/server/tokens.ts';
import { AT, type Insert, LONG_AGO } from './demoRecords.ts';

/** What every record of these claims: both can be shown by an observation. */
export const RECORD_CRITERIA = ['3.1', '3.2'] as const;
export const RECORD_TITLE = 'A made-up meeting';
export const RECORD_TEXT = 'Somebody made up opened a made-up meeting well.';
/** What an observation asks beside its text, as it is kept. */
const RECORD_DETAILS = JSON.stringify({ place: 'An interview room', observedMinutes: '40' });
const FAR = 4_000_000_000;

interface MadeUpRecord {
  readonly id: string;
  readonly traineeId: string;
  readonly writerId: string;
}

/** A draft of an observation that an assessor writes, whole enough to be finished, at revision 1. */
export function addRecordDraft(insert: Insert, { id, traineeId, writerId }: MadeUpRecord): void {
  insert('evidence_items', {
    id,
    trainee_id: traineeId,
    writer_id: writerId,
    kind: 'observation',
    title: RECORD_TITLE,
    text: RECORD_TEXT,
    details: RECORD_DETAILS,
    happened_on: LONG_AGO,
    revision: 1,
    created_at: AT,
    saved_at: AT,
  });
  for (const criterion of RECORD_CRITERIA) insert('evidence_claims', { evidence_id: id, criterion_id: criterion });
}

/** The fingerprint that a page to sign shows of such a record's first version, `ID-1`. */
export function recordSha256({ id, traineeId, writerId }: MadeUpRecord): string {
  const snapshot: SnapshotV2 = {
    ...{ id: `${id}-1`, evidenceId: id, traineeId, number: 1, kind: 'observation', title: RECORD_TITLE },
    ...{ text: RECORD_TEXT, details: RECORD_DETAILS, happenedOn: LONG_AGO, writerId, changeNote: '', format: 2 },
    ...{ criteria: RECORD_CRITERIA, whereShown: {}, files: [], justifications: [] },
    ...{ qualificationVersion: 'demo-1', submittedAt: new Date(AT * 1000) },
  };
  return snapshotHash(snapshot);
}

/** The same, finished as version `ID-1`. With an entry of the ledger that stands for it also signed by its writer. */
export function addRecord(insert: Insert, { ledgerSeq, ...record }: MadeUpRecord & { ledgerSeq?: number }): void {
  const { id, traineeId, writerId } = record;
  addRecordDraft(insert, record);
  insert('submissions', {
    id: `${id}-1`,
    evidence_id: id,
    trainee_id: traineeId,
    writer_id: writerId,
    number: 1,
    kind: 'observation',
    title: RECORD_TITLE,
    text: RECORD_TEXT,
    details: RECORD_DETAILS,
    happened_on: LONG_AGO,
    format: 2,
    qualification_version: 'demo-1',
    sha256: recordSha256(record),
    submitted_at: AT,
  });
  for (const criterion of RECORD_CRITERIA)
    insert('submission_claims', { submission_id: `${id}-1`, criterion_id: criterion });
  if (ledgerSeq === undefined) return;
  const signature = { submission_id: `${id}-1`, part: 'assessor', person_id: writerId, words: '' };
  insert('record_signatures', { ...signature, signed_at: AT, ledger_seq: ledgerSeq });
}

interface MadeUpTestimony {
  readonly id: string;
  readonly traineeId: string;
  readonly madeBy?: string;
  /** Without one no link was made. */
  readonly token?: string;
  readonly isAnswered?: boolean;
}

const TESTIMONY_TITLE = 'What a colleague saw';
const TESTIMONY_CRITERIA = ['2.5', '3.3'] as const;

/** A testimony at revision 1, asked for by a link where there is a token. */
export function addTestimony(insert: Insert, testimony: MadeUpTestimony): void {
  const { id, traineeId, madeBy = traineeId, token, isAnswered = false } = testimony;
  insert('evidence_items', {
    id,
    trainee_id: traineeId,
    kind: 'witness_testimony',
    title: TESTIMONY_TITLE,
    text: '',
    details: JSON.stringify({ witness: 'A colleague' }),
    happened_on: LONG_AGO,
    revision: 1,
    created_at: AT,
    saved_at: AT,
  });
  for (const criterion of TESTIMONY_CRITERIA) insert('evidence_claims', { evidence_id: id, criterion_id: criterion });
  if (token !== undefined) addWitnessLink(insert, { id, madeBy, token });
  if (isAnswered) addWitnessAnswer(insert, id);
}

function addWitnessLink(insert: Insert, { id, madeBy, token }: { id: string; madeBy: string; token: string }): void {
  insert('witness_requests', {
    id: `${id}-link`,
    evidence_id: id,
    token_hash: witnessTokens.hashOf(token),
    witness_name: 'Rosalind Ferry',
    witness_job: 'Facilitator',
    question: 'What did you see on Thursday?',
    made_by: madeBy,
    made_at: AT,
    expires_at: FAR,
  });
}

function addWitnessAnswer(insert: Insert, evidenceId: string): void {
  const answer = {
    ...{ evidenceId, requestId: `${evidenceId}-link`, name: 'Rosalind Ferry', job: 'Facilitator' },
    ...{ relationship: 'We work together.', text: 'They heard both out.', answeredAt: new Date((AT - 60) * 1000) },
  };
  insert('witness_answers', {
    evidence_id: evidenceId,
    request_id: answer.requestId,
    name: answer.name,
    job: answer.job,
    relationship: answer.relationship,
    text: answer.text,
    sha256: sha256(witnessAnswerText(answer, [])),
    answered_at: AT - 60,
  });
}

/** An answered testimony, handed in as `ID-1`. */
export function addHandedInTestimony(insert: Insert, testimony: MadeUpTestimony & { token: string }): void {
  const { id, traineeId } = testimony;
  addTestimony(insert, { ...testimony, isAnswered: true });
  insert('submissions', {
    id: `${id}-1`,
    evidence_id: id,
    trainee_id: traineeId,
    number: 1,
    kind: 'witness_testimony',
    title: TESTIMONY_TITLE,
    text: 'What the witness wrote:\n\nThey heard both out.',
    details: '{}',
    happened_on: LONG_AGO,
    format: 2,
    qualification_version: 'demo-1',
    sha256: sha256(id),
    submitted_at: AT,
  });
  for (const criterion of TESTIMONY_CRITERIA)
    insert('submission_claims', { submission_id: `${id}-1`, criterion_id: criterion });
}
