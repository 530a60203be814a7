import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isRefusal } from '#src/domain/errors.ts';
import { addressKey, openThrottle, retryAfterSeconds, type Throttle, TRIES } from '#src/server/throttle.ts';

const STRANGER = '203.0.113.9';
let throttle: Throttle;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  throttle = openThrottle();
});
afterEach(() => vi.useRealTimers());

const tryOnce = (account: string, { address = STRANGER, device = null as string | null } = {}) =>
  throttle.take({ account, device, address });

async function fail(
  times: number,
  account: string,
  from: { address?: string; device?: string | null } = {},
): Promise<void> {
  for (let n = 0; n < times; n += 1) await tryOnce(account, from);
}

const refused = { code: 'too_many' };

test('ten wrong passwords an hour from a browser that is not known, then wait', async () => {
  await fail(TRIES.account, 'amara@pqip.example');
  await expect(tryOnce('amara@pqip.example')).rejects.toMatchObject(refused);
});

test('she is told how long, in plain words and in seconds', async () => {
  await fail(TRIES.account, 'amara@pqip.example');
  vi.advanceTimersByTime(48 * 60_000);
  const error = await tryOnce('amara@pqip.example').catch((thrown: unknown) => thrown);
  expect(isRefusal(error) && error.message).toBe(
    'Too many tries. Wait 12 minutes and try again. Nothing else is locked.',
  );
  expect(retryAfterSeconds(error)).toBe(12 * 60);
});

test('nobody is locked out for good: after the hour she may try again, however often it was tried meanwhile', async () => {
  await fail(TRIES.account, 'amara@pqip.example');
  for (let minute = 0; minute < 59; minute += 1) {
    vi.advanceTimersByTime(60_000);
    await expect(tryOnce('amara@pqip.example')).rejects.toMatchObject(refused);
  }
  vi.advanceTimersByTime(60_000);
  await expect(tryOnce('amara@pqip.example')).resolves.toBeDefined();
});

test('changing the address does not help a stranger', async () => {
  for (let n = 0; n < TRIES.account; n += 1) await tryOnce('amara@pqip.example', { address: `203.0.113.${n}` });
  await expect(tryOnce('amara@pqip.example', { address: '203.0.113.200' })).rejects.toMatchObject(refused);
});

test('one address may fail a hundred times an hour over all accounts', async () => {
  for (let n = 0; n < TRIES.address; n += 1) await tryOnce(`person-${n}@pqip.example`);
  await expect(tryOnce('somebody-new@pqip.example')).rejects.toMatchObject(refused);
  await expect(tryOnce('somebody-new@pqip.example', { address: '198.51.100.1' })).resolves.toBeDefined();
});

test('an account nobody has is throttled in the same way, so the answer tells nothing', async () => {
  const answerAt = async (account: string) => {
    const alone = openThrottle();
    const wanted = { account, device: null, address: STRANGER };
    for (let n = 0; n < TRIES.account; n += 1) await alone.take(wanted);
    return alone.take(wanted).catch((error: unknown) => error);
  };
  const [known, unknown] = [await answerAt('amara@pqip.example'), await answerAt('nobody@pqip.example')];
  expect(unknown).toMatchObject(refused);
  expect((known as Error).message).toBe((unknown as Error).message);
});

describe('a browser she has signed in from before', () => {
  const known = { device: 'her own laptop', address: STRANGER };

  test('is not locked by a stranger who tries her account, from her own address too', async () => {
    await fail(TRIES.account, 'amara@pqip.example');
    for (let n = 0; n < TRIES.address; n += 1) await tryOnce(`person-${n}@pqip.example`).catch(() => {});
    await expect(tryOnce('somebody@pqip.example')).rejects.toMatchObject(refused);
    await expect(tryOnce('amara@pqip.example', known)).resolves.toBeDefined();
  });

  test('has ten tries of its own', async () => {
    await fail(TRIES.device, 'amara@pqip.example', known);
    await expect(tryOnce('amara@pqip.example', known)).rejects.toMatchObject(refused);
  });

  test('starts from nothing after the right password', async () => {
    await fail(TRIES.device - 1, 'amara@pqip.example', known);
    await (await tryOnce('amara@pqip.example', known)).succeeded();
    await expect(fail(TRIES.device, 'amara@pqip.example', known)).resolves.toBeUndefined();
  });

  test('gives no tries for somebody else’s account', async () => {
    await fail(TRIES.device, 'amara@pqip.example', known);
    await expect(tryOnce('tom@pqip.example', known)).resolves.toBeDefined();
    await expect(tryOnce('amara@pqip.example', known)).rejects.toMatchObject(refused);
  });
});

describe('only failures count', () => {
  test('signing in rightly from many new browsers locks nobody', async () => {
    for (let n = 0; n < 50; n += 1) await (await tryOnce('amara@pqip.example')).succeeded();
    await expect(tryOnce('amara@pqip.example')).resolves.toBeDefined();
  });

  test('a right password from a new browser gives a stranger no new tries', async () => {
    await fail(TRIES.account - 1, 'amara@pqip.example');
    await (await tryOnce('amara@pqip.example')).succeeded();
    await tryOnce('amara@pqip.example');
    await expect(tryOnce('amara@pqip.example')).rejects.toMatchObject(refused);
  });

  test('a try that was turned away because the portal was busy is given back', async () => {
    for (let n = 0; n < 50; n += 1) await (await tryOnce('amara@pqip.example')).cancel();
    await expect(tryOnce('amara@pqip.example')).resolves.toBeDefined();
  });

  test('a hundred tries at the same moment pass ten', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 100 }, () => tryOnce('amara@pqip.example')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(TRIES.account);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
