import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** The oldest Node that has everything the portal uses: argon2 is built in from here on. */
const OLDEST = [24, 7];

/**
 * The path of the Node to run on: the one pinned in package.json where it fits this machine, else the one this runs on
 * if it is new enough. Throws with a plain sentence when there is neither.
 */
export function findRuntime(root) {
  const pinned = pinnedRuntime(root);
  if (pinned === process.execPath || answers(pinned)) return pinned;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(
    `The packages bring no Node for ${process.platform} ${process.arch}, and this one is ${process.versions.node}. ` +
      `Install Node ${OLDEST.join('.')} or newer (nodejs.org) and give the command again.`,
  );
}

function pinnedRuntime(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
}

/** False where the binary is missing, or is for another C library. */
function answers(binary) {
  return spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** `version` is like `24.21.0`. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The environment with `runtime` as the first `node` on the path: older npm does not link the pinned one into `.bin`. */
export function withRuntimeFirst(env, runtime) {
  return { ...env, PATH: [dirname(runtime), env.PATH].join(delimiter) };
}
