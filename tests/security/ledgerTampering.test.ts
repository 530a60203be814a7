import { createPrivateKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  behindThePortalsBack,
  copyOf,
  genuineFolder,
  rewriteChain,
  runVerifier,
  someoneElsesKey,
} from '../integration/ledger/tampering.ts';

/**
 * What somebody can do who has the database file in her hands: she opens it with another program, takes the triggers away,
 * changes something and puts the triggers back. The verifier, run as the operator runs it, must say so every time.
 */
let genuine: string;

beforeAll(async () => {
  genuine = await genuineFolder(12);
});

afterAll(() => rmSync(genuine, { recursive: true, force: true }));

const copy = () => copyOf(genuine);
const verify = runVerifier;

const DELETE_ENTRY = (seq: number) =>
  `DELETE FROM sign_offs WHERE ledger_seq = ${seq}; DELETE FROM ledger_entries WHERE seq = ${seq};`;

describe('the sign-off ledger', () => {
  test('as the portal left it, verifies', async () => {
    const { code, words } = await verify(copy());
    expect(words).toBe('Ledger verified: 12 entries, 12 anchors, newest anchored at 2026-11-21T10:00:00Z\n');
    expect(code).toBe(0);
  });

  test.each<[string, string, string]>([
    [
      'who signed is altered in an entry',
      "UPDATE ledger_entries SET body = replace(body, 'daniel', 'harvey') WHERE seq = 5",
      'Entry 5 was altered',
    ],
    [
      'an entry has another hash',
      `UPDATE ledger_entries SET hash = '${'ab'.repeat(32)}' WHERE seq = 5`,
      'Entry 5 was altered',
    ],
    [
      'an entry has another signature',
      'UPDATE ledger_entries SET signature = (SELECT signature FROM ledger_entries WHERE seq = 6) WHERE seq = 5',
      'Entry 5 has a signature that the key given did not make',
    ],
    [
      'an entry has another date',
      'UPDATE ledger_entries SET recorded_at = recorded_at - 86400 WHERE seq = 5',
      'Entry 5 is dated 2026-11-20',
    ],
    [
      'an entry names another key',
      "UPDATE ledger_entries SET key_id = 'aaaaaaaaaaaaaaaa' WHERE seq = 5",
      'Entry 5 names the key aaaaaaaaaaaaaaaa',
    ],
    ['an entry in the middle is deleted', DELETE_ENTRY(7), 'Entry 7 is missing'],
    ['several entries in the middle are deleted', DELETE_ENTRY(7) + DELETE_ENTRY(8), 'Entries 7 to 8 are missing'],
    ['the first entry is deleted', DELETE_ENTRY(1), 'Entry 1 is missing'],
    [
      'an entry in the middle is deleted and those after it are renumbered',
      `${DELETE_ENTRY(7)} UPDATE sign_offs SET ledger_seq = ledger_seq - 1 WHERE ledger_seq > 7; UPDATE ledger_entries SET seq = seq - 1 WHERE seq > 7`,
      'Entry 7 does not follow from the entry before it',
    ],
    ['the last entry is deleted', DELETE_ENTRY(12), 'entry 12 was removed'],
    [
      'the last three entries are deleted',
      DELETE_ENTRY(12) + DELETE_ENTRY(11) + DELETE_ENTRY(10),
      'entries 10 to 12 were removed',
    ],
    ['all of it is deleted', 'DELETE FROM sign_offs; DELETE FROM ledger_entries', 'it has 0 entries'],
    [
      'an entry is put in at the end',
      `INSERT INTO ledger_entries SELECT 13, hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = 12`,
      'Entry 13 was altered',
    ],
    [
      'an entry is put in before the first',
      `INSERT INTO ledger_entries SELECT -1, prev_hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = 1`,
      'There is an entry -1',
    ],
    [
      'two entries change places',
      'UPDATE ledger_entries SET seq = 100 WHERE seq = 4; UPDATE ledger_entries SET seq = 4 WHERE seq = 5; UPDATE ledger_entries SET seq = 5 WHERE seq = 100',
      'Entry 4 does not follow from the entry before it',
    ],
    [
      'a blank is added to a body',
      "UPDATE ledger_entries SET body = replace(body, '{\"assessmentId', '{ \"assessmentId') WHERE seq = 5",
      'Entry 5 is not written in canonical form',
    ],
  ])('reports it when %s', async (_story, sql, finding) => {
    const folder = copy();
    behindThePortalsBack(folder, (raw) => raw.exec(sql));
    const { code, words } = await verify(folder);
    expect(words).toContain(finding);
    expect(words).toContain('Ledger NOT verified');
    expect(code).toBe(1);
  });

  test.each<[string, string, string]>([
    [
      'the text of signed evidence',
      "UPDATE submissions SET text = text || ' And more.' WHERE id = 'submission-5'",
      'Entry 5: submission submission-5 is not what was signed',
    ],
    [
      'its criteria',
      "DELETE FROM submission_claims WHERE submission_id = 'submission-5' AND criterion_id = '3.2'",
      'Entry 5: submission submission-5 is not what was signed',
    ],
    [
      'a decision',
      "UPDATE criterion_decisions SET outcome = 'not_met' WHERE assessment_id = 'assessment-5' AND criterion_id = '3.2'",
      'Entry 5: the decisions of assessment assessment-5 are not those that were signed',
    ],
    [
      'the feedback',
      "UPDATE criterion_decisions SET feedback = 'Weak' WHERE assessment_id = 'assessment-5' AND criterion_id = '3.2'",
      'Entry 5: assessment assessment-5 is not what was signed',
    ],
    [
      'the comment',
      "UPDATE assessments SET comment = '' WHERE id = 'assessment-5'",
      'Entry 5: assessment assessment-5 is not what was signed',
    ],
    [
      'who decided',
      "UPDATE assessments SET assessor_id = 'amara' WHERE id = 'assessment-5'",
      'Entry 5: assessment assessment-5 is not what was signed',
    ],
    [
      'who signed, in the row',
      "UPDATE sign_offs SET signed_by = 'amara' WHERE ledger_seq = 5",
      'The sign-off that names entry 5 was altered: its signer is amara, the ledger says daniel',
    ],
    [
      'when it was signed, in the row',
      'UPDATE sign_offs SET signed_at = signed_at + 60 WHERE ledger_seq = 5',
      'The sign-off that names entry 5 was altered: its time',
    ],
    [
      'the row itself, by taking it away',
      'DELETE FROM sign_offs WHERE ledger_seq = 5',
      'Entry 5 signs off submission submission-5, but its row in sign_offs is gone',
    ],
    [
      'another row, by making it up',
      "INSERT INTO sign_offs SELECT 'submission-99', 'assessment-99', 'daniel', signed_at, 99 FROM sign_offs WHERE ledger_seq = 5",
      'The sign-off of submission submission-99 names entry 99',
    ],
    [
      'the evidence, by taking it away',
      "DELETE FROM submissions WHERE id = 'submission-5'",
      'Entry 5: the submission it signs, submission-5, is gone',
    ],
    [
      'the assessment, by taking it away',
      "DELETE FROM assessments WHERE id = 'assessment-5'",
      'Entry 5: the assessment it signs, assessment-5, is gone',
    ],
    [
      'the text together with its own SHA-256',
      "UPDATE submissions SET text = 'x', sha256 = 'y' WHERE id = 'submission-5'",
      'Entry 5: submission submission-5 is not what was signed',
    ],
  ])('reports it when somebody alters %s', async (_story, sql, finding) => {
    const folder = copy();
    behindThePortalsBack(folder, (raw) => raw.exec(sql));
    const { code, words } = await verify(folder);
    expect(words).toContain(finding);
    expect(code).toBe(1);
  });

  test('reports it when a trigger stays away', async () => {
    const folder = copy();
    const raw = new DatabaseSync(join(folder, 'portal.db'));
    raw.exec('DROP TRIGGER ledger_entries_no_update');
    raw.close();
    const { code, words } = await verify(folder);
    expect(words).toContain('The trigger ledger_entries_no_update is gone');
    expect(code).toBe(1);
  });
});

describe('a forger who writes the whole chain anew', () => {
  const edit = (body: string) => body.replace('"daniel"', '"harvey"');

  test('with a key of her own is found by the key, and by the anchors when she hands out her own public key', async () => {
    const folder = copy();
    const forger = someoneElsesKey(folder);
    behindThePortalsBack(folder, (raw) => {
      raw.exec(DELETE_ENTRY(12));
      rewriteChain(raw, forger.key, { keyId: forger.keyId, edit });
    });
    const honest = await verify(folder);
    expect(honest.words).toContain(`Entry 1 was signed with the key ${forger.keyId}`);
    expect(honest.words).toContain('entry 12 was removed');
    expect(honest.code).toBe(1);
    const swapped = await verify(folder, { publicKey: forger.publicKey });
    expect(swapped.words).toContain('was signed with the key');
    expect(swapped.code).toBe(1);
  });

  test("with the portal's own key, stolen, is found by the anchors alone", async () => {
    const folder = copy();
    const stolen = readFileSync(join(folder, 'keys/ledger-private.pem'));
    behindThePortalsBack(folder, (raw) => {
      const keyId = String(raw.prepare('SELECT key_id FROM ledger_entries LIMIT 1').get()?.key_id);
      rewriteChain(raw, createPrivateKey(stolen), {
        keyId,
        edit: (body) => body.replace('"reason":null', '"reason":"none"'),
      });
    });
    const { code, words } = await verify(folder);
    expect(words).not.toContain('was altered');
    expect(words).toContain('Entry 1 is not the one that');
    expect(words).toContain('12 anchors do not fit');
    expect(code).toBe(1);
  });

  test('and swaps the public key on an untouched ledger is found as well', async () => {
    const folder = copy();
    const { publicKey } = someoneElsesKey(folder);
    const { code, words } = await verify(folder, { publicKey });
    expect(words).toContain('Entry 1 was signed with the key');
    expect(code).toBe(1);
  });
});
