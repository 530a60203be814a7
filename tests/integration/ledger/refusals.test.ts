import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ledgerEntries } from '#db/schema/ledger.ts';
import { LedgerAlarm } from '#src/server/ledger/index.ts';
import { CannotStart } from '#src/server/settings.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { openWorld, signOff, signOffEach, type LedgerWorld } from './signedPortfolio.ts';
import { behindThePortalsBack } from './tampering.ts';

let database: TestDatabase;
let folder: string;
let world: LedgerWorld;

beforeEach(async () => {
  database = await freshDatabase();
  folder = freshFolder();
  world = await openWorld(database, { databaseUrl: database.url, folder });
});

const anchors = () => readdirSync(world.anchorsDir).filter((name) => name.endsWith('.anchor'));
const entries = () => database.read((db) => db.select().from(ledgerEntries).orderBy(ledgerEntries.seq));
const verified = () =>
  verifyLedger({ databaseUrl: database.url, anchors: world.anchorsDir, publicKeyFile: world.keys.publicKeyFile });
const reopened = () => openWorld(database, { databaseUrl: database.url, folder });
const tamper = (sql: string) => behindThePortalsBack(dirname(database.path), (raw) => raw.exec(sql));

describe('at the start, on a ledger that is not what it was', () => {
  beforeEach(async () => {
    await signOffEach({ first: 1, last: 4 }, world);
  });

  test.each([
    [
      'its end was cut off',
      'DELETE FROM sign_offs WHERE ledger_seq = 4; DELETE FROM ledger_entries WHERE seq = 4',
      'vouches for 4 entries, but the database has fewer',
    ],
    [
      'its last entry is another',
      `UPDATE ledger_entries SET hash = '${'ab'.repeat(32)}' WHERE seq = 4`,
      'entry 4 in the database is another one',
    ],
    [
      'its last entry has other words',
      "UPDATE ledger_entries SET body = replace(body, 'daniel', 'gwen') WHERE seq = 4",
      'Entry 4, the last of the sign-off ledger, was altered',
    ],
    [
      'an entry was put at its end by somebody else',
      `INSERT INTO ledger_entries SELECT 5, hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = 4`,
      'Entry 5, the last of the sign-off ledger, was altered or was not signed with the key in use',
    ],
  ])('the portal refuses and says what to do: %s', async (_story, sql, words) => {
    tamper(sql);
    const start = reopened();
    await expect(start).rejects.toThrow(CannotStart);
    await expect(start).rejects.toThrow(words);
    await expect(start).rejects.toThrow('When the alarm goes');
    expect(anchors()).toHaveLength(4);
  });

  test('a damaged anchor is no reason to trust the ledger', async () => {
    const newest = anchors().sort().at(-1)!;
    writeFileSync(join(world.anchorsDir, newest), 'pqip-anchor-v1\nsize 4\n');
    await expect(reopened()).rejects.toThrow('is damaged, or was not signed with the key in use');
  });

  test('while the portal runs, nothing is signed on top of a cut end', async () => {
    tamper('DELETE FROM sign_offs WHERE ledger_seq = 4; DELETE FROM ledger_entries WHERE seq = 4');
    await expect(database.write((tx) => signOff(world, tx, 5))).rejects.toThrow(LedgerAlarm);
    expect(await entries()).toHaveLength(3);
  });

  test('while the portal runs, nothing is signed on top of a forged end, and it is not anchored', async () => {
    tamper(
      `INSERT INTO ledger_entries SELECT 5, hash, '${'cd'.repeat(32)}', body, key_id, signature, recorded_at FROM ledger_entries WHERE seq = 4`,
    );
    await expect(database.write((tx) => signOff(world, tx, 5))).rejects.toThrow('Nothing was signed');
    await world.ledger.anchor();
    expect(world.alarms).toHaveLength(1);
    expect(anchors()).toHaveLength(4);
  });
});

describe('the tables themselves', () => {
  test.each([
    "UPDATE ledger_entries SET body = '{}' WHERE seq = 1",
    'DELETE FROM ledger_entries WHERE seq = 1',
    "INSERT OR REPLACE INTO ledger_entries SELECT seq, prev_hash, hash, '{}', key_id, signature, recorded_at FROM ledger_entries WHERE seq = 1",
    "INSERT OR REPLACE INTO ledger_entries SELECT 2, hash, hash, '{}', key_id, signature, recorded_at FROM ledger_entries WHERE seq = 1",
    "INSERT INTO ledger_entries SELECT 9, hash, 'aa', '{}', key_id, signature, recorded_at FROM ledger_entries WHERE seq = 1",
    "INSERT INTO ledger_entries SELECT 2, 'bb', 'aa', '{}', key_id, signature, recorded_at FROM ledger_entries WHERE seq = 1",
    "UPDATE sign_offs SET signed_by = 'amara'",
    'DELETE FROM sign_offs',
    "INSERT OR REPLACE INTO sign_offs SELECT submission_id, assessment_id, 'amara', signed_at, ledger_seq FROM sign_offs",
    "UPDATE submissions SET text = 'Better words'",
    "UPDATE assessments SET comment = 'Poor'",
    "UPDATE criterion_decisions SET outcome = 'not_met'",
    'DELETE FROM criterion_decisions',
    'DELETE FROM submission_claims',
  ])('refuse: %s', async (sql) => {
    await signOffEach({ first: 1, last: 1 }, world);
    const raw = new DatabaseSync(database.path);
    onTestFinished(() => raw.close());
    expect(() => raw.exec(sql)).toThrow(/insert-only|out of order|already signed/);
    expect(await verified()).toMatchObject({ findings: [], entries: 1 });
  });

  test.each([
    "INSERT OR REPLACE INTO submissions (id, evidence_id, trainee_id, number, kind, title, text, qualification_version, sha256, submitted_at) SELECT id, evidence_id, trainee_id, number, kind, title, 'Better words', qualification_version, sha256, submitted_at FROM submissions",
    "INSERT OR REPLACE INTO criterion_decisions SELECT assessment_id, criterion_id, 'not_met', feedback FROM criterion_decisions",
    "INSERT OR REPLACE INTO assessments (id, submission_id, assessor_id, outcome, comment, assessed_at) SELECT id, submission_id, assessor_id, outcome, 'Poor', assessed_at FROM assessments",
  ])('leave what is there as it was: %s', async (sql) => {
    await signOffEach({ first: 1, last: 1 }, world);
    const raw = new DatabaseSync(database.path);
    raw.exec(sql);
    raw.close();
    expect(await verified()).toMatchObject({ findings: [], entries: 1 });
  });
});
