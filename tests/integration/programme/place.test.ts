import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { readPlaceHistory } from '#db/queries/programme/places.ts';
import { enrolmentChanges, enrolments } from '#db/schema/index.ts';
import { aViewer } from '../../support/viewer.ts';
import type { TestDatabase } from '../../support/database.ts';
import {
  audited,
  expectNoWordsInAudit,
  memberships,
  move,
  placeHouse,
  refusal,
  TODAY,
  toldOfPlace,
} from './placeHouse.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await placeHouse();
});

const enrolment = async () =>
  (await database.read((db) => db.select().from(enrolments).where(eq(enrolments.traineeId, 'amara'))))[0];
const changes = () => database.read((db) => db.select().from(enrolmentChanges));
const seenBy = async (cohortId: string) =>
  (await database.read((db) => listCohortTrainees(db, { ...aViewer('ruth'), tutorOf: [cohortId] }, cohortId))).map(
    ({ traineeId }) => traineeId,
  );

test('a move takes effect today: the one tutor sees nothing more, the other everything, and both times are kept', async () => {
  await move(database, { cohortId: 'wales' });
  expect(await memberships(database)).toEqual([
    { cohortId: 'london', joinedOn: '2026-07-06', leftOn: TODAY },
    { cohortId: 'wales', joinedOn: TODAY, leftOn: null },
  ]);
  expect(await seenBy('london')).toEqual(['tom']);
  expect(await seenBy('wales')).toEqual(['amara']);
  expect(await audited(database)).toEqual(['membership.moved']);
  expect(await toldOfPlace(database)).toEqual(['moved']);
});

test('a change of route keeps what was before, with the reason, which is never in the audit', async () => {
  await move(database, { routeId: 'standard-21', startedOn: '2026-08-03', reason: 'Needs the longer route.' });
  expect(await enrolment()).toMatchObject({ routeId: 'standard-21', startedOn: '2026-08-03', hoursPerWeek: 37 });
  expect(await changes()).toMatchObject([
    {
      ...{
        fromRouteId: 'standard-15',
        toRouteId: 'standard-21',
        fromStartedOn: '2026-07-06',
        toStartedOn: '2026-08-03',
      },
      ...{ effectiveOn: TODAY, reason: 'Needs the longer route.', changedBy: 'harvey' },
    },
  ]);
  expect(await audited(database)).toEqual(['enrolment.changed']);
  expect(await toldOfPlace(database)).toEqual(['changed']);
  await expectNoWordsInAudit(database, 'longer route');
});

test('there and back on one day leaves her where she was, with all of it in her history', async () => {
  await move(database, { cohortId: 'wales' });
  await move(database, { cohortId: 'london' });
  const { memberships: times } = await database.read((db) => readPlaceHistory(db, 'amara'));
  expect(times.map(({ cohortId, leftOn }) => [cohortId, leftOn])).toEqual([
    ['london', TODAY],
    ['wales', TODAY],
    ['london', null],
  ]);
});

test('the same form again changes nothing, and its id is nobody else’s', async () => {
  const sent = await move(database, { cohortId: 'wales' });
  await move(database, sent);
  expect(await changes()).toHaveLength(1);
  expect(await refusal(move(database, { id: sent.id, traineeId: 'tom', cohortId: 'wales' }))).toEqual(['conflict']);
  expect(await memberships(database, 'tom')).toHaveLength(1);
});

test('a form that was filled in before somebody else moved her is refused', async () => {
  const stale = 'london|standard-15|2026-07-06|37';
  await move(database, { cohortId: 'wales' });
  expect(await refusal(move(database, { cohortId: 'london', basedOn: stale }))).toEqual(['conflict']);
});

describe('refused inside the transaction, whatever the page said', () => {
  test.each([
    ['a closed cohort', { cohortId: 'old' }, ['bad_input', 'cohortId']],
    ['a cohort that there is not', { cohortId: 'nowhere' }, ['bad_input', 'cohortId']],
    ['a route that there is not', { routeId: 'nowhere' }, ['bad_input', 'routeId']],
    ['hours of another route', { hoursPerWeek: 5 }, ['bad_input', 'hoursPerWeek']],
    ['nothing that is different', {}, ['bad_input']],
  ])('%s', async (_story, change, expected) => {
    expect(await refusal(move(database, change))).toEqual(expected);
    expect(await changes()).toEqual([]);
    expect(await audited(database)).toEqual([]);
  });

  test('of a trainee that there is not', async () => {
    await expect(move(database, { traineeId: 'nobody' })).rejects.toThrow('There is no such trainee.');
  });
});

describe('what she was to do in the cohort she leaves', () => {
  beforeEach(async () => {
    await database.write(async (tx) => {
      const session = (id: string, day: string, held: string) =>
        sql.raw(
          `insert into peer_sessions (id, cohort_id, day, starts_at, ends_at, place, revision, saved_by, saved_at, held_at) values ('${id}', 'london', '${day}', '14:00', '16:00', 'Room', 1, 'ruth', 1, ${held})`,
        );
      await tx.run(session('past', '2026-10-08', '1'));
      await tx.run(session('next', '2026-12-10', 'null'));
      for (const id of ['past', 'next'])
        await tx.run(
          sql.raw(
            `insert into peer_parts (id, session_id, trainee_id, role, given_by, given_at) values ('${id}-amara', '${id}', 'amara', 'leader', 'ruth', 1)`,
          ),
        );
      await tx.run(
        sql.raw(
          `insert into peer_swaps (id, session_id, asked_by, asked_of, words, asked_at) values ('swap', 'next', 'amara', 'tom', '', 1)`,
        ),
      );
    });
  });

  test('is given up for sessions to come, and stays told of those that were held', async () => {
    await move(database, { cohortId: 'wales' });
    const parts = await database.read((db) =>
      db.all<{ id: string }>(sql`select id from peer_parts where ended_at is null`),
    );
    expect(parts).toEqual([{ id: 'past-amara' }]);
    const [swap] = await database.read((db) => db.all<{ answer: string }>(sql`select answer from peer_swaps`));
    expect(swap?.answer).toBe('withdrawn');
  });

  test('stays hers where only her route changes', async () => {
    await move(database, { routeId: 'standard-21' });
    const open = await database.read((db) => db.all(sql`select id from peer_parts where ended_at is null`));
    expect(open).toHaveLength(2);
  });
});
