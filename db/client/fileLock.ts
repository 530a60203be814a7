import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import type { Client, Transaction } from '@libsql/client';
import { CannotOpenDatabase, databaseError, faultOf } from '../databaseError.ts';

/** Held from start to stop, so that no second process writes the same file. */
export interface FileLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a database file, or throws CannotOpenDatabase naming the process that holds it.
 *
 * `<file>.guard` is an empty SQLite file with a transaction open on it, which the operating system ends with its process: a lock
 * can neither outlive a killed portal, nor be taken for dead because its process has the number of another, or another's
 * container. `<file>.lock` says for people who holds it (process id, token, since when); what is left of a dead one is taken over.
 */
export async function lockFile(path: string): Promise<FileLock> {
  const client = createClient({ url: pathToFileURL(`${path}.guard`).href, concurrency: 1 });
  const note = `${path}.lock`;
  try {
    await client.execute('PRAGMA journal_mode=memory');
    const held = await client.transaction('write');
    writeFileSync(note, `process ${process.pid}\ntoken ${randomUUID()}\nsince ${new Date().toISOString()}\n`);
    return { release: () => release({ client, held, note }) };
  } catch (error) {
    client.close();
    throw refusal(error, path);
  }
}

async function release({ client, held, note }: { client: Client; held: Transaction; note: string }): Promise<void> {
  rmSync(note, { force: true });
  await held.rollback();
  client.close();
}

function refusal(error: unknown, path: string): unknown {
  const fault = faultOf(databaseError(error));
  if (fault === 'busy') {
    return new CannotOpenDatabase(
      `Another portal ${holder(path)} has ${path} open. Only one may: stop it first, or give this one a DATABASE_URL of its own.`,
    );
  }
  if (fault === 'damaged') {
    return new CannotOpenDatabase(`${path}.guard is not a file the portal made. Move it away and start again.`);
  }
  return new CannotOpenDatabase(`${path} cannot be locked. Check that the portal may write in its folder.`, {
    cause: error,
  });
}

function holder(path: string): string {
  try {
    return `(${readFileSync(`${path}.lock`, 'utf8').split('\n')[0]})`;
  } catch {
    return '(its process is not known)';
  }
}
