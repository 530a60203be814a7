import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listProgrammeEnds } from '#db/queries/retentionDue.ts';
import { readPlaceHistory } from '#db/queries/programme/places.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { assignments, auditEntries, people, programmePauses } from '#db/schema/index.ts';
import { endOf } from '#src/server/retention/due.ts';
import { endProgramme, type EndingOfProgramme, reopenProgramme } from '#src/server/programme/endings.ts';
import type { TestDatabase } from '../../support/database.ts';
import {
  audited,
  expectNoWordsInAudit,
  HARVEY,
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

async function end(change: Partial<EndingOfProgramme> = {}): Promise<string> {
  const asked: EndingOfProgramme = {
    ...{ id: randomUUID(), traineeId: 'amara', kind: 'withdrawn', reason: 'workload', words: 'We are sorry.' },
    ...{ endedOn: '2026-11-16', assignmentsStay: false },
    ...change,
  };
  await database.write((tx) => endProgramme(tx, HARVEY, asked));
  return asked.id;
}
const reopen = (endingId: string, change: { cohortId?: string; cameBack?: boolean } = {}) =>
  database.write((tx) => reopenProgramme(tx, HARVEY, { endingId, cohortId: 'wales', cameBack: true, ...change }));
const assigned = () => database.read((db) => db.select().from(assignments));
const pauses = () => database.read((db) => db.select().from(programmePauses));
const endsOf = async () => {
  const [row] = await database.read((db) => listProgrammeEnds(db, 'amara'));
  return row ? endOf(row) : null;
};
const placed = () => database.read((db) => findTrainee(db, 'amara'));

describe('somebody withdraws', () => {
  test('and is out of the cohort at once; assessor and manager end today, the tutor of the cohort does not', async () => {
    await end();
    expect(await memberships(database)).toEqual([{ cohortId: 'london', joinedOn: '2026-07-06', leftOn: '2026-11-17' }]);
    expect((await placed())?.enrolment.endedOn).toBe('2026-11-16');
    expect((await assigned()).map(({ id, endsOn }) => [id, endsOn])).toEqual([
      ['ruth-london', null],
      ['daniel-amara', TODAY],
      ['kerry-amara', TODAY],
    ]);
    expect(await audited(database)).toEqual(['programme.ended', 'assignment.ended', 'assignment.ended']);
    const whose = await database.read((db) => db.select({ personId: auditEntries.personId }).from(auditEntries));
    expect(whose.map(({ personId }) => personId)).toEqual(['amara', 'daniel', 'kerry']);
    expect(await toldOfPlace(database)).toEqual(['withdrawn']);
    await expectNoWordsInAudit(database, 'sorry');
    await expectNoWordsInAudit(database, 'workload');
  });

  test('and her records are kept from her last day on', async () => {
    expect(await endsOf()).toBeNull();
    await end();
    expect(await endsOf()).toBe('2026-11-16');
  });

  test('assessor and manager stay where that was chosen, to finish what waits', async () => {
    await end({ kind: 'completed', assignmentsStay: true });
    expect((await assigned()).every(({ endsOn }) => endsOn === null)).toBe(true);
  });

  test('a break that runs ends with the programme, and one to come is taken out', async () => {
    await database.write(async (tx) => {
      const reason = 'break_in_learning' as const;
      await tx.insert(programmePauses).values([
        { id: 'runs', traineeId: 'amara', reason, startsOn: '2026-11-02', endsOn: null },
        { id: 'comes', traineeId: 'amara', reason, startsOn: '2027-01-04', endsOn: '2027-02-01' },
      ]);
    });
    await end();
    expect((await pauses()).map(({ id, endsOn }) => [id, endsOn])).toEqual([['runs', '2026-11-17']]);
  });

  test('the same form again changes nothing; another form for her is refused', async () => {
    const id = await end();
    await end({ id });
    expect(await audited(database)).toHaveLength(3);
    expect(await refusal(end())).toEqual(['conflict']);
    expect(await refusal(end({ id, traineeId: 'tom' }))).toEqual(['conflict']);
  });

  test('not in the future, not without a reason, and not without being a trainee', async () => {
    expect(await refusal(end({ endedOn: '2026-11-24' }))).toEqual(['bad_input', 'endedOn']);
    expect(await refusal(end({ reason: null }))).toEqual(['bad_input', 'reason']);
    expect(await refusal(end({ traineeId: 'ruth' }))).toEqual(['not_found']);
    expect(await memberships(database)).toMatchObject([{ leftOn: null }]);
  });

  test('and cannot be moved until it is opened again', async () => {
    await end();
    expect(await refusal(move(database, { cohortId: 'wales' }))).toEqual(['bad_input']);
  });
});

test('a reason that came with “completed” is not kept', async () => {
  await end({ kind: 'completed', reason: 'workload' });
  const { endings } = await database.read((db) => readPlaceHistory(db, 'amara'));
  expect(endings).toMatchObject([{ kind: 'completed', reason: null }]);
});

describe('a programme is opened again', () => {
  test('because she came back: she is in a cohort, and the time away counts as a break', async () => {
    await reopen(await end());
    expect(await memberships(database)).toMatchObject([
      { cohortId: 'london' },
      { cohortId: 'wales', joinedOn: TODAY, leftOn: null },
    ]);
    expect(await pauses()).toMatchObject([{ startsOn: '2026-11-17', endsOn: TODAY, reason: 'other' }]);
    expect((await placed())?.enrolment.endedOn).toBeNull();
    expect(await endsOf()).toBeNull();
    expect((await audited(database)).at(-1)).toBe('programme.reopened');
    expect(await toldOfPlace(database)).toEqual(['withdrawn', 'reopened']);
  });

  test('because it was a mistake: the days in between are as if nothing had been entered', async () => {
    await reopen(await end(), { cohortId: 'london', cameBack: false });
    expect(await pauses()).toEqual([]);
  });

  test('twice is once, and not into a cohort that is closed', async () => {
    const id = await end();
    expect(await refusal(reopen(id, { cohortId: 'old' }))).toEqual(['bad_input', 'cohortId']);
    await reopen(id);
    await reopen(id, { cohortId: 'london' });
    expect(await memberships(database)).toHaveLength(2);
  });

  test('and can end again, with both endings in her history', async () => {
    await reopen(await end());
    await end({ endedOn: TODAY, kind: 'completed' });
    const { endings } = await database.read((db) => readPlaceHistory(db, 'amara'));
    expect(endings.map(({ kind, reopenedAt }) => [kind, reopenedAt !== null])).toEqual([
      ['withdrawn', true],
      ['completed', false],
    ]);
  });
});

test('the account goes on: she can still be found as herself, with no cohort', async () => {
  await end();
  const trainee = await placed();
  expect(trainee).toMatchObject({ traineeId: 'amara', cohortId: null, cohortName: null });
  const account = await database.read((db) =>
    db.select({ off: people.disabledAt }).from(people).where(eq(people.id, 'amara')),
  );
  expect(account).toEqual([{ off: null }]);
});
