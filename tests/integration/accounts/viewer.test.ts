import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { assignments, cohortMemberships, people, personRoles } from '#db/schema/index.ts';
import { can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { administer, writeNow } from '#src/server/viewerNow.ts';
import { type AccountsHouse, accountsHouse, DAY } from '../../support/accounts.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await accountsHouse();
  await house.addPerson('amara');
});

async function viewerOf(id: string) {
  const { token } = await house.signIn(id);
  return (await house.sessions.validate(token))?.viewer;
}

test('a session tells who she is and which cohort she is in', async () => {
  await house.addCohort('london', 'amara');
  expect(await viewerOf('amara')).toMatchObject({
    id: 'amara',
    name: 'amara',
    language: 'en',
    roles: ['trainee'],
    tutorOf: [],
    assessorOf: [],
    managerOf: [],
  });
});

test('being assigned gives the role and the people, with nothing else to set', async () => {
  await house.addCohort('london', 'amara');
  await house.addPerson('daniel', []);
  await house.assign('assessor', 'daniel', { of: 'amara' });
  await house.assign('tutor', 'daniel', { of: 'london' });
  const viewer = await viewerOf('daniel');
  expect(viewer).toMatchObject({ assessorOf: ['amara'], tutorOf: ['london'], managerOf: [] });
  expect([...(viewer?.roles ?? [])].sort()).toEqual(['assessor', 'tutor']);
});

describe('an assignment counts from its first day until the day before its end', () => {
  test.each([
    ['begins today', { startsOn: DAY }, ['amara']],
    ['begins tomorrow', { startsOn: '2026-11-24' }, []],
    ['ends tomorrow', { endsOn: '2026-11-24' }, ['amara']],
    ['ended today', { endsOn: DAY }, []],
    ['ended long ago', { endsOn: '2026-10-01' }, []],
  ])('one that %s', async (_story, days, assessorOf) => {
    await house.addPerson('daniel', []);
    await house.assign('assessor', 'daniel', { of: 'amara', ...days });
    expect(await viewerOf('daniel')).toMatchObject({ assessorOf, roles: assessorOf.length > 0 ? ['assessor'] : [] });
  });
});

test('all of it is one question to the database', async () => {
  const { token } = await house.signIn('amara');
  const count = await countQueries(async () => {
    await house.sessions.validate(token);
    return { ...currentCount() };
  });
  expect(count).toEqual({ queries: 1, trips: 1 });
});

describe('being seen', () => {
  const lastSeen = async () =>
    (
      await house.database.read((db) => db.select({ at: people.lastSeenAt }).from(people).where(eq(people.id, 'amara')))
    )[0]?.at;

  test('is written at most once a minute, for the session and the person', async () => {
    const { token } = await house.signIn('amara');
    const signedInAt = house.now();
    const valid = (await house.sessions.validate(token))!;
    house.pass(0.5);
    await house.sessions.touch(valid);
    expect(await lastSeen()).toEqual(signedInAt);
    house.pass(1);
    await house.sessions.touch(valid);
    expect(await lastSeen()).toEqual(house.now());
    expect((await house.sessions.list('amara'))[0]?.lastSeenAt).toEqual(house.now());
  });

  test('is one write where a page asks for ten things at once', async () => {
    const { token } = await house.signIn('amara');
    house.pass(2);
    const valid = (await house.sessions.validate(token))!;
    const count = await countQueries(async () => {
      await Promise.all(Array.from({ length: 10 }, () => house.sessions.touch(valid)));
      return { ...currentCount() };
    });
    expect(count.queries).toBe(2);
  });
});

describe('what was taken from somebody while her form was on its way counts inside the write', () => {
  beforeEach(() => {
    const settings = { programmeNow: new Date(`${DAY}T10:00:00Z`), demo: null };
    installPortal({ database: house.database, settings } as unknown as Portal);
  });
  const signedIn = async (id: string) => (await viewerOf(id)) as Viewer;
  const meanwhile = (change: Parameters<typeof house.database.write>[0]) => house.database.write(change);

  test('a cohort of hers, also where only the cover has ended', async () => {
    await house.addCohort('london', 'amara');
    await house.addPerson('ruth', []);
    await house.assign('tutor', 'ruth', { of: 'london' });
    const ruth = await signedIn('ruth');
    await meanwhile((tx) => tx.update(assignments).set({ endsOn: DAY }));
    expect(can(ruth, 'signal.note', { traineeId: 'amara', cohortId: 'london' })).toBe(true);
    const may = await writeNow(ruth, (_tx, now) =>
      Promise.resolve(can(now, 'signal.note', { traineeId: 'amara', cohortId: 'london' })),
    );
    expect(may).toBe(false);
  });

  test('her place in a cohort', async () => {
    await house.addCohort('london', 'amara');
    const amara = await signedIn('amara');
    await meanwhile((tx) => tx.update(cohortMemberships).set({ leftOn: DAY }));
    const may = await writeNow(amara, (_tx, now) =>
      Promise.resolve(can(now, 'peerSession.take', { cohortId: 'london' })),
    );
    expect(may).toBe(false);
  });

  test('her role of administrator, and her account', async () => {
    await house.addPerson('harvey', ['admin']);
    const harvey = await signedIn('harvey');
    let written = 0;
    const write = () => administer(harvey, 'person.administer', () => Promise.resolve((written += 1)));
    await write();
    await meanwhile((tx) => tx.delete(personRoles).where(eq(personRoles.personId, 'harvey')));
    await expect(write()).rejects.toMatchObject({ code: 'not_allowed' });
    await meanwhile((tx) => tx.update(people).set({ disabledAt: house.now() }).where(eq(people.id, 'harvey')));
    await expect(write()).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(written).toBe(1);
  });

  test('what stands is as the request found it, with its session', async () => {
    await house.addCohort('london', 'amara');
    const amara = await signedIn('amara');
    expect(await writeNow(amara, (_tx, now) => Promise.resolve(now))).toEqual(amara);
  });
});
