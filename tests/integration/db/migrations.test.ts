import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import type { Client } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { freshFolder } from '../../support/database.ts';
import { canRunSqld, startSqld } from '../../support/sqldServer.ts';
import { insertPerson } from './rows.ts';

const REAL = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

/** The project's migrations and then these, one file each, whose statements are parted as Drizzle parts them. */
function migrationsWith(...added: string[][]): string {
  const folder = join(freshFolder(), 'migrations');
  cpSync(REAL, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  added.forEach((statements, index) => {
    const tag = `900${index}_added`;
    journal.entries.push({ tag });
    writeFileSync(join(folder, `${tag}.sql`), statements.join('--> statement-breakpoint\n'));
  });
  writeFileSync(file, JSON.stringify(journal));
  return folder;
}

/** Everything in a database: what its tables are and every row in them. */
async function everything(url: string): Promise<unknown> {
  const client: Client = createClient({ url });
  const { rows: schema } = await client.execute('SELECT type, name, sql FROM sqlite_master ORDER BY name');
  const tables = schema.filter(({ type }) => type === 'table').map(({ name }) => name as string);
  const rows = await Promise.all(
    tables.map(async (name) => [name, (await client.execute(`SELECT * FROM "${name}"`)).rows]),
  );
  client.close();
  return JSON.parse(JSON.stringify({ schema, rows }));
}

async function opened(url: string, migrations: string) {
  const database = await openDatabase({ url, migrations });
  onTestFinished(() => database.close());
  return database;
}

const PLACES: { name: string; canRun: boolean; newUrl: () => Promise<string> }[] = [
  {
    name: 'in a file',
    canRun: true,
    newUrl: () => Promise.resolve(pathToFileURL(join(freshFolder(), 'portal.db')).href),
  },
  {
    name: 'on a libSQL server',
    canRun: canRunSqld,
    newUrl: async () => {
      const server = await startSqld();
      onTestFinished(() => server.stop());
      return server.url;
    },
  },
];

/** Each does something first, so that there is something to take back. */
const BROKEN: [string, string[][], RegExp][] = [
  [
    'a statement is misspelt',
    [['CREATE TABLE notes (id text) STRICT;', 'CREATE TABEL more (id text) STRICT;']],
    /syntax error/,
  ],
  [
    'rows break a rule',
    [['CREATE TABLE notes (id text NOT NULL) STRICT;', 'INSERT INTO notes SELECT NULL FROM people;']],
    /NOT NULL/,
  ],
  [
    'the second of two migrations fails',
    [['CREATE TABLE notes (id text) STRICT;'], ['ALTER TABLE notes ADD COLUMN at integer;', 'DROP TABLE nowhere;']],
    /nowhere/,
  ],
  [
    'rows are left that refer to nothing',
    [['CREATE TABLE notes (person_id text REFERENCES people(id)) STRICT;', `INSERT INTO notes VALUES ('nobody');`]],
    /every_reference_stands/,
  ],
];

for (const { name: place, canRun, newUrl } of PLACES) {
  describe.skipIf(!canRun)(`migrations ${place}`, () => {
    test.each(BROKEN)(
      'a migration in which %s leaves a database with people in it exactly as it was',
      async (_story, added, reason) => {
        const url = await newUrl();
        const database = await opened(url, REAL);
        await database.write(insertPerson);
        await database.close();
        const before = await everything(url);
        const failed = openDatabase({ url, migrations: migrationsWith(...added) });
        await expect(failed).rejects.toMatchObject({
          name: 'CannotOpenDatabase',
          message: expect.stringMatching(reason) as string,
        });
        expect(await everything(url)).toEqual(before);
        const again = await opened(url, REAL);
        expect(await again.read((db) => db.$count(people))).toBe(1);
        await again.close();
      },
    );

    test('a first migration that fails leaves an empty database', async () => {
      const url = await newUrl();
      const migrations = migrationsWith(['CREATE TABEL notes (id text) STRICT;']);
      await expect(openDatabase({ url, migrations })).rejects.toThrow('It is as it was before.');
      expect(await everything(url)).toEqual({ schema: [], rows: [] });
    });

    test('a database that is up to date is left alone', async () => {
      const url = await newUrl();
      await (await opened(url, REAL)).close();
      const before = await everything(url);
      await (await opened(url, REAL)).close();
      expect(await everything(url)).toEqual(before);
    });

    test('a new migration is applied once, and a table may be built anew though others refer to it', async () => {
      const url = await newUrl();
      const database = await opened(url, REAL);
      await database.write(async (tx) =>
        tx.run(`INSERT INTO person_roles VALUES ('${await insertPerson(tx)}', 'tutor')`),
      );
      await database.close();
      const migrations = migrationsWith(['CREATE TABLE new_people AS SELECT *, 1 AS extra FROM people;', ...REBUILD]);
      const newer = await opened(url, migrations);
      expect(
        await newer.read((db) => db.all('SELECT role, pets FROM people JOIN person_roles ON person_id = id')),
      ).toEqual([{ role: 'tutor', pets: 0 }]);
      await newer.close();
      await (await opened(url, migrations)).close();
    });

    test('foreign keys are checked again after a migration', async () => {
      const database = await opened(await newUrl(), REAL);
      await expect(
        database.write((tx) => tx.run(`INSERT INTO person_roles VALUES ('nobody', 'tutor')`)),
      ).rejects.toMatchObject({ fault: 'foreign_key' });
    });

    test('a database of a newer version is refused, and so is one whose migration was changed afterwards', async () => {
      const url = await newUrl();
      await (await opened(url, migrationsWith(['CREATE TABLE notes (id text) STRICT;']))).close();
      await expect(openDatabase({ url, migrations: REAL })).rejects.toThrow(
        'has had migration 9000_added, which is unknown here',
      );
      await expect(
        openDatabase({ url, migrations: migrationsWith(['CREATE TABLE notes (id text, at integer) STRICT;']) }),
      ).rejects.toThrow('had migration 9000_added in other words');
    });
  });
}

/** How SQLite wants a table rebuilt: https://www.sqlite.org/lang_altertable.html#otheralter */
const REBUILD = [
  'DROP TABLE new_people;',
  'CREATE TABLE new_people (id text PRIMARY KEY NOT NULL, email text NOT NULL, name text NOT NULL, password_hash text, language text NOT NULL, created_at integer NOT NULL, disabled_at integer, last_seen_at integer, reading_view text, password_changed_at integer, pets integer NOT NULL) STRICT;',
  'INSERT INTO new_people SELECT *, 0 FROM people;',
  'DROP TABLE people;',
  'ALTER TABLE new_people RENAME TO people;',
];

test.each([
  ['two statements without a breakpoint', 'CREATE TABLE one (id text) STRICT; CREATE TABLE two (id text) STRICT;'],
  [
    'something after a trigger',
    `CREATE TRIGGER t BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'no; never'); END; CREATE TABLE two (id text) STRICT;`,
  ],
])('a migration with %s is refused, because the driver would drop the second without a word', async (_story, sql) => {
  const url = pathToFileURL(join(freshFolder(), 'portal.db')).href;
  await expect(openDatabase({ url, migrations: migrationsWith([sql]) })).rejects.toThrow(
    'lacks a statement-breakpoint',
  );
});

test.each([
  ['a semicolon in a text', `INSERT INTO demo_programme SELECT 1, '2026-11-21' WHERE 'a;b' <> 'c';`],
  ['a comment', '-- first this; then that\nCREATE TABLE notes (id text) STRICT; -- done;'],
  [
    'a trigger with several statements',
    `CREATE TRIGGER t AFTER UPDATE ON people BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END;`,
  ],
])('%s in a migration is no second statement', async (_story, sql) => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'data'));
  const database = await opened(pathToFileURL(join(folder, 'data/portal.db')).href, migrationsWith([sql]));
  expect(await database.healthy()).toBe(true);
});
