import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { accountForm, bringIn, HEAD, IMPORT, rolesOf, sendFile, signedIn, untilOver } from './peopleHouse.ts';

const portal = servedPortal();
const OTHERS = ['amara', 'ruth', 'daniel', 'kerry', 'venetia'] as const;
const today = () => new Date().toISOString().slice(0, 10);
const as = signedIn(portal, ['harvey', ...OTHERS]);
const rows = (sql: string, ...values: string[]) => portal().rows(sql, ...values);
const one = (sql: string, ...values: string[]) => rows(sql, ...values)[0];
const save = (id: string, change: Fields = {}) =>
  as('harvey').post(`/admin/people/${id}?_action=people.save`, accountForm(rows, id, change));
const send = (text: string, id?: string) => sendFile(as('harvey'), text, id);
const bring = (id: string) => bringIn(as('harvey'), id);
const stateOf = (id: string) => one('select state, rows from imports where id = ?', id);

describe('only an administrator writes accounts', () => {
  test.each(OTHERS)('%s neither makes nor changes one, whichever way she asks', async (who) => {
    const before = rows('select * from people');
    const made = { ...accountForm(rows, 'amara'), id: randomUUID(), personEmail: 'new@pqip.example', roles: ['admin'] };
    const whose = { traineeId: 'amara', kind: 'assessor', personId: 'joan' };
    const given = { ...whose, startsOn: today(), password: DEMO_PASSWORD };
    for (const page of ['/admin/people', '/admin/people/amara', IMPORT, '/admin/people/lists/people'])
      expect((await as(who).get(page)).status, page).toBe(403);
    for (const [action, fields] of [
      ['people.add', made],
      ['people.save', accountForm(rows, 'amara', { roles: ['admin'] })],
      ['people.disable', { personId: 'harvey' }],
      ['people.assign', { ...given, id: randomUUID() }],
    ] as const)
      expect((await as(who).post(`/account?_action=${action}`, fields)).status, action).toBe(403);
    expect((await sendFile(as(who), `${HEAD}\n`)).status).toBe(403);
    expect((await as(who).post('/admin/people/lists/people', { password: DEMO_PASSWORD })).status).toBe(403);
    expect(rows('select * from people').length).toBe(before.length);
    expect(rolesOf(rows, 'amara')).toEqual(['trainee']);
  });
});

describe('an administrator cannot lock herself or everybody out', () => {
  test('she takes the role neither from herself nor from the last, and switches neither off', async () => {
    const own = await save('harvey', { roles: ['tutor'] });
    expect(own.status).toBe(400);
    expect(own.text).toContain('You cannot take the role of administrator from yourself');
    const off = await as('harvey').post('/admin/people/harvey?_action=people.disable', { personId: 'harvey' });
    expect(off.status).toBe(400);
    expect(rolesOf(rows, 'harvey')).toEqual(['admin']);
    expect(one(`select disabled_at from people where id = 'harvey'`)?.['disabled_at']).toBeNull();
  });

  test('a role that is still worked in stays', async () => {
    const { status, text } = await save('daniel', { roles: ['verifier'] });
    expect(status).toBe(400);
    expect(text).toContain('Hand them over first');
    expect(rolesOf(rows, 'daniel')).toEqual(['assessor']);
  });
});

describe('rights are given with the password alone', () => {
  test.each([
    ['without it', { password: '' }, 'Enter your password'],
    ['with a wrong one', { password: 'wrong' }, 'The password is not right'],
    ['with an address that somebody has', { personEmail: 'tom@pqip.example' }, 'Somebody has this address already'],
    ['with a name that is a formula', { name: '=1+1' }, 'A name begins with a letter'],
    ['over what another administrator saved', { mark: '[]', name: 'Amara Other' }, 'Somebody changed this account'],
  ])('an account is not changed %s', async (_story, change, words) => {
    const before = one(`select * from people where id = 'amara'`);
    const { status, text } = await save('amara', { roles: ['trainee', 'tutor'], ...change });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).toContain(words);
    expect(one(`select * from people where id = 'amara'`)).toEqual(before);
    expect(rolesOf(rows, 'amara')).toEqual(['trainee']);
  });

  test('what a form names beside its fields is not taken over, and the same form twice makes one account', async () => {
    const id = randomUUID();
    const fields = {
      ...{ id, name: 'Mass Assigned', personEmail: 'mass@pqip.example', language: 'en', roles: ['verifier'] },
      ...{ password: DEMO_PASSWORD, passwordHash: 'x', password_hash: 'x', createdAt: '0', disabledAt: '1' },
    };
    for (let time = 0; time < 2; time += 1)
      expect((await as('harvey').post('/admin/people/new?_action=people.add', fields)).status).toBe(303);
    expect(one('select password_hash, disabled_at, email from people where id = ?', id)).toEqual({
      ...{ password_hash: null, disabled_at: null, email: 'mass@pqip.example' },
    });
    const audit = rows('select act, actor_id from audit_entries where person_id = ?', id);
    expect(audit).toEqual([{ act: 'person.added', actor_id: 'harvey' }]);
  });

  test('an assignment never counts from yesterday, and nobody assesses whom she manages', async () => {
    const fields = { id: randomUUID(), traineeId: 'amara', kind: 'assessor', password: DEMO_PASSWORD };
    const assign = (change: Fields) =>
      as('harvey').post('/admin/people/amara?_action=people.assign', { ...fields, ...change });
    expect((await assign({ personId: 'joan', startsOn: '2026-01-05' })).text).toContain('from today');
    expect((await assign({ personId: 'amara', startsOn: today() })).text).toContain(
      'Nobody assesses or manages herself',
    );
    expect((await assign({ personId: 'kerry', startsOn: today() })).text).toContain('is not a practice assessor');
    expect(rows('select id from assignments where id = ?', fields.id)).toEqual([]);
  });
});

test('an account that is switched off loses its sessions and its links at once, and nobody signs in with it', async () => {
  const gwen = await portal().signIn('gwen');
  expect((await gwen.get('/cohorts')).status).toBe(200);
  await as('harvey').post('/admin/people/gwen?_action=invitations.send', { personId: 'gwen', password: DEMO_PASSWORD });
  expect((await as('harvey').get('/admin/people/gwen')).text).toContain('No other tutor: Wales, autumn intake');
  expect((await as('harvey').post('/admin/people/gwen?_action=people.disable', { personId: 'gwen' })).status).toBe(303);
  expect((await gwen.get('/cohorts')).status, 'her next request').toBe(303);
  expect(rows(`select id from sessions where person_id = 'gwen'`)).toEqual([]);
  expect(rows(`select id from account_links where person_id = 'gwen' and revoked_at is null`)).toEqual([]);
  await expect(portal().signIn('gwen')).rejects.toThrow();
  const mails = `select address, kind, details from outbox where person_id = 'gwen' and key like 'account-off:%'`;
  const told = { address: 'gwen@pqip.example', kind: 'account-safety', details: '{"what":"switched-off"}' };
  expect(rows(mails), 'she is told by e-mail, as she cannot look').toEqual([told]);
  const on = { personId: 'gwen', password: DEMO_PASSWORD };
  expect((await as('harvey').post('/admin/people/gwen?_action=people.enable', { ...on, password: 'no' })).status).toBe(
    400,
  );
  expect((await as('harvey').post('/admin/people/gwen?_action=people.enable', on)).status).toBe(303);
  expect((await (await portal().signIn('gwen')).get('/cohorts')).status).toBe(200);
});

describe('a file of people', () => {
  test.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(1)'])(
    'with a formula (%j) is told and never kept',
    async (name) => {
      const { status, text } = await send(`${HEAD}\nf@pqip.example,"${name.replaceAll('"', '""')}",tutor,,,,,,,,\n`);
      expect(status).toBe(422);
      expect(text).toContain('runs as a formula');
      expect(rows('select id from imports')).toEqual([]);
    },
  );

  test('with script is shown as text', async () => {
    const { text } = await send(`${HEAD}\nx@pqip.example,<script>alert(1)</script>,"<img src=x>",,,,,,,,\n`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
  });

  test('with one wrong row of many writes nothing, and tells every row at once', async () => {
    const before = rows('select count(*) as n from people');
    const good = 'good@pqip.example,Good Row,tutor,,,,,,,,';
    const { status, text } = await send(
      `${HEAD}\n${good}\nbad,,boss,,,,,,,,\ntwo@pqip.example,Two,trainee,Atlantis,x,,,,,,\n`,
    );
    expect(status).toBe(422);
    for (const words of [
      'It is no e-mail address',
      'There is no role called “boss”',
      'There is no cohort of this name',
      'There is no such route',
    ])
      expect(text).toContain(words);
    expect(rows('select count(*) as n from people')).toEqual(before);
  });

  test('that is far too long is told in words, and a huge one is turned away', async () => {
    const long = await send(`${HEAD}\n${'x,,,,,,,,,,\n'.repeat(100_000)}`);
    expect(long.status).toBe(422);
    expect(long.text).toContain('larger than 1 MB');
    expect((await send('x'.repeat(3_000_000))).status).toBe(413);
    const wrong = await send(`${HEAD}\n${'x,,,,,,,,,,\n'.repeat(3_900)}`);
    expect(wrong.text).toContain('These are the first 500 of');
    expect(wrong.text.length).toBeLessThan(1_000_000);
  });

  test('is not brought in without the password, nor by somebody else; put aside, it is gone', async () => {
    const id = randomUUID();
    expect((await send(`${HEAD}\naside@pqip.example,Put Aside,tutor,,,,,,,,\n`, id)).status).toBe(303);
    expect((await bringIn(as('harvey'), id, 'wrong')).status).toBe(400);
    expect((await bringIn(as('ruth'), id)).status).toBe(403);
    expect((await as('harvey').post(`${IMPORT}/${id}?_action=imports.drop`, { id })).status).toBe(303);
    expect((await bring(id)).status).toBe(409);
    expect(stateOf(id)).toEqual({ state: 'dropped', rows: '' });
    expect(rows(`select id from people where email = 'aside@pqip.example'`)).toEqual([]);
  });

  test('is brought in once, whole, under the name of whoever confirms; again it changes nothing', async () => {
    const place = `trainee,"London, autumn intake",standard-15,${today()},37,daniel@pqip.example,boss@pqip.example,,en`;
    const trainees = Array.from({ length: 60 }, (_none, n) => `new${String(n)}@pqip.example,New Trainee,${place}`);
    const text = `${HEAD}\nboss@pqip.example,Bo Boss,manager,,,,,,,,\n${trainees.join('\n')}\n`;
    const id = randomUUID();
    expect((await send(text, id)).location).toBe(`${IMPORT}/${id}`);
    const [first, second] = await Promise.all([bring(id), bring(id)]);
    expect([first.status, second.status].toSorted((a, b) => a - b)[0]).toBe(303);
    await untilOver(as('harvey'), id);
    expect(stateOf(id)).toEqual({ state: 'done', rows: '' });
    const counted = `select (select count(*) from people where email like 'new%@pqip.example') as people,
      (select count(*) from assignments g join people p on p.id = g.trainee_id where p.email like 'new%') as assignments,
      (select count(*) from enrolments e join people p on p.id = e.trainee_id where p.email like 'new%') as places,
      (select count(*) from cohort_memberships m join people p on p.id = m.trainee_id where p.email like 'new%') as members,
      (select count(*) from audit_entries a join people p on p.id = a.person_id where p.email like 'new%' and a.act = 'person.added' and a.actor_id = 'harvey') as told`;
    expect(one(counted)).toEqual({ people: 60, assignments: 120, places: 60, members: 60, told: 60 });
    const again = randomUUID();
    expect((await send(text, again)).status).toBe(303);
    expect((await as('harvey').get(`${IMPORT}/${again}`)).text).toContain('The portal holds exactly this already');
    await bring(again);
    await untilOver(as('harvey'), again);
    expect(stateOf(again)).toEqual({ state: 'done', rows: '' });
    expect(one(counted)).toEqual({ people: 60, assignments: 120, places: 60, members: 60, told: 60 });
  });

  test('that fitted when it was read and does not any more writes nothing and says what is wrong', async () => {
    const id = randomUUID();
    const made = { name: 'Came Between', language: 'en', roles: ['external'], password: DEMO_PASSWORD };
    await send(`${HEAD}\nbetween@pqip.example,Came Between,tutor,,,,,,,,\n`, id);
    await as('harvey').post('/admin/people/new?_action=people.add', {
      id: randomUUID(),
      personEmail: 'between@pqip.example',
      ...made,
    });
    const { status, text } = await bring(id);
    expect(status).toBe(422);
    expect(text).toContain('does not fit any more');
    expect(text).toContain('An external quality assurer has no other role');
    expect(
      rows(
        `select role from person_roles r join people p on p.id = r.person_id where p.email = 'between@pqip.example'`,
      ),
    ).toEqual([{ role: 'external' }]);
  });
});

describe('a list', () => {
  test('leaves with the password alone, is noted, and holds no formula', async () => {
    await save('kofi', { name: 'Kofi Asante' });
    expect((await as('harvey').post('/admin/people/lists/people', { password: 'wrong' })).status).toBe(422);
    const before = rows(`select id from audit_entries where act = 'list.exported'`).length;
    const { status, text, headers } = await as('harvey').post('/admin/people/lists/people', {
      password: DEMO_PASSWORD,
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).not.toMatch(/(^|,)"[=+@-]/mu);
    expect(rows(`select id from audit_entries where act = 'list.exported'`).length).toBe(before + 1);
    expect((await as('harvey').get('/admin/people')).status, 'the fresh session goes on').toBe(200);
    const id = randomUUID();
    expect((await send(text, id)).status, 'it can be brought in again').toBe(303);
    expect((await as('harvey').get(`${IMPORT}/${id}`)).text).toContain('The portal holds exactly this already');
  });
});
