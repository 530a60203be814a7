import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/** What the built pages are made from. Migrations and the demo programme are read when the portal runs, not built in. */
const SOURCES = ['src', 'db', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const NOT_SOURCES = [join('db', 'migrations'), join('db', 'demo')];

/** Builds the pages into `dist` where that is not already the build of these very sources. Throws when the build fails. */
export async function buildPortal({ root, runtime, output = 2 }) {
  const isBuilt = () => existsSync(join(root, 'dist/server/entry.mjs')) && readStamp(root) === sourceHash(root);
  if (isBuilt()) return;
  await oneAtATime({ name: 'build', root, job: () => (isBuilt() ? undefined : build({ root, runtime, output })) });
}

async function build({ root, runtime, output }) {
  console.error('Building the pages (about half a minute).');
  const hash = sourceHash(root);
  rmSync(stampFile(root), { force: true });
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const stdio = ['ignore', output, output];
  const code = await runChild(runtime, ['node_modules/astro/bin/astro.mjs', 'build'], { cwd: root, env, stdio });
  if (code !== 0) throw new Error(`The build ended with code ${code}. Nothing was started.`);
  writeFileSync(stampFile(root), hash);
}

const stampFile = (root) => join(root, 'dist', '.stamp');

function readStamp(root) {
  try {
    return readFileSync(stampFile(root), 'utf8');
  } catch {
    return null;
  }
}

/** SHA-256 over the names and bytes of everything the pages are built from. */
function sourceHash(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(root, source))) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

function listFiles(root, path) {
  if (NOT_SOURCES.includes(path) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => listFiles(root, join(path, name)));
}
