import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from '#db/schema/index.ts';
import { AT } from './rows.ts';

/** A row as its table wants it. */
function row<Table extends SQLiteTable>(table: Table, values: Table['$inferInsert']): [SQLiteTable, object] {
  return [table, values];
}

const signature = { signedAt: AT, ledgerSeq: 1 };
const entered = { effectiveFrom: '2026-11-20', reason: 'Because', enteredBy: 'daniel', enteredAt: AT };
const file = { id: 'file', evidenceId: 'item', uploadedBy: 'amara', name: 'notes.pdf', type: 'pdf' } as const;
const request = { id: 'request', evidenceId: 'item', tokenHash: 'another hash', witnessName: 'A', witnessJob: 'B' };

/**
 * One row in each table of evidence, signatures, quality assurance, criteria and retention that keeps its rows, with what it refers
 * to. They lean on the rows of `oneOfEach.ts`: the submission, the assessment, the entry of the ledger, the people.
 */
export const PORTFOLIO_ROWS: readonly [SQLiteTable, object][] = [
  row(tables.evidenceFiles, { ...file, sizeBytes: 1, sha256: 'c'.repeat(64), scan: 'clean', uploadedAt: AT }),
  row(tables.submissionFiles, { submissionId: 'submission', fileId: 'file', position: 1 }),
  row(tables.submissionJustifications, {
    ...{ submissionId: 'submission', position: 1, place: 'text', kind: 'phone', reason: 'The number of the office' },
  }),
  row(tables.wordJustifications, {
    ...{ evidenceId: 'item', wordsOf: 'assessment', recordId: 'assessment', position: 1, place: 'comment' },
    ...{ kind: 'name', reason: 'A made-up person' },
  }),
  row(tables.assessmentAnnotations, { assessmentId: 'assessment', position: 1, startsAt: 0, endsAt: 4, note: 'Clear' }),
  row(tables.withdrawals, { submissionId: 'submission', withdrawnAt: AT }),
  row(tables.portfolioSignOffs, {
    ...{ id: 'sign-off', traineeId: 'amara', subject: 'criterion', subjectId: '3.2', qualificationVersion: 'demo-1' },
    ...{ round: 1, signedBy: 'daniel', ...signature },
  }),
  row(tables.signOffBasis, { signOffId: 'sign-off', assessmentId: 'assessment', submissionId: 'submission' }),
  row(tables.signOffUnlocks, {
    ...{ signOffId: 'sign-off', verifierId: 'daniel', reason: 'Because', unlockedAt: AT, ledgerSeq: 1 },
  }),
  row(tables.recordSignatures, { submissionId: 'submission', part: 'trainee', personId: 'amara', ...signature }),
  row(tables.countersignatures, {
    ...{ assessmentId: 'assessment', personId: 'daniel', outcome: 'agreed', words: '', ...signature },
  }),
  row(tables.samplingPolicies, { id: 'policy', policy: '{}', ...entered }),
  row(tables.assessorStandings, { id: 'standing', assessorId: 'daniel', standing: 'qualified', ...entered }),
  row(tables.verifications, {
    ...{ id: 'verification', submissionId: 'submission', assessmentId: 'assessment', verifierId: 'daniel' },
    ...{ outcome: 'agree', words: '', verifiedAt: AT },
  }),
  row(tables.verificationDecisions, {
    ...{ verificationId: 'verification', criterionId: '3.2', outcome: 'agree', reason: '' },
  }),
  row(tables.standardisations, {
    ...{ id: 'exercise', title: 'A text', text: 'Words', criteria: ['3.2'], qualificationVersion: 'demo-1' },
    ...{ createdBy: 'daniel', createdAt: AT, closesOn: '2026-12-01' },
  }),
  row(tables.standardisationJudgements, {
    ...{ standardisationId: 'exercise', assessorId: 'daniel', criterionId: '3.2', outcome: 'met', reason: 'Clear' },
    judgedAt: AT,
  }),
  row(tables.qualificationVersions, {
    ...{ version: 'demo-2', label: 'Second', notice: 'Made up', units: '[]', effectiveFrom: '2026-12-01' },
    ...{ importedBy: 'daniel', importedAt: AT },
  }),
  row(tables.criterionMappings, {
    ...{ id: 'mapping', fromVersion: 'demo-1', toVersion: 'demo-2', oldId: '3.2', newId: '3.3', carries: true },
  }),
  row(tables.witnessRequests, {
    ...request,
    question: 'What did you see?',
    madeBy: 'amara',
    madeAt: AT,
    expiresAt: AT,
  }),
  row(tables.witnessAnswers, {
    ...{ evidenceId: 'item', requestId: 'request', name: 'A', job: 'B', relationship: 'C', text: 'D' },
    ...{ sha256: 'd'.repeat(64), answeredAt: AT },
  }),
  row(tables.handOvers, {
    ...{ id: 'hand-over', fromId: 'daniel', toId: 'amara', startsOn: '2026-11-20', trainees: ['amara'] },
    ...{ handedBy: 'daniel', handedAt: AT },
  }),
  row(tables.recordRefusals, { submissionId: 'submission', personId: 'amara', reason: 'Not so', refusedAt: AT }),
  row(tables.witnessChecks, { evidenceId: 'item', assessorId: 'daniel', how: 'By telephone', checkedAt: AT }),
  row(tables.retentionRules, { id: 'rule', rules: '{}', ...entered }),
  row(tables.contentRemovals, { kind: 'draft', recordId: 'another', reason: 'Its time was over', removedAt: AT }),
];
