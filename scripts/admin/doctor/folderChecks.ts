import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { databaseFile } from '../../verify/source.ts';
import type { Places } from '../places.ts';
import { good, problem, reason, type Sign } from './sign.ts';

const ENOUGH_BYTES = 500 * 1024 * 1024;

/** Can the folders be written, are the keys for one person's eyes, and is there room on the disk? */
export async function folderChecks(places: Places): Promise<Sign[]> {
  const file = attempt(() => databaseFile(places.databaseUrl));
  const folders = [...(file ? [dirname(file)] : []), places.anchorsDir];
  const signs = await Promise.all([...folders.map(writable), ...folders.map(room)]);
  return [...signs, await closed(places.keysDir)];
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

async function writable(folder: string): Promise<Sign> {
  return access(folder, constants.W_OK).then(
    () => good(`${folder} can be written`),
    (error: unknown) => problem(`${folder} cannot be written: ${reason(error)}`),
  );
}

async function room(folder: string): Promise<Sign> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const words = `${Math.floor((bavail * bsize) / 1024 ** 2)} MB free under ${folder}`;
    return bavail * bsize >= ENOUGH_BYTES ? good(words) : problem(`only ${words}`);
  } catch (error) {
    return problem(`${folder}: ${reason(error)}`);
  }
}

async function closed(folder: string): Promise<Sign> {
  try {
    const { mode } = await stat(folder);
    const open = process.platform !== 'win32' && (mode & 0o077) !== 0;
    return open
      ? problem(`${folder} can be read by others on this machine; run chmod 700 on it`)
      : good(`${folder} is closed to others`);
  } catch (error) {
    return problem(`${folder}: ${reason(error)}`);
  }
}
