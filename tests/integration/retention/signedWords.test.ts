import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Reader } from '#db/client.ts';
import { findCountersigning } from '#db/queries/countersigning.ts';
import { readThread } from '#db/queries/thread.ts';
import { formatDay, londonDay } from '#src/domain/calendar.ts';
import { wordsOrRemoved } from '#src/domain/retention/removed.ts';
import type { RecordGroup } from '#src/domain/retention/words.ts';
import { removeContent, type Removed } from '#src/server/retention/remove.ts';
import { freshFolder } from '../../support/database.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { behindThePortalsBack } from '../ledger/tampering.ts';
import { folderSignedWhole, WHOLE } from '../signing/signedWhole.ts';

/** A ledger with every type of entry, and a witness: words that a hash was kept of go with it, and only while they still give it. */
let genuine: string;
beforeAll(async () => {
  genuine = await folderSignedWhole();
});
afterAll(() => rmSync(genuine, { recursive: true, force: true }));

/** What the verifier finds in a folder; a line each. */
async function verified(folder: string): Promise<string> {
  const databaseUrl = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { anchors: join(folder, 'anchors'), publicKeyFile: join(folder, 'keys/ledger-public.pem') };
  const { findings } = await verifyLedger({ databaseUrl, ...places, qualificationDir: null });
  return findings.join('\n');
}

type Query = (sql: string) => Record<string, unknown>[];

/** Removes one record of a copy, after `prepare` did something to it behind the portal's back. */
async function removeOne(kind: RecordGroup, recordOf: (rows: Query) => unknown, prepare?: (raw: DatabaseSync) => void) {
  const folder = freshFolder();
  cpSync(genuine, folder, { recursive: true });
  if (prepare) behindThePortalsBack(folder, prepare);
  const path = join(folder, 'portal.db');
  const rows: Query = (sql) => {
    const raw = new DatabaseSync(path, { readOnly: true });
    const found = raw.prepare(sql).all();
    raw.close();
    return found;
  };
  const recordId = String(recordOf(rows));
  const database = await openDatabase({ url: pathToFileURL(path).href });
  onTestFinished(() => database.close());
  const removal = { kind, recordId, reason: 'Its time is over', removedBy: null, at: new Date() };
  const remove = (): Promise<Removed> => database.write((tx) => removeContent(tx, removal));
  const came = await remove();
  return { folder, rows, recordId, came, remove, close: () => database.close() };
}

const unlocked = (rows: Query) =>
  rows(`SELECT sign_off_id AS id FROM sign_off_unlocks WHERE ledger_seq = ${WHOLE.unlock}`)[0]?.['id'];
const review = (rows: Query) => rows('SELECT id FROM supervision_reviews LIMIT 1')[0]?.['id'];

const otherReason = (wordsOf: string) =>
  `UPDATE word_justifications SET reason = 'Other.' WHERE words_of = '${wordsOf}'`;

/** Each group of which a hash was kept, a record of it, how its words are altered, and what the verifier says then. */
const SIGNED: readonly (readonly [RecordGroup, (rows: Query) => unknown, string, RegExp])[] = [
  ['countersignature', () => 'plan-decided', `UPDATE countersignatures SET words = 'Other.'`, /altered: its text/u],
  ['record_words', () => 'seen-1 trainee', `UPDATE record_signatures SET words = 'Other.'`, /altered: its text/u],
  ['unlock_reason', unlocked, `UPDATE sign_off_unlocks SET reason = 'Other.'`, /altered: its reason/u],
  [
    'witness_answer',
    () => 'account',
    `UPDATE witness_answers SET text = 'Other.'`,
    /witness wrote .*account was altered/u,
  ],
  ['witness_answer', () => 'account', otherReason('witness_answer'), /witness wrote .*account was altered/u],
  ['record_words', () => 'seen-1 trainee', otherReason('record_words'), /reasons beside .*seen-1 trainee/u],
  ['feedback', () => 'account-decided', otherReason('assessment'), /account-decided is not what/u],
  ['supervision', review, `UPDATE supervision_reviews SET notes = 'Other.'`, /review .* is not what was signed/u],
  ['feedback', () => 'account-decided', `UPDATE assessments SET comment = 'Other.'`, /account-decided is not what/u],
  ['submission', () => 'account-1', `UPDATE submissions SET text = 'Other.'`, /Submission account-1 was altered/u],
];

describe.each(SIGNED)('removing words of %s', (kind, recordOf, alter, finding) => {
  test('leaves a hash, once, and the ledger still verifies', async () => {
    const { folder, rows, came, remove, close } = await removeOne(kind, recordOf);
    expect([came, await remove()]).toEqual(['removed', 'before']);
    const [kept] = rows(`SELECT sha256 FROM content_removals ORDER BY rowid DESC LIMIT 1`);
    expect(kept?.['sha256']).toMatch(/^[0-9a-f]{64}$/u);
    await close();
    expect(await verified(folder)).toBe('');
    behindThePortalsBack(folder, (raw) => {
      raw.exec(`UPDATE content_removals SET sha256 = '${'ab'.repeat(32)}' WHERE kind = '${kind}'`);
    });
    expect(await verified(folder)).not.toBe('');
  });

  test('is not done where they are not the words of their hash, and the verifier names them', async () => {
    const { folder, rows, came, close } = await removeOne(kind, recordOf, (raw) => raw.exec(alter));
    expect(came).toBe('changed');
    expect(rows(`SELECT 1 FROM content_removals WHERE kind = '${kind}' AND record_id NOT LIKE 'kept%'`)).toEqual([]);
    await close();
    expect(await verified(folder)).toMatch(finding);
  });
});

test.each<[RecordGroup, string, (db: Reader) => Promise<(number | null | undefined)[]>]>([
  [
    'countersignature',
    'plan-decided',
    async (db) => [(await findCountersigning(db, 'plan-decided'))?.countersignature?.removedAt],
  ],
  [
    'record_words',
    'seen-1 trainee',
    async (db) =>
      (await readThread(db, 'seen')).facts.flatMap((one) => (one.fact === 'record_signed' ? [one.removedAt] : [])),
  ],
])('where words of %s stood, the day on which they were removed is told', async (kind, recordId, removedOf) => {
  const { folder, close } = await removeOne(kind, () => recordId);
  await close();
  const database = await openDatabase({ url: pathToFileURL(join(folder, 'portal.db')).href });
  onTestFinished(() => database.close());
  const told = (await database.read(removedOf)).filter((at) => typeof at === 'number');
  expect(told).toHaveLength(1);
  const [at = 0] = told;
  expect(wordsOrRemoved('', 'What was added', at)).toBe(
    `What was added was removed on ${formatDay(londonDay(new Date()), { year: true })} under the retention rule.`,
  );
  expect(wordsOrRemoved('Words.', 'What was added', at)).toBe('Words.');
  expect(wordsOrRemoved('', 'What was added', null)).toBe('');
});

test('words that are empty without a removal are named', async () => {
  const folder = freshFolder();
  cpSync(genuine, folder, { recursive: true });
  behindThePortalsBack(folder, (raw) => {
    raw.exec(`UPDATE witness_answers SET name = '', job = '', relationship = '', text = ''`);
    raw.exec(`UPDATE countersignatures SET words = ''`);
  });
  const words = await verified(folder);
  expect(words).toContain(
    'What a witness wrote about evidence account was altered: it is empty, and no removal says so',
  );
  expect(words).toContain(`The countersignature that names entry ${WHOLE.countersigned} was altered: its text`);
});

test('nobody removes by hand what others said under a signature', async () => {
  const { close, folder } = await removeOne('witness_contact', () => 'request');
  await close();
  const database = await openDatabase({ url: pathToFileURL(join(folder, 'portal.db')).href });
  onTestFinished(() => database.close());
  const asked = { reason: 'She asked', removedBy: 'amara', at: new Date() };
  for (const [kind, recordId] of [
    ['countersignature', 'plan-decided'],
    ['record_words', 'seen-1 trainee'],
  ] as const)
    await expect(database.write((tx) => removeContent(tx, { ...asked, kind, recordId }))).rejects.toMatchObject({
      code: 'conflict',
    });
});
