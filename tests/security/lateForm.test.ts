import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PortalClient } from '../support/portalClient.ts';
import { type PortalServer, startPortal } from '../support/portalServer.ts';

const PASSWORD = 'protect-the-study-day';
const PAGE = '/modules/parole-recall';
const ACTION = `${PAGE}?_action=reflections.save`;
const TEXT = 'First line with "quotes" & <b>signs</b>\r\nsecond line, café';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const SIGNS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&#38;': '&',
  '&amp;': '&',
};
const unescape = (text: string) => text.replaceAll(/&(?:quot|lt|gt|amp|#34|#38|#39);/g, (sign) => SIGNS[sign] ?? sign);

/** The hidden fields of the sign-in form, as a browser would send them. */
function hiddenFields(page: string): Record<string, string> {
  const tags = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name = '', value = '']) => [unescape(name), unescape(value)]));
}

/** Somebody whose session has ended, in a browser that still knows her. */
async function signedOut(personId: string): Promise<PortalClient> {
  const client = await portal.signIn(personId);
  const [id] = portal.rows('select id from sessions where person_id = ? order by created_at desc', personId);
  expect(id).toBeDefined();
  const other = portal.visitor();
  await other.signIn(personId);
  await other.post('/account?_action=accounts.signOutEverywhere');
  return client;
}

const credentials = (personId: string) => ({ email: `${personId}@pqip.example`, password: PASSWORD });
const reflections = (personId: string) =>
  portal.rows('select text from reflections where trainee_id = ? and module_id = ?', personId, 'parole-recall');

describe('a form that arrives after the session has ended', () => {
  test('gets the sign-in page, which carries every word along', async () => {
    const amara = await signedOut('amara');
    const late = await amara.post(ACTION, { moduleId: 'parole-recall', basedOn: '0', text: TEXT });
    expect(late.status).toBe(401);
    expect(hiddenFields(late.text)).toMatchObject({ moduleId: 'parole-recall', basedOn: '0', text: TEXT, to: ACTION });
  });

  test('is saved once the same person has signed in', async () => {
    const nia = await signedOut('nia');
    const late = await nia.post(ACTION, { moduleId: 'parole-recall', basedOn: '0', text: TEXT });
    const fields = { ...hiddenFields(late.text), ...credentials('nia') };
    const signedIn = await nia.post('/sign-in', fields);
    expect([signedIn.status, signedIn.location]).toEqual([307, ACTION]);
    await nia.post(signedIn.location ?? '', fields);
    expect(reflections('nia')).toEqual([{ text: TEXT.replaceAll('\r\n', '\n') }]);
  });

  test('keeps every word when the password is wrong at first', async () => {
    const amara = await signedOut('amara');
    const late = await amara.post(ACTION, { moduleId: 'parole-recall', basedOn: '0', text: TEXT });
    const wrong = await amara.post('/sign-in', {
      ...hiddenFields(late.text),
      ...credentials('amara'),
      password: 'guess',
    });
    expect(wrong.status).toBe(422);
    expect(hiddenFields(wrong.text)).toEqual(hiddenFields(late.text));
    expect(wrong.text).not.toContain('guess');
  });

  test('of somebody else is not sent on, and she is told so', async () => {
    const amara = await signedOut('amara');
    const late = await amara.post(ACTION, { moduleId: 'parole-recall', basedOn: '0', text: TEXT });
    const tom = await amara.post('/sign-in', { ...hiddenFields(late.text), ...credentials('tom') });
    expect([tom.status, tom.location]).toEqual([200, null]);
    expect(tom.text).toContain('belonged to somebody else');
    expect(tom.text).not.toContain('First line');
    expect(reflections('tom')).toEqual([]);
  });

  test('from another site is turned away, not carried', async () => {
    const amara = await signedOut('amara');
    const sent = await amara.post(
      ACTION,
      { moduleId: 'parole-recall', text: 'planted' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(sent.status).toBe(403);
    expect(sent.text).not.toContain('planted');
  });
});

describe('a form that asks for the password', () => {
  const SIGN = '/assess/amara-evidence-3-1/sign';

  test('is never sent again by itself: signing in signs nothing', async () => {
    const daniel = await signedOut('daniel');
    const late = await daniel.post(`${SIGN}?_action=signing.sign`, {
      traineeId: 'amara',
      subject: 'criterion',
      chosen: '1.1',
      password: PASSWORD,
    });
    const fields = hiddenFields(late.text);
    expect(late.status).toBe(401);
    expect(late.text).not.toContain(`value="${PASSWORD}"`);
    expect(fields).toMatchObject({ to: SIGN, chosen: '1.1' });
    expect(fields).not.toHaveProperty('password');
    const before = portal.rows('select count(*) as n from portfolio_sign_offs');
    const signedIn = await daniel.post('/sign-in', { ...fields, ...credentials('daniel') });
    expect([signedIn.status, signedIn.location]).toEqual([307, SIGN]);
    await daniel.post(SIGN, { ...fields, ...credentials('daniel') });
    expect(portal.rows('select count(*) as n from portfolio_sign_offs')).toEqual(before);
  });

  test('keeps the address that was typed for somebody else, which is not that of signing in', async () => {
    const harvey = await signedOut('harvey');
    const late = await harvey.post('/admin/people/new?_action=people.add', {
      ...{ id: '5f0c6a52-7777-4a5b-8c1d-5a1b2c3d4e5f', name: 'Nel New', personEmail: 'nel@pqip.example' },
      ...{ language: 'cy', roles: 'tutor', password: PASSWORD },
    });
    const fields = hiddenFields(late.text);
    expect(fields).toMatchObject({ to: '/admin/people/new', name: 'Nel New', personEmail: 'nel@pqip.example' });
    await harvey.post('/sign-in', { ...fields, ...credentials('harvey') });
    const page = await harvey.post('/admin/people/new', { ...fields, ...credentials('harvey') });
    expect(page.text).toContain('value="nel@pqip.example"');
    expect(page.text).not.toContain('value="harvey@pqip.example"');
    expect(portal.rows('select id from people where email = ?', 'nel@pqip.example')).toEqual([]);
  });
});

describe('a link to the sign-in page', () => {
  test('cannot plant a form', async () => {
    const page = await portal
      .visitor()
      .get(`/sign-in?to=${encodeURIComponent(ACTION)}&text=planted&carriedFor=planted&moduleId=parole-recall`);
    expect(Object.keys(hiddenFields(page.text))).toEqual(['to']);
  });

  test('cannot have an action run', async () => {
    const amara = portal.visitor();
    const signedIn = await amara.post('/sign-in', {
      ...credentials('amara'),
      to: '/account?_action=accounts.signOutEverywhere',
    });
    expect([signedIn.status, signedIn.location]).toEqual([303, '/account']);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    'cannot lead elsewhere: %j',
    async (to) => {
      const signedIn = await portal.visitor().post('/sign-in', { ...credentials('amara'), to });
      expect([signedIn.status, signedIn.location]).toEqual([303, '/']);
    },
  );
});
