import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { whenParentEnds } from './parent.mjs';
import { withRuntimeFirst } from './runtime.mjs';

/** A module that makes a Node process stop when this one is gone: `node --import LEASH …`, with `onLeash(env)` as environment. */
export const LEASH = new URL('leash.mjs', import.meta.url).href;
export const onLeash = (env) => ({ ...env, LEASH_PID: String(process.pid) });

/** What the child is told when this process is told so. A closed terminal means: stop properly. */
const PASSED_ON = { SIGTERM: 'SIGTERM', SIGINT: 'SIGINT', SIGHUP: 'SIGTERM' };

/** Runs `args` on the Node at `runtime` and gives back its exit code: see `endOf`. */
export function runChild(runtime, args, { cwd, env = process.env, stdio = 'inherit' }) {
  return endOf(
    spawn(runtime, ['--import', LEASH, ...args], { cwd, env: onLeash(withRuntimeFirst(env, runtime)), stdio }),
  );
}

/**
 * Waits for a child and gives back its exit code (128 + n when signal n ended it, as a shell does). Signals are passed on,
 * and the child is stopped when the npm above this process is killed: nothing is left running behind.
 */
export function endOf(child) {
  const pass = (signal) => child.kill(PASSED_ON[signal]);
  for (const signal of Object.keys(PASSED_ON)) process.on(signal, pass);
  const stopWatching = process.env.npm_lifecycle_event ? whenParentEnds(() => child.kill('SIGTERM')) : () => {};
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of Object.keys(PASSED_ON)) process.off(name, pass);
      stopWatching();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
