import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Genuine, genuineInMemory } from '../integration/ledger/inMemory.ts';
import { folderSignedWhole, WHOLE } from '../integration/signing/signedWhole.ts';

/** The same ledger as in portfolioTampering.test.ts: each thing that may be altered under it, and the sentence that names it. */
let folder: string;
let genuine: Genuine;

beforeAll(async () => {
  folder = await folderSignedWhole();
  genuine = genuineInMemory(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const UPDATE = (table: string, set: string, where: string) => `UPDATE ${table} SET ${set} WHERE ${where}`;
const SQL = (sql: string) => (raw: DatabaseSync) => raw.exec(sql);

test.each<[string, string, string]>([
  [
    'a reason for opening again',
    UPDATE('sign_off_unlocks', "reason = 'Another reason.'", `ledger_seq = ${WHOLE.unlock}`),
    `The unlocking that names entry ${WHOLE.unlock} was altered: its reason`,
  ],
  [
    'an unlocking, by taking it away',
    `DELETE FROM sign_off_unlocks WHERE ledger_seq = ${WHOLE.unlockUnit}`,
    `Entry ${WHOLE.unlockUnit} is an unlocking`,
  ],
  [
    'a signature, by taking it away',
    `DELETE FROM portfolio_sign_offs WHERE ledger_seq = ${WHOLE.unit2}`,
    `Entry ${WHOLE.unit2} is a signature, but its row in portfolio_sign_offs is gone`,
  ],
  [
    'a signature, by making it up',
    "INSERT INTO portfolio_sign_offs SELECT 'made-up', 'tom', subject, subject_id, qualification_version, 1, signed_by, signed_at, 99 FROM portfolio_sign_offs LIMIT 1",
    'A row of portfolio_sign_offs names entry 99, but there is no such signature in the ledger',
  ],
  [
    'a signature, by giving it the entry of another kind',
    UPDATE('record_signatures', `ledger_seq = ${WHOLE.oldSignOff}`, `ledger_seq = ${WHOLE.record}`),
    `A row of record_signatures names entry ${WHOLE.oldSignOff}, but there is no such signature under a record`,
  ],
  [
    'what a signature rests on',
    "DELETE FROM sign_off_basis WHERE assessment_id = 'seen-decided'",
    `Entry ${WHOLE.criterion12}: the decisions it rests on are not those in sign_off_basis`,
  ],
  [
    'what a signature rests on, by making it up',
    "INSERT INTO sign_off_basis VALUES ('made-up', 'account-decided', 'account-1')",
    'sign_off_basis names decisions under the signature made-up, which is not in the ledger',
  ],
  [
    'a file under a signature, by putting another in its place',
    UPDATE('evidence_files', `sha256 = '${'ab'.repeat(32)}'`, "id = 'file-account'"),
    'Submission account-1 was altered',
  ],
  [
    'a justification',
    UPDATE('submission_justifications', "reason = 'Another.'", "submission_id = 'account-1'"),
    'Submission account-1 was altered',
  ],
  [
    'a note in the text',
    UPDATE('assessment_annotations', "note = 'Weak.'", "assessment_id = 'seen-decided'"),
    'assessment seen-decided is not what was signed',
  ],
  [
    'that a decision needed a countersignature',
    UPDATE('assessments', 'needs_countersign = 0', "id = 'plan-decided'"),
    'assessment plan-decided is not what was signed',
  ],
  [
    'whether a colleague agreed',
    UPDATE('countersignatures', "outcome = 'agreed'", "assessment_id = 'talk-decided'"),
    'its outcome is agreed, the ledger says sent_back',
  ],
  [
    'what the trainee added to a record',
    UPDATE('record_signatures', "words = ''", "part = 'trainee'"),
    `The signature under a record that names entry ${WHOLE.recordTrainee} was altered: its text`,
  ],
  [
    'a text, by taking it out without a removal',
    "UPDATE submissions SET title = '', text = '', details = '{}' WHERE id = 'account-1'; UPDATE submission_claims SET where_shown = '' WHERE submission_id = 'account-1'; UPDATE submission_justifications SET reason = '' WHERE submission_id = 'account-1'",
    'Submission account-1 was altered',
  ],
  [
    'a removal, by taking it away',
    "DELETE FROM content_removals WHERE kind = 'submission'",
    'Submission kept-1 was altered',
  ],
  [
    'the hash that a removal kept',
    UPDATE('content_removals', `sha256 = '${'ab'.repeat(32)}'`, "kind = 'submission'"),
    'The content of submission kept-1 was removed, but row and removal name different hashes',
  ],
  [
    'a removed text and both its hashes',
    `UPDATE content_removals SET sha256 = '${'ab'.repeat(32)}' WHERE kind = 'submission'; UPDATE submissions SET sha256 = '${'ab'.repeat(32)}' WHERE id = 'kept-1'`,
    `Entry ${WHOLE.criterion21}: submission kept-1 is not what was signed`,
  ],
  [
    'a removed text, by putting another in its place',
    UPDATE('submissions', "text = 'Another text.'", "id = 'kept-1'"),
    'Submission kept-1 was altered',
  ],
  [
    'removed feedback, by taking its removal away',
    "DELETE FROM content_removals WHERE kind = 'feedback'",
    `Entry ${WHOLE.criterion21}: assessment kept-decided is not what was signed`,
  ],
  [
    'the wording of a criterion',
    UPDATE('qualification_versions', "units = replace(units, 'Explains', 'Guesses')", '1'),
    `Entry ${WHOLE.criterion11}: the wording of criterion 1.1 in small-1 is not the one that was signed`,
  ],
  [
    'a decision under a signature, by a quality assurer whose no opened nothing',
    "INSERT INTO verifications (id, submission_id, assessment_id, verifier_id, outcome, words, verified_at) VALUES ('late', 'account-1', 'account-decided', 'venetia', 'reject', 'No.', 1800000000); INSERT INTO verification_decisions (verification_id, criterion_id, outcome, reason) VALUES ('late', '2.1', 'reject', 'No.')",
    `Entry ${WHOLE.criterion21}: it stands on assessment account-decided, with which a quality assurer did not agree`,
  ],
])('%s', async (_what, sql, finding) => {
  const { findings } = await genuine.after(SQL(sql));
  expect(findings.join('\n')).toContain(finding);
});
