import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILES, openKeys } from '#src/server/keys.ts';
import type { Places } from '../places.ts';
import { good, problem, reason, type Sign } from './sign.ts';

/** Are the keys there, readable, for nobody else's eyes, and do they fit together? */
export async function keyChecks({ keysDir }: Places): Promise<Sign[]> {
  const files = Object.entries(KEY_FILES).map(([name, { secret }]) => fileSign(join(keysDir, name), secret));
  if (files.some(({ state }) => state === 'problem')) return files;
  try {
    const { keyId } = await openKeys({ dir: keysDir, create: false });
    return [...files, good(`the keys fit together; the signing key is ${keyId}`)];
  } catch (error) {
    return [...files, problem(reason(error))];
  }
}

function fileSign(path: string, secret: boolean): Sign {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    return problem(`${path} cannot be read: ${reason(error)}`);
  }
  const open = secret && process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return open
    ? problem(`${path} can be read by others on this machine; run chmod 600 on it`)
    : good(`${path} can be read`);
}
