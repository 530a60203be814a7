import { randomUUID } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findFile, insertFile } from '#db/queries/files.ts';
import { evidenceItems, people } from '#db/schema/index.ts';
import { type Files, openFiles } from '#src/server/files/store.ts';
import { createLogger } from '#src/server/logger.ts';
import { freshDatabase, freshFolder, type TestDatabase } from './database.ts';
import { uploadBody } from './uploads.ts';

export const EVIDENCE = 'an-item';
const AT = new Date('2026-11-23T09:00:00Z');

export interface FileStore {
  readonly database: TestDatabase;
  readonly dir: string;
  readonly files: Files;
  /** Takes a file in and writes its row, as the portal does. Gives back its id. */
  add(name: string, bytes: Buffer, id?: string): Promise<string>;
  /** Its row as it is now. */
  row(id: string): ReturnType<typeof findFile>;
  /** Opens the same store once more, as a start after a crash would. */
  again(): Promise<Files>;
}

/** A store of files on a database of its own, with one trainee and one piece of evidence. */
export async function freshFileStore(clamdSocket: string | null = null): Promise<FileStore> {
  const database = await freshDatabase();
  const dir = join(freshFolder(), 'files');
  await addItem(database);
  const log = createLogger({ destination: new Writable({ write: (_line, _encoding, done) => done() }) });
  const again = async () => {
    const opened = await openFiles({ dir, clamdSocket, database, log });
    onTestFinished(() => opened.close());
    return opened;
  };
  const files = await again();
  const add = async (name: string, bytes: Buffer, id: string = randomUUID()) => {
    const { body, contentType } = uploadBody({ name, declared: 'application/octet-stream', bytes });
    await files.take({
      incoming: { stream: Readable.from([body]), contentType },
      mayBegin: () => undefined,
      write: (file) =>
        database.write((tx) =>
          insertFile(tx, {
            ...file,
            id,
            evidenceId: EVIDENCE,
            uploadedBy: 'amara',
            uploadedAt: AT,
            scannedAt: null,
            removedAt: null,
          }),
        ),
    });
    return id;
  };
  return { database, dir, files, add, again, row: (id) => database.read((db) => findFile(db, id)) };
}

/** The trainee and her piece of evidence. */
async function addItem(database: TestDatabase): Promise<void> {
  await database.write(async (tx) => {
    const person = {
      id: 'amara',
      email: 'amara@pqip.example',
      name: 'Amara',
      passwordHash: 'x',
      language: 'en',
    } as const;
    await tx.insert(people).values({ ...person, createdAt: AT });
    const item = { id: EVIDENCE, traineeId: 'amara', kind: 'reflective_account', title: '', text: '' } as const;
    await tx.insert(evidenceItems).values({ ...item, revision: 1, createdAt: AT, savedAt: AT });
  });
}
