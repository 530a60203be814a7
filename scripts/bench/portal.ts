import type { spawn as spawnType } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { demoEmail, DEMO_PASSWORD } from '#db/demo/index.ts';

export interface BenchPortal {
  readonly url: string;
  megabytes(): number;
  peakMegabytes(): number;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The portal did not become ready within 30 seconds.');
}

/** A figure of a process in megabytes, where the system tells it; 0 elsewhere. */
function memory(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

interface Places {
  readonly url: string;
  readonly keysDir: string;
  readonly anchorsDir: string;
}

/** Starts the built portal on a dataset, in a process of its own, as `npm start` would. */
export async function startPortal({ url: databaseUrl, keysDir, anchorsDir }: Places, spawn: typeof spawnType): Promise<BenchPortal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, DATABASE_URL: databaseUrl, KEYS_DIR: keysDir, ANCHORS_DIR: anchorsDir };
  const child = spawn(process.execPath, ['scripts/serve.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilReady(url);
  return {
    url,
    megabytes: () => memory(child.pid, 'VmRSS'),
    peakMegabytes: () => memory(child.pid, 'VmHWM'),
    stop: () => (child.kill('SIGTERM'), ended),
  };
}

/** Signs a demo person in and gives the cookies that her browser would send. */
export async function signIn(url: string, person: string): Promise<string> {
  const body = new URLSearchParams({ email: demoEmail(person), password: DEMO_PASSWORD });
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`${person} could not sign in: ${answer.status}`);
  return cookies.join('; ');
}
