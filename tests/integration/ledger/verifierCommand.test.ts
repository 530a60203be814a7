import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorFiles, behindThePortalsBack, copyOf, genuineFolder, runVerifier } from './tampering.ts';

let genuine: string;

beforeAll(async () => {
  genuine = await genuineFolder(12);
});

afterAll(() => rmSync(genuine, { recursive: true, force: true }));

const copy = () => copyOf(genuine);
const verify = runVerifier;
const CUT_THE_LAST = 'DELETE FROM sign_offs WHERE ledger_seq = 12; DELETE FROM ledger_entries WHERE seq = 12';

describe('the anchors', () => {
  test('one missing in the middle is mentioned, and takes nothing away: a later one vouches for more', async () => {
    const folder = copy();
    rmSync(join(folder, 'anchors', anchorFiles(folder)[4]!));
    const { code, words } = await verify(folder);
    expect(words).toContain('Note: There is no anchor for entry 5');
    expect(code).toBe(0);
  });

  test('the newest missing is mentioned: nothing vouches for the last entry', async () => {
    const folder = copy();
    rmSync(join(folder, 'anchors', anchorFiles(folder).at(-1)!));
    const { code, words } = await verify(folder);
    expect(words).toContain('Note: Nothing vouches for the end of the ledger from entry 12 to 12');
    expect(code).toBe(0);
  });

  test('all missing is a finding', async () => {
    const folder = copy();
    for (const name of anchorFiles(folder)) rmSync(join(folder, 'anchors', name));
    const { code, words } = await verify(folder);
    expect(words).toContain('holds no anchor for this ledger');
    expect(code).toBe(1);
  });

  test('an end cut off together with its anchors shows only against anchors kept elsewhere: that is why they are', async () => {
    const folder = copy();
    behindThePortalsBack(folder, (raw) => raw.exec(CUT_THE_LAST));
    rmSync(join(folder, 'anchors', anchorFiles(folder).at(-1)!));
    expect((await verify(folder)).code).toBe(0);
    const { code, words } = await verify(folder, { anchors: join(genuine, 'anchors') });
    expect(words).toContain('entry 12 was removed');
    expect(code).toBe(1);
  });

  test.each<[string, (text: string) => string, string]>([
    ['for fewer entries', (text) => text.replace('size 12', 'size 11'), 'has a signature that does not fit'],
    ['of another day', (text) => text.replace('2026-11-21', '2026-11-22'), 'has a signature that does not fit'],
    ['for another head', (text) => text.replace(/head ../, 'head 00'), 'has a signature that does not fit'],
    ['that is cut short', (text) => text.slice(0, 60), 'is not an anchor, or was changed'],
  ])('one rewritten %s is a finding', async (_story, edit, finding) => {
    const folder = copy();
    const file = join(folder, 'anchors', anchorFiles(folder).at(-1)!);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    const { code, words } = await verify(folder);
    expect(words).toContain(finding);
    expect(code).toBe(1);
  });
});

describe('the command', () => {
  test('misses nothing in a database that was kept before reasons beside final words had their table', async () => {
    const folder = copy();
    const raw = new DatabaseSync(join(folder, 'portal.db'));
    raw.exec('DROP TABLE word_justifications');
    raw.close();
    const { code, words } = await verify(folder);
    expect(words).not.toContain('is gone');
    expect(code).toBe(0);
  });

  test.each<[string, (folder: string) => { publicKey?: string; anchors?: string }, string]>([
    ['a folder of anchors that is not there', (folder) => ({ anchors: join(folder, 'nowhere') }), 'There is no folder'],
    [
      'a public key that is not there',
      (folder) => ({ publicKey: join(folder, 'nowhere.pem') }),
      'There is no public key',
    ],
    [
      'something that is no public key',
      (folder) => ({ publicKey: join(folder, 'portal.db') }),
      'does not hold an Ed25519 public key',
    ],
  ])('given %s says how to use it and ends with 2', async (_story, change, words) => {
    const folder = copy();
    const verdict = await verify(folder, change(folder));
    expect(verdict.words).toContain(words);
    expect(verdict.words).toContain('npm run admin -- verify');
    expect(verdict.code).toBe(2);
  });

  test('given a database that is no database reports that, and does not crash', async () => {
    const folder = copy();
    const file = join(folder, 'portal.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 0, bytes.length / 2));
    const { code, words } = await verify(folder);
    expect(words).toContain('The database could not be read');
    expect(code).toBe(1);
  });
});
