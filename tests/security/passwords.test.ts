import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { demoHash, openPasswords } from '#src/server/passwords.ts';

const spy = vi.hoisted(() => ({ hashes: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const argon2: typeof crypto.argon2 = (...args) => {
    spy.hashes += 1;
    crypto.argon2(...args);
  };
  return { ...crypto, argon2 };
});
afterEach(() => {
  spy.hashes = 0;
});

const pepper = createHash('sha256').update('a pepper').digest();
const passwords = openPasswords({ pepper });

test('the right password matches, another does not', async () => {
  const stored = await passwords.hash('protect-the-study-day');
  expect(await passwords.verify(stored, 'protect-the-study-day')).toEqual({ matches: true, isOutdated: false });
  expect(await passwords.verify(stored, 'protect-the-study-dax')).toEqual({ matches: false, isOutdated: false });
});

test('the same password twice gives two hashes', async () => {
  expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
});

describe('one hash is computed whoever asks, so the time tells nothing', () => {
  test.each<[string, string | null]>([
    ['an account nobody has', null],
    ['an account without a password', null],
    ['a stored text that is no hash', 'broken'],
    [
      'a hash made with a pepper that is gone',
      '$argon2id$v=19$m=19456,t=2,p=1,keyid=deadbeef$c2FsdHNhbHRzYWx0c2Fs$dGFndGFndGFndGFndGFndGFndGFn',
    ],
  ])('%s', async (_story, stored) => {
    expect(await passwords.verify(stored, 'whatever')).toEqual({ matches: false, isOutdated: false });
    expect(spy.hashes).toBe(1);
  });

  test('a known account', async () => {
    const stored = await passwords.hash('known');
    spy.hashes = 0;
    await passwords.verify(stored, 'wrong');
    expect(spy.hashes).toBe(1);
  });

  test('a password that is far too long', async () => {
    const stored = await demoHash('x'.repeat(1025), 'salt');
    spy.hashes = 0;
    expect(await passwords.verify(stored, 'x'.repeat(1025))).toEqual({ matches: false, isOutdated: false });
    expect(spy.hashes).toBe(1);
  });
});

test('a hash without the pepper beside it is worth nothing', async () => {
  const stored = await passwords.hash('protect-the-study-day');
  const elsewhere = openPasswords({ pepper: createHash('sha256').update('another').digest() });
  const without = openPasswords({ pepper: null });
  expect((await elsewhere.verify(stored, 'protect-the-study-day')).matches).toBe(false);
  expect((await without.verify(stored, 'protect-the-study-day')).matches).toBe(false);
});

test('demo hashes work with any pepper, are the same every time, and are made anew at the first sign-in', async () => {
  const stored = await demoHash('protect-the-study-day', 'salt');
  expect(stored).toBe(await demoHash('protect-the-study-day', 'salt'));
  expect(await passwords.verify(stored, 'protect-the-study-day')).toEqual({ matches: true, isOutdated: true });
});

describe('a password is taken as it was typed', () => {
  test.each([
    ['spaces around it', ' secret ', 'secret'],
    ['letters and their accents put together differently', 'caf\u00e9', 'cafe\u0301'],
    ['capitals', 'Secret', 'secret'],
    ['what comes after the 72nd byte', `${'a'.repeat(72)}b`, `${'a'.repeat(72)}c`],
  ])('%s matter', async (_story, typed, other) => {
    const stored = await passwords.hash(typed);
    expect((await passwords.verify(stored, typed)).matches).toBe(true);
    expect((await passwords.verify(stored, other)).matches).toBe(false);
  });
});

test('1,024 bytes are taken, more are refused with a sentence', async () => {
  const longest = 'é'.repeat(512);
  expect((await passwords.verify(await passwords.hash(longest), longest)).matches).toBe(true);
  await expect(passwords.hash(`${longest}x`)).rejects.toMatchObject({
    code: 'bad_input',
    fields: { password: 'Use a shorter password' },
  });
});

test('one hash at a time and one waiting: the third is told that the portal is busy, the others are made', async () => {
  const few = openPasswords({ pepper: null, atOnce: 1, waiting: 1 });
  const made = [few.hash('first long password'), few.hash('second long password')];
  await expect(few.hash('third long password')).rejects.toMatchObject({ code: 'busy' });
  await expect(Promise.all(made)).resolves.toHaveLength(2);
});
