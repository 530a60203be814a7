import { spawn } from 'node:child_process';
import { LEASH, onLeash } from '../start/child.mjs';
import { whenParentEnds } from '../start/parent.mjs';

const LIMIT_MINUTES = 20;
const running = new Set();
let isStopping = false;

/**
 * Runs Node with these arguments and gives back `{ code, output }`, standard error mixed in. Never throws for what the
 * command does. It and all it started are ended after twenty minutes.
 */
export function runCommand(runtime, args, { cwd, env }) {
  if (isStopping) return Promise.resolve({ code: 1, output: 'Not started: the run was stopped.' });
  const isGroup = process.platform !== 'win32';
  const child = spawn(runtime, ['--import', LEASH, ...args], {
    cwd,
    env: onLeash(env),
    detached: isGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const job = { end: (signal) => endAll(child, signal, isGroup) };
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nStill running after ${LIMIT_MINUTES} minutes, so it was ended.\n`));
    job.end('SIGKILL');
  }, LIMIT_MINUTES * 60_000);
  running.add(job);
  return new Promise((resolve) => {
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(job);
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    child.once('error', (error) => chunks.push(Buffer.from(String(error))));
    child.once('close', (code, signal) => finish(code ?? signal ?? 1));
  });
}

/** Ends a command and everything it started, which is the group of its process id. */
function endAll(child, signal, isGroup) {
  try {
    if (isGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** From now on, when this process is asked to stop or the npm above it is killed, it ends what runs and starts nothing more. */
export function endCommandsWithUs() {
  const stop = () => {
    isStopping = true;
    for (const job of running) job.end('SIGTERM');
    setTimeout(() => process.exit(1), 3000).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  if (process.env.npm_lifecycle_event) whenParentEnds(stop);
}
