import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type PortalServer, startPortal } from '../support/portalServer.ts';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const amara = { email: 'amara@pqip.example', password: 'protect-the-study-day' };

test('somebody who is not signed in is sent to sign in, and back', async () => {
  const visitor = portal.visitor();
  const sent = await visitor.get('/modules/parole-recall?one=1&two=2');
  expect([sent.status, sent.location]).toEqual([303, '/sign-in?to=%2Fmodules%2Fparole-recall%3Fone%3D1%26two%3D2']);
  const page = await visitor.get(sent.location ?? '');
  expect(page.text).toContain('value="/modules/parole-recall?one=1&amp;two=2"');
  const signedIn = await visitor.post('/sign-in', { ...amara, to: '/modules/parole-recall?one=1&two=2' });
  expect([signedIn.status, signedIn.location]).toEqual([303, '/modules/parole-recall?one=1&two=2']);
});

test('the session cookie is for this host alone, hidden from scripts and gone with the browser', async () => {
  const answer = await portal.visitor().post('/sign-in', amara);
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-portal_session='));
  expect(line).toMatch(/^__Host-portal_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('what somebody sees is kept by no cache', async () => {
  const client = await portal.signIn('amara');
  for (const path of ['/', '/account', '/sign-in', '/nothing-here']) {
    expect((await client.get(path)).headers.get('cache-control')).toBe('no-store');
  }
});

test('a role she does not have is answered with 403, and she stays signed in', async () => {
  const client = await portal.signIn('amara');
  const answer = await client.get('/cohorts');
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('another role');
  expect((await client.get('/account')).status).toBe(200);
});

test.each(['%', '%E0%A4%A', 'a=b', '"', '\u00e9'.repeat(50), 'x'.repeat(3000)])(
  'a session cookie that holds nonsense (%#) means not signed in',
  async (value) => {
    const answer = await portal
      .visitor()
      .send('/account', { headers: { cookie: `__Host-portal_session=${encodeURI(value)}; other=%E0%A4%A` } });
    expect(answer.status).toBe(303);
  },
);

describe('signing out', () => {
  test('a link does not do it', async () => {
    const client = await portal.signIn('amara');
    expect((await client.get('/sign-out')).status).toBe(405);
    expect((await client.get('/account')).status).toBe(200);
  });

  test('the button does, for good', async () => {
    const client = await portal.signIn('amara');
    const copied = client.cookies.get('__Host-portal_session');
    const answer = await client.post('/sign-out');
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?signed-out']);
    expect(client.cookies.has('__Host-portal_session')).toBe(false);
    const replay = await portal.visitor().send('/account', { headers: { cookie: `__Host-portal_session=${copied}` } });
    expect(replay.status).toBe(303);
  });

  test('everywhere ends the other browser too', async () => {
    const [here, there] = [await portal.signIn('harvey'), await portal.signIn('harvey')];
    expect((await here.post('/account?_action=accounts.signOutEverywhere')).location).toBe('/sign-in?signed-out');
    expect((await there.get('/account')).status).toBe(303);
  });
});

describe('what cannot be used is a clear answer, never a fault', () => {
  test.each([
    ['an action nobody wrote, from a form', '/account?_action=accounts.nothing', 404],
    ['an action nobody wrote, by its inherited name', '/account?_action=constructor', 404],
    ['a noun in place of an action', '/account?_action=accounts', 404],
    ['something below an action', '/account?_action=accounts.signIn.deeper', 404],
    ['an empty action', '/account?_action=', 200],
  ])('%s', async (_story, path, status) => {
    const client = await portal.signIn('amara');
    expect((await client.post(path, { x: '1' })).status).toBe(status);
  });

  test.each([
    ['an action nobody wrote', 'accounts.nothing', {}, 404],
    ['a noun', 'accounts', {}, 404],
    ['an action that wants a form', 'accounts.setLanguage', { language: 'cy' }, 415],
  ])('%s, called by an island', async (_story, action, input, status) => {
    const client = await portal.signIn('amara');
    const answer = await client.call(action, input);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'AstroActionError' });
  });

  test('U+0000 in a form, in an address and in a call', async () => {
    const client = portal.visitor();
    const answers = [
      await client.post('/sign-in', { ...amara, email: 'a\u0000b' }),
      await client.get('/sign-in?to=%00'),
      await client.call('accounts.signInBeside', { email: 'a\u0000b', password: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  test('half a JSON text', async () => {
    const client = portal.visitor();
    const headers = { origin: client.url, 'content-type': 'application/json' };
    const answer = await client.send('/_actions/accounts.signInBeside', { method: 'POST', body: '{"email":', headers });
    expect(answer.status).toBe(400);
  });

  test('a form without the fields it needs says what is missing', async () => {
    const answer = await portal.visitor().post('/sign-in', {});
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Enter your e-mail address');
    expect(answer.text).toContain('Enter your password');
  });
});

test('an island whose session has ended is told so in a form it understands', async () => {
  const answer = await portal
    .visitor()
    .call('reflections.save', formOf({ moduleId: 'parole-recall', text: 'x', basedOn: '0' }));
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toMatchObject({ type: 'AstroActionError', code: 'UNAUTHORIZED' });
});

test('an error page says what happened, that nothing was lost, one way on and a reference that is in the log', async () => {
  const answer = await portal.visitor().get('/nothing-here');
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('Everything you had saved before is still there.');
  const reference = /<code>([\w-]{36})<\/code>/.exec(answer.text)?.[1];
  expect(reference).toBe(answer.headers.get('x-request-id'));
  await vi.waitFor(() => expect(portal.log().map(({ id }) => id)).toContain(reference));
});

test('too many wrong passwords: 429 with words, a time, and her address still in the field', async () => {
  const client = portal.visitor();
  const wrong = { email: 'venetia@pqip.example', password: 'guess' };
  for (let n = 0; n < 10; n += 1) expect((await client.post('/sign-in', wrong)).status).toBe(422);
  const answer = await client.post('/sign-in', wrong);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3500);
  expect(answer.text).toContain('Too many tries. Wait 60 minutes');
  expect(answer.text).toContain('value="venetia@pqip.example"');
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
