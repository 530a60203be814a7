import { openDatabase } from '#db/client.ts';
import { DEMO_PASSWORD, fillDemo } from '#db/demo/index.ts';
import { machineClock, programmeDay } from '#src/server/clock.ts';
import { loadContent } from '#src/server/content.ts';
import { signingLedger } from '#src/server/createPortal.ts';
import { keepOwnContent } from '#src/server/files/folders.ts';
import { openKeys } from '#src/server/keys.ts';
import { openLedger } from '#src/server/ledger/index.ts';
import { demoHash } from '#src/server/passwords.ts';

export interface DemoFile {
  readonly url: string;
  readonly keysDir: string;
  readonly anchorsDir: string;
  /** Where its files go; without it the demo has none. */
  readonly filesDir?: string | undefined;
  /** 1 or more. */
  readonly traineeCount: number;
  /** Pieces of evidence each has at least; without it: as their stories tell. */
  readonly evidenceCount?: number;
  /** The instant the demo tells of; null: now. */
  readonly now: Date | null;
}

function alarm(sentence: string, error?: unknown): void {
  console.error(sentence, error ?? '');
}

/** Writes a demo programme into a new database: the same for the same number and day. */
export async function writeDemo({
  url,
  keysDir,
  anchorsDir,
  filesDir,
  traineeCount,
  evidenceCount = 0,
  now,
}: DemoFile): Promise<void> {
  const database = await openDatabase({ url });
  try {
    const content = await loadContent(new URL('../../', import.meta.url));
    const keys = await openKeys({ dir: keysDir, create: true });
    const ledger = await openLedger({
      database,
      databaseUrl: url,
      keys,
      anchorsDir,
      now: machineClock,
      alarm,
      fresh: true,
    });
    const passwordHash = await demoHash(DEMO_PASSWORD, 'everybody in the demo');
    await fillDemo(database, {
      content,
      ledger: signingLedger(ledger),
      passwordHash,
      today: programmeDay(now),
      traineeCount,
      evidenceCount,
      ...(filesDir && { keepFile: (bytes: Buffer) => keepOwnContent(filesDir, bytes) }),
    });
  } finally {
    await database.close();
  }
}
