import { existsSync } from 'node:fs';
import type { Database } from '#db/client.ts';
import { listPendingFiles, updateScan } from '#db/queries/files.ts';
import { type Clock } from '../clock.ts';
import type { Clamd } from './clamd.ts';

export interface ScanLaterParts {
  readonly database: Database;
  readonly clamd: Clamd;
  readonly now: Clock;
  /** Where a content lies. */
  readonly pathOf: (sha256: string) => string;
  /** The content is infected: its rows say so already, the bytes are to go. */
  readonly throwAway: (sha256: string) => Promise<void>;
  /** Hears why the scanner could not be asked. */
  readonly onTrouble: (error: unknown) => void;
}

const AT_ONCE = 50;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

export interface ScanLater {
  /** Asks about what waits, one after the other, oldest first, and stops where the scanner is down. Gives back how many it answered for. */
  scanPending(): Promise<number>;
  /** No more tries; waits for the one that is running. */
  stop(): Promise<void>;
}

/** Asks the scanner about waiting files again: every minute, and less and less often while it stays down. One try at a time. */
export function openScanLater(parts: ScanLaterParts): ScanLater {
  let running: Promise<number> | null = null;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const scanPending = () => {
    running ??= scanAll(parts).finally(() => (running = null));
    return running;
  };
  const wait = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      scanPending()
        .then(
          () => (pause = FIRST_PAUSE_MS),
          (error: unknown) => {
            parts.onTrouble(error);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
          },
        )
        .finally(wait);
    }, pause).unref();
  };
  wait();
  return {
    scanPending,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

async function scanAll(parts: ScanLaterParts): Promise<number> {
  const { database, clamd, now, pathOf, throwAway } = parts;
  const waiting = await database.read((db) => listPendingFiles(db, AT_ONCE));
  const hashes = [...new Set(waiting.map(({ sha256 }) => sha256))];
  let answered = 0;
  for (const sha256 of hashes) {
    // A content that is missing would hold up all that come after it.
    if (!existsSync(pathOf(sha256))) continue;
    const scan = await clamd.scan(pathOf(sha256));
    answered += 1;
    await database.write((tx) => updateScan(tx, { sha256, scan, at: now() }));
    if (scan === 'infected') await throwAway(sha256);
  }
  return answered;
}
