import { createPrivateKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWithReviews } from '../integration/ledger/signedReviews.ts';
import { behindThePortalsBack, copyOf, rewriteChain, runVerifier } from '../integration/ledger/tampering.ts';

/**
 * The same as in ledgerTampering.test.ts, for reviews that trainee, tutor and manager signed: entries 3, 4 and 5 are the
 * signatures of the three under review-1, 6 to 8 under review-2, 9 to 11 under review-3.
 */
let genuine: string;

beforeAll(async () => {
  genuine = await folderWithReviews();
});

afterAll(() => rmSync(genuine, { recursive: true, force: true }));

async function verdictAfter(sql: string) {
  const folder = copyOf(genuine);
  behindThePortalsBack(folder, (raw) => raw.exec(sql));
  return runVerifier(folder);
}

const DELETE_ENTRY = (seq: number) =>
  `DELETE FROM supervision_signatures WHERE ledger_seq = ${seq}; DELETE FROM ledger_entries WHERE seq = ${seq};`;

describe('signed reviews', () => {
  test('as the portal left them, verify, whatever was ticked off since', async () => {
    const folder = copyOf(genuine);
    const raw = new DatabaseSync(join(folder, 'portal.db'));
    raw.exec("UPDATE supervision_actions SET done_at = 1795000000, done_by = 'amara' WHERE id = 'action-2-1'");
    raw.close();
    const { code, words } = await runVerifier(folder);
    expect(words).toBe('Ledger verified: 11 entries, 11 anchors, newest anchored at 2026-11-21T10:00:00Z\n');
    expect(code).toBe(0);
  });

  test.each<[string, string]>([
    ['the notes', "UPDATE supervision_reviews SET notes = notes || ' And more.' WHERE id = 'review-2'"],
    ['the agenda', "UPDATE supervision_reviews SET facts = '{}' WHERE id = 'review-2'"],
    ['the day', "UPDATE supervision_reviews SET held_on = '2026-11-19' WHERE id = 'review-2'"],
    ['who wrote it', "UPDATE supervision_reviews SET saved_by = 'ruth' WHERE id = 'review-2'"],
    ['whose it is', "UPDATE supervision_reviews SET trainee_id = 'daniel' WHERE id = 'review-2'"],
    ['the words of an action', "UPDATE supervision_actions SET words = 'Nothing.' WHERE id = 'action-2-1'"],
    ['who does an action', "UPDATE supervision_actions SET part = 'tutor' WHERE id = 'action-2-1'"],
    ['by when', "UPDATE supervision_actions SET due_on = '2027-01-01' WHERE id = 'action-2-1'"],
    ['their order', "UPDATE supervision_actions SET position = 3 - position WHERE review_id = 'review-2'"],
    ['an action, by taking it away', "DELETE FROM supervision_actions WHERE id = 'action-2-1'"],
    [
      'an action, by putting one in',
      "INSERT INTO supervision_actions SELECT 'action-9', review_id, 3, words, part, due_on, NULL, NULL FROM supervision_actions WHERE id = 'action-2-1'",
    ],
    [
      'an action, by moving it in from another record',
      "UPDATE supervision_actions SET review_id = 'review-2' WHERE id = 'action-3-1'",
    ],
  ])('are found where somebody alters %s', async (_what, sql) => {
    const { code, words } = await verdictAfter(sql);
    for (const seq of [6, 7, 8]) expect(words).toContain(`Entry ${seq}: review review-2 is not what was signed`);
    expect(words).not.toContain('Entry 3:');
    expect(code).toBe(1);
  });

  test.each<[string, string, string]>([
    [
      'the record is taken away',
      "DELETE FROM supervision_reviews WHERE id = 'review-2'",
      'Entry 6: the review it signs, review-2, is gone',
    ],
    [
      'a signature is taken away',
      'DELETE FROM supervision_signatures WHERE ledger_seq = 7',
      'Entry 7 signs review review-2 for the tutor, but its row in supervision_signatures is gone',
    ],
    [
      'a signature is made up',
      "INSERT INTO supervision_signatures SELECT 'review-9', part, person_id, sha256, signed_at, 99 FROM supervision_signatures WHERE ledger_seq = 7",
      'The signature for the tutor under review review-9 names entry 99, but there is no such signature',
    ],
    [
      'a signature names a sign-off of evidence',
      'UPDATE supervision_signatures SET ledger_seq = 1 WHERE ledger_seq = 7',
      'names entry 1, but there is no such signature',
    ],
    [
      'two signatures are swapped',
      'UPDATE supervision_signatures SET ledger_seq = 100 WHERE ledger_seq = 7; UPDATE supervision_signatures SET ledger_seq = 7 WHERE ledger_seq = 8; UPDATE supervision_signatures SET ledger_seq = 8 WHERE ledger_seq = 100',
      'The signature that names entry 7 was altered: its part is manager, the ledger says tutor',
    ],
    [
      'another person has signed',
      "UPDATE supervision_signatures SET person_id = 'daniel' WHERE ledger_seq = 7",
      'its signer is daniel, the ledger says ruth',
    ],
    [
      'it was signed at another time',
      'UPDATE supervision_signatures SET signed_at = signed_at + 60 WHERE ledger_seq = 7',
      'The signature that names entry 7 was altered: its time',
    ],
    [
      'the row vouches for another text',
      "UPDATE supervision_signatures SET sha256 = 'x' WHERE ledger_seq = 7",
      'The signature that names entry 7 was altered: its SHA-256 is x',
    ],
    [
      'a signature moves to another record',
      "UPDATE supervision_signatures SET review_id = 'review-9' WHERE ledger_seq = 7",
      'its review is review-9, the ledger says review-2',
    ],
    [
      'an entry is edited',
      "UPDATE ledger_entries SET body = replace(body, 'ruth', 'kerry') WHERE seq = 7",
      'Entry 7 was altered',
    ],
    ['an entry is deleted', DELETE_ENTRY(7), 'Entry 7 is missing'],
    ['the end is cut off', DELETE_ENTRY(11) + DELETE_ENTRY(10), 'entries 10 to 11 were removed'],
    [
      'two entries change places',
      'UPDATE ledger_entries SET seq = 100 WHERE seq = 7; UPDATE ledger_entries SET seq = 7 WHERE seq = 8; UPDATE ledger_entries SET seq = 8 WHERE seq = 100',
      'Entry 7 does not follow from the entry before it',
    ],
    [
      'an entry is put in',
      `INSERT INTO ledger_entries SELECT 12, hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = 11`,
      'Entry 12 was altered',
    ],
    [
      'every table of reviews is dropped',
      'DROP TABLE supervision_signatures; DROP TABLE supervision_actions; DROP TABLE supervision_reviews',
      'Entry 7: the review it signs, review-2, is gone',
    ],
  ])('are found where %s', async (_story, sql, finding) => {
    const folder = copyOf(genuine);
    const raw = new DatabaseSync(join(folder, 'portal.db'));
    raw.exec('PRAGMA foreign_keys = OFF');
    for (const { name } of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
      raw.exec(`DROP TRIGGER ${String(name)}`);
    raw.exec(sql);
    raw.close();
    const { code, words } = await runVerifier(folder);
    expect(words).toContain(finding);
    expect(code).toBe(1);
  });

  test.each(['supervision_signatures_no_delete', 'supervision_reviews_signed', 'supervision_actions_signed_update'])(
    'are found unguarded where the trigger %s stays away',
    async (trigger) => {
      const folder = copyOf(genuine);
      const raw = new DatabaseSync(join(folder, 'portal.db'));
      raw.exec(`DROP TRIGGER ${trigger}`);
      raw.close();
      const { code, words } = await runVerifier(folder);
      expect(words).toContain(`The trigger ${trigger} is gone`);
      expect(code).toBe(1);
    },
  );
});

describe('somebody with the stolen key, who also makes the hashes fit', () => {
  test.each<[string, (body: string) => string, string]>([
    [
      'signs for two parts',
      (body) => body.replace('"part":"manager"', '"part":"tutor"'),
      'Entry 8: review review-2 was signed twice for the tutor',
    ],
    [
      'signs twice herself',
      (body) => body.replace('"signedBy":"kerry"', '"signedBy":"ruth"'),
      'Entry 8: one person signed review review-2 for two parts',
    ],
    [
      'signs for the trainee',
      (body) => body.replace('"signedBy":"amara"', '"signedBy":"harvey"'),
      'Entry 6: the trainee signed for somebody else, or somebody else for the trainee',
    ],
    [
      'invents a part',
      (body) => body.replace('"part":"manager"', '"part":"director"'),
      'Entry 8: it signs for the director, and there is no such part',
    ],
    [
      'adds a field',
      (body) => body.replace('{"at"', '{"approved":true,"at"'),
      'does not have the fields of a signature under a supervision review',
    ],
    [
      'writes another version',
      (body) => body.replace('"version":1', '"version":2'),
      'is of a kind that this verifier does not know',
    ],
  ])('is found where she %s, and by the anchors', async (_story, edit, finding) => {
    const folder = copyOf(genuine);
    const stolen = createPrivateKey(readFileSync(join(folder, 'keys/ledger-private.pem')));
    behindThePortalsBack(folder, (raw) => {
      const keyId = String(raw.prepare('SELECT key_id FROM ledger_entries LIMIT 1').get()?.key_id);
      const edited = (body: string) => (body.includes('supervision_signature') ? edit(body) : body);
      rewriteChain(raw, stolen, { keyId, edit: edited });
    });
    const { code, words } = await runVerifier(folder);
    expect(words).toContain(finding);
    expect(words).toContain('is not the one that');
    expect(code).toBe(1);
  });
});
