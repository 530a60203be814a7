import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { bareServer } from './bench/bareServer.ts';
import { measureImport } from './bench/imports.ts';
import { type Measured, measure } from './bench/measure.ts';
import { type BenchOptions, readBenchOptions } from './bench/options.ts';
import { PAGES } from './bench/pages.ts';
import { type BenchPortal, signIn, startPortal } from './bench/portal.ts';
import { measureSignals } from './bench/signals.ts';
import { tableOf } from './bench/table.ts';
import { writeDemo } from './demo/write.ts';

/** A new folder for the dataset, which goes when this process does, however it ends. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return folder;
}

const placesIn = (folder: string) => ({
  url: pathToFileURL(join(folder, 'portal.db')).href,
  keysDir: join(folder, 'keys'),
  anchorsDir: join(folder, 'anchors'),
});

async function writeDataset(folder: string, { trainees, evidence }: BenchOptions): Promise<void> {
  const began = performance.now();
  await writeDemo({ ...placesIn(folder), traineeCount: trainees, evidenceCount: evidence, now: null });
  console.log(
    `Dataset: ${trainees} trainees with at least ${evidence} pieces of evidence each, written in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}

/** A dataset in a folder that goes. Where one is kept, what is measured writes into a copy of it. */
async function openDataset(options: BenchOptions) {
  const folder = ownFolder();
  if (options.dataset === null) {
    await writeDataset(folder, options);
    return placesIn(folder);
  }
  const kept = resolve(options.dataset);
  if (existsSync(join(kept, 'portal.db'))) console.log('Dataset: the one kept before');
  else await writeDataset(kept, options);
  cpSync(kept, folder, { recursive: true });
  const places = placesIn(folder);
  // One that was kept since before a migration is brought up to date.
  await (await openDatabase({ url: places.url })).close();
  return places;
}

/** A bare server first, so that the portal's figures can be read against what the machine gives today. */
async function measureBare({ connections, seconds }: BenchOptions): Promise<Measured[]> {
  const { url, close } = await bareServer();
  const rows: Measured[] = [];
  for (const count of connections) {
    rows.push(await measure({ page: 'bare Node server', url, connections: count, seconds, cookie: '' }));
  }
  await close();
  return rows;
}

async function measurePortal(url: string, { connections, seconds }: BenchOptions): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const { name, path, as, ...how } of PAGES) {
    const cookie = as === null ? '' : await signIn(url, as);
    for (const count of connections) {
      rows.push(await measure({ page: name, url: `${url}${path}`, connections: count, seconds, cookie, ...how }));
    }
  }
  return rows;
}

function tellMachine(): void {
  const load = loadavg().map((average) => average.toFixed(1));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`Machine: ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${memory}, Node ${process.version}`);
  console.log(`Load over the last 1, 5 and 15 minutes, this run included: ${load.join(', ')}`);
}

function tellMemory(portal: BenchPortal, readyMegabytes: number): void {
  const [peak, end] = [portal.peakMegabytes(), portal.megabytes()];
  console.log(`Memory of the portal: ${readyMegabytes} MB when ready, ${peak} MB at its highest, ${end} MB at the end`);
}

async function bench(options: BenchOptions): Promise<void> {
  const places = await openDataset(options);
  console.log(`Load before the run: ${loadavg()[0]?.toFixed(1) ?? 'unknown'}`);
  console.log(await measureSignals(places));
  const bareRows = await measureBare(options);
  const portal = await startPortal(places);
  const readyMegabytes = portal.megabytes();
  const rows = await measurePortal(portal.url, options);
  console.log(`\n${tableOf([...bareRows, ...rows])}\n`);
  console.log(await measureImport(portal.url));
  tellMemory(portal, readyMegabytes);
  tellMachine();
  await portal.stop();
}

try {
  await bench(readBenchOptions(process.argv.slice(2)));
  process.exit();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
