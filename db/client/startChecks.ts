import type { Client } from '@libsql/client';
import { CannotOpenDatabase, databaseError, faultOf } from '../databaseError.ts';
import type { Fault } from '../databaseError.ts';

const SENTENCES: Partial<Record<Fault, string>> = {
  damaged: 'is damaged or is not a database. Keep it as it is, and start from a backup: see docs/operations.md.',
  busy: 'is held by another program. Stop that program and start again.',
  io: 'cannot be read or written: the disk is full or failing.',
  unreachable: 'does not answer, or does not accept DATABASE_AUTH_TOKEN.',
};

/** Takes one step of the start; what the driver throws becomes a sentence. `name` is the file or the server. Throws CannotOpenDatabase. */
export async function startStep<T>(name: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof CannotOpenDatabase) throw error;
    const fault = faultOf(databaseError(error));
    const sentence = (fault && SENTENCES[fault]) ?? 'cannot be opened as a database.';
    throw new CannotOpenDatabase(`${name} ${sentence}`, { cause: error });
  }
}

/** Turns WAL on, which stays in the file, and checks what every connection must have. Throws CannotOpenDatabase. */
export async function checkFileSettings(client: Client, path: string): Promise<void> {
  const journal = await answerTo(client, 'PRAGMA journal_mode=wal');
  const foreignKeys = await answerTo(client, 'PRAGMA foreign_keys');
  const synchronous = await answerTo(client, 'PRAGMA synchronous');
  if (journal === 'wal' && foreignKeys === '1' && Number(synchronous) >= 2) return;
  const found = `journal_mode=${journal}, foreign_keys=${foreignKeys}, synchronous=${synchronous}`;
  throw new CannotOpenDatabase(`${path} cannot be written safely (${found}). It must be on a disk of this machine.`);
}

/** A server keeps its own journal and synchronous settings; foreign keys it must check. Throws CannotOpenDatabase. */
export async function checkServerSettings(client: Client, host: string): Promise<void> {
  const foreignKeys = await answerTo(client, 'PRAGMA foreign_keys');
  if (foreignKeys !== '1') throw new CannotOpenDatabase(`The database server ${host} does not check foreign keys.`);
}

/** Reads the whole structure: every page, every index, every reference. Throws CannotOpenDatabase. */
export async function checkIntegrity(client: Client, name: string): Promise<void> {
  const found = await answerTo(client, 'PRAGMA quick_check(1)');
  if (found !== 'ok') throw new CannotOpenDatabase(`${name} ${SENTENCES.damaged} First fault: ${found}`);
  const broken = await answerTo(client, 'SELECT count(*) FROM pragma_foreign_key_check');
  if (broken !== '0')
    throw new CannotOpenDatabase(`${name} has ${broken} rows that refer to rows which are not there.`);
}

async function answerTo(client: Client, question: string): Promise<string> {
  const { rows } = await client.execute(question);
  const value = rows[0]?.[0] as string | number | undefined;
  return String(value);
}
