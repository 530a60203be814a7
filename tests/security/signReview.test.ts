import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addPerson, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addReview, reviewSha256 } from '../support/supervisionRecords.ts';
import { countEntries } from '../support/signing.ts';

const RECORDS = [
  'plain',
  'parts',
  'changed',
  'action',
  'ticked',
  'frozen',
  'both',
  'ended',
  'passwords',
  'mass',
  'outsiders',
];

/** Rita tutors London beside Ruth; Morgan is its tutor and Amara's manager; Rolf was Amara's manager until 2020; Amara tutors her own cohort. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const [id, name] of [
    ['rita', 'Rita Second'],
    ['morgan', 'Morgan Manyhats'],
    ['rolf', 'Rolf Formerly'],
  ] as const)
    addPerson(database, { id, name });
  const assign = (id: string, kind: string, person: string, whom: Record<string, string>, ends: string | null = null) =>
    insert('assignments', { id, kind, person_id: person, ...whom, starts_on: LONG_AGO, ends_on: ends });
  assign('rita-london', 'tutor', 'rita', { cohort_id: 'london' });
  assign('morgan-london', 'tutor', 'morgan', { cohort_id: 'london' });
  assign('morgan-amara', 'manager', 'morgan', { trainee_id: 'amara' });
  assign('amara-london', 'tutor', 'amara', { cohort_id: 'london' });
  insert('person_roles', { person_id: 'rolf', role: 'manager' });
  assign('rolf-amara', 'manager', 'rolf', { trainee_id: 'amara' }, '2020-06-01');
  for (const id of RECORDS) addReview(insert, { id, traineeId: 'amara', writer: 'ruth', isReady: true });
  addReview(insert, { id: 'unready', traineeId: 'amara', writer: 'ruth', isReady: false });
  addReview(insert, { id: 'ahead', traineeId: 'amara', writer: 'ruth', isReady: true, heldOn: '2099-01-05' });
}

const portal = servedPortal({ prepare });

/** Changes the database beside the running portal. */
function runBeside(sql: string): void {
  const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
  database.exec(sql);
  database.close();
}
const entries = () => countEntries(portal());
const signed = (id: string) =>
  portal()
    .rows('select part, person_id from supervision_signatures where review_id = ? order by ledger_seq', id)
    .map((row) => `${String(row.part)}: ${String(row.person_id)}`);
const fields = (reviewId: string, part: string) => ({
  reviewId,
  part,
  shownSha256: reviewSha256(portal(), reviewId),
  password: DEMO_PASSWORD,
});
const sign = (client: PortalClient, id: string, part: string, change: Record<string, string> = {}) =>
  client.post(`/supervision/${id}/sign?_action=supervision.sign`, { ...fields(id, part), ...change });

/** Nothing was signed while this ran. */
async function unsigned(id: string, run: () => Promise<{ status: number }>, status: number): Promise<void> {
  const before = entries();
  expect((await run()).status).toBe(status);
  expect(signed(id)).toEqual([]);
  expect(entries()).toBe(before);
}

describe('each of the three signs in her own part', () => {
  test('trainee, tutor and manager, each once, each with an entry of her own', async () => {
    const before = entries();
    const three = [
      ['ruth', 'tutor'],
      ['kerry', 'manager'],
      ['amara', 'trainee'],
    ] as const;
    for (const [who, part] of three) {
      const { location } = await sign(await portal().signIn(who), 'plain', part);
      expect(location).toBe('/supervision/plain?signed=yes');
    }
    expect(signed('plain')).toEqual(['tutor: ruth', 'manager: kerry', 'trainee: amara']);
    expect(entries()).toBe(before + 3);
    const bodies = portal().rows('select body from ledger_entries order by seq desc limit 3');
    for (const { body } of bodies) expect(String(body)).not.toMatch(/Amara|Ruth|Kerry|@|made up/);
  });

  test.each([
    ['ruth', 'manager'],
    ['ruth', 'trainee'],
    ['kerry', 'tutor'],
    ['kerry', 'trainee'],
    ['amara', 'manager'],
    ['amara', 'tutor'],
  ])('%s cannot sign for the %s, not even a trainee who tutors her own cohort', async (who, part) => {
    const client = await portal().signIn(who);
    await unsigned('parts', () => sign(client, 'parts', part), 403);
  });

  test.each([
    ['gwen', 'tutor', 404],
    ['priya', 'trainee', 404],
    ['salma', 'manager', 404],
    ['rolf', 'manager', 404],
    ['daniel', 'manager', 403],
    ['venetia', 'tutor', 403],
    ['harvey', 'manager', 403],
  ])('%s, who is none of the three, can neither read nor sign it (as %s)', async (who, part, status) => {
    const client = await portal().signIn(who);
    for (const path of ['/supervision/outsiders', '/supervision/outsiders/sign', '/trainees/amara/supervision'])
      expect((await client.get(path)).status, path).toBe(status);
    await unsigned('outsiders', () => sign(client, 'outsiders', part), status);
    const elsewhere = () => client.post('/account?_action=supervision.sign', fields('outsiders', part));
    await unsigned('outsiders', elsewhere, status);
  });

  test('one person with two roles signs for one part', async () => {
    const morgan = await portal().signIn('morgan');
    expect((await sign(morgan, 'both', 'manager')).status).toBe(303);
    const { status, text } = await sign(morgan, 'both', 'tutor');
    expect(status).toBe(409);
    expect(text).toContain('One person signs for one part');
    expect(signed('both')).toEqual(['manager: morgan']);
  });
});

describe('only what was read is signed', () => {
  test('the page shows the notes, the actions and the fingerprint that are signed', async () => {
    const { text } = await (await portal().signIn('ruth')).get('/supervision/changed/sign');
    for (const part of [
      'Somebody made up said something made up.',
      'Do something made up.',
      reviewSha256(portal(), 'changed'),
    ])
      expect(text, part).toContain(part);
  });

  test.each([
    ['notes', 'changed', 'supervision.save', { heldOn: LONG_AGO, notes: 'Other words.', basedOn: '1' }],
    ['an action', 'action', 'supervision.removeAction', { actionId: 'action-action' }],
  ])('%s that changed after the page was opened: refused, said, and shown anew', async (_what, id, action, change) => {
    const ruth = await portal().signIn('ruth');
    const shown = fields(id, 'tutor');
    const kerry = await portal().signIn('kerry');
    expect((await kerry.post(`/supervision/${id}?_action=${action}`, { reviewId: id, ...change })).status).toBe(303);
    const before = entries();
    const { status, text } = await sign(ruth, id, 'tutor', { shownSha256: shown.shownSha256 });
    expect(status).toBe(409);
    expect(text).toContain('changed after you opened this page');
    expect(text).toContain(reviewSha256(portal(), id));
    expect(signed(id)).toEqual([]);
    expect(entries()).toBe(before);
  });

  test('what was ticked off in between changes nothing of what is signed', async () => {
    const { shownSha256 } = fields('ticked', 'tutor');
    const amara = await portal().signIn('amara');
    await amara.post('/supervision/ticked?_action=supervision.tick', { actionId: 'ticked-action', done: 'yes' });
    expect((await sign(await portal().signIn('ruth'), 'ticked', 'tutor', { shownSha256 })).status).toBe(303);
  });

  test.each([
    ['a record that is still being written', 'unready', {}, 409],
    ['a meeting that is yet to come', 'ahead', {}, 409],
    ['a fingerprint that is none', 'passwords', { shownSha256: 'abc' }, 400],
    ['the fingerprint of another record', 'passwords', { shownSha256: 'a'.repeat(64) }, 409],
    ['a part that is none', 'passwords', { part: 'assessor' }, 400],
    ['a wrong password', 'passwords', { password: 'wrong' }, 400],
    ['no password', 'passwords', { password: '' }, 400],
    ['a record that is not there', 'passwords', { reviewId: 'none' }, 404],
  ])('%s: refused', async (_story, id, change, status) => {
    const ruth = await portal().signIn('ruth');
    await unsigned(id, () => sign(ruth, id, 'tutor', change), status);
  });
});

describe('from the first signature on', () => {
  test('nobody changes anything, whatever is sent and from wherever', async () => {
    const [ruth, kerry] = [await portal().signIn('ruth'), await portal().signIn('kerry')];
    expect((await sign(ruth, 'frozen', 'tutor')).status).toBe(303);
    const fingerprint = reviewSha256(portal(), 'frozen');
    const attempts = {
      'supervision.save': { heldOn: LONG_AGO, notes: 'Other words.', basedOn: '1' },
      'supervision.renew': {},
      'supervision.remove': {},
      'supervision.addAction': { actionId: crypto.randomUUID(), words: 'More.', part: 'tutor', dueOn: '2026-12-01' },
      'supervision.removeAction': { actionId: 'frozen-action' },
    };
    for (const [action, change] of Object.entries(attempts))
      for (const client of [ruth, kerry])
        for (const page of ['/supervision/frozen', '/account']) {
          const { status } = await client.post(`${page}?_action=${action}`, { reviewId: 'frozen', ...change });
          expect(status, action).toBe(409);
        }
    expect(reviewSha256(portal(), 'frozen')).toBe(fingerprint);
  });

  test('an assignment that ends takes the record away, and what was signed stays signed', async () => {
    const rita = await portal().signIn('rita');
    expect((await sign(rita, 'ended', 'tutor')).status).toBe(303);
    expect((await rita.get('/supervision/ended')).status).toBe(200);
    runBeside(`update assignments set ends_on = '2020-06-01' where id = 'rita-london'`);
    expect((await rita.get('/supervision/ended')).status).not.toBe(200);
    expect((await sign(rita, 'mass', 'tutor')).status).not.toBe(303);
    runBeside(`update assignments set ends_on = null where id = 'rita-london'`);
    expect(signed('ended')).toEqual(['tutor: rita']);
  });
});

test('fields that no form has are left alone: nobody signs for another person, at another time, or for another trainee', async () => {
  const kerry = await portal().signIn('kerry');
  const smuggled = {
    personId: 'ruth',
    person_id: 'ruth',
    signedAt: '1',
    traineeId: 'tom',
    readyAt: '',
    ledgerSeq: '1',
  };
  expect((await sign(kerry, 'mass', 'manager', smuggled)).status).toBe(303);
  expect(signed('mass')).toEqual(['manager: kerry']);
  const saved = await kerry.post('/supervision/passwords?_action=supervision.save', {
    ...{ reviewId: 'passwords', heldOn: LONG_AGO, notes: 'Mine.', basedOn: '1' },
    ...{ createdBy: 'harvey', savedBy: 'harvey', traineeId: 'tom', facts: '{"made":"up"}', revision: '99' },
  });
  expect(saved.status).toBe(303);
  expect(
    portal().rows(
      `select trainee_id, facts, created_by, saved_by, revision from supervision_reviews where id = 'passwords'`,
    ),
  ).toEqual([{ trainee_id: 'amara', facts: '{}', created_by: 'ruth', saved_by: 'kerry', revision: 2 }]);
});
