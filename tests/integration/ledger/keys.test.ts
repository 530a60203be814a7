import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openKeys } from '#src/server/keys.ts';
import { CannotStart } from '#src/server/settings.ts';
import { freshDatabase, freshFolder } from '../../support/database.ts';
import { openWorld, signOffEach } from './signedPortfolio.ts';

let dir: string;

beforeEach(() => {
  dir = join(freshFolder(), 'keys');
});

const mode = (name: string) => statSync(join(dir, name)).mode & 0o777;

describe('the keys of the portal', () => {
  test('are made once for a demo, closed to everybody else, and the same at every later start', async () => {
    const first = await openKeys({ dir, create: true });
    const again = await openKeys({ dir, create: true });
    expect(again.keyId).toBe(first.keyId);
    expect(again.secret('pepper')).toEqual(first.secret('pepper'));
    expect(readdirSync(dir).sort()).toEqual(['device.key', 'ledger-private.pem', 'ledger-public.pem', 'pepper.key']);
    expect([mode('ledger-private.pem'), mode('pepper.key'), mode('device.key')]).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  test('are an Ed25519 key in PKCS#8 and two different secrets of 32 bytes', async () => {
    const keys = await openKeys({ dir, create: true });
    expect(createPrivateKey(readFileSync(join(dir, 'ledger-private.pem'))).asymmetricKeyType).toBe('ed25519');
    expect(keys.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect([keys.secret('pepper').length, keys.secret('device').length]).toEqual([32, 32]);
    expect(keys.secret('pepper')).not.toEqual(keys.secret('device'));
  });

  test('are not given away by a caller who scribbles on a secret', async () => {
    const keys = await openKeys({ dir, create: true });
    keys.secret('pepper').fill(0);
    expect(keys.secret('pepper').every((byte) => byte === 0)).toBe(false);
  });

  test('must all be there where it is no demo, and a missing one is named', async () => {
    await expect(openKeys({ dir, create: false })).rejects.toThrow(CannotStart);
    await openKeys({ dir, create: true });
    rmSync(join(dir, 'device.key'));
    await expect(openKeys({ dir, create: false })).rejects.toThrow(/device\.key is missing\. Set KEYS_DIR/);
  });

  test('have their public half written out again where it was lost', async () => {
    const { publicKeyFile } = await openKeys({ dir, create: true });
    const pem = readFileSync(publicKeyFile, 'utf8');
    rmSync(publicKeyFile);
    await openKeys({ dir, create: false });
    expect(readFileSync(publicKeyFile, 'utf8')).toBe(pem);
  });

  test.each<[string, () => void, RegExp]>([
    [
      'a public key that belongs to another',
      () =>
        writeFileSync(
          join(dir, 'ledger-public.pem'),
          generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
        ),
      /is not the public half/,
    ],
    [
      'a signing key of another kind',
      () =>
        writeFileSync(
          join(dir, 'ledger-private.pem'),
          generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
        ),
      /does not hold an Ed25519 private key/,
    ],
    [
      'a signing key that is none',
      () => writeFileSync(join(dir, 'ledger-private.pem'), 'nothing'),
      /does not hold an Ed25519 private key/,
    ],
    [
      'a secret cut short',
      () => writeFileSync(join(dir, 'pepper.key'), Buffer.alloc(31)),
      /must hold exactly 32 random bytes; it holds 31/,
    ],
  ])('are refused with %s', async (_story, spoil, words) => {
    await openKeys({ dir, create: true });
    chmodSync(join(dir, 'ledger-public.pem'), 0o644);
    spoil();
    const opening = openKeys({ dir, create: false });
    await expect(opening).rejects.toThrow(CannotStart);
    await expect(opening).rejects.toThrow(words);
  });
});

describe('a demo whose keys were lost', () => {
  test('starts with new ones, says so, and can sign again', async () => {
    const database = await freshDatabase();
    const folder = freshFolder();
    await signOffEach({ first: 1, last: 2 }, await openWorld(database, { databaseUrl: database.url, folder }));
    renameSync(join(folder, 'keys'), join(folder, 'lost'));
    const world = await openWorld(database, { databaseUrl: database.url, folder });
    expect(world.alarms.join()).toContain('which is not there any more');
    await signOffEach({ first: 3, last: 3 }, world);
    expect(await world.ledger.status()).toMatchObject({ entries: 3, anchored: 3 });
  });
});
