import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { freshFolder } from '../../support/database.ts';

const REAL = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
const NEW = '0002_caseload_and_week';

/** The migrations as they were before caseloads kept their history. */
function migrationsBefore(folder: string): string {
  const copy = join(folder, 'migrations');
  cpSync(REAL, copy, { recursive: true });
  const file = join(copy, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const entries = journal.entries.filter(({ tag }) => tag < NEW);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  rmSync(join(copy, `${NEW}.sql`));
  return copy;
}

const PEOPLE = `INSERT INTO people (id, email, name, language, created_at) VALUES ('amara', 'amara@pqip.example', 'Amara', 'en', 1), ('kerry', 'kerry@pqip.example', 'Kerry', 'en', 1)`;
const CASES = `INSERT INTO cases (id, reference, tier, kind, transition_to_adulthood, created_at) VALUES ('one', 'AMBER-1', 'C2', 'community', 0, 1), ('two', 'BASIL-2', 'C1', 'licence', 0, 1), ('three', 'COMET-3', 'B1', 'custody', 0, 1)`;
const COLUMNS =
  'id, case_id, trainee_id, manager_id, starts_on, ends_on, allocated_at, available_points, used_points_before, used_points_after, over_limit_reason, over_limit_until';
const ALLOCATIONS = [
  `'within', 'one', 'amara', 'kerry', '2026-10-01', NULL, 100, 435, 0, 63, NULL, NULL`,
  `'over', 'two', 'amara', 'kerry', '2026-10-08', NULL, 200, 435, 400, 452, 'Cover for a colleague', '2026-11-30'`,
  `'ended', 'three', 'amara', 'kerry', '2026-09-01', '2026-10-02', 300, 435, 430, 477, 'Nobody else could', '2026-08-30'`,
].map((values) => `INSERT INTO case_allocations (${COLUMNS}) VALUES (${values})`);

/** A database from before, with rows in it, brought up to date. */
async function broughtUpToDate() {
  const folder = freshFolder();
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const before = await openDatabase({ url, migrations: migrationsBefore(folder) });
  await before.close();
  const client = createClient({ url });
  for (const statement of [PEOPLE, CASES, ...ALLOCATIONS]) await client.execute(statement);
  client.close();
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  return database;
}

test('a database from before keeps every reason for going over the limit, as an agreement of its own', async () => {
  const database = await broughtUpToDate();
  const rows = await database.read((db) => db.all('SELECT * FROM over_limit_agreements ORDER BY agreed_at'));
  const agreed = { trainee_id: 'amara', manager_id: 'kerry' };
  expect(rows).toEqual([
    {
      ...{ id: 'over', ...agreed, allocation_id: 'over', reason: 'Cover for a colleague' },
      ...{ starts_on: '2026-10-08', until: '2026-11-30', agreed_at: 200 },
    },
    {
      // It was to end before it began; it is kept for its first day.
      ...{ id: 'ended', ...agreed, allocation_id: 'ended', reason: 'Nobody else could' },
      ...{ starts_on: '2026-09-01', until: '2026-09-01', agreed_at: 300 },
    },
  ]);
});

test('its allocations stay as they were, each carried alone and in full', async () => {
  const database = await broughtUpToDate();
  const rows = await database.read((db) =>
    db.all(
      'SELECT id, carrying, share_percent, starts_on, ends_on, ended_at, used_points_after FROM case_allocations ORDER BY id',
    ),
  );
  const alone = { carrying: 'sole', share_percent: 100 };
  expect(rows).toEqual([
    {
      ...{ id: 'ended', ...alone, starts_on: '2026-09-01', ends_on: '2026-10-02' },
      ...{ ended_at: Date.UTC(2026, 9, 2) / 1000, used_points_after: 477 },
    },
    { id: 'over', ...alone, starts_on: '2026-10-08', ends_on: null, ended_at: null, used_points_after: 452 },
    { id: 'within', ...alone, starts_on: '2026-10-01', ends_on: null, ended_at: null, used_points_after: 63 },
  ]);
});

test('its cases are active, without a letter, attributes or complexity until somebody says otherwise', async () => {
  const database = await broughtUpToDate();
  const rows = await database.read((db) =>
    db.all('SELECT DISTINCT letter_tier, activity, attributes, complexity FROM cases'),
  );
  expect(rows).toEqual([{ letter_tier: null, activity: 'active', attributes: '[]', complexity: '[]' }]);
});
