import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Words that the scanner of the tests takes for a virus: a signature of our own, so nothing harmful and no download is needed. */
export const TEST_VIRUS = 'PORTAL-TEST-VIRUS-7f3a';

const USUAL = '/usr/sbin/clamd';
const path = process.env['CLAMD'] ?? (existsSync(USUAL) ? USUAL : '');
/** Whether this machine has a clamd. Where not, its tests are skipped and counted as such. */
export const hasClamd = path !== '';

export interface RunningClamd {
  readonly socket: string;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

const STARTS_WITHIN_MS = 20_000;

/** A real clamd on a socket of its own, with one line of signatures. It starts in a tenth of a second. */
export async function startClamd(): Promise<RunningClamd> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-clamd-'));
  const [config, socket] = [join(folder, 'clamd.conf'), join(folder, 'clamd.sock')];
  mkdirSync(join(folder, 'db'));
  writeFileSync(join(folder, 'db/portal.ndb'), `Portal.Test:0:*:${Buffer.from(TEST_VIRUS).toString('hex')}\n`);
  writeFileSync(config, settings({ DatabaseDirectory: join(folder, 'db'), LocalSocket: socket }));
  let running = await launch(config, socket);
  return {
    socket,
    stop: async () => {
      await running();
      rmSync(socket, { force: true });
    },
    startAgain: async () => {
      running = await launch(config, socket);
    },
  };
}

/** As docs/operations.md asks: nothing larger than a file that the portal takes goes by unseen. */
const settings = (places: Record<string, string>) =>
  Object.entries({ ...places, Foreground: 'yes', StreamMaxLength: '60M', MaxFileSize: '60M', MaxScanSize: '400M' })
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');

/** Gives back what ends it. */
async function launch(config: string, socket: string): Promise<() => Promise<void>> {
  const child = spawn(path, ['--config-file', config], { stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  for (const deadline = Date.now() + STARTS_WITHIN_MS; !existsSync(socket);) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('clamd did not start.');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  return async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    kill();
    await ended;
  };
}
