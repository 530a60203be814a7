import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { freshDatabase, freshFolder, openTestDatabase } from '../../support/database.ts';
import { startChild } from './childProcess.ts';

test('a second process refuses to start and names the process that has the file', async () => {
  const database = await freshDatabase();
  const second = startChild('holdDatabase.ts', [database.url]);
  expect(await second.ended).toBe(1);
  expect(second.lines).toEqual([
    `CannotOpenDatabase: Another portal (process ${process.pid}) has ${database.path} open. Only one may: stop it first, or give this one a DATABASE_URL of its own.`,
  ]);
});

test('the same process cannot open the file twice either', async () => {
  const database = await freshDatabase();
  await expect(openDatabase({ url: database.url })).rejects.toThrow(`Another portal (process ${process.pid})`);
});

test('the lock says who holds it while it is held, and is free when the database is closed', async () => {
  const database = await freshDatabase();
  expect(readFileSync(`${database.path}.lock`, 'utf8')).toMatch(
    new RegExp(`^process ${process.pid}\\ntoken [0-9a-f-]{36}\\nsince 20\\d\\d-`),
  );
  await database.close();
  expect(existsSync(`${database.path}.lock`)).toBe(false);
  const next = startChild('holdDatabase.ts', [database.url]);
  expect(await next.firstLine()).toBe('open');
});

test('a process that was killed leaves no lock that anybody would have to remove', async () => {
  const path = join(freshFolder(), 'portal.db');
  const killed = startChild('holdDatabase.ts', [pathToFileURL(path).href]);
  expect(await killed.firstLine()).toBe('open');
  await expect(openTestDatabase(path)).rejects.toThrow(`(process ${killed.process.pid})`);
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toBeNull();
  expect(existsSync(`${path}.lock`)).toBe(true);
  await openTestDatabase(path);
  expect(readFileSync(`${path}.lock`, 'utf8')).toContain(`process ${process.pid}\n`);
});

test('what a dead process wrote is taken over, even where its number now belongs to another that lives', async () => {
  const path = join(freshFolder(), 'portal.db');
  writeFileSync(`${path}.lock`, `process ${process.ppid}\ntoken x\nsince 2020-01-01T00:00:00.000Z\n`);
  const database = await openTestDatabase(path);
  expect(await database.healthy()).toBe(true);
});

test('a command that only reads opens the file beside the portal, and cannot write', async () => {
  const database = await freshDatabase();
  const beside = await openTestDatabase(database.path, { readOnly: true });
  expect(await beside.read((db) => db.$count(people))).toBe(0);
  await expect(beside.write(() => Promise.resolve())).rejects.toThrow('read only');
  await beside.close();
  await expect(openDatabase({ url: database.url })).rejects.toThrow('Another portal');
});
