import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readAnchorText } from '#src/domain/ledger/entryText.ts';
import { writeAnchor } from '#src/server/ledger/anchors.ts';
import { databaseRef } from '#src/server/ledger/hashes.ts';
import { openKeys } from '#src/server/keys.ts';

/**
 * The demo programme is written once a run and copied for every portal: `data/` with its database, keys, anchors and files. The run's folder
 * is named in PORTAL_TEST_DEMOS (`runFolder.ts`).
 */
const run = promisify(execFile);

/** Puts a demo that tells of this instant (null: now) into the folder, as `npm start` would have made it there. */
export async function copyDemo(folder: string, programmeNow: string | null): Promise<void> {
  const made = await madeDemo(programmeNow);
  const data = join(folder, 'data');
  mkdirSync(data);
  cpSync(join(made, 'portal.db'), join(data, 'portal.db'));
  for (const part of ['keys', 'files']) cpSync(join(made, part), join(data, part), { recursive: true });
  await anchorAnew(join(made, 'anchors'), data);
}

/** An anchor names its database by where it lies, so each is signed again for the copy. */
async function anchorAnew(from: string, data: string): Promise<void> {
  const keys = await openKeys({ dir: join(data, 'keys'), create: false });
  const database = databaseRef(pathToFileURL(join(data, 'portal.db')).href);
  const place = { dir: join(data, 'anchors'), database, keys };
  for (const name of readdirSync(from)) {
    const facts = readAnchorText(readFileSync(join(from, name), 'utf8'))?.facts;
    if (!facts) throw new Error(`${name} is no anchor.`);
    await writeAnchor(place, { size: facts.size, hash: facts.head }, new Date(facts.at));
  }
}

/** Where the demos of this run lie, and what its portals compiled. Throws where no run named it. */
export function demosFolder(): string {
  const folder = process.env['PORTAL_TEST_DEMOS'];
  if (!folder)
    throw new Error('PORTAL_TEST_DEMOS names no folder: the run did not begin with tests/support/runFolder.ts.');
  return folder;
}

/** One for each day and instant. Where two make the same one at a time, the first that is finished stands. */
async function madeDemo(programmeNow: string | null): Promise<string> {
  const day = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  const name = (programmeNow ?? day).replaceAll(':', '');
  const folder = join(demosFolder(), name);
  if (existsSync(folder)) return folder;
  const half = mkdtempSync(join(demosFolder(), 'half-'));
  await writeDemoInto(half, programmeNow);
  try {
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(half, { recursive: true });
  }
  return folder;
}

async function writeDemoInto(folder: string, programmeNow: string | null): Promise<void> {
  const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
  const within = (name: string) => join(folder, name);
  const places = { KEYS_DIR: within('keys'), ANCHORS_DIR: within('anchors'), FILES_DIR: within('files') };
  const env = { PATH: process.env['PATH'], ...places, ...(programmeNow && { PORTAL_NOW: programmeNow }) };
  await run(process.execPath, [script, '--trainees', '25', '--database', join(folder, 'portal.db')], { env });
}
