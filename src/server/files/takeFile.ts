import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FoundKinds } from '#db/queries/files.ts';
import { keptName } from '#src/domain/files/fileName.ts';
import { FILE_LIMITS } from '#src/domain/files/limits.ts';
import { agreesWithDeclared } from '#src/domain/files/types.ts';
import type { FileType, ScanState } from '#src/domain/files/words.ts';
import { findPersonalData } from '#src/domain/personalData/patterns.ts';
import type { Clamd } from './clamd.ts';
import { runExaminer } from './examine/runExaminer.ts';
import { FileRefused } from './fileProblem.ts';
import { flush, type Folders } from './folders.ts';
import { type Fields, type Incoming, type Quarantined, receiveFile } from './receive.ts';

/** A file that passed, still in quarantine: `path` goes to the store once its row is written, or is thrown away. */
export interface CheckedFile {
  readonly path: string;
  readonly name: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  /** Over the bytes that are kept: a picture was written anew. */
  readonly sha256: string;
  readonly scan: ScanState;
  readonly found: FoundKinds;
}

export interface CheckParts {
  readonly folders: Folders;
  /** Null: this portal has no scanner. */
  readonly clamd: Clamd | null;
  /** Hears why the scanner could not be asked. */
  readonly onScannerDown: (error: unknown) => void;
  /** Hears that looking at a file was ended; often a hostile one, always a broken installation. */
  readonly onExaminerEnded: () => void;
  readonly examineInTurn: <T>(job: () => Promise<T>) => Promise<T>;
}

/** Receives one file and looks at it. Throws `FileRefused`; whatever it wrote is gone then. */
export async function receiveAndCheck(
  parts: CheckParts,
  incoming: Incoming,
  mayBegin: (fields: Fields) => void,
): Promise<CheckedFile> {
  const came = await receiveFile(parts.folders, incoming, mayBegin);
  const rewritten = `${came.path}.new`;
  try {
    const named = nameOf(came);
    const examined = await parts.examineInTurn(() =>
      runExaminer({ path: came.path, type: named.type, out: rewritten }),
    );
    if (examined.problem === 'takes_too_long') parts.onExaminerEnded();
    if (examined.problem !== null) throw new FileRefused(examined.problem);
    const kept = examined.isRewritten ? await replaced(came, rewritten) : came;
    const scan = await scanWith(parts, kept.path);
    if (scan === 'infected') throw new FileRefused('infected');
    return { ...named, ...kept, scan, found: examined.found };
  } catch (error) {
    await discard(came.path);
    await discard(rewritten);
    throw error;
  }
}

/** Removes what is left of a file that will not be kept. */
export const discard = (path: string): Promise<void> => rm(path, { force: true });

function nameOf({ givenName, declared }: Quarantined): { name: string; type: FileType } {
  const named = keptName(givenName);
  if (named === null) throw new FileRefused('type');
  if (!agreesWithDeclared(named.type, declared)) throw new FileRefused('not_what_it_says');
  if (findPersonalData(named.name.replaceAll(/[_.]+/gu, ' ')).length > 0) throw new FileRefused('name_personal');
  return named;
}

type Kept = Pick<CheckedFile, 'path' | 'sizeBytes' | 'sha256'>;

/** The picture that was written anew takes the place of the one that came. */
async function replaced(came: Quarantined, rewritten: string): Promise<Kept> {
  const { size } = await stat(rewritten);
  if (size > FILE_LIMITS.bytes) throw new FileRefused('too_large');
  await flush(rewritten);
  const hash = createHash('sha256');
  await pipeline(createReadStream(rewritten), hash);
  await discard(came.path);
  return { path: rewritten, sizeBytes: size, sha256: hash.digest('hex') };
}

/** What the scanner says; `pending` where it cannot be asked now. Never clean without its word. */
async function scanWith({ clamd, onScannerDown }: CheckParts, path: string): Promise<ScanState> {
  if (clamd === null) return 'not_scanned';
  try {
    return await clamd.scan(path);
  } catch (error) {
    onScannerDown(error);
    return 'pending';
  }
}
