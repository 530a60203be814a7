import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as demo from '#db/demo/index.ts';
import { findExport, insertExport } from '#db/queries/exports.ts';
import { createPortal } from '#src/server/createPortal.ts';
import { createLogger } from '#src/server/logger.ts';
import type { Portal } from '#src/server/portal.ts';
import { readSettings } from '#src/server/settings.ts';
import { buffer } from 'node:stream/consumers';
import { unzip } from '../../support/unzip.ts';

const root = new URL('../../../', import.meta.url);
const home = process.cwd();

/** A demo portal in a folder of its own, as the server opens it, without its doors. */
export interface LeavingPortal {
  readonly portal: Portal;
  readonly folder: string;
  /** The same database, read and changed beside the portal. */
  readonly tables: DatabaseSync;
  stop(): Promise<void>;
}

/** Opens it; with a folder that was used before, on what is in it. */
export async function openLeavingPortal(folder = newFolder()): Promise<LeavingPortal> {
  const data = (name: string) => path.join(folder, 'data', name);
  const settings = readSettings({ KEYS_DIR: data('keys'), ANCHORS_DIR: data('anchors'), FILES_DIR: data('files') });
  // A new demo goes into the folder that the portal is started in.
  process.chdir(folder);
  const portal = await createPortal({ settings, log: createLogger({ level: 'silent' }), root, demo });
  process.chdir(home);
  const tables = new DatabaseSync(data('portal.db'));
  const stop = async () => {
    await portal.exports.close();
    await portal.files.close();
    await portal.database.close();
    tables.close();
  };
  return { portal, folder, tables, stop };
}

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'portal-leave-'));

/** A folder with the same demo in it: made once, copied often. */
export function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A file of evidence with its content in the store; `content` null leaves a row whose content is gone. */
export function addFile(
  { tables, folder }: LeavingPortal,
  file: { evidenceId: string; uploadedBy: string; name: string; type: string; content: Buffer; isGone?: boolean },
): { id: string; sha256: string } {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const id = randomUUID();
  if (!file.isGone) {
    const store = path.join(folder, 'data/files/store', sha256.slice(0, 2));
    mkdirSync(store, { recursive: true });
    writeFileSync(path.join(store, sha256), file.content);
  }
  tables
    .prepare(
      `insert into evidence_files (id, evidence_id, uploaded_by, name, type, size_bytes, sha256, scan, uploaded_at, removed_at)
       values (?, ?, ?, ?, ?, ?, ?, 'clean', 1780000000, ?)`,
    )
    .run(
      id,
      file.evidenceId,
      file.uploadedBy,
      file.name,
      file.type,
      file.content.length,
      sha256,
      file.isGone ? 1_780_000_100 : null,
    );
  return { id, sha256 };
}

/** Asks for an export as the action does, without its entry of the ledger, and waits until it is over. */
export async function makeExport({ portal }: LeavingPortal, traineeId: string) {
  const id = randomUUID();
  await portal.database.write((tx) => insertExport(tx, { id, traineeId, askedAt: new Date() }));
  portal.exports.begin(id);
  return over(portal, id);
}

/** The row of an export once it is ready or failed. */
export async function over(portal: Portal, id: string) {
  for (;;) {
    const row = await portal.database.read((db) => findExport(db, id));
    if (row?.readyAt || row?.failedAt) return row;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

/** The files of a finished export. */
export async function unpacked({ portal }: LeavingPortal, id: string): Promise<Map<string, Buffer>> {
  const { open } = await portal.exports.open(id);
  return unzip(await buffer(open()));
}
