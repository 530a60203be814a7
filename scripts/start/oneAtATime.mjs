import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `job` while no other process on this machine runs a job of the same name for the same folder; waits its turn.
 * The lock is a file outside the folder (installing empties `node_modules`, building empties `dist`) that names its
 * process, so that one left behind by a process that died is taken over.
 */
export async function oneAtATime({ name, root, job }) {
  const file = join(tmpdir(), `${name}-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 0) console.error(`Waiting for another process that does the ${name} here (${file}).`);
    await wait(200);
  }
  try {
    return await job();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAbandoned(file)) return false;
  const aside = `${file}.${process.pid}`;
  renameIfThere(file, aside);
  rmSync(aside, { force: true });
  return false;
}

function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function renameIfThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
