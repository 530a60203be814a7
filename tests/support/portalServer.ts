import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { copyDemo, demosFolder } from './demoCopy.ts';
import { openPortalClient, type PortalClient } from './portalClient.ts';
import { freePort } from './freePort.ts';

/** The built portal on a demo database of its own, on a free loopback port. */
export interface PortalServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end; another port after `startAgain`. */
  readonly url: string;
  readonly databasePath: string;
  /** Somebody who is not signed in. */
  visitor(): PortalClient;
  /** A demo person (`amara`, `ruth`, …) signed in over HTTP; another browser with every call. */
  signIn(personId: string): Promise<PortalClient>;
  /** Rows of the database as it is now, read beside the running portal. */
  rows(sql: string, ...values: (string | number)[]): Record<string, unknown>[];
  /** The log so far, one object a line. */
  log(): Record<string, unknown>[];
  /** Ends it at once with SIGKILL, as a crash would; its files stay as they are. */
  crash(): Promise<void>;
  /** Stops it as an operator would; its files stay as they are. */
  halt(): Promise<void>;
  /** Starts it again on the same files. */
  startAgain(): Promise<void>;
  /** Stops the portal as an operator would and removes its folder. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Variables beside HOST and PORT, for example PORTAL_NOW. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes to the demo before anybody sees it; the portal is not running meanwhile. */
  readonly prepare?: (database: DatabaseSync) => void;
}

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const STARTS_WITHIN_MS = 50_000;
const SERVED = { PATH: process.env['PATH'], NODE_ENV: 'production' };
/** What one portal of this run compiled the next one reads. */
const compiledFolder = () => join(demosFolder(), 'compiled');

/** Starts the portal from `dist/`. It ends with this process at the latest. Throws where nothing is built, or it does not start. */
export async function startPortal({ env = {}, prepare }: StartOptions = {}): Promise<PortalServer> {
  if (!existsSync(inProject('dist/server/entry.mjs')))
    throw new Error('Nothing is built yet: run npm run build first.');
  const folder = mkdtempSync(join(tmpdir(), 'portal-served-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const databasePath = join(folder, 'data/portal.db');
  if (env['DATABASE_URL'] === undefined) await copyDemo(folder, env['PORTAL_NOW'] ?? null);
  if (prepare) prepareDemo(databasePath, prepare);
  let running = await launch(folder, env);
  return {
    get url() {
      return running.url;
    },
    databasePath,
    ...clientsOf(() => running.url),
    rows: rowsOf(databasePath),
    log: () => running.log(),
    crash: () => running.crash(),
    halt: () => running.stop(),
    startAgain: async () => {
      running = await launch(folder, env);
    },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function clientsOf(url: () => string): Pick<PortalServer, 'visitor' | 'signIn'> {
  const visitor = () => openPortalClient(url());
  const signIn = async (personId: string) => {
    const client = visitor();
    await client.signIn(personId);
    return client;
  };
  return { visitor, signIn };
}

/** Changes the demo before anybody has it open. */
function prepareDemo(path: string, prepare: NonNullable<StartOptions['prepare']>): void {
  const database = new DatabaseSync(path);
  try {
    prepare(database);
  } finally {
    database.close();
  }
}

function rowsOf(path: string): PortalServer['rows'] {
  return (sql, ...values) => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  };
}

interface Running {
  readonly url: string;
  readonly log: PortalServer['log'];
  stop(): Promise<void>;
  crash(): Promise<void>;
}

async function launch(folder: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const leash = inProject('scripts/start/leash.mjs');
  const child = spawn(process.execPath, ['--import', leash, inProject('scripts/serve.ts')], {
    cwd: folder,
    env: { ...SERVED, ...env, HOST: '127.0.0.1', PORT: String(port), NODE_COMPILE_CACHE: compiledFolder() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', killWithUs);
  const said = keepOutput(child);
  await answering(child, url, said);
  const stop = async () => {
    process.off('exit', killWithUs);
    await end(child, 'SIGTERM');
  };
  return { url, log: () => logLines(said()), stop, crash: () => end(child, 'SIGKILL') };
}

function keepOutput(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => parts.push(part));
  }
  return () => parts.join('');
}

function logLines(output: string): Record<string, unknown>[] {
  const whole = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return whole.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function answering(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; Date.now() < deadline;) {
    if (child.exitCode !== null)
      throw new Error(`The portal ended with ${child.exitCode} instead of starting:\n${said()}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  child.kill('SIGKILL');
  throw new Error(`The portal did not answer within ${STARTS_WITHIN_MS / 1000} seconds:\n${said()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
