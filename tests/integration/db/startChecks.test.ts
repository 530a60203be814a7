import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { freshDatabase, freshFolder, openTestDatabase } from '../../support/database.ts';
import { startChild } from './childProcess.ts';
import { insertPerson } from './rows.ts';

/** A closed database with some four hundred people in it. */
async function closedDatabase() {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (let n = 0; n < 400; n += 1) await insertPerson(tx, { name: `Person ${n} `.repeat(20) });
  });
  await database.close();
  return database;
}

function overwrite(path: string, from: number, bytes: number): void {
  const content = readFileSync(path);
  content.fill(0xa5, from, from + bytes);
  writeFileSync(path, content);
}

const PAGE = 4096;

test.each<[string, (path: string) => void]>([
  ['whose first bytes were overwritten', (path) => overwrite(path, 0, 64)],
  ['whose list of tables was overwritten', (path) => overwrite(path, 100, 200)],
  [
    'with one page of rows overwritten',
    (path) => overwrite(path, Math.floor(statSync(path).size / PAGE / 2) * PAGE, PAGE),
  ],
  [
    'with eight bytes flipped at the head of every page',
    (path) => {
      for (let at = PAGE; at < statSync(path).size; at += PAGE) overwrite(path, at, 8);
    },
  ],
  ['cut in half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / PAGE) * PAGE)],
  ['that is a text', (path) => writeFileSync(path, 'These are the minutes of a meeting. '.repeat(100))],
])('the portal does not start on a file %s, and leaves it as it is', async (_story, damage) => {
  const { path, url } = await closedDatabase();
  damage(path);
  const damaged = readFileSync(path);
  // In a process of its own, because a damaged file may end the process that reads it.
  const child = startChild('holdDatabase.ts', [url]);
  expect(await child.ended).not.toBe(0);
  expect(child.lines.join()).toMatch(new RegExp(`^CannotOpenDatabase: ${path} is damaged or is not a database\\.`));
  expect(readFileSync(path).equals(damaged)).toBe(true);
});

test('a row that refers to nothing is found at the start', async () => {
  const { path, url } = await closedDatabase();
  const client = createClient({ url, concurrency: 1 });
  await client.execute('PRAGMA foreign_keys=off');
  await client.execute(`INSERT INTO person_roles (person_id, role) VALUES ('nobody', 'admin')`);
  client.close();
  await expect(openTestDatabase(path)).rejects.toThrow('has 1 rows that refer to rows which are not there');
});

test('a new database gets its folder, and every connection the settings that keep what was acknowledged', async () => {
  const path = join(freshFolder(), 'made/on/first/run/portal.db');
  const database = await openTestDatabase(path);
  expect(await database.healthy()).toBe(true);
  const client = createClient({ url: database.url });
  onTestFinished(() => client.close());
  const settings = await Promise.all(
    ['journal_mode', 'foreign_keys', 'synchronous'].map((name) => client.execute(`PRAGMA ${name}`)),
  );
  expect(settings.map(({ rows }) => rows[0]?.[0])).toEqual(['wal', 1, 2]);
});

test('a folder that cannot be made is named in the sentence', async () => {
  const file = join(freshFolder(), 'not-a-folder');
  writeFileSync(file, '');
  await expect(openDatabase({ url: `file:${file}/portal.db` })).rejects.toMatchObject({
    name: 'CannotOpenDatabase',
    message: expect.stringContaining(file) as string,
  });
});

test('a command that only reads makes no file', async () => {
  const path = join(freshFolder(), 'portal.db');
  await expect(openTestDatabase(path, { readOnly: true })).rejects.toThrow(`There is no database at ${path}.`);
  expect(existsSync(path)).toBe(false);
});
