import { describe, expect, test } from 'vitest';
import { findCalendarReader, revokeCalendarAddresses } from '#db/queries/calendar.ts';
import { listWeekFacts } from '#db/queries/week.ts';
import { listExceptions, listPatternsFor, saveAppointment } from '#db/queries/weekChanges.ts';
import { isCohort, listCohortWeeks } from '#db/queries/weekCohorts.ts';
import * as tables from '#db/schema/index.ts';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { freshDatabase } from '../../support/database.ts';

const AT = new Date('2026-11-02T10:00:00Z');
const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const NO_DAYS = [[], [], [], [], [], [], []];

/** Amara was in London until Wednesday 25 November and is in Wales since; Tom is in London. */
async function people() {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (const id of ['amara', 'tom', 'harvey']) {
      await tx.insert(tables.people).values({ id, name: id, email: `${id}@pqip.example`, createdAt: AT });
      await tx.insert(tables.personRoles).values({ personId: id, role: id === 'harvey' ? 'admin' : 'trainee' });
    }
    for (const id of ['london', 'wales']) {
      await tx.insert(tables.cohorts).values({ id, name: id, region: id, startsOn: '2026-07-06' });
      await tx.insert(tables.weekPatterns).values({
        id: `week-${id}`,
        cohortId: id,
        startsOn: '2026-07-06',
        days: NO_DAYS,
        enteredBy: 'harvey',
        enteredAt: AT,
      });
    }
    await tx.insert(tables.cohortMemberships).values([
      { id: 'one', traineeId: 'amara', cohortId: 'london', joinedOn: '2026-07-06', leftOn: '2026-11-25' },
      { id: 'two', traineeId: 'amara', cohortId: 'wales', joinedOn: '2026-11-25' },
      { id: 'three', traineeId: 'tom', cohortId: 'london', joinedOn: '2026-07-06' },
    ]);
  });
  return database;
}

const PLACEMENT = {
  ...({ traineeId: 'amara', kind: 'prison', place: 'Fernhill', hostContact: 'Gate', lookFor: 'Plans' } as const),
  ...{ startsOn: '2026-11-20', endsOn: '2026-11-24', proposedAt: AT },
};
const SESSION = {
  ...({ traineeId: 'amara', day: '2026-11-26', minutes: 60, part: 'modules', plannedAt: AT, revision: 1 } as const),
};
const MEETING = { traineeId: 'amara', day: '2026-11-27', startsAt: '14:00', plannedBy: 'harvey', plannedAt: AT };

const named = (facts: readonly WeekFact[]) => facts.map((fact) => `${fact.fact} ${fact.id}`);

describe('what decides a week', () => {
  test('the usual weeks of both cohorts of a week in which she moved, each with its days', async () => {
    const database = await people();
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    expect(facts).toMatchObject([
      { fact: 'pattern', id: 'week-london', owner: 'cohort', since: '2026-07-06', until: '2026-11-25', days: NO_DAYS },
      { fact: 'pattern', id: 'week-wales', owner: 'cohort', since: '2026-11-25', until: null },
    ]);
  });

  test('her appointments of these days as they are kept, none that were removed, and nobody else’s', async () => {
    const database = await people();
    const kept = { day: '2026-11-24', startsAt: '09:00', endsAt: '10:00', title: 'It’s “hers”', isPrivate: true };
    await database.write(async (tx) => {
      const row = { ...kept, revision: 1, savedAt: AT };
      await tx.insert(tables.appointments).values([
        { id: 'kept', traineeId: 'amara', ...row },
        { id: 'shared', traineeId: 'amara', ...row, isPrivate: false },
        { id: 'gone', traineeId: 'amara', ...row, removedAt: AT },
        { id: 'later', traineeId: 'amara', ...row, day: '2026-11-30' },
        { id: 'toms', traineeId: 'tom', ...row },
      ]);
    });
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    const found = facts.filter(({ fact }) => fact === 'appointment');
    expect(named(found)).toEqual(['appointment kept', 'appointment shared']);
    expect(found).toMatchObject([
      { ...kept, changedAt: AT.getTime() / 1000, revision: 1 },
      { ...kept, isPrivate: false },
    ]);
  });

  test('placements that were cancelled, study time that was withdrawn and meetings that were cancelled are left out', async () => {
    const database = await people();
    await database.write(async (tx) => {
      await tx.insert(tables.placements).values([
        { id: 'there', ...PLACEMENT },
        { id: 'cancelled', ...PLACEMENT, cancelledAt: AT },
      ]);
      await tx.insert(tables.studySessions).values([
        { id: 'planned', ...SESSION },
        { id: 'withdrawn', ...SESSION, withdrawnAt: AT },
      ]);
      await tx.insert(tables.supervisionMeetings).values([
        { id: 'met', ...MEETING },
        { id: 'off', ...MEETING, cancelledAt: AT },
      ]);
    });
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    const found = facts.filter(({ fact }) => fact !== 'pattern');
    expect(named(found)).toEqual(['placement there', 'study planned', 'meeting met']);
    expect(found[0]).toMatchObject({ weekdays: [1, 2, 3, 4, 5], agreements: 0 });
  });

  test('the meetings to come and what she agreed to, whenever it is due; nothing of a record that is still written', async () => {
    const database = await people();
    const review = {
      ...{ traineeId: 'amara', facts: '{}', notes: 'Notes', createdBy: 'harvey', savedBy: 'harvey' },
      ...{ createdAt: AT, savedAt: AT, revision: 1 },
    };
    const action = { position: 1, words: 'Ask for it.', part: 'trainee' as const };
    await database.write(async (tx) => {
      await tx.insert(tables.supervisionMeetings).values([
        { ...MEETING, id: 'before', day: '2026-11-22' },
        { ...MEETING, id: 'ahead', day: '2027-01-12' },
      ]);
      await tx.insert(tables.supervisionReviews).values([
        { ...review, id: 'agreed', heldOn: '2026-09-01', readyAt: AT },
        { ...review, id: 'draft', heldOn: '2026-11-20' },
      ]);
      await tx.insert(tables.supervisionActions).values([
        { ...action, id: 'overdue', reviewId: 'agreed', dueOn: '2026-10-01' },
        { ...action, id: 'far', reviewId: 'agreed', dueOn: '2027-02-01', position: 2 },
        { ...action, id: 'hers', reviewId: 'agreed', dueOn: '2026-11-24', position: 3, part: 'manager' },
        { ...action, id: 'done', reviewId: 'agreed', dueOn: '2026-11-24', position: 4, doneAt: AT, doneBy: 'amara' },
        { ...action, id: 'not-yet', reviewId: 'draft', dueOn: '2026-11-24' },
      ]);
    });
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    const found = facts.filter(({ fact }) => fact !== 'pattern');
    expect(named(found)).toEqual(['action overdue', 'meeting ahead', 'action far']);
  });

  test('the newest word on study time counts', async () => {
    const database = await people();
    await database.write(async (tx) => {
      await tx.insert(tables.studySessions).values({
        ...{
          id: 'lost',
          traineeId: 'amara',
          day: '2026-11-24',
          minutes: 60,
          part: 'modules',
          plannedAt: AT,
          revision: 1,
        },
      });
      const record = { sessionId: 'lost', traineeId: 'amara', words: '', recordedAt: AT };
      await tx.insert(tables.studyRecords).values([
        { id: 'r1', ...record, number: 1, takenMinutes: 60, lostMinutes: 0 },
        { id: 'r2', ...record, number: 2, takenMinutes: 0, lostMinutes: 60, cause: 'duty_cover' },
      ]);
    });
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    expect(facts.filter(({ fact }) => fact === 'study')).toMatchObject([{ takenMinutes: 0, lostMinutes: 60 }]);
  });
});

describe('an appointment that is saved', () => {
  const words = { day: '2026-11-24', startsAt: '09:00', endsAt: '10:00', title: 'Dentist', isPrivate: true };
  const saved = (change: object = {}) => ({ ...words, id: 'a1', traineeId: 'amara', basedOn: 0, at: AT, ...change });

  test('the same again changes nothing; something else has the next revision', async () => {
    const database = await people();
    const save = (change?: object) => database.write((tx) => saveAppointment(tx, saved(change)));
    expect(await save()).toBe(1);
    expect(await save()).toBe(1);
    expect(await save({ basedOn: 1, day: '2026-11-25' })).toBe(2);
  });

  test('two tabs: the second is told, and the first stands', async () => {
    const database = await people();
    const save = (change: object) => database.write((tx) => saveAppointment(tx, saved(change)));
    await save({});
    await save({ basedOn: 1, day: '2026-11-25' });
    await expect(save({ basedOn: 1, day: '2026-11-26' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(save({ basedOn: 0, title: 'Another' })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('one that was taken out does not come back by an old tab', async () => {
    const database = await people();
    await database.write((tx) => saveAppointment(tx, saved()));
    await database.write((tx) => tx.update(tables.appointments).set({ removedAt: AT }));
    for (const basedOn of [0, 1, 2])
      await expect(database.write((tx) => saveAppointment(tx, saved({ basedOn })))).rejects.toMatchObject({
        code: 'conflict',
      });
  });
});

describe('a calendar address', () => {
  async function addresses() {
    const database = await people();
    await database.write(async (tx) => {
      await tx.insert(tables.calendarAddresses).values([
        { id: 'c1', personId: 'amara', tokenHash: 'hash-amara', madeAt: AT },
        { id: 'c2', personId: 'harvey', tokenHash: 'hash-harvey', madeAt: AT },
      ]);
    });
    return database;
  }

  test('opens for a trainee, and for nobody who is none', async () => {
    const database = await addresses();
    expect(await database.read((db) => findCalendarReader(db, 'hash-amara'))).toMatchObject({ personId: 'amara' });
    expect(await database.read((db) => findCalendarReader(db, 'hash-harvey'))).toBeNull();
    expect(await database.read((db) => findCalendarReader(db, 'hash-nobody'))).toBeNull();
  });

  test('opens nothing once it is taken back, or the account is closed', async () => {
    const database = await addresses();
    await database.write((tx) => tx.update(tables.people).set({ disabledAt: AT }));
    expect(await database.read((db) => findCalendarReader(db, 'hash-amara'))).toBeNull();
    await database.write((tx) => tx.update(tables.people).set({ disabledAt: null }));
    await database.write((tx) => revokeCalendarAddresses(tx, 'amara', AT));
    expect(await database.read((db) => findCalendarReader(db, 'hash-amara'))).toBeNull();
  });
});

test('which cohorts have a usual week on a day, with their trainees', async () => {
  const database = await people();
  expect(await database.read((db) => listCohortWeeks(db, '2026-07-05'))).toEqual([
    { id: 'london', name: 'london', trainees: 1, hasPattern: false },
    { id: 'wales', name: 'wales', trainees: 1, hasPattern: false },
  ]);
  expect((await database.read((db) => listCohortWeeks(db, '2026-07-06'))).every(({ hasPattern }) => hasPattern)).toBe(
    true,
  );
  expect(await database.read((db) => isCohort(db, 'nowhere'))).toBeNull();
});

test('her patterns are her own and those of the cohort that she is in now; her days off those that are not over', async () => {
  const database = await people();
  const away = { traineeId: 'amara', place: 'leave', words: '', enteredAt: AT } as const;
  await database.write((tx) =>
    tx.insert(tables.weekExceptions).values([
      { id: 'over', ...away, startsOn: '2026-11-02', endsOn: '2026-11-03' },
      { id: 'ahead', ...away, startsOn: '2026-11-02', endsOn: '2026-11-24' },
      { id: 'out', ...away, startsOn: '2026-12-02', endsOn: '2026-12-03', removedAt: AT },
    ]),
  );
  expect((await database.read((db) => listPatternsFor(db, 'amara'))).map(({ id }) => id)).toEqual(['week-wales']);
  expect((await database.read((db) => listExceptions(db, 'amara', '2026-11-24'))).map(({ id }) => id)).toEqual([
    'ahead',
  ]);
});
