import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const SECRET = 'zebra-crossing appointment';
const NOTE = 'zebra-crossing note beside her leave';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const DAY = inDays(2);

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const kept = { trainee_id: 'amara', day: DAY, starts_at: '18:00', ends_at: '19:00', revision: 1, saved_at: AT };
  insert('appointments', { id: 'private', ...kept, title: SECRET, is_private: 1 });
  insert('appointments', { id: 'moved', ...kept, title: 'Hers', is_private: 1, day: inDays(80) });
  const away = { trainee_id: 'amara', starts_on: DAY, ends_on: DAY, place: 'training', words: NOTE, entered_at: AT };
  insert('week_exceptions', { id: 'away', ...away });
}

const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
const OTHERS = ['tom', 'nia', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey', 'gwen'];
beforeAll(async () => {
  for (const person of ['amara', ...OTHERS]) clients.set(person, await portal().signIn(person));
});
const as = (person: string) => clients.get(person)!;
const stored = (id: string) => portal().rows('select * from appointments where id = ?', id)[0];

/** That they stand on no other page either is looked at with everything else there, in contentOfPages.test.ts. */
describe('private words in her week', () => {
  test('she reads them herself', async () => {
    const { text } = await as('amara').get('/week');
    expect(text).toContain(SECRET);
    expect(text).toContain(NOTE);
  });

  test.each(['ruth', 'kerry'])('%s sees that she is busy, and nothing of her words in the page', async (person) => {
    const { status, text } = await as(person).get('/trainees/amara/week');
    expect(status).toBe(200);
    expect(text).toContain('Busy');
    expect(text).toContain('6pm to 7pm');
    expect(text).not.toContain('zebra-crossing');
  });
});

describe('another person’s week', () => {
  const FORMS: readonly (readonly [string, Fields])[] = [
    [
      'week.saveAppointment',
      { id: 'private', title: 'Over hers', day: DAY, startsAt: '09:00', endsAt: '10:00', basedOn: '1' },
    ],
    ['week.moveAppointment', { id: 'private', day: inDays(9), startsAt: '09:00', basedOn: '1', despite: 'yes' }],
    ['week.removeAppointment', { id: 'private' }],
    ['week.removeException', { exceptionId: 'away' }],
    ['week.endPattern', { patternId: 'week-nia', lastDay: '' }],
  ];

  test.each(OTHERS.filter((person) => person !== 'nia'))(
    '%s changes nothing of it, whichever way is taken',
    async (person) => {
      const before = stored('private');
      for (const page of ['/week', '/account', '/trainees/amara/week']) {
        for (const [action, fields] of FORMS) {
          const answer = await as(person).post(`${page}?_action=${action}`, { ...fields, traineeId: 'amara' });
          expect([400, 403, 404], action).toContain(answer.status);
          expect(answer.text).not.toContain('zebra-crossing');
        }
      }
      expect(stored('private')).toEqual(before);
      expect(portal().rows(`select removed_at from week_exceptions where id = 'away'`)).toEqual([{ removed_at: null }]);
      expect(portal().rows(`select ends_on from week_patterns where id = 'week-nia'`)).toEqual([{ ends_on: null }]);
    },
  );

  test('a usual week of a cohort is not ended through the form of her own', async () => {
    const { status } = await as('amara').post('/week?_action=week.endPattern', {
      patternId: 'week-london',
      lastDay: '',
    });
    expect(status).toBe(404);
    expect(portal().rows(`select ends_on from week_patterns where id = 'week-london'`)).toEqual([{ ends_on: null }]);
  });

  test('her own is not ended through the form of a cohort', async () => {
    const { status } = await as('harvey').post('/admin/weeks?_action=weekPatterns.end', {
      patternId: 'week-nia',
      lastDay: '',
    });
    expect(status).toBe(404);
  });
});

describe('fields that a form does not have', () => {
  test('an appointment is hers who sent it, at revision 1, kept now', async () => {
    const id = randomUUID();
    const fields = { title: 'Mine', day: inDays(85), startsAt: '09:00', endsAt: '10:00', basedOn: '0' };
    const extra = { traineeId: 'amara', revision: '99', savedAt: '0', removedAt: '1', isPrivate: 'false' };
    const { status } = await as('tom').post('/week?_action=week.saveAppointment', { id, ...fields, ...extra });
    expect(status).toBe(303);
    expect(stored(id)).toMatchObject({ trainee_id: 'tom', revision: 1, is_private: 1, removed_at: null });
    expect(Number(stored(id)?.['saved_at'])).toBeGreaterThan(Date.now() / 1000 - 600);
  });

  test('a usual week is of whoever sends it, or of the cohort that the form names', async () => {
    const id = randomUUID();
    const week = { id, startsOn: '2090-01-01', lastDay: '', 'monday-1-place': 'office' };
    const extra = { cohortId: 'london', traineeId: 'amara', enteredBy: 'ruth', days: '[]' };
    await as('tom').post('/week?_action=week.savePattern', { ...week, ...extra });
    expect(portal().rows('select cohort_id, trainee_id, entered_by from week_patterns where id = ?', id)).toEqual([
      { cohort_id: null, trainee_id: 'tom', entered_by: 'tom' },
    ]);
  });
});

describe('forms that come twice, late or half', () => {
  const move = (fields: Fields) =>
    as('amara').post(`/week?_action=week.moveAppointment&from=${inDays(81)}`, { id: 'moved', ...fields });

  test('two tabs move the same thing: the second is told, and the first stands', async () => {
    expect((await move({ day: inDays(81), startsAt: '18:00', basedOn: '1' })).status).toBe(303);
    expect((await move({ day: inDays(82), startsAt: '18:00', basedOn: '1' })).status).toBe(409);
    expect(stored('moved')).toMatchObject({ day: inDays(81), revision: 2 });
  });

  test('the same form again changes nothing', async () => {
    expect((await move({ day: inDays(81), startsAt: '18:00', basedOn: '1' })).status).toBe(303);
    expect(stored('moved')).toMatchObject({ revision: 2 });
  });

  test('onto something that is there already: told with its name, and done only when she says so', async () => {
    const there = { day: DAY, startsAt: '18:30', basedOn: '2' };
    const told = await move(there);
    expect(told.status).toBe(400);
    expect(told.text).toContain(`you already have: ${SECRET} at 6pm`);
    expect(told.text).toContain('name="despite"');
    expect(stored('moved')).toMatchObject({ revision: 2 });
    expect((await move({ ...there, despite: 'yes' })).status).toBe(303);
    expect(stored('moved')).toMatchObject({ day: DAY, starts_at: '18:30', ends_at: '19:30', revision: 3 });
  });

  test('past midnight is refused, when moved and when entered', async () => {
    expect((await move({ day: DAY, startsAt: '23:30', basedOn: '3', despite: 'yes' })).text).toContain('past midnight');
    const id = randomUUID();
    const late = { title: 'Night', day: DAY, startsAt: '23:00', endsAt: '01:00', basedOn: '0' };
    const { status, text } = await as('amara').post('/week?_action=week.saveAppointment', { id, ...late });
    expect(status).toBe(400);
    expect(text).toContain('enter each day by itself');
    expect(stored(id)).toBeUndefined();
  });

  test('what leads to a person is refused with the passage, and stays in the field', async () => {
    const typed = {
      id: randomUUID(),
      title: 'See A1234BC at court',
      day: DAY,
      startsAt: '09:00',
      endsAt: '10:00',
      basedOn: '0',
    };
    const { status, text } = await as('amara').post('/week?_action=week.saveAppointment', typed);
    expect(status).toBe(400);
    expect(text).toContain('A1234BC');
  });
});
