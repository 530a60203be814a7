import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import astroConfig from '../../../astro.config.mjs';
import { CannotStart, readSettings, VARIABLES } from '#src/server/settings.ts';

type Environment = Record<string, string>;

describe('with nothing set', () => {
  test('the portal opens the demo programme on this machine only', () => {
    const { publicUrl, ...settings } = readSettings({});
    expect(publicUrl.origin).toBe('http://127.0.0.1:4321');
    expect(settings).toEqual({
      host: '127.0.0.1',
      port: 4321,
      databaseUrl: null,
      databaseAuthToken: null,
      filesDir: null,
      clamdSocket: null,
      smtpUrl: null,
      mailFrom: null,
      keysDir: null,
      anchorsDir: null,
      programmeNow: null,
    });
  });

  test('an empty value counts as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toEqual(readSettings({}));
  });
});

describe('the address people use', () => {
  test.each([
    ['follows HOST and PORT', { HOST: '127.0.0.1', PORT: '8080' }, 'http://127.0.0.1:8080'],
    ['is the machine itself when it listens everywhere', { HOST: '0.0.0.0', PORT: '8080' }, 'http://localhost:8080'],
    ['is the machine itself when it listens everywhere, in IPv6', { HOST: '::' }, 'http://localhost:4321'],
    ['may be the loopback of IPv6', { HOST: '::1' }, 'http://[::1]:4321'],
    ['may be https anywhere', { PUBLIC_URL: 'https://learning.example.org' }, 'https://learning.example.org'],
    [
      'may be https while the portal listens inside',
      { HOST: '10.0.0.5', PUBLIC_URL: 'https://learning.example.org/' },
      'https://learning.example.org',
    ],
    ['may be another port of this machine', { PUBLIC_URL: 'http://localhost:9000' }, 'http://localhost:9000'],
  ] satisfies [string, Environment, string][])('%s', (_story, environment, origin) => {
    expect(readSettings(environment).publicUrl.origin).toBe(origin);
  });

  test.each([
    ['http on another machine', { PUBLIC_URL: 'http://learning.example.org' }, 'https'],
    ['another machine, because the portal listens there', { HOST: '192.168.1.4' }, 'https'],
    ['a name that only looks like this machine', { PUBLIC_URL: 'http://localhost.example.org' }, 'https'],
    ['no address at all', { PUBLIC_URL: 'learning' }, 'full address'],
    ['an address with a path', { PUBLIC_URL: 'https://example.org/portal' }, 'without a path'],
    ['another kind of address', { PUBLIC_URL: 'ftp://127.0.0.1' }, 'https'],
  ] satisfies [string, Environment, string][])('is refused with a sentence: %s', (_story, environment, words) => {
    expect(() => readSettings(environment)).toThrow(CannotStart);
    expect(() => readSettings(environment)).toThrow(words);
  });
});

describe('a value that cannot be right is refused with a sentence that names it', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'eighty'],
    ['PORT', '80.5'],
    ['HOST', 'two words'],
    ['DATABASE_URL', 'data/portal.db'],
    ['DATABASE_URL', 'postgres://example.org/portal'],
    ['PORTAL_NOW', 'yesterday'],
    ['PORTAL_NOW', '2026-13-01T09:00:00Z'],
    ['PORTAL_NOW', '21/11/2026'],
  ])('%s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(CannotStart);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  test('all of them are named at once', () => {
    expect(() => readSettings({ PORT: '0', PORTAL_NOW: 'now' })).toThrow(/PORT must.*PORTAL_NOW must/u);
  });
});

describe('the fixed instant of a demonstration', () => {
  test.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-06-01T00:30:00+01:00', '2026-05-31T23:30:00.000Z'],
    ['2026-11-23T09:00', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ])('%s is read the same on every machine', (text, instant) => {
    expect(readSettings({ PORTAL_NOW: text }).programmeNow?.toISOString()).toBe(instant);
  });
});

describe('the list of variables', () => {
  const documented = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
    .split('## Environment')[1]
    ?.split('\n## ')[0]
    ?.matchAll(/^\| (.+?) \|/gmu);
  const named = [...(documented ?? [])].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/gu)].map(([, name]) => name),
  );

  test('is the same in the code, in astro.config.mjs and in docs/operations.md', () => {
    expect(VARIABLES.length).toBeGreaterThan(5);
    expect(new Set(Object.keys(astroConfig.env?.schema ?? {}))).toEqual(new Set(VARIABLES));
    expect(new Set(named)).toEqual(new Set(VARIABLES));
  });
});
