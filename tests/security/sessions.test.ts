import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findSessionsCapped } from '#db/queries/sessions.ts';
import { auditEntries, people, sessions as sessionRows } from '#db/schema/index.ts';
import { MOST_SESSIONS } from '#src/domain/accounts/limits.ts';
import { type AccountsHouse, accountsHouse } from '../support/accounts.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await accountsHouse();
  await house.addPerson('amara');
});

const isIn = async (token: string | null) => (await house.sessions.validate(token)) !== null;
const rows = () => house.database.read((db) => db.select().from(sessionRows));
describe('what the database holds cannot be used to get in', () => {
  test('the token itself is nowhere in it', async () => {
    const { token } = await house.signIn('amara');
    expect(JSON.stringify(await rows())).not.toContain(token);
  });

  test('the stored digest as a cookie opens nothing', async () => {
    await house.signIn('amara');
    const [row] = await rows();
    expect(row!.id).toMatch(/^[0-9a-f]{64}$/);
    expect(await isIn(row!.id)).toBe(false);
    expect(await isIn(row!.id.slice(0, 43))).toBe(false);
    expect(await isIn(Buffer.from(row!.id, 'hex').toString('base64url'))).toBe(false);
  });
});

test.each([
  '',
  ' ',
  '%',
  '%E0%A4%A',
  'null',
  '../../etc/passwd',
  "' or 1=1 --",
  '\u0000',
  'a'.repeat(43),
  'é'.repeat(43),
  'a'.repeat(100_000),
])('a cookie that holds nonsense (%#) opens nothing and breaks nothing', async (cookie) => {
  expect(await isIn(cookie)).toBe(false);
});

test('no cookie, no session', async () => {
  expect(await isIn(null)).toBe(false);
});

test('every sign-in gives another token of 256 bits', async () => {
  const tokens = [await house.signIn('amara'), await house.signIn('amara')].map(({ token }) => token);
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

describe('signing out', () => {
  test('a token copied before signing out opens nothing afterwards', async () => {
    const { token } = await house.signIn('amara');
    await house.sessions.signOut(token);
    expect(await isIn(token)).toBe(false);
  });

  test('leaves her other devices signed in', async () => {
    const [phone, desk] = [await house.signIn('amara'), await house.signIn('amara')];
    await house.sessions.signOut(phone.token);
    expect(await isIn(desk.token)).toBe(true);
  });

  test('everywhere means everywhere, and only her', async () => {
    await house.addPerson('tom');
    const [phone, desk, tom] = [await house.signIn('amara'), await house.signIn('amara'), await house.signIn('tom')];
    await house.sessions.signOutEverywhere('amara');
    expect([await isIn(phone.token), await isIn(desk.token), await isIn(tom.token)]).toEqual([false, false, true]);
  });

  test('one device from the list ends that one; another person’s id changes nothing', async () => {
    await house.addPerson('tom');
    const [phone, tom] = [await house.signIn('amara'), await house.signIn('tom')];
    const tomsId = (await house.sessions.list('tom'))[0]!.id;
    await house.sessions.endOne('amara', tomsId);
    expect(await isIn(tom.token)).toBe(true);
    await house.sessions.endOne('amara', (await house.sessions.list('amara'))[0]!.id);
    expect(await isIn(phone.token)).toBe(false);
  });

  test('with a token that is nonsense does nothing', async () => {
    const { token } = await house.signIn('amara');
    await house.sessions.signOut('nonsense');
    await house.sessions.signOut(null);
    expect(await isIn(token)).toBe(true);
  });

  test('while fifty other requests are on their way leaves nothing behind that is open', async () => {
    const { token } = await house.signIn('amara');
    house.pass(2);
    const valid = (await house.sessions.validate(token))!;
    const others = Array.from({ length: 50 }, async () => {
      await house.sessions.validate(token);
      await house.sessions.touch(valid);
    });
    await Promise.all([...others, house.sessions.signOut(token), house.sessions.signOut(token)]);
    await house.sessions.touch(valid);
    expect(await isIn(token)).toBe(false);
    expect(await rows()).toEqual([]);
  });
});

describe('a person who is switched off', () => {
  const switchOff = () =>
    house.database.write((tx) => tx.update(people).set({ disabledAt: house.now() }).where(eq(people.id, 'amara')));

  test('is out at once', async () => {
    const { token } = await house.signIn('amara');
    await switchOff();
    expect(await isIn(token)).toBe(false);
    expect(await rows()).toEqual([]);
  });

  test('gets the same answer at sign-in as somebody unknown', async () => {
    await switchOff();
    const answers = await Promise.all(
      ['amara', 'nobody'].map((id) => house.signIn(id).catch((error: unknown) => error)),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      code: 'bad_input',
      fields: { email: 'The e-mail address or the password is not right' },
    });
  });
});

describe('many sign-ins of one person', () => {
  const tokensOf = async (count: number) => {
    const tokens: string[] = [];
    for (let n = 0; n < count; n += 1) tokens.push((await house.signIn('amara')).token);
    return tokens;
  };
  const open = async (tokens: readonly string[]) => (await Promise.all(tokens.map(isIn))).filter(Boolean).length;

  test('there are so many at once: one more ends the one that rested longest, and her history says so', async () => {
    await house.addPerson('tom');
    const [first = '', ...others] = await tokensOf(MOST_SESSIONS - 1);
    const toms = await house.signIn('tom');
    house.pass(2);
    await house.sessions.touch((await house.sessions.validate(first))!);
    const newest = await tokensOf(3);
    expect(await open(others), 'two of those that rested').toBe(others.length - 2);
    expect(await open([first, ...newest, toms.token]), 'the used one, the new ones, and anybody else’s').toBe(5);
    const entries = await house.database.read((db) => db.select().from(auditEntries));
    expect(entries.map(({ act, personId, details }) => [act, personId, details])).toEqual([
      ['sessions.ended', 'amara', JSON.stringify({ why: 'most' })],
    ]);
    expect(await house.database.read((db) => findSessionsCapped(db, 'amara'))).toEqual(house.now());
    expect(await house.database.read((db) => findSessionsCapped(db, 'tom'))).toBeNull();
  });

  test('some at the same moment leave no more than that, every new one of them good', async () => {
    await tokensOf(MOST_SESSIONS - 2);
    house.pass(1);
    const signedIn = await Promise.all(Array.from({ length: 8 }, () => house.signIn('amara')));
    expect(await rows()).toHaveLength(MOST_SESSIONS);
    expect(await open(signedIn.map(({ token }) => token))).toBe(8);
  });

  test('the password asked again ends none of the others', async () => {
    const tokens = await tokensOf(MOST_SESSIONS);
    const { viewer } = (await house.sessions.validate(tokens[0] ?? ''))!;
    await house.sessions.confirmPassword(viewer, 'protect-the-study-day');
    expect(await open(tokens)).toBe(MOST_SESSIONS - 1);
  });
});

describe('session fixation', () => {
  test('a token planted before sign-in is not the one she gets', async () => {
    const planted = 'A'.repeat(43);
    const { token } = await house.signIn('amara', { token: planted });
    expect(token).not.toBe(planted);
    expect(await isIn(planted)).toBe(false);
  });

  test('signing in ends the session this browser had, whoever it was', async () => {
    await house.addPerson('tom');
    const first = await house.signIn('tom');
    const second = await house.signIn('amara', { token: first.token });
    expect([await isIn(first.token), await isIn(second.token)]).toEqual([false, true]);
  });
});

describe('the password asked again', () => {
  test('starts another session with a fresh time and ends the one before', async () => {
    const { token } = await house.signIn('amara');
    const { viewer } = (await house.sessions.validate(token))!;
    house.pass(30);
    const again = await house.sessions.confirmPassword(viewer, 'protect-the-study-day');
    expect(again.viewer.session.authenticatedAt).toEqual(house.now());
    expect([await isIn(token), await isIn(again.token)]).toEqual([false, true]);
  });

  test('a wrong one keeps the session and its old time', async () => {
    const { token } = await house.signIn('amara');
    const signedInAt = house.now();
    const { viewer } = (await house.sessions.validate(token))!;
    house.pass(30);
    await expect(house.sessions.confirmPassword(viewer, 'guess')).rejects.toMatchObject({
      code: 'bad_input',
      fields: { password: 'The password is not right' },
    });
    expect((await house.sessions.validate(token))?.viewer.session.authenticatedAt).toEqual(signedInAt);
  });

  test('cannot bring back a session that was ended in the meantime', async () => {
    const { token } = await house.signIn('amara');
    const { viewer } = (await house.sessions.validate(token))!;
    await house.sessions.signOutEverywhere('amara');
    await expect(house.sessions.confirmPassword(viewer, 'protect-the-study-day')).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    expect(await rows()).toEqual([]);
  });

  test('signing out at the same moment leaves at most the session that was just proven, never both', async () => {
    const { token } = await house.signIn('amara');
    const { viewer } = (await house.sessions.validate(token))!;
    const [confirmed] = await Promise.allSettled([
      house.sessions.confirmPassword(viewer, 'protect-the-study-day'),
      house.sessions.signOut(token),
    ]);
    expect(await isIn(token)).toBe(false);
    expect(await rows()).toHaveLength(confirmed.status === 'fulfilled' ? 1 : 0);
  });
});

test('signing in beside an open page is for the person the page belongs to', async () => {
  await house.addPerson('tom');
  const { device } = await house.signIn('amara');
  await expect(house.signIn('tom', { device, sameOwnerOnly: true })).rejects.toMatchObject({ code: 'conflict' });
  await expect(house.signIn('amara', { device, sameOwnerOnly: true })).resolves.toMatchObject({ personId: 'amara' });
});
