import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  type ExportRecord,
  findExport,
  listExpiredExports,
  listExports,
  listUnfinishedExports,
  updateExport,
} from '#db/queries/exports.ts';
import { expiryOf, exportState } from '#src/domain/exports/limits.ts';
import type { Logger } from '../logger.ts';
import { beginsAgain, forgetBeginning } from './beginnings.ts';
import { type ExportWorld, makeExport } from './makeExport.ts';

/** Whole portfolios as files: made one at a time in the background, kept some days, then removed. */
export interface Exports {
  /** Makes the file of an export that was asked for, when its turn comes. */
  begin(id: string): void;
  /** A finished file. Throws ENOENT where it is not there. */
  open(id: string): Promise<{ bytes: number; open: () => Readable }>;
  /** Removes the files whose time is over. */
  removeExpired(): Promise<void>;
  /** Stops what is being made; the next start begins it anew. */
  close(): Promise<void>;
}

export interface ExportsParts extends ExportWorld {
  readonly dir: string;
  readonly log: Logger;
}

const SWEEP_EVERY_MS = 60 * 60_000;
const ID = /^[0-9a-f-]{36}$/;

/** Opens the folder, begins anew what a stop cut short, and removes what is over. */
export async function openExports(parts: ExportsParts): Promise<Exports> {
  await mkdir(parts.dir, { recursive: true, mode: 0o700 });
  const line = new ExportLine(parts);
  await line.carryOn();
  return line;
}

class ExportLine implements Exports {
  readonly #parts: ExportsParts;
  readonly #stop = new AbortController();
  readonly #sweep: ReturnType<typeof setInterval>;
  #last: Promise<void> = Promise.resolve();

  constructor(parts: ExportsParts) {
    this.#parts = parts;
    this.#sweep = setInterval(() => void this.removeExpired(), SWEEP_EVERY_MS).unref();
  }

  /** What was being made when the portal stopped begins anew, once; what then stopped it again is given up, and she is told. */
  async carryOn(): Promise<void> {
    const { database, dir } = this.#parts;
    await this.#clearLeftovers();
    for (const { id } of await database.read(listUnfinishedExports)) {
      if (await beginsAgain(dir, id)) this.begin(id);
      else await this.#giveUp(id);
    }
    void this.removeExpired();
  }

  /** Files that no row calls ready: a stop came between the two. */
  async #clearLeftovers(): Promise<void> {
    const { database, dir, now } = this.#parts;
    for (const name of await readdir(dir)) {
      const id = /^(?<id>[0-9a-f-]{36})\.zip$/.exec(name)?.groups?.['id'];
      const row = id === undefined ? null : await database.read((db) => findExport(db, id));
      if (id !== undefined && (!row || exportState(row, now()) !== 'ready')) await rm(join(dir, name), { force: true });
    }
  }

  begin(id: string): void {
    this.#last = this.#last.then(() => this.#make(id));
  }

  async open(id: string): Promise<{ bytes: number; open: () => Readable }> {
    const path = this.#pathOf(id);
    const { size } = await stat(path);
    return { bytes: size, open: () => createReadStream(path) };
  }

  async removeExpired(): Promise<void> {
    const { database, now, log } = this.#parts;
    try {
      for (const { id } of await database.read((db) => listExpiredExports(db, now()))) await this.#remove(id);
    } catch (error) {
      log.warn({ err: error }, 'exports whose time is over could not be removed');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    this.#stop.abort();
    await this.#last;
  }

  #pathOf(id: string): string {
    if (!ID.test(id)) throw new TypeError('An export is named by its id.');
    return join(this.#parts.dir, `${id}.zip`);
  }

  /** Never rejects: whatever goes wrong is said at the export, and in the log. */
  async #make(id: string): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const { database, log } = this.#parts;
    try {
      const asked = await database.read((db) => findExport(db, id));
      if (asked && exportState(asked, this.#parts.now()) === 'making') await this.#finish(asked);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      log.error({ err: error, export: id }, 'a portfolio could not be made into a file');
      await this.#giveUp(id).catch((again: unknown) => log.error({ err: again }, 'nor could that be written down'));
    }
  }

  async #finish(asked: ExportRecord): Promise<void> {
    const { database, dir, now } = this.#parts;
    const { id } = asked;
    const onProgress = (stepsDone: number, stepsTotal: number) =>
      database.write((tx) => updateExport(tx, id, { stepsDone, stepsTotal }));
    const written = await makeExport(this.#parts, {
      asked,
      path: this.#pathOf(id),
      signal: this.#stop.signal,
      onProgress,
    });
    const readyAt = now();
    // The newest file takes the place of those before it.
    const older = await database.write(async (tx) => {
      const all = await listExports(tx, asked.traineeId);
      const replaced = all.filter((one) => one.id !== id && exportState(one, readyAt) === 'ready');
      for (const one of replaced) await updateExport(tx, one.id, { removedAt: readyAt });
      await updateExport(tx, id, { ...written, readyAt, expiresAt: expiryOf(readyAt) });
      return replaced;
    });
    await forgetBeginning(dir, id);
    for (const one of older) await rm(this.#pathOf(one.id), { force: true });
  }

  async #remove(id: string): Promise<void> {
    const { database, now } = this.#parts;
    await rm(this.#pathOf(id), { force: true });
    await database.write((tx) => updateExport(tx, id, { removedAt: now() }));
  }

  async #giveUp(id: string): Promise<void> {
    const { database, dir, now } = this.#parts;
    await rm(this.#pathOf(id), { force: true });
    await database.write((tx) => updateExport(tx, id, { failedAt: now() }));
    await forgetBeginning(dir, id);
  }
}
