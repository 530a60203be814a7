import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClient } from '@libsql/client';
import type { Client } from '@libsql/client';
import type { DatabaseAddress } from './databaseAddress.ts';
import { CannotOpenDatabase } from '../databaseError.ts';
import { FileReader } from './fileReader.ts';
import type { HealingReader } from './fileReader.ts';
import { lockFile } from './fileLock.ts';
import type { Executor } from './guardedExecutor.ts';
import type { FileLock } from './fileLock.ts';
import { migrate, missingMigrations } from './migrate.ts';
import { ReaderThreads } from './readerThreads.ts';
import { checkFileSettings, checkIntegrity, checkServerSettings, startStep } from './startChecks.ts';

/** An open database, checked and at its newest version. `writer` is null where it was opened read-only. */
export interface Connections {
  readonly kind: 'file' | 'server';
  readonly reader: Executor;
  readonly writer: Client | null;
  /** New connections after a fault. */
  healReader(): Promise<void>;
  /** Brings the file into order and lets go of everything. */
  shut(): Promise<void>;
}

interface ConnectOptions {
  readonly migrations: string;
  readonly readOnly: boolean;
  readonly authToken?: string;
  /** See `WriteLimits`. */
  readonly strangerMs: number;
  /** See `OpenOptions`. */
  readonly readerThreads: number;
}

type FileAddress = Extract<DatabaseAddress, { kind: 'file' }>;
type ServerAddress = Extract<DatabaseAddress, { kind: 'server' }>;

export function connect(address: DatabaseAddress, options: ConnectOptions): Promise<Connections> {
  if (address.kind === 'server') return connectServer(address, options);
  return options.readOnly ? readFile(address, options) : ownFile(address, options);
}

function fileClient(url: string, strangerMs: number): Client {
  return createClient({ url, concurrency: 1, timeout: strangerMs });
}

async function ownFile({ path, url }: FileAddress, options: ConnectOptions): Promise<Connections> {
  const folder = dirname(path);
  await startStep(folder, () => void mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const lock = await lockFile(path);
  try {
    const { reader, writer } = await startStep(path, () => openChecked({ path, url, ...options }));
    const shut = () => shutFile({ reader, writer, lock });
    return { kind: 'file', reader, writer, healReader: async () => reader.reconnect(), shut };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openChecked(options: ConnectOptions & { path: string; url: string }) {
  const { path, url, migrations, strangerMs } = options;
  const writer = fileClient(url, strangerMs);
  try {
    await checkFileSettings(writer, path);
    await checkIntegrity(writer, path);
    await migrate(writer, migrations);
    return { reader: fileReader(path, options), writer };
  } catch (error) {
    writer.close();
    throw error;
  }
}

function fileReader(path: string, { strangerMs, readerThreads }: ConnectOptions): HealingReader {
  if (readerThreads > 0) return new ReaderThreads({ path, waitMs: strangerMs }, readerThreads);
  return new FileReader(path, strangerMs);
}

interface OpenFile {
  readonly reader: HealingReader;
  readonly writer: Client;
  readonly lock: FileLock;
}

async function shutFile({ reader, writer, lock }: OpenFile): Promise<void> {
  await reader.close();
  try {
    await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    writer.close();
    await lock.release();
  }
}

/** For those that only look: no lock, nothing made, nothing migrated. */
async function readFile({ path }: FileAddress, { migrations, strangerMs }: ConnectOptions): Promise<Connections> {
  if (!existsSync(path)) throw new CannotOpenDatabase(`There is no database at ${path}.`);
  return startStep(path, async () => {
    const reader = new FileReader(path, strangerMs);
    await refuseOutdated(reader, migrations);
    const shut = () => reader.close();
    return { kind: 'file', reader, writer: null, healReader: async () => reader.reconnect(), shut };
  });
}

async function refuseOutdated(client: Executor, migrations: string): Promise<void> {
  const missing = await missingMigrations(client, migrations);
  if (missing.length === 0) return;
  throw new CannotOpenDatabase(
    'The database is older than this version of the portal. Start the portal once to bring it up to date.',
  );
}

/** One request to a server may take so long; then it counts as unreachable. */
const REQUEST_MS = 10_000;

async function connectServer(
  { url, host }: ServerAddress,
  { migrations, readOnly, authToken }: ConnectOptions,
): Promise<Connections> {
  const timed = (request: Request) => fetch(request, { signal: AbortSignal.timeout(REQUEST_MS) });
  return startStep(host, async () => {
    const client = createClient({ url, authToken, fetch: timed });
    await checkServerSettings(client, host);
    await checkIntegrity(client, host);
    if (readOnly) await refuseOutdated(client, migrations);
    else await migrate(client, migrations);
    const shut = async () => client.close();
    return {
      kind: 'server',
      reader: client,
      writer: readOnly ? null : client,
      healReader: async () => undefined,
      shut,
    };
  });
}
