import { spawn } from 'node:child_process';
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endOf, LEASH, onLeash } from './child.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/**
 * Installs the packages of `folder` exactly as its lock file says, where they are not there yet; otherwise does nothing.
 * Throws with a plain sentence when npm fails, or when `node_modules` is a link and so belongs to somebody else.
 */
export async function installPackages(folder) {
  if (packagesMatch(folder)) return;
  await oneAtATime({ name: 'install', root: folder, job: () => (packagesMatch(folder) ? undefined : install(folder)) });
}

/** True where npm's own record of what it installed (`node_modules/.package-lock.json`) agrees with the lock file. */
export function packagesMatch(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return optional === true;
    return found.version === version && (!integrity || found.integrity === integrity);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

async function install(folder) {
  const modules = join(folder, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      `The packages in ${modules} do not match package-lock.json, and it is a link. Install them where it leads to.`,
    );
  }
  console.error(`Installing packages in ${folder} (a minute or two the first time).`);
  rmSync(join(modules, '.package-lock.json'), { force: true });
  const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (code !== 0) throw new Error(`npm ci ended with code ${code} in ${folder}. Nothing was started.`);
}

/** Runs npm on the system's Node, because the pinned one is among the files that npm is about to replace. */
function npm(args, cwd) {
  const own = join('node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.endsWith(own));
  const env = { ...process.env, PATH: path.join(delimiter), NODE_OPTIONS: `--import=${LEASH}` };
  return endOf(
    spawn('npm', args, { cwd, env: onLeash(env), stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }),
  );
}
