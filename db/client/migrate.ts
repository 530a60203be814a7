import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client, InStatement } from '@libsql/client';
import { CannotOpenDatabase } from '../databaseError.ts';

interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

const APPLIED = `CREATE TABLE IF NOT EXISTS schema_migrations (
  tag text PRIMARY KEY NOT NULL,
  hash text NOT NULL,
  applied_at integer NOT NULL,
  broken_references integer NOT NULL,
  CONSTRAINT every_reference_stands CHECK (broken_references = 0)
) STRICT`;

/** Inside the migration's own transaction: a reference to nowhere breaks the CHECK, and everything is rolled back. */
const RECORD = `INSERT INTO schema_migrations (tag, hash, applied_at, broken_references)
  SELECT ?, ?, unixepoch(), count(*) FROM pragma_foreign_key_check`;

/**
 * Brings a database to the newest version: all that is missing in one transaction, so a migration that fails leaves it as it was.
 * Drizzle's own migrator makes its table outside the transaction, and checks no references.
 * Returns the tags applied. Throws CannotOpenDatabase where one fails or the database was made by another version.
 */
export async function migrate(client: Client, folder: string): Promise<string[]> {
  const missing = await missingMigrations(client, folder);
  if (missing.length === 0) return [];
  try {
    await client.migrate([APPLIED, ...missing.flatMap(stepsOf)]);
  } catch (error) {
    // Another process may have done the same at the same moment.
    if ((await missingMigrations(client, folder)).length > 0) throw failure(missing, error);
  }
  return missing.map(({ tag }) => tag);
}

/** Migrations of the folder that the database has not had, oldest first. Throws where it has had others than the folder's. */
export async function missingMigrations(client: Pick<Client, 'execute'>, folder: string): Promise<Migration[]> {
  const known = readMigrations(folder);
  const applied = await appliedMigrations(client);
  applied.forEach(({ tag, hash }, index) => {
    const expected = known[index];
    if (expected?.tag === tag && expected.hash === hash) return;
    const what =
      expected?.tag === tag ? `had migration ${tag} in other words` : `has had migration ${tag}, which is unknown here`;
    throw new CannotOpenDatabase(
      `The database ${what}: it belongs to another version of the portal. Nothing was changed.`,
    );
  });
  return known.slice(applied.length);
}

async function appliedMigrations(client: Pick<Client, 'execute'>): Promise<{ tag: string; hash: string }[]> {
  const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'");
  if (tables.length === 0) return [];
  const { rows } = await client.execute('SELECT tag, hash FROM schema_migrations ORDER BY tag');
  return rows.map(({ tag, hash }) => ({ tag: tag as string, hash: hash as string }));
}

function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => readMigration(folder, tag));
}

function readMigration(folder: string, tag: string): Migration {
  const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
  const statements = text.split('--> statement-breakpoint').map((part) => part.trim());
  const crowded = statements.find(holdsSeveral);
  if (crowded)
    throw new CannotOpenDatabase(`Migration ${tag} lacks a statement-breakpoint after: ${crowded.slice(0, 60)}…`);
  return { tag, hash: createHash('sha256').update(text).digest('hex'), statements: statements.filter(Boolean) };
}

/** The driver runs the first statement of a text and drops the others without a word. A trigger is one statement up to its END. */
function holdsSeveral(statement: string): boolean {
  const bare = statement.replaceAll(/--.*$|'[^']*'|"[^"]*"|`[^`]*`/gm, ' ').replace(/[;\s]+$/, '');
  if (!/^\s*create\s+(temp\w*\s+)?trigger\b/i.test(bare)) return bare.includes(';');
  return !/\bend$/i.test(bare) || (bare.match(/\bcreate\b/gi) ?? []).length > 1;
}

function stepsOf({ tag, hash, statements }: Migration): InStatement[] {
  return [...statements, { sql: RECORD, args: [tag, hash] }];
}

function failure(missing: Migration[], error: unknown): CannotOpenDatabase {
  const tags = missing.map(({ tag }) => tag).join(', ');
  const said = error instanceof Error ? error.message : String(error);
  return new CannotOpenDatabase(
    `The database could not be brought to this version (${tags}): ${said}. It is as it was before.`,
    {
      cause: error,
    },
  );
}
