import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listTutoredBy } from '#db/queries/cohorts.ts';
import { assignments, auditEntries, contactActions } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { assignTutor, endTutor, type NewTutor } from '#src/server/cohortCover/changing.ts';
import { type AskedHandOver, handOverCohorts } from '#src/server/cohortCover/handOver.ts';
import { loadTutorHandOver } from '#src/server/cohortCover/loadCover.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { type AccountsHouse, accountsHouse, DAY } from '../../support/accounts.ts';

const HARVEY = { id: 'harvey' };
const LATER = addDays(DAY, 7);
let house: AccountsHouse;

beforeEach(async () => {
  house = await accountsHouse();
  const { database } = house;
  const settings = { programmeNow: new Date(`${DAY}T10:00:00Z`), demo: null };
  installPortal({ database, settings } as unknown as Portal);
  for (const id of ['amara', 'nia']) await house.addPerson(id);
  for (const id of ['ruth', 'gwen', 'imogen']) await house.addPerson(id, ['tutor']);
  await house.addPerson('harvey', ['admin']);
  await house.addCohort('london', 'amara');
  await house.addCohort('wales', 'nia');
  await house.assign('tutor', 'ruth', { of: 'london' });
  await house.assign('tutor', 'gwen', { of: 'wales' });
});

const tutors = (personId: string, day = DAY) =>
  house.database.read(async (db) => (await listTutoredBy(db, personId, day)).sort());
const rows = () => house.database.read((db) => db.select().from(assignments));
const audit = () => house.database.read((db) => db.select().from(auditEntries));
const newTutor = (change: Partial<NewTutor> = {}): NewTutor => ({
  ...{ id: randomUUID(), cohortId: 'london', personId: 'imogen', startsOn: DAY, lastDay: '', coversId: '' },
  ...change,
});
const assign = (asked: NewTutor) => house.database.write((tx) => assignTutor(tx, HARVEY, asked));
const end = (assignmentId: string, endsOn: string, anyway = false) =>
  house.database.write((tx) => endTutor(tx, HARVEY, { assignmentId, endsOn, anyway }));
const asked = (change: Partial<AskedHandOver> = {}): AskedHandOver => ({
  ...{ id: randomUUID(), fromId: 'ruth', toId: 'gwen', startsOn: LATER, cohortId: null, shown: ['london'] },
  ...change,
});
const handOver = (given: AskedHandOver) => house.database.write((tx) => handOverCohorts(tx, HARVEY, given));

/** What a refusal names: its fields, or its code. Nothing is changed by what is refused. */
async function refusal(attempt: () => Promise<unknown>): Promise<string> {
  const before = [await rows(), await audit()];
  const error: unknown = await attempt().then(
    () => null,
    (refused: unknown) => refused,
  );
  expect([await rows(), await audit()]).toEqual(before);
  if (!isRefusal(error)) throw new Error('It was not refused.');
  return Object.keys(error.fields).join(' ') || error.code;
}

describe('cover', () => {
  test('gives both the cohort from the first day to the last, and is written down', async () => {
    await assign(newTutor({ coversId: 'ruth', startsOn: LATER, lastDay: addDays(LATER, 4) }));
    expect(await tutors('imogen', addDays(LATER, -1))).toEqual([]);
    for (const day of [LATER, addDays(LATER, 4)]) {
      expect(await tutors('imogen', day)).toEqual(['london']);
      expect(await tutors('ruth', day)).toEqual(['london']);
    }
    expect(await tutors('imogen', addDays(LATER, 5))).toEqual([]);
    expect(await audit()).toMatchObject([
      { act: 'cover.given', actorId: 'harvey', personId: 'imogen', cohortId: 'london' },
    ]);
  });

  test('sent twice is given once, and the same form for another cohort is refused', async () => {
    const form = newTutor({ coversId: 'ruth', lastDay: LATER });
    await assign(form);
    await assign(form);
    expect((await rows()).filter(({ personId }) => personId === 'imogen')).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
    expect(await refusal(() => assign({ ...form, cohortId: 'wales', coversId: 'gwen' }))).toBe('conflict');
  });

  test.each([
    ['somebody without the role of a tutor', { personId: 'amara' }, 'personId'],
    ['a cohort that there is not', { cohortId: 'nowhere' }, 'not_found'],
    ['no last day', { coversId: 'ruth', lastDay: '' }, 'lastDay'],
    ['somebody who is no tutor of it', { coversId: 'gwen', lastDay: LATER }, 'coversId'],
  ])('is refused with %s', async (_story, change, problem) => {
    expect(await refusal(() => assign(newTutor(change)))).toBe(problem);
  });
});

describe('ending a tutor', () => {
  test('takes the cohort away from that day on, and is written down', async () => {
    await assign(newTutor());
    await end('tutor-ruth-london', LATER);
    expect(await tutors('ruth', addDays(LATER, -1))).toEqual(['london']);
    expect(await tutors('ruth', LATER)).toEqual([]);
    await end('tutor-ruth-london', LATER);
    expect((await audit()).map(({ act }) => act)).toEqual(['assignment.given', 'assignment.ended']);
  });

  test('asks before a cohort is left without one', async () => {
    expect(await refusal(() => end('tutor-ruth-london', LATER))).toBe('anyway');
    await end('tutor-ruth-london', DAY, true);
    expect(await tutors('ruth')).toEqual([]);
  });

  test('never gives more time, which would be a right without a password', async () => {
    await end('tutor-ruth-london', LATER, true);
    expect(await refusal(() => end('tutor-ruth-london', addDays(LATER, 1), true))).toBe('endsOn');
  });

  test('is for tutors alone: the id of another assignment opens nothing', async () => {
    await house.assign('manager', 'ruth', { of: 'nia' });
    expect(await refusal(() => end('manager-ruth-nia', LATER, true))).toBe('not_found');
  });
});

describe('handing over', () => {
  test('all cohorts of a tutor go from that day on, not before, and who did it is written down', async () => {
    await house.addCohort('leeds', 'ruth');
    await house.assign('tutor', 'ruth', { of: 'leeds' });
    await handOver(asked({ shown: ['leeds', 'london'] }));
    expect(await tutors('ruth', addDays(LATER, -1))).toEqual(['leeds', 'london']);
    expect(await tutors('gwen', addDays(LATER, -1))).toEqual(['wales']);
    expect(await tutors('ruth', LATER)).toEqual([]);
    expect(await tutors('gwen', LATER)).toEqual(['leeds', 'london', 'wales']);
    const acts = (await audit()).map(({ act, personId, cohortId }) => `${act} ${personId ?? ''} ${cohortId ?? ''}`);
    expect(acts.sort()).toEqual([
      'assignment.ended ruth leeds',
      'assignment.ended ruth london',
      'assignment.given gwen leeds',
      'assignment.given gwen london',
    ]);
  });

  test('what others have, and what has ended, is no part of it', async () => {
    await house.addPerson('past', ['tutor']);
    await house.addCohort('leeds', 'ruth');
    await house.assign('tutor', 'past', { of: 'leeds', endsOn: addDays(LATER, 30) });
    await house.assign('tutor', 'ruth', { of: 'leeds', endsOn: addDays(DAY, -1) });
    const found = await house.database.read((db) => loadTutorHandOver(db, asked()));
    expect(found.cohorts.map(({ cohortId }) => cohortId)).toEqual(['london']);
  });

  test('one cohort goes alone where that was asked, and the others stay', async () => {
    await house.addCohort('leeds', 'gwen');
    await house.assign('tutor', 'ruth', { of: 'leeds' });
    await handOver(asked({ cohortId: 'london' }));
    expect(await tutors('ruth', LATER)).toEqual(['leeds']);
  });

  test('sent twice is done once; the same form for somebody else is refused', async () => {
    const form = asked();
    await handOver(form);
    const before = await rows();
    await handOver(form);
    expect(await rows()).toEqual(before);
    expect(await refusal(() => handOver({ ...form, toId: 'imogen' }))).toBe('conflict');
  });

  test('whoever covered for her has it as her own from that day on, without a gap', async () => {
    await assign(newTutor({ coversId: 'ruth', lastDay: addDays(LATER, 3) }));
    await handOver(asked({ toId: 'imogen' }));
    for (const day of [DAY, LATER, addDays(LATER, 60)]) expect(await tutors('imogen', day)).toEqual(['london']);
    const standing = (await rows()).filter(({ personId, endsOn }) => personId === 'imogen' && endsOn === null);
    expect(standing).toMatchObject([{ startsOn: LATER, coversId: null }]);
  });

  test('cover by a third person stays until its last day', async () => {
    await assign(newTutor({ coversId: 'ruth', lastDay: addDays(LATER, 3) }));
    await handOver(asked());
    expect(await tutors('imogen', addDays(LATER, 3))).toEqual(['london']);
    expect(await tutors('imogen', addDays(LATER, 4))).toEqual([]);
  });

  test('what would only have begun then does not begin', async () => {
    await assign(newTutor({ personId: 'gwen', startsOn: addDays(LATER, 10) }));
    await handOver(asked({ fromId: 'gwen', toId: 'imogen', shown: ['london', 'wales'] }));
    expect(await tutors('gwen', addDays(LATER, 20))).toEqual([]);
    expect(await tutors('imogen', LATER)).toEqual(['london', 'wales']);
  });

  test.each([
    ['to the same person', { toId: 'ruth' }, 'toId'],
    ['to a trainee of it', { toId: 'amara' }, 'toId'],
    ['from somebody without a cohort', { fromId: 'imogen', toId: 'gwen' }, 'fromId'],
    ['on a day that is over', { startsOn: addDays(DAY, -1) }, 'startsOn'],
    ['other cohorts than were shown', { shown: ['london', 'wales'] }, 'conflict'],
    ['none of those that were shown', { shown: [] }, 'conflict'],
  ])('%s is refused', async (_story, change, problem) => {
    expect(await refusal(() => handOver(asked(change)))).toBe(problem);
  });

  test('tells beforehand what is open, and changes none of it', async () => {
    const at = new Date(`${DAY}T10:00:00Z`);
    const agreed = {
      traineeId: 'amara',
      words: 'Ask.',
      ownerId: 'ruth',
      dueOn: LATER,
      writerId: 'ruth',
      writtenAt: at,
    };
    await house.database.write((tx) => tx.insert(contactActions).values({ ...agreed, id: 'hers' }));
    const found = await house.database.read((db) => loadTutorHandOver(db, asked()));
    expect(found.cohorts).toEqual([
      { cohortId: 'london', cohortName: 'london', trainees: 1, reviews: 0, actions: 1, meetings: 0, swaps: 0 },
    ]);
    await handOver(asked());
    const actions = await house.database.read((db) => db.select().from(contactActions));
    expect(actions).toMatchObject([{ id: 'hers', ownerId: 'ruth' }]);
  });
});
