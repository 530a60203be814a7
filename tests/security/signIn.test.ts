import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { people } from '#db/schema/index.ts';
import { TRIES } from '#src/server/throttle.ts';
import { type AccountsHouse, accountsHouse } from '../support/accounts.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await accountsHouse();
  await house.addPerson('amara');
});

const answer = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed in',
    (error: { code: string; message: string; fields: unknown }) => ({
      code: error.code,
      message: error.message,
      fields: error.fields,
    }),
  );

test('a wrong name and a wrong password get the same answer', async () => {
  const wrongPassword = await answer(house.signIn('amara', { password: 'guess' }));
  expect(wrongPassword).toMatchObject({
    code: 'bad_input',
    fields: { email: 'The e-mail address or the password is not right' },
  });
  expect(await answer(house.signIn('nobody', { password: 'guess' }))).toEqual(wrongPassword);
});

test.each(['amara@pqip.example', '  Amara@PQIP.example '])('her address may be written as %j', async (email) => {
  const attempt = { email, password: 'protect-the-study-day', address: '192.0.2.1', device: null, token: null };
  await expect(house.sessions.signIn(attempt)).resolves.toMatchObject({ personId: 'amara' });
});

test('two devices that sign in at the same moment both get in, also when the stored hash is brought up to date by one', async () => {
  const both = await Promise.all([answer(house.signIn('amara')), answer(house.signIn('amara'))]);
  expect(both).toEqual(['signed in', 'signed in']);
});

test('a password that is changed while somebody signs in with the old one lets her in no more', async () => {
  const late = answer(house.signIn('amara'));
  await house.database.write((tx) =>
    tx.update(people).set({ passwordHash: 'scrypt$nobody' }).where(eq(people.id, 'amara')),
  );
  expect(await late).toMatchObject({ code: 'bad_input' });
});

test.each(["' or '1'='1", 'amara@pqip.example\u0000', '%', '*'])(
  '%j in place of an address finds nobody',
  async (email) => {
    const attempt = { email, password: 'protect-the-study-day', address: '192.0.2.1', device: null, token: null };
    expect(await answer(house.sessions.signIn(attempt))).toMatchObject({ code: 'bad_input' });
  },
);

describe('a stranger who tries her password', () => {
  beforeEach(async () => {
    await house.addPerson('tom');
  });
  const attack = async () => {
    for (let n = 0; n < TRIES.account; n += 1)
      await answer(house.signIn('amara', { password: 'guess', address: '203.0.113.9' }));
  };

  test('is stopped, with the right password too', async () => {
    await attack();
    expect(await answer(house.signIn('amara', { address: '203.0.113.9' }))).toMatchObject({ code: 'too_many' });
  });

  test('cannot keep her out of a browser she has used before', async () => {
    const { device } = await house.signIn('amara');
    await attack();
    expect(await answer(house.signIn('amara', { device, address: '203.0.113.9' }))).toBe('signed in');
  });

  test('gains nothing by the device cookie of an account of his own', async () => {
    const { device } = await house.signIn('tom');
    await attack();
    expect(await answer(house.signIn('amara', { device, password: 'guess' }))).toMatchObject({ code: 'too_many' });
  });

  test('gets the same answer for an account that does not exist', async () => {
    for (let n = 0; n < TRIES.account; n += 1) await answer(house.signIn('nobody', { password: 'guess' }));
    expect(await answer(house.signIn('nobody', { password: 'guess' }))).toMatchObject({ code: 'too_many' });
  });
});

test('asking for the password again is throttled for her alone', async () => {
  await house.addPerson('tom');
  const viewerOf = async (id: string) => (await house.sessions.validate((await house.signIn(id)).token))!.viewer;
  const [amara, tom] = [await viewerOf('amara'), await viewerOf('tom')];
  for (let n = 0; n < TRIES.device; n += 1) await answer(house.sessions.confirmPassword(amara, 'guess'));
  expect(await answer(house.sessions.confirmPassword(amara, 'protect-the-study-day'))).toMatchObject({
    code: 'too_many',
  });
  await expect(house.sessions.confirmPassword(tom, 'protect-the-study-day')).resolves.toBeDefined();
});

describe('between looking at the password and starting the session', () => {
  const hashNow = async () =>
    (
      await house.database.read((db) =>
        db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, 'amara')),
      )
    )[0]?.hash;

  test.each([
    ['the account is switched off', { disabledAt: new Date() }],
    [
      'the password is changed',
      { passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2Fs$dGFndGFndGFndGFndGFndGFndGFn' },
    ],
  ])('%s: nobody gets in', async (_story, change) => {
    const attempt = answer(house.signIn('amara'));
    // The look-up has been sent before this write is, and hashing takes far longer than the write.
    await house.database.write((tx) => tx.update(people).set(change).where(eq(people.id, 'amara')));
    expect(await attempt).toMatchObject({ code: 'bad_input' });
    expect(await house.sessions.list('amara')).toEqual([]);
  });

  test('a hash that takes too little work is replaced, once', async () => {
    const before = await hashNow();
    await house.signIn('amara');
    const after = await hashNow();
    expect(before).not.toContain('keyid=');
    expect(after).toContain('keyid=');
    await house.signIn('amara');
    expect(await hashNow()).toBe(after);
  });
});
