import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeDemo } from './demo/write.ts';

const USAGE = 'Use it like this: npm run demo -- --trainees 200 --database data/large.db';

/** Reads and checks what was asked for. Throws an Error with a sentence. */
function readOptions(args: string[]): { traineeCount: number; evidenceCount: number; file: string } {
  const { values } = parseArgs({
    args,
    options: {
      trainees: { type: 'string', default: '25' },
      evidence: { type: 'string', default: '0' },
      database: { type: 'string' },
    },
    strict: true,
  });
  const traineeCount = Number(values.trainees);
  if (!Number.isInteger(traineeCount) || traineeCount < 1 || traineeCount > 20_000)
    throw new Error('Give a whole number of trainees from 1 to 20000.');
  const evidenceCount = Number(values.evidence);
  if (!Number.isInteger(evidenceCount) || evidenceCount < 0 || evidenceCount > 200)
    throw new Error('Give a whole number of pieces of evidence from 0 to 200.');
  if (!values.database) throw new Error('Say which file to write.');
  const file = resolve(values.database);
  if (existsSync(file)) throw new Error(`${file} exists already, and a demo is never written over anything.`);
  return { traineeCount, evidenceCount, file };
}

/** Keys and anchors go where `npm start` looks for them, so that the demo can be opened at once; files only where a folder is named. */
async function main(): Promise<void> {
  const { traineeCount, evidenceCount, file } = readOptions(process.argv.slice(2));
  await mkdir(dirname(file), { recursive: true });
  const { KEYS_DIR = 'data/keys', ANCHORS_DIR = 'data/anchors', FILES_DIR, PORTAL_NOW } = process.env;
  const began = performance.now();
  await writeDemo({
    url: pathToFileURL(file).href,
    keysDir: KEYS_DIR,
    anchorsDir: ANCHORS_DIR,
    filesDir: FILES_DIR || undefined,
    traineeCount,
    evidenceCount,
    now: PORTAL_NOW ? new Date(PORTAL_NOW) : null,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `Wrote a demo programme with ${traineeCount} trainees in ${seconds} s.\nOpen it with: DATABASE_URL=${pathToFileURL(file).href} npm start`,
  );
}

try {
  await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
