import { beforeEach, expect, test } from 'vitest';
import { openDevices } from '#src/server/sessions/device.ts';
import { type AccountsHouse, accountsHouse, testKeys } from '../support/accounts.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await accountsHouse();
  for (const id of ['amara', 'tom']) await house.addPerson(id);
});

test('a form that came too late goes on for its owner and for nobody else', async () => {
  const { device } = await house.signIn('amara');
  const mark = house.sessions.ownerMark(device);
  expect(house.sessions.mayHave(mark, 'amara')).toBe(true);
  expect(house.sessions.mayHave(mark, 'tom')).toBe(false);
});

test('somebody else signing in on the same browser in between does not make the form hers', async () => {
  const amara = await house.signIn('amara');
  const mark = house.sessions.ownerMark(amara.device);
  const tom = await house.signIn('tom', { device: amara.device, token: amara.token });
  expect(tom.device).not.toBe(amara.device);
  expect(house.sessions.mayHave(mark, 'tom')).toBe(false);
});

test('the mark names nobody', async () => {
  const { device } = await house.signIn('amara');
  const mark = house.sessions.ownerMark(device);
  expect(mark + Buffer.from(mark, 'base64url').toString()).not.toContain('amara');
});

test.each(['', 'x', 'amara', 'A'.repeat(43)])('a made-up mark (%j) gives nothing', (mark) => {
  expect(house.sessions.mayHave(mark, 'amara')).toBe(false);
});

test('a browser that knows nobody may carry its form for whoever signs in there', () => {
  expect(house.sessions.mayHave(house.sessions.ownerMark(null), 'amara')).toBe(true);
});

test('the device cookie of another portal, or one that was changed, is no device', async () => {
  const { device } = await house.signIn('amara');
  const here = openDevices(testKeys.secret('device'));
  const elsewhere = openDevices(testKeys.secret('another portal'));
  const [, ...rest] = device.split('.');
  expect(here.read(device)).toMatchObject({ personId: 'amara' });
  expect(elsewhere.read(device)).toBeNull();
  expect(here.read([Buffer.from('tom').toString('base64url'), ...rest].join('.'))).toBeNull();
  expect([here.read(null), here.read(''), here.read('a.b.c'), here.read('%E0')]).toEqual([null, null, null, null]);
});

test('a browser keeps its device cookie for as long as the same person uses it', async () => {
  const first = await house.signIn('amara');
  const second = await house.signIn('amara', { device: first.device });
  expect(second.device).toBe(first.device);
});
