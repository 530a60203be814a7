import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bareServer } from './bench/bareServer.ts';
import { measure, type Measured } from './bench/measure.ts';
import { PAGES } from './bench/pages.ts';
import { signIn, startPortal } from './bench/portal.ts';
import { printTable } from './bench/table.ts';
import { writeDemo } from './demo/write.ts';

interface Options {
  readonly trainees: number;
  readonly connections: readonly number[];
  readonly seconds: number;
}

function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { trainees: { ...text, default: '2600' }, connections: { ...text, default: '1,16' }, seconds: { ...text, default: '10' } }, strict: true });
  const options = { trainees: Number(values.trainees), connections: values.connections.split(',').map(Number), seconds: Number(values.seconds) };
  const isWrong = [options.trainees, options.seconds, ...options.connections].some((number) => !Number.isInteger(number) || number < 1);
  if (isWrong) throw new Error('Use it like this: npm run bench -- --trainees 2600 --connections 1,16 --seconds 10');
  return options;
}

/** Measures a bare server first, so that the portal's figures can be read against what the machine gives today. */
async function measureBare({ connections, seconds }: Options): Promise<Measured[]> {
  const bare = await bareServer();
  try {
    const rows: Measured[] = [];
    for (const count of connections) rows.push(await measure({ page: 'bare Node server', url: bare.url, connections: count, seconds, cookie: '' }));
    return rows;
  } finally {
    bare.close();
  }
}

async function measurePortal(url: string, { connections, seconds }: Options): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const { name, path, as } of PAGES) {
    const cookie = as === null ? '' : await signIn(url, as);
    for (const count of connections) rows.push(await measure({ page: name, url: `${url}${path}`, connections: count, seconds, cookie }));
  }
  return rows;
}

async function bench(options: Options): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const places = { url: pathToFileURL(join(folder, 'portal.db')).href, keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  try {
    const began = performance.now();
    await writeDemo({ ...places, traineeCount: options.trainees, now: null });
    console.log(`Dataset: ${options.trainees} trainees, written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const bareRows = await measureBare(options);
    const portal = await startPortal(places, spawn);
    try {
      const rows = await measurePortal(portal.url, options);
      printTable([...bareRows, ...rows]);
      console.log(`Memory of the portal: ${portal.peakMegabytes()} MB at its highest, ${portal.megabytes()} MB at the end`);
      console.log(`Machine: ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
    } finally {
      await portal.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await bench(readOptions(process.argv.slice(2)));
