import { rm } from 'node:fs/promises';
import type { Database } from '#db/client.ts';
import { listKeptHashes } from '#db/queries/files.ts';
import { machineClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { openTurns } from '../turns.ts';
import { type Clamd, openClamd } from './clamd.ts';
import { EXAMINE_LIMITS } from './examine/limits.ts';
import { FileRefused } from './fileProblem.ts';
import { eachStored, moveToStore, openFolders, openStored, storedPath } from './folders.ts';
import type { Fields, Incoming } from './receive.ts';
import { openScanLater } from './scanLater.ts';
import { type CheckedFile, discard, receiveAndCheck } from './takeFile.ts';

/** The files of evidence: where they lie, how they come in, how they go. Rows are written by whoever calls. */
export interface Files {
  readonly dir: string;
  /** Whether this portal has a virus scanner at all. */
  readonly hasScanner: boolean;
  /**
   * Receives one file, looks at it and moves it to the store; then `write` writes its row, and where that throws the content goes
   * again. `mayBegin` is asked with the fields of the form before a byte of the file is kept. Throws `FileRefused`, or what they throw.
   */
  take<T>(upload: Upload<T>): Promise<T>;
  /** A content to read. Throws where it is not there. */
  open(sha256: string): ReturnType<typeof openStored>;
  /** Removes a content that no row stands for any more. Call it once the rows are written. */
  removeContent(sha256: string): Promise<void>;
  /** Asks the scanner about every file that waits. Throws where it is down. */
  scanPending(): Promise<number>;
  /** No more tries of the scanner. */
  close(): Promise<void>;
}

export interface Upload<T> {
  readonly incoming: Incoming;
  readonly mayBegin: (fields: Fields) => void;
  readonly write: (file: Omit<CheckedFile, 'path'>) => Promise<T>;
}

export interface FilesParts {
  readonly dir: string;
  /** Null: no scanner. */
  readonly clamdSocket: string | null;
  readonly database: Database;
  readonly log: Logger;
}

const EXAMINED = { atOnce: EXAMINE_LIMITS.atOnce, waiting: 10, tooMany: () => new FileRefused('busy') };
/** A content without a row that is younger may be on its way to one. */
const LEFTOVER_AGE_MS = 60 * 60_000;

/** Opens the store: makes its folders, empties the quarantine, and clears in the background what a crash left without a row. */
export async function openFiles({ dir, clamdSocket, database, log }: FilesParts): Promise<Files> {
  const folders = await openFolders(dir);
  const clamd = clamdSocket === null ? null : openClamd(clamdSocket);
  const onScannerDown = (error: unknown) => log.warn({ err: error }, 'the virus scanner could not be asked');
  const onExaminerEnded = () => log.warn('looking at a file was ended: it took too long, or too much memory');
  const checks = { folders, clamd, onScannerDown, onExaminerEnded, examineInTurn: openTurns(EXAMINED) };
  // One change of the store at a time: a content is never thrown away while the same one is coming in.
  const alone = openTurns({ atOnce: 1 });
  const removeContent = (sha256: string) =>
    alone(async () => {
      const kept = await database.read((db) => listKeptHashes(db, [sha256]));
      if (!kept.has(sha256)) await rm(storedPath(folders, sha256), { force: true });
    });
  const later = laterWith({
    clamd,
    database,
    onScannerDown,
    removeContent,
    pathOf: (hash) => storedPath(folders, hash),
  });
  clearLeftovers({ folders, database, removeContent }).catch((error: unknown) =>
    log.warn({ err: error }, 'leftover files could not be cleared'),
  );
  return {
    dir,
    hasScanner: clamd !== null,
    take: async ({ incoming, mayBegin, write }) => {
      const { path, ...file } = await receiveAndCheck(checks, incoming, mayBegin);
      return alone(() => keep({ folders, path, file, write, removeContent })).finally(() => discard(path));
    },
    open: (sha256) => openStored(folders, sha256),
    removeContent,
    scanPending: () => later?.scanPending() ?? Promise.resolve(0),
    close: () => later?.stop() ?? Promise.resolve(),
  };
}

type FolderParts = {
  folders: Awaited<ReturnType<typeof openFolders>>;
  removeContent: (sha256: string) => Promise<void>;
};

interface Keeping<T> extends FolderParts {
  readonly path: string;
  readonly file: Omit<CheckedFile, 'path'>;
  readonly write: Upload<T>['write'];
}

/** The content first, then its row: a crash in between leaves a content that the next start clears, never a row without one. */
async function keep<T>({ folders, path, file, write, removeContent }: Keeping<T>): Promise<T> {
  await moveToStore(folders, path, file.sha256);
  try {
    return await write(file);
  } catch (error) {
    // After this turn, which it would wait for.
    void removeContent(file.sha256).catch(() => undefined);
    throw error;
  }
}

interface LaterParts {
  readonly clamd: Clamd | null;
  readonly database: Database;
  readonly onScannerDown: (error: unknown) => void;
  readonly removeContent: (sha256: string) => Promise<void>;
  readonly pathOf: (sha256: string) => string;
}

const laterWith = ({ clamd, database, onScannerDown, removeContent, pathOf }: LaterParts) =>
  clamd &&
  openScanLater({ database, clamd, now: machineClock, pathOf, throwAway: removeContent, onTrouble: onScannerDown });

/** Contents that no row stands for: a crash came between the two, or a removal was cut short. */
async function clearLeftovers({
  folders,
  database,
  removeContent,
}: FolderParts & { database: Database }): Promise<void> {
  const before = Date.now() - LEFTOVER_AGE_MS;
  for await (const stored of eachStored(folders)) {
    const old = stored.filter(({ cameAt }) => cameAt.getTime() < before).map(({ sha256 }) => sha256);
    const kept = await database.read((db) => listKeptHashes(db, old));
    for (const sha256 of old) if (!kept.has(sha256)) await removeContent(sha256);
  }
}
