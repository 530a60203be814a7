import { eq, isNull } from 'drizzle-orm';
import type { ActionAPIContext, ActionError } from 'astro:actions';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reader, Writer } from '#db/client.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { assignments, cohortMemberships, people, personRoles } from '#db/schema/index.ts';
import { type Ability, can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { guarded, type Doing } from '#src/server/astro/guarded.ts';
import { type AccountsHouse, accountsHouse, DAY } from '../../support/accounts.ts';

vi.mock('astro:actions', () => import('../../../node_modules/astro/dist/actions/runtime/client.js'));

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
    const log = { error: vi.fn() };
    installPortal({ database: house.database, settings, log } as unknown as Portal);
  });
  const signedIn = async (id: string) => (await viewerOf(id)) as Viewer;

  /** An action that is slow before it writes; gives back the viewer that its write was handed, or what it was refused with. */
  async function sent<A extends Ability>(
    viewer: Viewer,
    { ability, subject }: Pick<Parameters<typeof guarded<A, object, Viewer>>[0], 'ability' | 'subject'>,
    meanwhile: Parameters<typeof house.database.write>[0] = () => Promise.resolve(),
  ) {
    const run = async (_input: object, _viewer: Viewer, { write }: Doing) => {
      await house.database.write(meanwhile);
      return write((_tx, now) => Promise.resolve(now));
    };
    const context = { locals: { viewer, requestId: 'request-1' }, cookies: {} } as unknown as ActionAPIContext;
    return guarded({ ability, subject, run })({}, context).catch((error: unknown) => (error as ActionError).code);
  }

  test('a cohort of hers, also where only the cover has ended', async () => {
    await house.addCohort('london', 'amara');
    await house.addPerson('ruth', []);
    await house.assign('tutor', 'ruth', { of: 'london' });
    const note = {
      ability: 'signal.note' as const,
      subject: () => ({ traineeId: 'amara', cohortId: 'london' }),
    };
    expect(await sent(await signedIn('ruth'), note)).toMatchObject({ tutorOf: ['london'] });
    const ends = (tx: Writer) => tx.update(assignments).set({ endsOn: DAY });
    expect(await sent(await signedIn('ruth'), note, ends)).toBe('FORBIDDEN');
  });

  test('a trainee of hers who was handed over to another manager', async () => {
    await house.addCohort('london', 'amara');
    await house.addPerson('tom');
    await house.addPerson('kerry', []);
    await house.assign('manager', 'kerry', { of: 'amara' });
    await house.assign('manager', 'kerry', { of: 'tom' });
    const change = { ability: 'case.change' as const, subject: () => ({ traineeId: 'amara', cohortId: 'london' }) };
    expect(await sent(await signedIn('kerry'), change)).toMatchObject({ managerOf: ['amara', 'tom'] });
    const ends = (tx: Writer) => tx.update(assignments).set({ endsOn: DAY }).where(eq(assignments.traineeId, 'amara'));
    expect(await sent(await signedIn('kerry'), change, ends)).toBe('NOT_FOUND');
  });

  test('her place in a cohort, and where the record itself has moved', async () => {
    await house.addCohort('london', 'amara');
    const take = { ability: 'peerSession.take' as const, subject: () => ({ cohortId: 'london' }) };
    const own = {
      ability: 'contact.write' as const,
      subject: async (_input: object, _viewer: Viewer, db: Reader) => {
        const [place] = await db.select().from(cohortMemberships).where(isNull(cohortMemberships.leftOn));
        return place ? { traineeId: 'amara', cohortId: place.cohortId } : null;
      },
    };
    await house.addPerson('ruth', []);
    await house.assign('tutor', 'ruth', { of: 'london' });
    expect(await sent(await signedIn('ruth'), own)).toMatchObject({ id: 'ruth' });
    const leaves = (tx: Writer) => tx.update(cohortMemberships).set({ leftOn: DAY });
    const amara = await signedIn('amara');
    expect(await sent(await signedIn('ruth'), own, leaves)).toBe('NOT_FOUND');
    expect(can(amara, 'peerSession.take', { cohortId: 'london' })).toBe(true);
    await house.database.write((tx) => tx.update(cohortMemberships).set({ leftOn: null }));
    expect(await sent(await signedIn('amara'), take, leaves)).toBe('NOT_FOUND');
  });

  test('her role of administrator, and her account', async () => {
    await house.addPerson('harvey', ['admin']);
    const harvey = await signedIn('harvey');
    const administered = { ability: 'person.administer' as const, subject: () => ({}) };
    const loses = (tx: Writer) => tx.delete(personRoles).where(eq(personRoles.personId, 'harvey'));
    const ends = (tx: Writer) => tx.update(people).set({ disabledAt: house.now() }).where(eq(people.id, 'harvey'));
    expect(await sent(harvey, administered)).toMatchObject({ id: 'harvey' });
    expect(await sent(harvey, administered, loses)).toBe('FORBIDDEN');
    expect(await sent(harvey, administered, ends)).toBe('UNAUTHORIZED');
  });

  test('what stands is as the request found it, with its session', async () => {
    await house.addCohort('london', 'amara');
    const amara = await signedIn('amara');
    const write = {
      ability: 'evidence.write' as const,
      subject: (_input: object, { id: traineeId }: Viewer) => ({ traineeId }),
    };
    expect(await sent(amara, write)).toEqual(amara);
  });
});
