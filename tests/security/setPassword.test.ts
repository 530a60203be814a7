import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { DEMO_PASSWORD, demoEmail } from '#db/demo/people.ts';
import { accountTokens } from '#src/server/tokens.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { accountForm, bringIn, HEAD, rolesOf, sendFile, untilOver } from './peopleHouse.ts';

const portal = servedPortal();
const GOOD = 'copper lantern seven tides';
const OTHER = 'four wet boots by a gate';
const AT = 1_760_000_000;
const NEVER = 4_000_000_000;

function change(run: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
  run(database);
  database.close();
}

interface Invited {
  readonly kind?: 'invitation' | 'reset';
  readonly expiresAt?: number;
  /** Somebody of the demo; else a new account. */
  readonly personId?: string;
}

/** A person with a link to set her password. */
function invited({ kind = 'invitation', expiresAt = NEVER, personId = randomUUID() }: Invited = {}) {
  const token = createHash('sha256').update(randomUUID()).digest('base64url');
  change((database) => {
    database
      .prepare(
        `insert or ignore into people (id, email, name, language, created_at) values (?, ?, 'Ines Invited', 'en', ?)`,
      )
      .run(personId, demoEmail(personId), AT);
    database
      .prepare(
        `insert into account_links (id, person_id, kind, token_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, 'harvey', ?, ?)`,
      )
      .run(randomUUID(), personId, kind, accountTokens.known(token), AT, expiresAt);
  });
  const page = `/${kind === 'invitation' ? 'welcome' : 'reset'}/${token}`;
  const set = (newPassword = GOOD, client = portal().visitor()) =>
    client.post(`${page}?_action=passwords.setByLink`, { token, newPassword });
  const canSignIn = async (password: string) => {
    const form = { email: demoEmail(personId), password };
    return (await portal().visitor().post('/sign-in', form)).status === 303;
  };
  return { personId, token, page, set, canSignIn };
}

const hashOf = (personId: string) => portal().rows('select password_hash from people where id = ?', personId)[0];

describe('a link to set a password', () => {
  test('opens once: the password is kept, and nobody sets another by it', async () => {
    const { page, set, canSignIn } = invited();
    expect((await portal().visitor().get(page)).text).toContain('Hello Ines Invited');
    expect(await set()).toMatchObject({ status: 303, location: '/sign-in?password-set' });
    expect(await canSignIn(GOOD)).toBe(true);
    expect((await set(OTHER)).status).toBe(404);
    expect((await portal().visitor().get(page)).status).toBe(404);
    expect(await canSignIn(OTHER)).toBe(false);
  });

  test('two at the same moment: one is kept, the other is told', async () => {
    const { set, canSignIn } = invited();
    const answers = await Promise.all([set(GOOD), set(OTHER)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 404]);
    const worked = [await canSignIn(GOOD), await canSignIn(OTHER)];
    expect(worked.filter(Boolean)).toHaveLength(1);
  });

  test.each([
    'aaaaaaaaaaaaaaaaaa',
    'too short',
    '',
    'ines invited pqip'.slice(0, 14),
    'passwordpassword',
    'x'.repeat(1025),
  ])('%j is refused beside the field, shown to nobody, and the link stays open', async (weak) => {
    const { set, canSignIn } = invited();
    const { status, text } = await set(weak);
    expect([400, 422]).toContain(status);
    expect(text).toContain('href="#newPassword"');
    if (weak.length > 8) expect(text).not.toContain(weak);
    expect((await set()).status).toBe(303);
    expect(await canSignIn(GOOD)).toBe(true);
  });

  test('opens nothing out of its time, taken back, or of an account that is switched off', async () => {
    const late = invited({ expiresAt: AT + 1 });
    const revoked = invited();
    const off = invited();
    change((database) => {
      database.prepare('update account_links set revoked_at = ? where person_id = ?').run(AT, revoked.personId);
      database.prepare('update people set disabled_at = ? where id = ?').run(AT, off.personId);
    });
    for (const { page, set, personId } of [late, revoked, off]) {
      expect((await portal().visitor().get(page)).status).toBe(404);
      expect((await set()).status).toBe(404);
      expect(hashOf(personId)?.password_hash).toBeNull();
    }
  });

  test('ends every sign-in of hers and every other link; nobody else’s', async () => {
    const tom = await portal().signIn('tom');
    const amara = await portal().signIn('amara');
    const [first, second] = [invited({ kind: 'reset', personId: 'tom' }), invited({ kind: 'reset', personId: 'tom' })];
    expect((await first.set()).status).toBe(303);
    expect((await tom.get('/progress')).location).toMatch(/^\/sign-in/);
    expect((await amara.get('/progress')).status).toBe(200);
    expect((await second.set(OTHER)).status).toBe(404);
    expect(await first.canSignIn(DEMO_PASSWORD)).toBe(false);
    expect(await first.canSignIn(GOOD)).toBe(true);
  });

  test('is no use as the link of another kind, nor is its hash; the database holds no token', async () => {
    const { token, page } = invited();
    const visitor = portal().visitor();
    for (const path of [
      `/reset/${token}`,
      `/welcome/${accountTokens.known(token)}`,
      `/witness/${token}`,
      `/host/${token}`,
    ])
      expect((await visitor.get(path)).status, path).toBe(404);
    expect(JSON.stringify(portal().rows('select * from account_links'))).not.toContain(token);
    expect((await visitor.get(page)).headers.get('cache-control')).toBe('no-store');
    expect((await visitor.get(page)).headers.get('x-robots-tag')).toContain('noindex');
  });

  test('is not used up by somebody else who is signed in in the same browser', async () => {
    const { page, set } = invited();
    const amara = await portal().signIn('amara');
    expect((await amara.get(page)).text).toContain('Somebody else is signed in');
    expect((await set()).status).toBe(303);
  });

  test('leaves an entry and a notice that name no password', async () => {
    const { personId, set } = invited();
    await set();
    const entries = portal().rows('select act, actor_id, details from audit_entries where person_id = ?', personId);
    expect(entries).toEqual([{ act: 'password.set', actor_id: null, details: '{"by":"link"}' }]);
    const told = portal().rows('select kind, details from notices where person_id = ?', personId);
    expect(told).toEqual([{ kind: 'account-safety', details: '{"what":"password-set"}' }]);
  });
});

describe('who sends a link', () => {
  const send = { personId: 'nia', password: DEMO_PASSWORD };

  test.each(['amara', 'ruth', 'daniel', 'kerry', 'venetia', 'edith'])('%s does not', async (person) => {
    const client = await portal().signIn(person);
    expect((await client.post('/account?_action=invitations.send', send)).status).toBe(403);
    expect(portal().rows(`select id from account_links where person_id = 'nia'`)).toEqual([]);
  });

  test('an administrator does, with the password again; the link before it stops to work; never to herself', async () => {
    const harvey = await portal().signIn('harvey');
    const wrong = await harvey.call('invitations.send', form({ ...send, password: 'something else' }));
    expect(wrong.status).toBe(422);
    const before = invited({ kind: 'reset', personId: 'nia' });
    const { status, text } = await harvey.call('invitations.send', form(send));
    expect(status).toBe(200);
    const token = /reset\/([\w-]{43})/.exec(text)?.[1];
    expect((await portal().visitor().get(before.page)).status).toBe(404);
    expect((await portal().visitor().get(`/reset/${token}`)).status).toBe(200);
    const own = await harvey.call('invitations.send', form({ ...send, personId: 'harvey' }));
    expect(own.status).toBe(422);
    expect(portal().rows(`select id from account_links where person_id = 'harvey'`)).toEqual([]);
  });

  function form(fields: Record<string, string>): FormData {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  }
});

describe('a new password of her own', () => {
  const ask = (password: string, newPassword: string) => ({ password, newPassword });

  test('needs the one she has, ends her other sign-ins, and keeps this one', async () => {
    const [here, elsewhere] = [await portal().signIn('marcus'), await portal().signIn('marcus')];
    const page = '/account/password?_action=passwords.change';
    const wrong = await here.post(page, ask('not my password', GOOD));
    expect(wrong.status).toBe(400);
    expect(wrong.text).not.toContain(GOOD);
    expect((await here.post(page, ask(DEMO_PASSWORD, DEMO_PASSWORD))).status).toBe(400);
    expect((await here.post(page, ask(DEMO_PASSWORD, GOOD))).location).toBe('/account?kept=password');
    expect((await here.get('/account')).status).toBe(200);
    expect((await elsewhere.get('/account')).location).toMatch(/^\/sign-in/);
  });

  test('is not carried along by the sign-in page when the session had ended', async () => {
    const chloe = await portal().signIn('chloe');
    change((database) => void database.prepare(`delete from sessions where person_id = 'chloe'`).run());
    const late = await chloe.post('/account/password?_action=passwords.change', ask(DEMO_PASSWORD, OTHER));
    expect(late.status).toBe(401);
    expect(late.text).not.toContain(OTHER);
  });
});

describe('other roles end every sign-in of a person, and she is told', () => {
  const rows: ReturnType<typeof portal>['rows'] = (sql, ...values) => portal().rows(sql, ...values);
  const toldOf = (id: string) =>
    rows(`select details from notices where person_id = ? and kind = 'account-safety'`, id).map((row) => row.details);
  const save = (client: PortalClient, id: string, fields: Fields) =>
    client.post(`/admin/people/${id}?_action=people.save`, accountForm(rows, id, fields));

  test('by the page of an account; another name leaves them', async () => {
    const [harvey, joan] = [await portal().signIn('harvey'), await portal().signIn('joan')];
    expect((await save(harvey, 'joan', { name: 'Joan Renamed' })).status).toBe(303);
    expect((await joan.get('/account')).status).toBe(200);
    expect((await save(harvey, 'joan', { roles: ['assessor', 'verifier'] })).status).toBe(303);
    expect((await joan.get('/account')).location).toMatch(/^\/sign-in/);
    expect(toldOf('joan')).toEqual(['{"what":"roles-changed"}']);
    for (const roles of [['admin', 'verifier'], ['admin']])
      expect((await save(harvey, 'harvey', { roles })).status, 'her own, just after her password').toBe(303);
    expect((await harvey.get('/admin/people')).status).toBe(200);
  });

  test('by a file, once however many it gives her; tutors are told once of those whom it brings into a cohort', async () => {
    const [harvey, gwen] = [await portal().signIn('harvey'), await portal().signIn('gwen')];
    const [{ name } = {}] = rows(`select name from people where id = 'gwen'`);
    const id = randomUUID();
    const place = `trainee,"Wales, autumn intake",standard-15,2026-11-02,37,,,,en`;
    const others = ['one', 'two'].map((word) => `${word}@pqip.example,New ${word},${place}`).join('\n');
    await sendFile(harvey, `${HEAD}\n${demoEmail('gwen')},${String(name)},verifier|manager,,,,,,,,\n${others}\n`, id);
    await bringIn(harvey, id);
    await untilOver(harvey, id);
    expect(rolesOf(rows, 'gwen')).toEqual(expect.arrayContaining(['manager', 'verifier']));
    expect((await gwen.get('/cohorts')).location).toMatch(/^\/sign-in/);
    expect(toldOf('gwen')).toEqual(['{"what":"roles-changed"}']);
    const told = rows(`select details from notices where kind = 'cohort-people' and trainee_id is null`);
    expect(told.map(({ details }) => details)).toEqual(['{"what":"brought-in","cohortId":"wales","count":2}']);
  });
});

test('a forgotten password: the same answer for every address, and after several tries the same refusal', async () => {
  const asking = (email: string) =>
    portal().visitor().post('/forgotten-password?_action=passwords.askReset', { email });
  for (const email of [demoEmail('gwen'), 'nobody@pqip.example']) {
    for (let turn = 0; turn < 5; turn += 1) expect((await asking(email)).location).toBe('/forgotten-password?asked');
    expect((await asking(email.toUpperCase())).status).toBe(429);
  }
  await vi.waitFor(() => expect(portal().rows(`select id from account_links where person_id = 'gwen'`)).toEqual([]));
});
