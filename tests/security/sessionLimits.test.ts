import { beforeEach, describe, expect, test } from 'vitest';
import { sessions as sessionRows } from '#db/schema/index.ts';
import { type AccountsHouse, accountsHouse } from '../support/accounts.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await accountsHouse();
  await house.addPerson('amara');
});

const isIn = async (token: string | null) => (await house.sessions.validate(token)) !== null;
const rows = () => house.database.read((db) => db.select().from(sessionRows));
/** Uses the portal once every five minutes. */
async function useFor(token: string, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 5) {
    house.pass(5);
    const valid = await house.sessions.validate(token);
    if (valid) await house.sessions.touch(valid);
  }
}

describe('how long a session lasts', () => {
  test('a trainee is signed out after an hour without use, not before', async () => {
    const { token } = await house.signIn('amara');
    house.pass(59.9);
    expect(await isIn(token)).toBe(true);
    house.pass(0.1);
    expect(await isIn(token)).toBe(false);
  });

  test('using the portal keeps it open, but never past twelve hours', async () => {
    const { token } = await house.signIn('amara');
    await useFor(token, 11 * 60 + 55);
    expect(await isIn(token)).toBe(true);
    await useFor(token, 5);
    expect(await isIn(token)).toBe(false);
  });

  test('whoever assesses, even through an assignment alone, has a quarter of an hour and eight hours', async () => {
    await house.addPerson('daniel', ['tutor']);
    await house.assign('assessor', 'daniel', { of: 'amara' });
    const [resting, busy] = [await house.signIn('daniel'), await house.signIn('daniel')];
    await useFor(busy.token, 15);
    expect([await isIn(resting.token), await isIn(busy.token)]).toEqual([false, true]);
    await useFor(busy.token, 7 * 60 + 45);
    expect(await isIn(busy.token)).toBe(false);
  });

  test('the stored end never lies past the absolute limit, however often it is moved on', async () => {
    const { token } = await house.signIn('amara');
    const { createdAt } = (await rows())[0]!;
    await useFor(token, 11 * 60 + 30);
    expect((await rows())[0]!.expiresAt).toEqual(new Date(createdAt.getTime() + 12 * 3_600_000));
  });

  test('looking at a page moves nothing by itself: Lucia’s half-way rule does not apply', async () => {
    const { token } = await house.signIn('amara');
    const [before] = await rows();
    house.pass(45);
    await house.sessions.validate(token);
    expect(await rows()).toEqual([before]);
  });

  test('sessions that are over are deleted, at the next try and at the next sign-in of anybody', async () => {
    await house.addPerson('tom');
    await house.signIn('amara');
    house.pass(61);
    await house.signIn('tom');
    expect((await rows()).map(({ personId }) => personId)).toEqual(['tom']);
  });
});
