import { spawnSync } from 'node:child_process';

/**
 * Installs packages of the system where that can be done without asking: with apt-get, as root. Says what it does; where
 * it cannot, or it fails, the caller finds the program still missing and says what that means.
 */
export function installWithApt(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 2] };
  spawnSync('apt-get', ['update', '-q'], quiet);
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet);
}
