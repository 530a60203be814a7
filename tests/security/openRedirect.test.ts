import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
let amara: PortalClient;
beforeAll(async () => {
  amara = await portal().signIn('amara');
});

/** Where a browser on the sign-in page goes when it is sent this. */
const goesTo = (location: string | null) => new URL(location ?? '', `${portal().url}/sign-in`);
const staysHome = (location: string | null) =>
  location !== null && /^\/(?![/\\])/.test(location) && goesTo(location).origin === portal().url;

const ELSEWHERE = [
  'https://elsewhere.example/',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/%2f%2felsewhere.example',
  '/%5celsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/x/..//elsewhere.example',
  '@elsewhere.example',
  '.elsewhere.example',
  ':80',
  'http:elsewhere.example',
  'https:/elsewhere.example',
  '/\u2028/elsewhere.example',
  '／／elsewhere.example',
  'x',
  '',
  '/sign-in?to=//elsewhere.example',
  '/sign-out',
  '/_actions/accounts.signOutEverywhere',
  `/${'x'.repeat(5000)}`,
];

describe('signing in leads nowhere but into the portal', () => {
  test.each(ELSEWHERE)('somebody who is signed in already: %j', async (to) => {
    const { status, location } = await amara.get(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(status === 400 || status === 414 || (status === 303 && staysHome(location)), `${status} ${location}`).toBe(
      true,
    );
  });

  test.each(ELSEWHERE.slice(0, 12))('after the form: %j', async (to) => {
    const visitor = portal().visitor();
    const fields = { email: 'amara@pqip.example', password: DEMO_PASSWORD, to };
    const { status, location } = await visitor.post('/sign-in', fields);
    expect([status, staysHome(location)]).toEqual([303, true]);
  });

  test('any text at all', { timeout: 60_000 }, async () => {
    const start = fc.constantFrom('/', '//', '/\\', '/..', '/%', 'http://', 'https:', '', '\t/', '/;@', '/?', '/#');
    const texts = fc
      .tuple(start, fc.string({ unit: 'grapheme', maxLength: 30 }))
      .map((parts) => parts.join('').toWellFormed());
    await fc.assert(
      fc.asyncProperty(texts, async (to) => {
        const { status, location } = await amara.get(`/sign-in?to=${encodeURIComponent(to)}`);
        return status === 400 || (status === 303 && staysHome(location));
      }),
      { numRuns: 300 },
    );
  });

  test('a page within the portal is gone back to, with its query', async () => {
    expect((await amara.get(`/sign-in?to=${encodeURIComponent('/caseload?x=1&y=2')}`)).location).toBe(
      '/caseload?x=1&y=2',
    );
  });

  test('the name of an action is not carried into the page one comes back to', async () => {
    const { location } = await amara.get(
      `/sign-in?to=${encodeURIComponent('/account?_action=accounts.signOutEverywhere&x=1')}`,
    );
    expect(location).toBe('/account?x=1');
  });

  test('asking for a page without a session names that page, and nothing from the Host header', async () => {
    const { status, location } = await portal().visitor().get('/caseload?x=//elsewhere.example');
    expect([status, location]).toEqual([303, `/sign-in?to=${encodeURIComponent('/caseload?x=//elsewhere.example')}`]);
  });
});
