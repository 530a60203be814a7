import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import bankHolidays from '#src/content/week/bank-holidays.json' with { type: 'json' };
import { inserter, LONG_AGO } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addReview } from '../support/supervisionRecords.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const AMARAS = '/trainees/amara/supervision';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['full', 'two', 'safe', 'other'])
    addReview(insert, { id, traineeId: id === 'other' ? 'tom' : 'amara', writer: 'ruth', isReady: false });
}

const portal = servedPortal({ prepare });
const count = (table: string, where: string) =>
  Number(portal().rows(`select count(*) as n from ${table} where ${where}`)[0]?.n);
const addAction = (reviewId: string, change: Record<string, string> = {}) => ({
  ...{ actionId: crypto.randomUUID(), reviewId, words: 'Look again.', part: 'tutor', dueOn: TODAY },
  ...change,
});

describe('rows do not grow', () => {
  test('a meeting whose form is sent five times is planned once, and no second one on its day', async () => {
    const kerry = await portal().signIn('kerry');
    const form = {
      id: crypto.randomUUID(),
      traineeId: 'amara',
      day: addDays(TODAY, 200),
      startsAt: '10:00',
      despite: 'yes',
    };
    for (let sent = 0; sent < 5; sent += 1)
      expect((await kerry.post(`${AMARAS}?_action=supervision.plan`, form)).status).toBe(303);
    expect(count('supervision_meetings', `day = '${form.day}'`)).toBe(1);
    const again = await kerry.post(`${AMARAS}?_action=supervision.plan`, { ...form, id: crypto.randomUUID() });
    expect(again.status).toBe(400);
    expect(again.text).toContain('A meeting is planned on that day already');
  });

  test('meetings for years ahead are refused after a dozen', async () => {
    const kerry = await portal().signIn('kerry');
    const plan = (ahead: number) =>
      kerry.post('/trainees/tom/supervision?_action=supervision.plan', {
        ...{ id: crypto.randomUUID(), traineeId: 'tom', startsAt: '10:00', despite: 'yes' },
        day: addDays(TODAY, ahead),
      });
    for (let ahead = 100; ahead < 120; ahead += 1) await plan(ahead);
    expect(count('supervision_meetings', `trainee_id = 'tom' and cancelled_at is null and day >= '${TODAY}'`)).toBe(12);
    expect((await plan(130)).text).toContain('12 meetings are planned already');
  });

  test('a record whose form is sent twice is one, and so is one for the same day', async () => {
    const ruth = await portal().signIn('ruth');
    const form = { id: crypto.randomUUID(), traineeId: 'amara', heldOn: TODAY };
    const begin = (change = {}) => ruth.post(`${AMARAS}?_action=supervision.begin`, { ...form, ...change });
    for (let sent = 0; sent < 3; sent += 1) expect((await begin()).location).toBe(`/supervision/${form.id}`);
    expect((await begin({ id: crypto.randomUUID() })).status).toBe(400);
    expect(count('supervision_reviews', `held_on = '${TODAY}' and trainee_id = 'amara'`)).toBe(1);
    const toms = await ruth.post('/trainees/tom/supervision?_action=supervision.begin', { ...form, traineeId: 'tom' });
    expect(toms.status).toBe(409);
  });

  test('twenty actions are as many as a record holds, and the same one twice is one', async () => {
    const ruth = await portal().signIn('ruth');
    const send = (fields: Record<string, string>) =>
      ruth.post('/supervision/full?_action=supervision.addAction', fields);
    const same = addAction('full');
    for (let sent = 0; sent < 3; sent += 1) expect((await send(same)).status).toBe(303);
    for (let sent = 0; sent < 22; sent += 1) await send(addAction('full'));
    expect(count('supervision_actions', `review_id = 'full'`)).toBe(20);
    expect((await send(addAction('other', { actionId: same.actionId }))).status).toBe(409);
  });
});

describe('what tutor and manager write at the same time', () => {
  test('is never written over: the second is told, sees both, and chooses', async () => {
    const [ruth, kerry] = [await portal().signIn('ruth'), await portal().signIn('kerry')];
    const save = (client: typeof ruth, notes: string, basedOn: string) =>
      client.post('/supervision/two?_action=supervision.save', { reviewId: 'two', heldOn: LONG_AGO, notes, basedOn });
    expect((await save(ruth, 'What Ruth heard.', '1')).status).toBe(303);
    const { status, text } = await save(kerry, 'What Kerry heard.', '1');
    expect(status).toBe(409);
    for (const words of ['What Ruth heard.', 'What Kerry heard.', 'by somebody else or by you in another tab'])
      expect(text).toContain(words);
    expect(portal().rows(`select notes from supervision_reviews where id = 'two'`)).toEqual([
      { notes: 'What Ruth heard.' },
    ]);
    expect((await save(kerry, 'What both heard.', '2')).status).toBe(303);
  });

  test('holds no number of a real person: refused with the passage, and what was typed stays', async () => {
    const ruth = await portal().signIn('ruth');
    const notes = 'Call the officer on 07700 900123 first.';
    const { status, text } = await ruth.post('/supervision/safe?_action=supervision.save', {
      ...{ reviewId: 'safe', heldOn: LONG_AGO, notes, basedOn: '1' },
    });
    expect(status).toBe(400);
    expect(text).toContain('“07700 900123”');
    expect(text).toContain(notes);
  });
});

test('bad days, times and parts are said next to the field', async () => {
  const kerry = await portal().signIn('kerry');
  const plan = (day: string, startsAt: string) =>
    kerry.post(`${AMARAS}?_action=supervision.plan`, { id: crypto.randomUUID(), traineeId: 'amara', day, startsAt });
  for (const [day, startsAt, said] of [
    ['2020-01-06', '10:00', 'Choose today or a day to come'],
    ['2027-02-30', '10:00', 'Give the day of the meeting'],
    [addDays(TODAY, 90), '24:00', 'Give the time in hours and minutes'],
    [addDays(TODAY, 90), '', 'Give the time'],
  ] as const) {
    const { status, text } = await plan(day, startsAt);
    expect(status).toBe(400);
    expect(text).toContain(said);
  }
  const action = await kerry.post(
    '/supervision/safe?_action=supervision.addAction',
    addAction('safe', { part: 'assessor', dueOn: '2019-01-01' }),
  );
  expect(action.status).toBe(400);
  expect(action.text).toContain('Choose who does it');
});

test('a placement on the day is said, and the meeting planned all the same with one more tick', async () => {
  const kerry = await portal().signIn('kerry');
  const [placement] = portal().rows(`select starts_on, place from placements where id = 'amara-prison'`);
  const form = { id: crypto.randomUUID(), traineeId: 'amara', day: String(placement?.starts_on), startsAt: '16:00' };
  const told = await kerry.post(`${AMARAS}?_action=supervision.plan`, form);
  expect(told.status).toBe(400);
  expect(told.text).toContain(`There is a placement on that day: ${String(placement?.place)}`);
  expect(told.text).toContain('name="despite"');
  expect((await kerry.post(`${AMARAS}?_action=supervision.plan`, { ...form, despite: 'yes' })).status).toBe(303);
});

test('a bank holiday is said by its name, and the meeting planned on it all the same with one more tick', async () => {
  const kerry = await portal().signIn('kerry');
  const holiday = bankHolidays.days.find(({ day }) => day > addDays(TODAY, 2));
  const form = { id: crypto.randomUUID(), traineeId: 'amara', day: holiday?.day ?? '', startsAt: '10:00' };
  const told = await kerry.post(`${AMARAS}?_action=supervision.plan`, form);
  expect(told.status).toBe(400);
  expect(told.text).toContain('That is a bank holiday: ');
  expect(told.text).toContain('name="despite"');
  expect((await kerry.post(`${AMARAS}?_action=supervision.plan`, { ...form, despite: 'yes' })).status).toBe(303);
  expect(count('supervision_meetings', `day = '${form.day}'`)).toBe(1);
});
