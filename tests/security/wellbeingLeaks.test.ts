import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addPerson, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** Words and answers that stand nowhere else in the portal. */
const SECRET = 'Zwielicht over the kettle';
const ANSWERS = ['Far too much', 'No, I feel on my own', 'No room at all'];
const MONTH = '2026-02';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addPerson(database, { id: 'morgan', name: 'Morgan Manyhats' });
  insert('assignments', {
    id: 'm',
    kind: 'manager',
    person_id: 'morgan',
    trainee_id: 'tom',
    starts_on: LONG_AGO,
    ends_on: '2020-06-01',
  });
  insert('person_roles', { person_id: 'morgan', role: 'manager' });
  const check = { workload: 1, support: 1, balance: 1, revision: 1, saved_at: 1_780_000_000, shared_at: null };
  insert('wellbeing_checks', { ...check, trainee_id: 'tom', month: MONTH, words: SECRET });
  insert('wellbeing_checks', { ...check, trainee_id: 'tom', month: '2026-03', words: 'Call me on 07700 900123' });
}

const portal = servedPortal({ prepare });
const holds = (text: string) => [SECRET, ...ANSWERS].filter((words) => text.includes(words));
const act = (client: PortalClient, action: string, fields: Record<string, string>) =>
  client.post(`/wellbeing?_action=wellbeing.${action}`, fields);
const share = (client: PortalClient) => act(client, 'share', { month: MONTH, basedOn: '1' });
const SHOWN_TO = '/trainees/tom/supervision';

/** That it is on no other page of anybody is looked at with everything else there, in contentOfPages.test.ts. */
describe('a check-in that is not shared', () => {
  test('is on her own page', async () => {
    const tom = await portal().signIn('tom');
    expect(holds((await tom.get('/wellbeing')).text)).toContain(SECRET);
  });

  test('is in no agenda, and neither is that there is one', async () => {
    const ruth = await portal().signIn('ruth');
    const id = crypto.randomUUID();
    const heldOn = new Date().toISOString().slice(0, 10);
    expect((await ruth.post(`${SHOWN_TO}?_action=supervision.begin`, { id, traineeId: 'tom', heldOn })).status).toBe(
      303,
    );
    const { text } = await ruth.get(`/supervision/${id}`);
    expect(holds(text)).toEqual([]);
    expect(text).not.toMatch(/check-in/);
    expect(String(portal().rows('select facts from supervision_reviews where id = ?', id)[0]?.facts)).toContain(
      '"sharedWellbeing":[]',
    );
  });

  test('is not in the log, nor is what is typed into it', async () => {
    const tom = await portal().signIn('tom');
    const month = new Date().toISOString().slice(0, 7);
    await act(tom, 'save', { month, workload: '9', support: '1', balance: '1', words: SECRET, basedOn: '0' });
    await act(tom, 'save', { month: 'never', workload: '1', support: '1', balance: '1', words: SECRET, basedOn: '0' });
    expect(JSON.stringify(portal().log())).not.toContain('Zwielicht');
  });

  test('is shared by nobody but herself', async () => {
    for (const who of ['ruth', 'kerry', 'harvey', 'amara']) {
      const client = await portal().signIn(who);
      const { status } = await share(client);
      expect(status, who).toBe(who === 'amara' ? 404 : 403);
      expect((await act(client, 'share', { month: MONTH, basedOn: '1', traineeId: 'tom' })).status).toBe(status);
    }
    expect(
      portal().rows(`select shared_at from wellbeing_checks where month = ? and trainee_id = 'tom'`, MONTH),
    ).toEqual([{ shared_at: null }]);
  });
});

describe('a check-in that is shared', () => {
  test('is read by tutor and manager, by nobody else, and by nobody once it is taken back', async () => {
    const tom = await portal().signIn('tom');
    expect((await share(tom)).location).toBe('/wellbeing?shared=yes');
    for (const who of ['ruth', 'kerry'])
      expect(holds((await (await portal().signIn(who)).get(SHOWN_TO)).text)).toContain(SECRET);
    for (const who of ['gwen', 'salma', 'daniel', 'harvey', 'morgan', 'amara']) {
      const { status, text } = await (await portal().signIn(who)).get(SHOWN_TO);
      expect(status, who).toBeGreaterThanOrEqual(403);
      expect(holds(text), who).toEqual([]);
    }
    expect((await act(tom, 'takeBack', { month: MONTH })).location).toBe('/wellbeing?taken=yes');
    for (const who of ['ruth', 'kerry'])
      expect(holds((await (await portal().signIn(who)).get(SHOWN_TO)).text)).toEqual([]);
  });

  test('is only what stood on the page when she shared it', async () => {
    const tom = await portal().signIn('tom');
    expect((await act(tom, 'share', { month: MONTH, basedOn: '7' })).status).toBe(409);
  });

  test('holds no number that looks like a real person’s: refused before it is shared, kept for her as it was', async () => {
    const tom = await portal().signIn('tom');
    const { status, text } = await act(tom, 'share', { month: '2026-03', basedOn: '1' });
    expect(status).toBe(400);
    expect(text).toContain('07700 900123');
    expect(portal().rows(`select shared_at, words from wellbeing_checks where month = '2026-03'`)).toEqual([
      { shared_at: null, words: 'Call me on 07700 900123' },
    ]);
  });
});

test('fields that no form has are left alone: saving shares nothing, and writes in nobody else’s', async () => {
  const amara = await portal().signIn('amara');
  const month = new Date().toISOString().slice(0, 7);
  const [kept] = portal().rows(
    `select revision, shared_at from wellbeing_checks where trainee_id = 'amara' and month = ?`,
    month,
  );
  await act(amara, 'takeBack', { month });
  const answers = {
    workload: '2',
    support: '2',
    balance: '2',
    words: 'Mine.',
    basedOn: String(Number(kept?.revision ?? 0)),
  };
  const { status } = await act(amara, 'save', {
    month,
    ...answers,
    traineeId: 'tom',
    sharedAt: '1',
    shared_at: '1',
    revision: '50',
  });
  expect(status).toBe(303);
  expect(
    portal().rows(`select trainee_id, words, shared_at, revision from wellbeing_checks where words = 'Mine.'`),
  ).toEqual([{ trainee_id: 'amara', words: 'Mine.', shared_at: null, revision: Number(kept?.revision ?? 0) + 1 }]);
});

test('rows do not grow: one a month, this month and no other, however often it is sent', async () => {
  const nia = await portal().signIn('nia');
  const count = () =>
    Number(portal().rows(`select count(*) as n from wellbeing_checks where trainee_id = 'nia'`)[0]?.n);
  const before = count();
  for (let index = 0; index < 5; index += 1)
    await act(nia, 'save', {
      month: new Date().toISOString().slice(0, 7),
      workload: '3',
      support: '3',
      balance: '3',
      words: `${index}`,
      basedOn: String(index),
    });
  for (const month of ['2020-01', '2099-01', '2026-13'])
    expect(
      (await act(nia, 'save', { month, workload: '3', support: '3', balance: '3', words: '', basedOn: '0' })).status,
    ).toBeGreaterThanOrEqual(400);
  expect(count()).toBe(before + 1);
});
