import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

export type Value = string | number | bigint | null | Uint8Array | ArrayBuffer;
export type RawRow = Record<string, Value>;

/** One value of a row as text for a sentence. */
export function shown(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : '(unreadable)';
}

/** A database to read from, at one moment, and nothing else. */
export interface Source {
  readonly kind: 'file' | 'server';
  all(sql: string, args?: readonly (string | number)[]): Promise<RawRow[]>;
  close(): Promise<void>;
}

/** What was asked for cannot be done as it was asked. The message is a sentence for whoever asked. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** The file behind a `file:` address, or null for a server. Throws Usage where there is no such file. */
export function databaseFile(url: string): string | null {
  if (!url.startsWith('file:')) return null;
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(decodeURIComponent(url.slice('file:'.length)));
  if (!existsSync(path)) throw new Usage(`There is no database file ${path}.`);
  return path;
}

/** Opens a file read-only with Node's own SQLite, beside a running portal or without one; a server through its client. */
export async function openSource(url: string, authToken?: string): Promise<Source> {
  const file = databaseFile(url);
  return file === null ? openServer(url, authToken) : openFile(file);
}

function openFile(path: string): Source {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  database.exec('BEGIN');
  return {
    kind: 'file',
    all: async (sql, args = []) => database.prepare(sql).all(...args),
    close: async () => database.close(),
  };
}

/** The client is loaded only where there is a server to ask. */
async function openServer(url: string, authToken?: string): Promise<Source> {
  const { createClient } = await import('@libsql/client');
  const client = createClient(authToken ? { url, authToken } : { url });
  const transaction = await client.transaction('read');
  return {
    kind: 'server',
    all: async (sql, args = []) => (await transaction.execute({ sql, args: [...args] })).rows,
    close: async () => {
      transaction.close();
      client.close();
    },
  };
}

/** The short name that anchors give a database: 16 hex digits of the SHA-256 of its address. Source: docs/ledger.md, "Anchors". */
export function databaseName(url: string): string {
  const file = databaseFile(url);
  const address = file === null ? serverAddress(new URL(url)) : `file:${realpathSync(file)}`;
  return createHash('sha256').update('pqip-database-v1\n').update(address).digest('hex').slice(0, 16);
}

function serverAddress({ host, pathname }: URL): string {
  return `server:${host}${pathname}`;
}
