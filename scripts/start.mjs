import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPortal } from './start/build.mjs';
import { runChild } from './start/child.mjs';
import { COMPILED, MEMORY_ENVIRONMENT, MEMORY_FLAGS } from './start/memory.mjs';
import { installPackages } from './start/packages.mjs';
import { findRuntime } from './start/runtime.mjs';

/**
 * The door to everything that runs: `npm start`, `npm run dev`, and with `[--build] --run FILE args…` the other commands.
 * Plain JavaScript that any Node from 20 on can read with nothing installed; what it starts runs on the pinned Node.
 */
const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const astro = 'node_modules/astro/bin/astro.mjs';

/** What was asked for: `build` says whether the pages must be built first, `command` is what the pinned Node then runs, if anything. */
function readArguments(args) {
  if (args[0] === '--dev') {
    const { HOST = '127.0.0.1', PORT = '4321' } = process.env;
    return { build: false, command: [astro, 'dev', '--host', HOST, '--port', PORT, ...args.slice(1)] };
  }
  const build = args[0] === '--build';
  const rest = build ? args.slice(1) : args;
  if (rest[0] === '--run' && rest[1]) return { build, command: rest.slice(1) };
  if (rest.length === 0) return { build: true, command: build ? null : [...MEMORY_FLAGS, 'scripts/serve.ts'] };
  throw new Error(
    `Cannot start with "${args.join(' ')}". Use --dev, --build, or [--build] --run FILE followed by its arguments.`,
  );
}

async function start(args) {
  const { build, command } = readArguments(args);
  await installPackages(root);
  const runtime = findRuntime(root);
  if (build) await buildPortal({ root, runtime });
  if (!command) return 0;
  const env = { ...MEMORY_ENVIRONMENT, NODE_COMPILE_CACHE: resolve(root, COMPILED), ...process.env };
  return runChild(runtime, command, { cwd: root, env });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
