import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { readAnchors } from '../verify/anchors.ts';
import type { Report } from '../verify/report.ts';
import { databaseFile, Usage } from '../verify/source.ts';
import { verifyLedger } from '../verify/verifyLedger.ts';
import { optionsFrom, type Command } from './command.ts';
import { placesFrom, type Places } from './places.ts';
import { printReport } from './verify.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'backup --to FILE [--database URL] [--anchors DIR] [--public-key FILE]',
  summary:
    'Copies the database into a new file while the portal runs, and verifies the copy. Never writes over a file. Keys and anchors are kept elsewhere and are not in it.',
  run: async (args) => {
    const options = optionsFrom(args, ['to', 'database', 'anchors', 'public-key']);
    if (!options.to) throw new Usage('Say which file to write.');
    const to = resolve(options.to);
    if (existsSync(to)) throw new Usage(`${to} exists already, and a backup is never written over anything.`);
    return copyAndVerify(to, placesFrom(process.env, options));
  },
};

async function copyAndVerify(to: string, places: Places): Promise<number> {
  const from = databaseFile(places.databaseUrl);
  if (from === null) throw new Usage('A database on a libSQL server is backed up there, not from here.');
  const anchors = readAnchors(places.anchorsDir);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const partial = `${to}.partial`;
  const [damage, report] = await copied(from, partial, () =>
    verifyLedger({ ...places, databaseUrl: pathToFileURL(partial).href, anchors, madeFor: places.databaseUrl }),
  );
  if (damage) {
    console.log(`The copy is damaged (${damage}) and was removed.`);
    return 1;
  }
  await keep(partial, to);
  console.log(`Copied ${from} to ${to}, ${(await stat(to)).size} bytes.`);
  return printReport(report);
}

/** Makes the copy and looks at it. A damaged one does not stay; one whose ledger has findings does, because it may be the last there is. */
async function copied(
  from: string,
  partial: string,
  verify: () => Promise<Report>,
): Promise<[damage: string | null, report: Report]> {
  try {
    copyInto(from, partial);
    const damage = damageIn(partial);
    if (damage) await rm(partial, { force: true });
    return [damage, damage ? EMPTY : await verify()];
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

const EMPTY: Report = { findings: [], notes: [], entries: 0, anchors: 0, anchoredAt: null };

/** One moment of the database, also while the portal writes: VACUUM INTO reads in a single transaction. Only its owner may read the copy. */
function copyInto(from: string, to: string): void {
  const mask = process.umask(0o077);
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
    process.umask(mask);
  }
}

function damageIn(path: string): string | null {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const said = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    return said === 'ok' ? null : String(said);
  } finally {
    database.close();
  }
}

/** From here on the copy survives a power cut, under its own name. */
async function keep(partial: string, to: string): Promise<void> {
  await flush(partial, 'r+');
  await rename(partial, to);
  if (process.platform !== 'win32') await flush(dirname(to), 'r');
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}
