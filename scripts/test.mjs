import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './start/packages.mjs';
import { findRuntime } from './start/runtime.mjs';
import { endCommandsWithUs } from './test/command.mjs';
import { chooseGroups } from './test/groups.mjs';
import { prepare } from './test/prepare.mjs';
import { lastLine, printGroup, sumUp } from './test/report.mjs';
import { runGroups } from './test/schedule.mjs';

/**
 * `npm test`: installs what is missing, runs every group of checks (or only those named: `npm test -- unit lint`), and
 * ends with `N passed, N failed`. Plain JavaScript that any Node from 20 on can read with nothing installed.
 */
const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

async function test(names) {
  const groups = chooseGroups(names);
  endCommandsWithUs();
  await installPackages(root);
  const reports = mkdtempSync(join(tmpdir(), 'npm-test-'));
  try {
    const context = { root, reports, runtime: findRuntime(root), env: await prepare(root, groups) };
    return sumUp(await runGroups(groups, context, printGroup));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

try {
  const total = await test(process.argv.slice(2));
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(lastLine(total));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  console.log(lastLine({ passed: 0, failed: 1, skipped: 0 }));
}
