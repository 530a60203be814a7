import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Writer } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import { COHORT_ROWS } from './oneOfEachCohort.ts';
import { OFFICE_ROWS } from './oneOfEachOffice.ts';
import { PORTFOLIO_ROWS } from './oneOfEachPortfolio.ts';
import { AT, insertPerson } from './rows.ts';

/** Sixty-four times the same digit, which is what a hash looks like. */
export const HASH = (digit: string) => digit.repeat(64);

/** A row as its table wants it. */
function row<Table extends SQLiteTable>(table: Table, values: Table['$inferInsert']): [SQLiteTable, object] {
  return [table, values];
}

const module = { traineeId: 'amara', moduleId: 'parole-recall' };
const evidence = { traineeId: 'amara', kind: 'reflective_account', title: 'A recall', text: 'What I did' } as const;
const attempt = {
  id: 'attempt',
  checkId: 'parole-recall',
  checkVersion: '1',
  correctCount: 1,
  questionCount: 2,
  attemptedAt: AT,
};
const submission = {
  id: 'submission',
  evidenceId: 'item',
  number: 1,
  qualificationVersion: 'demo-1',
  sha256: HASH('a'),
  submittedAt: AT,
};
const assessment = { id: 'assessment', submissionId: 'submission', assessorId: 'daniel', comment: '', assessedAt: AT };
const entry = {
  seq: 1,
  prevHash: HASH('0'),
  hash: HASH('1'),
  body: '{}',
  keyId: 'key',
  signature: 'x',
  recordedAt: AT,
};
const placement = {
  id: 'placement',
  traineeId: 'amara',
  place: 'HMP Eastmoor',
  hostContact: '',
  lookFor: '',
  proposedAt: AT,
};

const ROWS = [
  row(tables.moduleCompletions, { ...module, moduleVersion: '1', completedAt: AT }),
  row(tables.checkAttempts, { ...module, ...attempt, answers: {} }),
  row(tables.evidenceItems, { ...evidence, id: 'item', revision: 1, createdAt: AT, savedAt: AT }),
  row(tables.submissions, { ...evidence, ...submission }),
  row(tables.submissionClaims, { submissionId: 'submission', criterionId: '3.2' }),
  row(tables.assessments, { ...assessment, outcome: 'to_sign' }),
  row(tables.criterionDecisions, { assessmentId: 'assessment', criterionId: '3.2', outcome: 'met', feedback: 'Clear' }),
  row(tables.ledgerEntries, entry),
  row(tables.signOffs, {
    submissionId: 'submission',
    assessmentId: 'assessment',
    signedBy: 'daniel',
    signedAt: AT,
    ledgerSeq: 1,
  }),
  row(tables.placements, { ...placement, kind: 'prison', startsOn: '2026-11-01', endsOn: '2026-11-02' }),
  row(tables.placementAgreements, { placementId: 'placement', personId: 'amara', agreedAt: AT }),
];

/** One row in each table that is insert-only, with what it refers to. */
export async function oneOfEach(tx: Writer): Promise<void> {
  for (const id of ['amara', 'daniel']) await insertPerson(tx, { id });
  for (const [table, values] of [...ROWS, ...OFFICE_ROWS, ...COHORT_ROWS, ...PORTFOLIO_ROWS])
    await tx.insert(table).values(values);
}
