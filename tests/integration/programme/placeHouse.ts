import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import {
  assignments,
  auditEntries,
  cohortMemberships,
  cohorts,
  enrolments,
  notices,
  people,
  personRoles,
} from '#db/schema/index.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { placeKey } from '#src/domain/programme/changing.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import { changePlace, type ChangeOfPlace } from '#src/server/programme/change.ts';
import { placeValues } from '#src/server/programme/place.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { routes } from '../../unit/programme/routes.ts';

/** The programme's day in these tests. */
export const TODAY = '2026-11-23';
const AT = new Date('2026-07-01T12:00:00Z');
export const HARVEY = { id: 'harvey' };

/** Three cohorts, one of them closed; Amara in London, with an assessor and a manager; Ruth is London's tutor. */
export async function placeHouse(): Promise<TestDatabase> {
  const database = await freshDatabase();
  const settings = { programmeNow: new Date(`${TODAY}T12:00:00Z`) };
  installPortal({ database, settings, content: { routes } } as unknown as Portal);
  await database.write(async (tx) => {
    for (const id of ['harvey', 'amara', 'tom', 'ruth', 'daniel', 'kerry'])
      await tx.insert(people).values({ id, email: `${id}@pqip.example`, name: id, createdAt: AT });
    await tx.insert(personRoles).values({ personId: 'amara', role: 'trainee' });
    for (const [id, closedOn] of [
      ['london', null],
      ['wales', null],
      ['old', '2026-10-01'],
    ] as const)
      await tx.insert(cohorts).values({ id, name: id, region: 'London', startsOn: '2026-07-06', closedOn });
    for (const traineeId of ['amara', 'tom']) {
      await tx
        .insert(enrolments)
        .values({ traineeId, routeId: 'standard-15', startedOn: '2026-07-06', hoursPerWeek: 37 });
      await tx
        .insert(cohortMemberships)
        .values({ id: `${traineeId}-london`, traineeId, cohortId: 'london', joinedOn: '2026-07-06' });
    }
    const startsOn = '2026-07-06';
    await tx.insert(assignments).values([
      { id: 'ruth-london', kind: 'tutor', personId: 'ruth', cohortId: 'london', startsOn },
      { id: 'daniel-amara', kind: 'assessor', personId: 'daniel', traineeId: 'amara', startsOn },
      { id: 'kerry-amara', kind: 'manager', personId: 'kerry', traineeId: 'amara', startsOn },
    ]);
  });
  return database;
}

/** Changes Amara's place as the page would, from what stands now unless something else is said. */
export async function move(database: TestDatabase, change: Partial<ChangeOfPlace> = {}): Promise<ChangeOfPlace> {
  const trainee = await database.read((db) => findTrainee(db, change.traineeId ?? 'amara'));
  if (!trainee) throw new Error('There is no such trainee.');
  const { endedOn: _none, ...now } = placeValues(trainee);
  const asked: ChangeOfPlace = {
    ...{ id: randomUUID(), traineeId: trainee.traineeId, reason: 'Moved house.', basedOn: placeKey(now) },
    ...now,
    ...change,
  };
  await database.write((tx) => changePlace(tx, HARVEY, asked));
  return asked;
}

/** What was refused: its code and the fields it names. */
export async function refusal(run: Promise<unknown>): Promise<[code: string, ...fields: string[]]> {
  const error: unknown = await run.then(
    () => null,
    (refused: unknown) => refused,
  );
  if (!isRefusal(error)) throw new Error(`This was not refused: ${String(error)}`);
  return [error.code, ...Object.keys(error.fields)];
}

export const memberships = (database: TestDatabase, traineeId = 'amara') =>
  database.read((db) =>
    db
      .select({
        cohortId: cohortMemberships.cohortId,
        joinedOn: cohortMemberships.joinedOn,
        leftOn: cohortMemberships.leftOn,
      })
      .from(cohortMemberships)
      .where(eq(cohortMemberships.traineeId, traineeId))
      .orderBy(cohortMemberships.joinedOn),
  );

/** What the audit holds, oldest first. */
export const audited = async (database: TestDatabase): Promise<string[]> =>
  (await database.read((db) => db.select().from(auditEntries))).map(({ act }) => act);

/** What Amara was told about her place, oldest first; it goes to nobody else. */
export async function toldOfPlace(database: TestDatabase): Promise<unknown[]> {
  const rows = await database.read((db) => db.select().from(notices).where(eq(notices.kind, 'place-changed')));
  expect(rows.filter(({ personId, traineeId }) => personId !== 'amara' || traineeId !== 'amara')).toEqual([]);
  return rows.map(({ details }) => (JSON.parse(details) as { what?: unknown }).what);
}

/** Nothing of free words is in the audit. */
export async function expectNoWordsInAudit(database: TestDatabase, words: string): Promise<void> {
  const rows = await database.read((db) => db.select().from(auditEntries));
  expect(JSON.stringify(rows)).not.toContain(words);
}
