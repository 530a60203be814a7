import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findAdministeredCohort, listAdministeredCohorts } from '#db/queries/cohorts/administered.ts';
import { listTemplates, removeTemplate } from '#db/queries/cohorts/templates.ts';
import { assignments, cohortMemberships, peerSessions, weekPatterns } from '#db/schema/index.ts';
import { changeCohort, makeCohort, type NewCohort, setClosed } from '#src/server/cohorts/make.ts';
import { loadRoll, type Roll, rollCohort } from '#src/server/cohorts/roll.ts';
import { keepTemplate, type SavedTemplate, WEEK_DEFAULT, WEEK_KEPT } from '#src/server/cohorts/templates.ts';
import type { TestDatabase } from '../../support/database.ts';
import { audited, HARVEY, placeHouse, refusal, TODAY } from '../programme/placeHouse.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await placeHouse();
});

const DAYS = [[{ place: 'office', part: 'day', startsAt: null, endsAt: null }], [], [], [], [], [], []];
const SESSIONS = { nth: 2, weekday: 3, startsAt: '14:00', endsAt: '16:00', place: 'Room', months: 2 } as const;

async function template(change: Partial<SavedTemplate> = {}): Promise<string> {
  const asked: SavedTemplate = {
    ...{
      id: randomUUID(),
      name: 'London intake',
      region: 'London',
      weekFrom: 'london',
      sessions: SESSIONS,
      basedOn: 0,
    },
    ...change,
  };
  await database.write((tx) => keepTemplate(tx, HARVEY, asked));
  return asked.id;
}
async function make(change: Partial<NewCohort> = {}): Promise<string> {
  const asked = {
    id: randomUUID(),
    name: 'Spring',
    region: 'London',
    startsOn: '2027-01-04',
    templateId: '',
    ...change,
  };
  await database.write((tx) => makeCohort(tx, HARVEY, asked));
  return asked.id;
}
const weekPattern = () =>
  database.write((tx) =>
    tx.insert(weekPatterns).values({
      ...{ id: 'usual', cohortId: 'london', startsOn: '2026-07-06', days: DAYS },
      ...{ enteredBy: 'harvey', enteredAt: new Date('2026-07-01T09:00:00Z') },
    }),
  );
const weeksOf = async (cohortId: string) =>
  (await database.read((db) => db.select().from(weekPatterns))).filter((week) => week.cohortId === cohortId);
const sessionsOf = async (cohortId: string) =>
  (await database.read((db) => db.select().from(peerSessions))).filter((one) => one.cohortId === cohortId);

describe('a new cohort', () => {
  test('is empty, and stands in the list', async () => {
    const id = await make();
    const { cohorts } = await database.read((db) =>
      listAdministeredCohorts(db, { isClosed: false, page: 1, today: TODAY }),
    );
    expect(cohorts[0]).toMatchObject({ cohortId: id, name: 'Spring', trainees: 0, tutors: [] });
    expect(await weeksOf(id)).toEqual([]);
    expect(await audited(database)).toEqual(['cohort.made']);
  });

  test('from a template begins with its week and the days of its sessions, which nobody leads', async () => {
    await weekPattern();
    const id = await make({ templateId: await template() });
    expect(await weeksOf(id)).toMatchObject([{ startsOn: '2027-01-04', endsOn: null, days: DAYS }]);
    expect((await sessionsOf(id)).map(({ day, format, title }) => [day, format, title])).toEqual([
      ['2027-01-14', null, ''],
      ['2027-02-11', null, ''],
    ]);
    expect(await database.read((db) => findAdministeredCohort(db, id))).toMatchObject({
      templateName: 'London intake',
    });
  });

  test('is made once, however often its form is sent', async () => {
    const id = await make();
    await make({ id });
    expect(await audited(database)).toEqual(['cohort.made']);
    expect(await refusal(make({ id, name: 'Another' }))).toEqual(['conflict']);
  });

  test.each([
    ['of a name that there is', { name: ' LONDON ' }, ['bad_input', 'name']],
    ['too far ahead', { startsOn: '2030-01-01' }, ['bad_input', 'startsOn']],
    ['from a template that was taken out', { templateId: 'gone' }, ['bad_input']],
  ])('is not made %s', async (_story, change, expected) => {
    expect(await refusal(make(change))).toEqual(expected);
    expect(await audited(database)).toEqual([]);
  });
});

describe('a cohort that is there', () => {
  const change = (name: string, basedOn = ['london', 'London', '2026-07-06']) =>
    database.write((tx) =>
      changeCohort(tx, HARVEY, { cohortId: 'london', name, region: 'London', startsOn: '2026-07-06', basedOn }),
    );

  test('gets another name, and what another administrator saved meanwhile is not lost', async () => {
    await change('London 2026');
    expect(await refusal(change('Londinium'))).toEqual(['conflict']);
    expect(await database.read((db) => findAdministeredCohort(db, 'london'))).toMatchObject({ name: 'London 2026' });
    expect(await refusal(change('wales', ['London 2026', 'London', '2026-07-06']))).toEqual(['bad_input', 'name']);
  });

  test('is closed with everybody in it, and opened again', async () => {
    const close = (isClosed: boolean) =>
      database.write((tx) => setClosed(tx, HARVEY, { cohortId: 'london', isClosed }));
    await close(true);
    await close(true);
    expect(await database.read((db) => findAdministeredCohort(db, 'london'))).toMatchObject({
      closedOn: TODAY,
      trainees: 2,
    });
    await close(false);
    expect(await database.read((db) => findAdministeredCohort(db, 'london'))).toMatchObject({ closedOn: null });
    expect(await audited(database)).toEqual(['cohort.changed', 'cohort.changed']);
  });
});

describe('the next intake', () => {
  const roll = async (given: Partial<Roll> = {}): Promise<string> => {
    const asked: Roll = {
      ...{ id: randomUUID(), fromId: 'london', name: 'London 2027', region: 'London', startsOn: '2027-01-04' },
      ...{ takesWeeks: true, takesSessions: true, tutorIds: ['ruth'] },
      ...given,
    };
    await database.write((tx) => rollCohort(tx, HARVEY, asked));
    return asked.id;
  };
  beforeEach(async () => {
    await weekPattern();
    await database.write(async (tx) => {
      for (const [id, day, cancelled] of [
        ['one', '2026-09-10', 'null'],
        ['off', '2026-10-08', '1'],
      ] as const)
        await tx.run(
          sql.raw(
            `insert into peer_sessions (id, cohort_id, day, starts_at, ends_at, place, format, title, aim, revision, saved_by, saved_at, cancelled_at) values ('${id}', 'london', '${day}', '14:00', '16:00', 'Room', 'teach_back', 'Words of a trainee', 'More of them', 1, 'ruth', 1, ${cancelled})`,
          ),
        );
    });
  });

  test('has the week, the days and the tutor of the one before, and no trainee and no word', async () => {
    const id = await roll();
    expect(await weeksOf(id)).toMatchObject([{ startsOn: '2027-01-04', days: DAYS }]);
    expect(await sessionsOf(id)).toMatchObject([{ day: '2027-03-11', title: '', aim: '', format: null }]);
    const tutors = (await database.read((db) => db.select().from(assignments))).filter((one) => one.cohortId === id);
    expect(tutors).toMatchObject([{ kind: 'tutor', personId: 'ruth', startsOn: TODAY, endsOn: null }]);
    const members = await database.read((db) => db.select().from(cohortMemberships));
    expect(members.filter((one) => one.cohortId === id)).toEqual([]);
    expect(await audited(database)).toEqual(['assignment.given', 'cohort.rolled']);
  });

  test('leaves the one before as it was', async () => {
    const before = [await weeksOf('london'), await sessionsOf('london')];
    await roll();
    expect([await weeksOf('london'), await sessionsOf('london')]).toEqual(before);
  });

  test('takes along only what was chosen', async () => {
    const id = await roll({ takesWeeks: false, takesSessions: false, tutorIds: [] });
    expect([await weeksOf(id), await sessionsOf(id)]).toEqual([[], []]);
    expect(await audited(database)).toEqual(['cohort.rolled']);
  });

  test('is made once, and its preview changes nothing', async () => {
    const plan = await database.read((db) => loadRoll(db, 'london', '2027-01-04'));
    expect(plan).toMatchObject({ movedBy: 182, tutors: [{ personId: 'ruth' }] });
    expect(await audited(database)).toEqual([]);
    const id = await roll();
    await roll({ id });
    expect(await audited(database)).toHaveLength(2);
  });

  test('makes nobody a tutor who is none of the cohort before', async () => {
    expect(await refusal(roll({ tutorIds: ['kerry'] }))).toEqual(['conflict']);
    expect(await audited(database)).toEqual([]);
  });

  test('never takes along whoever only stands in, or goes soon', async () => {
    await database.write((tx) =>
      tx.insert(assignments).values([
        { id: 'cover', kind: 'tutor', personId: 'kerry', cohortId: 'london', startsOn: '2026-11-01', coversId: 'ruth' },
        {
          id: 'goes',
          kind: 'tutor',
          personId: 'daniel',
          cohortId: 'london',
          startsOn: '2026-07-06',
          endsOn: '2026-12-01',
        },
      ]),
    );
    const plan = await database.read((db) => loadRoll(db, 'london', '2027-01-04'));
    expect(plan?.tutors.map(({ personId }) => personId)).toEqual(['ruth']);
  });

  test('begins after the one before, and a cohort that there is not has none', async () => {
    expect(await refusal(roll({ startsOn: '2026-07-06' }))).toEqual(['bad_input', 'startsOn']);
    expect(await refusal(roll({ fromId: 'nowhere' }))).toEqual(['not_found']);
  });
});

describe('a template', () => {
  test('is kept once, changed by revision, and not lost to another tab', async () => {
    await weekPattern();
    const id = await template();
    await template({ id });
    await template({ id, name: 'London', weekFrom: WEEK_KEPT, basedOn: 1 });
    expect(await refusal(template({ id, name: 'Mine', weekFrom: WEEK_KEPT, basedOn: 1 }))).toEqual(['conflict']);
    const [kept] = await database.read(listTemplates);
    expect(kept).toMatchObject({ name: 'London', revision: 2, value: { week: DAYS, sessions: SESSIONS } });
  });

  test('has a name of its own, and a week that there is', async () => {
    await template({ weekFrom: WEEK_DEFAULT });
    expect(await refusal(template({ weekFrom: WEEK_DEFAULT, name: 'london  INTAKE' }))).toEqual(['bad_input', 'name']);
    expect(await refusal(template({ name: 'Other', weekFrom: 'wales' }))).toEqual(['bad_input', 'weekFrom']);
  });

  test('that was taken out is gone from the list, and cannot be saved over', async () => {
    const id = await template({ weekFrom: WEEK_DEFAULT });
    await database.write((tx) => removeTemplate(tx, id, new Date('2026-11-23T12:00:00Z')));
    expect(await database.read(listTemplates)).toEqual([]);
    expect(await refusal(template({ id, weekFrom: WEEK_DEFAULT, basedOn: 1, name: 'Back' }))).toEqual(['conflict']);
  });
});
