import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { freshFolder } from '../../support/database.ts';
import { behindThePortalsBack, runVerifier } from '../ledger/tampering.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HASH = 'a'.repeat(64);
let genuine: string;

beforeAll(async () => {
  genuine = mkdtempSync(join(tmpdir(), 'portal-retention-command-'));
  const url = pathToFileURL(join(genuine, 'portal.db')).href;
  const places = { keysDir: join(genuine, 'keys'), anchorsDir: join(genuine, 'anchors') };
  await writeDemo({ ...places, url, traineeCount: 12, now: new Date('2026-11-19T10:00:00Z') });
});
afterAll(() => rmSync(genuine, { recursive: true, force: true }));

/** The demo with a file, after Amara left it long ago. */
function aFolder(): string {
  const folder = freshFolder();
  cpSync(genuine, folder, { recursive: true });
  behindThePortalsBack(folder, (raw) => {
    raw.exec(`UPDATE cohort_memberships SET left_on = '2020-01-02' WHERE trainee_id = 'amara'`);
    raw.exec(
      `INSERT INTO evidence_files (id, evidence_id, uploaded_by, name, type, size_bytes, sha256, scan, found, uploaded_at) SELECT 'file', id, 'amara', 'a.pdf', 'pdf', 1, '${HASH}', 'clean', '[]', 1 FROM evidence_items WHERE trainee_id = 'amara' LIMIT 1`,
    );
  });
  mkdirSync(join(folder, 'files/store/aa'), { recursive: true });
  writeFileSync(stored(folder), 'A file.');
  return folder;
}

const stored = (folder: string) => join(folder, 'files/store/aa', HASH);

function retention(folder: string, ...args: string[]): Promise<{ code: number; words: string }> {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const env = { ...process.env, DATABASE_URL: url, FILES_DIR: join(folder, 'files') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/admin.ts', 'retention', ...args],
      { cwd: ROOT, env },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, words: stdout + stderr });
      },
    );
  });
}

function removals(folder: string): number {
  const raw = new DatabaseSync(join(folder, 'portal.db'), { readOnly: true });
  const [row] = raw.prepare('SELECT count(*) AS removals FROM content_removals').all();
  raw.close();
  return Number(row?.['removals']);
}

test('says what is due as counts and removes nothing, until it is told to', async () => {
  const folder = aFolder();
  const { code, words } = await retention(folder);
  expect(words).toMatch(/Evidence that was handed in: [1-9]\d* due, of 1 trainee/u);
  expect(words).toContain('Nothing was removed. Add --apply');
  expect(words).not.toMatch(/amara|Okafor/iu);
  expect([code, removals(folder), existsSync(stored(folder))]).toEqual([0, 0, true]);
});

test('with --apply removes words and files, once, and the ledger verifies', async () => {
  const folder = aFolder();
  const first = await retention(folder, '--apply');
  expect(first.words).toMatch(/Evidence that was handed in: the content of [1-9]\d* removed/u);
  expect(first.words).toContain('Files: the content of 1 removed');
  expect([first.code, existsSync(stored(folder))]).toEqual([0, false]);
  const kept = removals(folder);
  expect((await retention(folder, '--apply')).words).toContain('Evidence that was handed in: the content of 0 removed');
  expect(removals(folder)).toBe(kept);
  expect((await retention(folder)).words).toContain('Nothing is due.');
  expect(await runVerifier(folder)).toMatchObject({ code: 0 });
});

test('with --apply does not begin while the portal has the database, and says so', async () => {
  const folder = aFolder();
  const database = await openDatabase({ url: pathToFileURL(join(folder, 'portal.db')).href });
  onTestFinished(() => database.close());
  const { code, words } = await retention(folder, '--apply');
  expect(code).toBe(1);
  expect(words).not.toContain('    at ');
  expect(removals(folder)).toBe(0);
  expect((await retention(folder)).code).toBe(0);
});

test('says what is wrong with an option it does not know', async () => {
  const { code, words } = await retention(genuine, '--loudly');
  expect(words).toContain('Use it like this: npm run admin -- retention');
  expect(code).toBe(2);
});
