import { createHash } from 'node:crypto';
import type { PortfolioFile } from '#src/server/export/portfolioFile.ts';
import { afterAll, beforeAll } from 'vitest';
import { addFile, type LeavingPortal, makeExport, openLeavingPortal, removeFolder, unpacked } from './leaving.ts';

export const PERSON = 'amara';

export const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

export type Row = Record<string, string | number | null>;
interface AddedFile {
  readonly id: string;
  readonly sha256: string;
}

/** Amara's portfolio as it was taken out, beside the database it was taken from. */
export interface TakenOut {
  readonly leaving: LeavingPortal;
  readonly portfolio: PortfolioFile;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly kept: AddedFile;
  readonly gone: AddedFile;
  rows(sql: string, ...values: string[]): Row[];
  /** A file of the export as text; empty where there is none. */
  text(path: string): string;
}

const rowsIn =
  ({ tables }: LeavingPortal) =>
  (sql: string, ...values: string[]) =>
    tables.prepare(sql).all(...values) as Row[];

/** Takes it out once for all tests of a file. Ask for it inside tests only. */
export function takenOutOnce(): () => TakenOut {
  let taken: TakenOut | null = null;
  const now = () => {
    if (!taken) throw new Error('Nothing is taken out before the first test.');
    return taken;
  };
  beforeAll(async () => {
    taken = await takeOut();
  });
  afterAll(async () => {
    const { leaving } = now();
    await leaving.stop();
    removeFolder(leaving.folder);
  });
  return now;
}

async function takeOut(): Promise<TakenOut> {
  const leaving = await openLeavingPortal();
  const added = addTheRest(leaving);
  const { id } = await makeExport(leaving, PERSON);
  const files = await unpacked(leaving, id);
  const text = (path: string) => files.get(path)?.toString('utf8') ?? '';
  const portfolio = JSON.parse(text('portfolio.json')) as PortfolioFile;
  return { leaving, portfolio, files, ...added, rows: rowsIn(leaving), text };
}

/** What the demo does not tell of: files, a justified passage, a rating, a plan, a draft that was taken out, and removed content. */
function addTheRest(leaving: LeavingPortal) {
  const { tables } = leaving;
  const rows = rowsIn(leaving);
  const evidenceId = rows(
    'select id from evidence_items where trainee_id = ? and writer_id is null order by id',
    PERSON,
  )[0]!['id'] as string;
  const file = { evidenceId, uploadedBy: PERSON, type: 'pdf' };
  const kept = addFile(leaving, { ...file, name: '../what I “planned”.pdf', content: Buffer.from('%PDF-1.7 a plan') });
  const gone = addFile(leaving, { ...file, name: 'old notes.pdf', content: Buffer.from('removed'), isGone: true });
  addFile(leaving, { ...file, name: '../what I “planned”.pdf', content: Buffer.from('%PDF-1.7 another plan') });
  tables.exec(`
    insert into content_removals (kind, record_id, sha256, reason, removed_at) values ('file', '${gone.id}', '${gone.sha256}', 'Its time was over', 1780000100);
    insert into justifications (id, evidence_id, place, kind, reason, justified_by, justified_at) values ('j1', '${evidenceId}', 'text', 'name', 'Made up <for> training', '${PERSON}', 1780000000);
    insert or replace into criterion_ratings (trainee_id, criterion_id, rating, rated_at) values ('${PERSON}', '1.1', 'with_help', 1780000000);
    insert into assessment_plan_items (id, trainee_id, planned_by, kind, criteria, planned_on, words, planned_at) values ('p1', '${PERSON}', 'daniel', 'observation', '["1.1","1.2"]', '2026-12-01', 'Watch an <induction>', 1780000000);
  `);
  removeSubmission(leaving);
  addWordsOfOthers(leaving);
  return { kept, gone };
}

/** What others wrote when they signed, opened or made sure, as it stands and as it is once it was removed. */
function addWordsOfOthers({ tables }: LeavingPortal): void {
  const removed = (kind: string, id: string) =>
    `insert into content_removals (kind, record_id, sha256, reason, removed_at) select '${kind}', ${id}, '${'e'.repeat(64)}', 'Over: ${kind}', 1780000300`;
  const hers = `from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = '${PERSON}' order by a.id`;
  const signed = `from portfolio_sign_offs where trainee_id = '${PERSON}' order by ledger_seq`;
  tables.exec(`
    insert into countersignatures select a.id, 'joan', 'agreed', 'I <read> it.', 1780000000, 1 ${hers} limit 1;
    insert into countersignatures select a.id, 'joan', 'agreed', '', 1780000000, 2 ${hers} limit 1 offset 1;
    ${removed('countersignature', 'assessment_id')} from countersignatures where words = '';
    insert into record_signatures values ('amara-record-1-2', 'trainee', '${PERSON}', 'I <agree>.', 1780000000, 1);
    ${removed('record_words', "'amara-record-1-2 assessor'")};
    insert into sign_off_unlocks select id, 'venetia', 'Another <case>.', 1780000000, 1 ${signed} limit 1;
    insert into sign_off_unlocks select id, 'venetia', '', 1780000000, 2 ${signed} limit 1 offset 1;
    ${removed('unlock_reason', 'sign_off_id')} from sign_off_unlocks where reason = '';
    insert into witness_checks values ('amara-witness-1', 'daniel', 'I <rang> her.', 1780000000);
    update witness_requests set witness_name = '', witness_job = '', question = '' where evidence_id = 'amara-witness-1';
    ${removed('witness_contact', 'id')} from witness_requests where evidence_id = 'amara-witness-1';
    ${removed('plan_item', "'p2'")};
    insert into assessment_plan_items (id, trainee_id, planned_by, kind, criteria, planned_on, words, planned_at) values ('p2', '${PERSON}', 'daniel', 'observation', '["1.1"]', '2026-12-02', '', 1780000000);
  `);
}

/** The content of one snapshot is removed as retention does it: its row and its hash stay. */
function removeSubmission(leaving: LeavingPortal): void {
  const rows = rowsIn(leaving);
  const { id, sha256: hash } = rows(
    'select id, sha256 from submissions where trainee_id = ? order by id limit 1',
    PERSON,
  )[0]!;
  leaving.tables.exec(`
    insert into content_removals (kind, record_id, sha256, reason, removed_at) values ('submission', '${id}', '${hash}', 'Kept for its time', 1780000200);
    update submissions set title = '', text = '', details = '{}', change_note = '' where id = '${id}';
  `);
}
