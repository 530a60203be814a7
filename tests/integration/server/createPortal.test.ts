import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import * as demo from '#db/demo/index.ts';
import { people } from '#db/schema/index.ts';
import { createPortal } from '#src/server/createPortal.ts';
import { createLogger } from '#src/server/logger.ts';
import { installPortal, type Portal, today } from '#src/server/portal.ts';
import { CannotStart, readSettings } from '#src/server/settings.ts';

const root = new URL('../../../', import.meta.url);
const log = createLogger({ level: 'silent' });
const home = process.cwd();
let folder: string;
let open: Portal[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-start-'));
  process.chdir(folder);
});
afterEach(async () => {
  for (const portal of open) await portal.database.close();
  open = [];
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function start(environment: Record<string, string> = {}): Promise<Portal> {
  const portal = await createPortal({ settings: readSettings(environment), log, root, demo });
  open.push(portal);
  return portal;
}

async function startAndStop(environment: Record<string, string> = {}): Promise<Portal> {
  const portal = await start(environment);
  await portal.database.close();
  return portal;
}

const signIn = {
  email: 'amara@pqip.example',
  password: demo.DEMO_PASSWORD,
  address: '127.0.0.1',
  device: null,
  token: null,
};

describe('the first start with nothing set', () => {
  test('makes the demo programme, its keys and its anchors, and Amara can sign in', async () => {
    const portal = await start();
    expect(portal.settings.demo?.madeOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(existsSync('data/portal.db')).toBe(true);
    expect(readdirSync('data/keys').length).toBeGreaterThan(0);
    expect(readdirSync('data/anchors').length).toBeGreaterThan(0);
    const { token } = await portal.sessions.signIn(signIn);
    expect((await portal.sessions.validate(token))?.viewer.name).toBe('Amara Okafor');
  });

  test('with a fixed instant makes the demo of that day, and the programme stands still on it', async () => {
    const portal = await start({ PORTAL_NOW: '2026-11-23T09:00:00Z' });
    installPortal(portal);
    expect(portal.settings.demo).toEqual({ madeOn: '2026-11-23' });
    expect(today()).toBe('2026-11-23');
  });
});

test('the second start finds the same demo, whatever the day, and does not make it again', async () => {
  await startAndStop({ PORTAL_NOW: '2026-11-16T09:00:00Z' });
  const portal = await start();
  expect(portal.settings.demo).toEqual({ madeOn: '2026-11-16' });
  expect(await portal.database.read((db) => db.$count(people))).toBeGreaterThan(25);
});

test('a demo named by DATABASE_URL is a demo, too, and needs no folders named', async () => {
  await startAndStop();
  expect((await start({ DATABASE_URL: 'file:data/portal.db' })).settings.demo).not.toBeNull();
});

test('the signed entries of a demo hold at the next start', async () => {
  const first = await start();
  const { entries } = await first.ledger.status();
  await first.database.close();
  expect(entries).toBeGreaterThan(0);
  expect(await (await start()).ledger.status()).toMatchObject({ entries, anchored: entries });
});

test('a demo made anew beside the anchors of the old one starts', async () => {
  await startAndStop();
  for (const name of readdirSync('data').filter((each) => each.startsWith('portal.db')))
    rmSync(path.join('data', name));
  expect((await start()).settings.demo).not.toBeNull();
});

describe('a database that is no demo is refused with a sentence', () => {
  const real = { DATABASE_URL: 'file:real.db' };

  test.each([
    ['without its folders', real, 'KEYS_DIR, ANCHORS_DIR and FILES_DIR'],
    ['without a place for its anchors', { ...real, KEYS_DIR: 'keys' }, 'ANCHORS_DIR'],
    [
      'with a fixed instant',
      { ...real, KEYS_DIR: 'keys', ANCHORS_DIR: 'anchors', PORTAL_NOW: '2026-11-23' },
      'PORTAL_NOW',
    ],
    ['without a place for its files', { ...real, KEYS_DIR: 'keys', ANCHORS_DIR: 'anchors' }, 'FILES_DIR'],
    ['without its keys', { ...real, KEYS_DIR: 'keys', ANCHORS_DIR: 'anchors', FILES_DIR: 'files' }, 'is missing'],
  ])('%s', async (_story, environment, words) => {
    const starting = start(environment);
    await expect(starting).rejects.toThrow(CannotStart);
    await expect(starting).rejects.toThrow(words);
    expect(existsSync('keys')).toBe(false);
  });

  test('and is let go of, so that the next start can open it', async () => {
    await expect(start(real)).rejects.toThrow(CannotStart);
    await (await openDatabase({ url: 'file:real.db' })).close();
  });

  test('where it stands in the place of the demo and holds something', async () => {
    const settings = readSettings({});
    await startAndStop({ PORTAL_NOW: '2026-11-23' });
    const forgetful = { ...demo, findDemo: () => Promise.resolve(null) };
    await expect(createPortal({ settings, log, root, demo: forgetful })).rejects.toThrow('not a finished demo');
  });
});
