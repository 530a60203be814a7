import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { inserter } from '../support/demoRecords.ts';
import { addMovers } from '../support/movers.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const STARTED = inDays(-70);
const portal = servedPortal({ prepare: (database) => addMovers(database, inserter(database), STARTED) });

/** Columns and fields that a form has no business to set. */
const EXTRA: Fields = {
  ...{ closedOn: '2001-01-01', madeBy: 'tom', tutorIds: ['ruth'], rolledFromId: 'london', personId: 'tom' },
  ...{ leftOn: '2001-01-01', changedBy: 'tom', enteredBy: 'tom', reopenedAt: '1', effectiveOn: '2001-01-01' },
};
const one = (sql: string, ...values: string[]) => portal().rows(sql, ...values)[0];
const clients = new Map<string, PortalClient>();
async function clientOf(person: string): Promise<PortalClient> {
  const client = clients.get(person) ?? (await portal().signIn(person));
  clients.set(person, client);
  return client;
}
async function send(person: string, page: string, action: string, fields: Fields) {
  const client = await clientOf(person);
  return client.post(`${page}?_action=${action}`, { ...EXTRA, ...fields });
}
const place = (person: string, action: string, fields: Fields) =>
  send(person, '/admin/trainees/indigo', `programme.${action}`, fields);

const moved = (change: Fields = {}): Fields => ({
  ...{ id: randomUUID(), traineeId: 'indigo', cohortId: 'south', routeId: 'standard-15', startedOn: STARTED },
  ...{
    hoursPerWeek: '37',
    reason: 'Moved house.',
    basedOn: `north|standard-15|${STARTED}|37`,
    password: DEMO_PASSWORD,
  },
  ...change,
});
const where = (traineeId: string) =>
  one('select cohort_id from cohort_memberships where trainee_id = ? and left_on is null', traineeId)?.['cohort_id'];

describe('a form sets what it has fields for, and nothing else', () => {
  test('a cohort is open, with nobody in it and no tutor, made by whoever is signed in', async () => {
    const id = randomUUID();
    const typed = { id, templateId: '', name: 'Made by a form', region: 'North', startsOn: inDays(30) };
    expect((await send('harvey', '/admin/cohorts/new', 'cohorts.make', typed)).status).toBe(303);
    const made = `select c.closed_on, o.made_by, o.rolled_from_id from cohorts c join cohort_origins o on o.cohort_id = c.id where c.id = ?`;
    expect(one(made, id)).toEqual({ closed_on: null, made_by: 'harvey', rolled_from_id: null });
    const inIt = `select id from assignments where cohort_id = ? union all select id from cohort_memberships where cohort_id = ?`;
    expect(portal().rows(inIt, id, id)).toEqual([]);
  });

  test('a break is the trainee’s it names, and nobody else has one', async () => {
    const before = portal().rows('select id from programme_pauses').length;
    const typed = { id: randomUUID(), traineeId: 'river', reason: 'other', startsOn: inDays(7), endsOn: '' };
    expect((await send('harvey', '/admin/trainees/river', 'programme.beginBreak', typed)).status).toBe(303);
    const kept = one('select trainee_id, ends_on from programme_pauses where id = ?', typed.id);
    expect(kept).toEqual({ trainee_id: 'river', ends_on: null });
    expect(portal().rows('select id from programme_pauses')).toHaveLength(before + 1);
  });
});

describe('nobody changes a place but an administrator, with the password', () => {
  test.each(['indigo', 'marlow', 'ellis', 'daniel', 'kerry', 'venetia'])('not %s', async (person) => {
    const answers = [
      await place(person, 'changePlace', moved()),
      await place(person, 'end', {
        ...{ id: randomUUID(), traineeId: 'indigo', kind: 'withdrawn', reason: 'not_said', words: '' },
        ...{ endedOn: inDays(0), assignments: 'end' },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(where('indigo')).toBe('north');
  });

  test.each([
    ['without a password', { password: '' }, 400],
    ['with another password', { password: 'not this one' }, 400],
    ['without a reason', { reason: ' ' }, 400],
    ['with a real-looking number in the reason', { reason: 'Call 020 7946 0958.' }, 400],
    ['from a page that is out of date', { basedOn: 'wales|standard-15|2026-01-05|37' }, 409],
    ['with a word for hours', { hoursPerWeek: 'many' }, 400],
    ['into a cohort that there is not', { cohortId: 'nowhere' }, 400],
    ['of somebody who is no trainee', { traineeId: 'ruth' }, 404],
  ])('not %s', async (_story, change, status) => {
    expect((await place('harvey', 'changePlace', moved(change))).status).toBe(status);
    expect(where('indigo')).toBe('north');
    expect(portal().rows('select id from enrolment_changes where trainee_id = ?', 'indigo')).toEqual([]);
  });
});

test('from the moment of a move the tutor before has nothing of her, in no list and by no address', async () => {
  const [before, after] = [await clientOf('marlow'), await clientOf('ellis')];
  expect((await before.get('/cohorts/north')).text).toContain('Indigo Vale');
  const form = moved();
  expect((await place('harvey', 'changePlace', form)).status).toBe(303);
  expect((await place('harvey', 'changePlace', form)).status, 'sent twice').toBe(303);
  expect(portal().rows('select id from enrolment_changes where trainee_id = ?', 'indigo')).toHaveLength(1);
  for (const path of ['', '/programme', '/caseload', '/week', '/study-time', '/supervision', '/contacts'])
    expect((await before.get(`/trainees/indigo${path}`)).status, path).toBe(404);
  expect((await before.get('/cohorts/north')).text).not.toContain('Indigo Vale');
  expect((await before.get('/cohorts/south')).status).toBe(404);
  const told = (await before.get('/')).text;
  expect(told).toContain('No longer in North, made-up intake');
  expect(told).not.toContain('Moved house.');
  expect(told).not.toContain('South, made-up intake');
  expect((await after.get('/trainees/indigo/programme')).text).not.toContain('North, made-up intake');
});

test('whoever withdrew signs in, reads everything and takes it along; her reason is in no page of anybody else', async () => {
  const ended = {
    ...{ id: randomUUID(), traineeId: 'jules', kind: 'withdrawn', reason: 'health_or_caring', words: 'All the best.' },
    ...{ endedOn: inDays(0), assignments: 'stay' },
  };
  expect((await send('harvey', '/admin/trainees/jules', 'programme.end', ended)).status).toBe(303);
  const herself = await clientOf('jules');
  for (const path of ['/', '/modules', '/progress', '/portfolio', '/portfolio/leave', '/caseload', '/week'])
    expect((await herself.get(path)).status, path).toBe(200);
  expect((await herself.get('/trainees/jules/programme')).text).toContain('Health, or caring for somebody');
  expect((await herself.get('/progress')).text).not.toContain('behind');
  const tutor = await clientOf('marlow');
  for (const path of ['/', '/cohorts/north', '/cohorts'])
    expect((await tutor.get(path)).text, path).not.toMatch(/caring for somebody|All the best/);
});
