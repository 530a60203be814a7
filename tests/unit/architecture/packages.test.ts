import { describe, expect, test } from 'vitest';
import { readSource } from './sources.ts';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
interface Lock {
  readonly packages: Record<
    string,
    {
      readonly version?: string;
      readonly integrity?: string;
      readonly os?: string | string[];
      readonly cpu?: string | string[];
    }
  >;
}

/** Whether npm would install this entry on the machines that serve the portal. Other platforms: docs/decisions.md 4. */
const fitsOurs = ({ os = 'linux', cpu = 'x64' }: Lock['packages'][string]) =>
  os.includes('linux') && cpu.includes('x64');

const readJson = <Shape>(path: string) => JSON.parse(readSource(path)) as Shape;

describe.each(['', 'tests/support/sqld/'])('the packages of the folder "%s"', (folder) => {
  const manifest = readJson<Manifest>(`${folder}package.json`);
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const locked = Object.entries(readJson<Lock>(`${folder}package-lock.json`).packages).filter(([path]) => path !== '');

  test('each is wanted in one exact version', () => {
    const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });

  test('the lock file holds exactly those, and a checksum of each that we install', () => {
    const versions = Object.fromEntries(locked.map(([path, { version }]) => [path, version]));
    for (const [name, version] of Object.entries(wanted)) expect(versions[`node_modules/${name}`]).toBe(version);
    expect(locked.filter(([, entry]) => !entry.integrity?.startsWith('sha512-') && fitsOurs(entry))).toEqual([]);
  });

  test('the lock file holds no download address, so it serves every registry', () => {
    expect(readSource(`${folder}package-lock.json`)).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});
