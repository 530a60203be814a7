import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { oneAtATime } from '../../../scripts/start/oneAtATime.mjs';
import { installPackages, packagesMatch } from '../../../scripts/start/packages.mjs';
import { isNewEnough } from '../../../scripts/start/runtime.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const astro = { version: '7.3.5', integrity: 'sha512-a' };
const forAnotherMachine = { version: '24.21.0', integrity: 'sha512-b', optional: true };

function writeLocks(wanted: object, installed: object) {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
}

describe('whether the packages are installed', () => {
  test.each([
    ['all that is wanted is there', { astro }, { astro }, true],
    ['what is for another kind of machine is left out', { astro, forAnotherMachine }, { astro }, true],
    ['one is missing', { astro, sass: astro }, { astro }, false],
    ['one is there in another version', { astro }, { astro: { ...astro, version: '7.3.4' } }, false],
    ['one is there with other contents', { astro }, { astro: { ...astro, integrity: 'sha512-c' } }, false],
  ])('%s', (_story, wanted, installed, matches) => {
    writeLocks(wanted, installed);
    expect(packagesMatch(folder)).toBe(matches);
  });

  test('nothing was ever installed', () => {
    expect(packagesMatch(folder)).toBe(false);
  });

  test('a folder of packages that is a link belongs to somebody else and is left alone', async () => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { astro } }));
    symlinkSync(tmpdir(), join(folder, 'node_modules'));
    await expect(installPackages(folder)).rejects.toThrow('it is a link');
  });
});

describe('two starts at once', () => {
  test('the second waits until the first is done', async () => {
    const say = vi.spyOn(console, 'error').mockImplementation(() => {});
    const order: string[] = [];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const job = (name: string, until: Promise<unknown>) => async () => {
      order.push(`${name} begins`);
      await until;
      order.push(`${name} ends`);
    };
    const first = oneAtATime({ name: 'trial', root: folder, job: job('first', promise) });
    const second = oneAtATime({ name: 'trial', root: folder, job: job('second', Promise.resolve()) });
    await vi.waitFor(() => expect(say).toHaveBeenCalledWith(expect.stringContaining('Waiting for another process')));
    resolve(undefined);
    await Promise.all([first, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('a lock left behind by a process that was killed is taken over', () => {
    const module = new URL('../../../scripts/start/oneAtATime.mjs', import.meta.url).href;
    const call = (job: string) => `oneAtATime({ name: 'trial', root: ${JSON.stringify(folder)}, job: () => ${job} })`;
    const run = (job: string) =>
      spawnSync(process.execPath, [
        '--input-type=module',
        '-e',
        `import { oneAtATime } from '${module}'; await ${call(job)};`,
      ]);
    expect(run("process.kill(process.pid, 'SIGKILL')").signal).toBe('SIGKILL');
    expect(run("console.log('done')").stdout.toString()).toBe('done\n');
  });
});

test.each([
  ['20.20.2', false],
  ['24.6.0', false],
  ['24.7.0', true],
  ['26.0.0', true],
])('a system with Node %s can run the portal by itself: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});
