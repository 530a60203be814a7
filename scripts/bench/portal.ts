import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoEmail, DEMO_PASSWORD } from '#db/demo/index.ts';
import { COMPILED, MEMORY_ENVIRONMENT, MEMORY_FLAGS } from '../start/memory.mjs';

export interface BenchPortal {
  readonly url: string;
  /** What the process holds now, and the most it ever held; 0 where the system does not say. */
  megabytes(): number;
  peakMegabytes(): number;
  stop(): Promise<void>;
}

interface Places {
  readonly url: string;
  readonly keysDir: string;
  readonly anchorsDir: string;
}

/** Starts the built portal on a dataset, in a process of its own, as `npm start` would. It never outlives this process. */
export async function startPortal({ url: databaseUrl, keysDir, anchorsDir }: Places): Promise<BenchPortal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const address = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url };
  const places = { DATABASE_URL: databaseUrl, KEYS_DIR: keysDir, ANCHORS_DIR: anchorsDir };
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const memory = { ...MEMORY_ENVIRONMENT, NODE_COMPILE_CACHE: join(root, COMPILED) };
  const child = spawn(process.execPath, [...MEMORY_FLAGS, 'scripts/serve.ts'], {
    cwd: root,
    env: { ...memory, ...process.env, ...address, ...places },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await untilReady(url, child);
  const held = (field: MemoryField) => megabytesOf(child.pid, field);
  return { url, megabytes: () => held('VmRSS'), peakMegabytes: () => held('VmHWM'), stop: () => stop(child) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error('The portal ended before it was ready.');
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('The portal did not become ready within 30 seconds.');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

type MemoryField = 'VmRSS' | 'VmHWM';

function megabytesOf(pid: number | undefined, field: MemoryField): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Signs a demo person in and gives the cookies that her browser would send. */
export async function signIn(url: string, person: string): Promise<string> {
  const body = new URLSearchParams({ email: demoEmail(person), password: DEMO_PASSWORD });
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body,
    headers: { origin: url },
    redirect: 'manual',
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`${person} could not sign in: ${answer.status}`);
  return cookies.join('; ');
}
