import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { freshFolder } from '../../support/database.ts';
import { behindThePortalsBack, copyOf, genuineFolder, runVerifier } from './tampering.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let genuine: string;

beforeAll(async () => {
  genuine = await genuineFolder(4);
});

afterAll(() => rmSync(genuine, { recursive: true, force: true }));

/** Runs a command with its environment pointing into a folder. */
function admin(args: readonly string[], folder = genuine): Promise<{ code: number; words: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: pathToFileURL(join(folder, 'portal.db')).href,
    KEYS_DIR: join(folder, 'keys'),
    ANCHORS_DIR: join(folder, 'anchors'),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/admin.ts', ...args], { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, words: stdout + stderr });
    });
  });
}

describe("the administrator's command line", () => {
  test('lists its commands', async () => {
    const { code, words } = await admin(['help']);
    for (const name of ['verify', 'doctor', 'backup', 'content report', 'keys'])
      expect(words).toContain(`  ${name} `.trimEnd());
    expect(code).toBe(0);
  });

  test.each([
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['constructor'], 'There is no command "constructor"'],
    [['verify', '--loudly'], 'Use it like this: npm run admin -- verify'],
    [['verify', 'now'], 'Use it like this'],
    [['backup'], 'Say which file to write'],
    [['content', 'publish'], 'What is to be done with content here: "report" or "new"?'],
    [['content', 'report', '--loudly'], 'Use it like this: npm run admin -- content report'],
    [['content', 'new'], 'Give the module one id'],
    [['content', 'new', 'No Such Id'], 'small letters, digits and single hyphens'],
    [['content', 'new', 'parole-recall'], 'src/content/modules/parole-recall.mdx is there already'],
    [['keys'], 'Say in which folder'],
  ])('says what is wrong with %j and ends with 2', async (args, said) => {
    const { code, words } = await admin(args);
    expect(words).toContain(said);
    expect(words).not.toContain('    at ');
    expect(code).toBe(2);
  });

  test('makes the keys of a new portal, once', async () => {
    const dir = join(freshFolder(), 'keys');
    const first = await admin(['keys', '--to', dir]);
    const again = await admin(['keys', '--to', dir]);
    expect(first.code).toBe(0);
    expect(first.words).toBe(again.words);
    expect(readdirSync(dir)).toHaveLength(4);
  });

  test('reports on the content without a database, a line for every module', async () => {
    const { words } = await admin(['content', 'report'], freshFolder());
    expect(words).toMatch(/^module +strand +version +words +minutes/);
    expect(words).toMatch(/\nparole-release-test +Parole /);
    expect(words).toContain('No database was found, so no minutes are measured.');
    expect(words).toMatch(/\d+ modules\. Reviews due: \d+; /);
  });

  test('says that a database it is sent to for minutes is not there', async () => {
    const { code, words } = await admin(['content', 'report', '--database', 'file:nowhere.db'], freshFolder());
    expect(words).toContain('There is no database file');
    expect(code).toBe(2);
  });
});

describe('doctor', () => {
  test('finds a sound portal sound, and leaves everything as it was', async () => {
    const folder = copyOf(genuine);
    const { code, words } = await admin(['doctor'], folder);
    expect(words).toContain('the ledger has 4 entries');
    expect(words).toContain('the keys fit together');
    expect(words).toContain('All is well.');
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'keys'))).toHaveLength(4);
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      'a secret that others can read',
      (folder) => chmodSync(join(folder, 'keys/pepper.key'), 0o644),
      'can be read by others',
    ],
    ['a missing key', (folder) => rmSync(join(folder, 'keys/device.key')), 'device.key cannot be read'],
    ['no database', (folder) => rmSync(join(folder, 'portal.db')), 'portal.db'],
    [
      'a ledger shorter than its anchors',
      (folder) =>
        behindThePortalsBack(folder, (raw) =>
          raw.exec('DELETE FROM sign_offs WHERE ledger_seq = 4; DELETE FROM ledger_entries WHERE seq = 4'),
        ),
      'that is more than the ledger has',
    ],
    [
      'rows that point at nothing',
      (folder) => behindThePortalsBack(folder, (raw) => raw.exec("DELETE FROM people WHERE id = 'amara'")),
      'rows point at rows that are gone',
    ],
  ])('finds %s', async (_story, spoil, said) => {
    const folder = copyOf(genuine);
    spoil(folder);
    const { code, words } = await admin(['doctor'], folder);
    expect(words).toContain(said);
    expect(words).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

describe('backup', () => {
  test('copies a database in use, verifies the copy, and the copy can be verified again', async () => {
    const folder = copyOf(genuine);
    const database = await openDatabase({ url: pathToFileURL(join(folder, 'portal.db')).href });
    onTestFinished(() => database.close());
    const to = join(folder, 'backups', 'monday.db');
    const { code, words } = await admin(['backup', '--to', to], folder);
    expect(words).toContain('Ledger verified: 4 entries, 4 anchors');
    expect(code).toBe(0);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['monday.db']);
    const copied = new DatabaseSync(to, { readOnly: true });
    onTestFinished(() => copied.close());
    expect(copied.prepare('SELECT count(*) AS n FROM sign_offs').get()).toMatchObject({ n: 4 });
  });

  test('never writes over a file', async () => {
    const to = join(freshFolder(), 'there.db');
    writeFileSync(to, 'mine');
    const { code, words } = await admin(['backup', '--to', to]);
    expect(words).toContain('exists already');
    expect(code).toBe(2);
    expect(statSync(to).size).toBe(4);
  });

  test('keeps the copy of a ledger with findings, says so, and ends with 1', async () => {
    const folder = copyOf(genuine);
    behindThePortalsBack(folder, (raw) => raw.exec("UPDATE submissions SET text = 'x' WHERE id = 'submission-2'"));
    const to = join(folder, 'copy.db');
    const { code, words } = await admin(['backup', '--to', to], folder);
    expect(words).toContain('Entry 2: submission submission-2 is not what was signed');
    expect(code).toBe(1);
    expect(existsSync(to)).toBe(true);
    expect((await runVerifier(folder)).code).toBe(1);
  });
});
