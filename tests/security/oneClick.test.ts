import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openMac } from '#src/server/mac.ts';
import { unsubscribeToken } from '#src/server/mail/unsubscribe.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();

/** The link that stands in an e-mail of the portal to somebody. */
function linkOf({ url, databasePath }: PortalServer, personId: string): string {
  const mac = openMac(readFileSync(join(dirname(databasePath), 'keys', 'device.key')));
  return `${url}/unsubscribe/${unsubscribeToken(mac, { personId, kind: 'new-signal' })}`;
}
const chosen = (personId: string) =>
  portal()
    .rows('select kind, time from notice_choices where person_id = ?', personId)
    .map((row) => ({ ...row }));

/** What a mail service sends in its reader's name. Source: RFC 8058, 3.2. */
const oneClick = (link: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    headers,
    redirect: 'manual',
  });

test('a mail service stops e-mails of one kind with one request: no page, no session, no origin, no redirect', async () => {
  const link = linkOf(portal(), 'ruth');
  const answer = await oneClick(link);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('These e-mails are stopped');
  expect(chosen('ruth')).toEqual([{ kind: 'new-signal', time: 'never' }]);
  expect((await oneClick(link)).status).toBe(200);
  expect(chosen('ruth')).toHaveLength(1);
});

test('looking at the link, as programs that scan e-mails do, stops nothing', async () => {
  const answer = await fetch(linkOf(portal(), 'gwen'));
  expect(await answer.text()).toContain('Stop these e-mails');
  expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(chosen('gwen')).toEqual([]);
});

test('a form from another site is refused as everywhere', async () => {
  const link = linkOf(portal(), 'gwen');
  const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }];
  for (const headers of elsewhere) expect((await oneClick(link, headers)).status).toBe(403);
  expect(chosen('gwen')).toEqual([]);
});

test('without an origin no other address takes a form, whatever it is called', async () => {
  for (const path of [
    '/sign-out',
    '/unsubscribe/a/../../sign-out',
    '/unsubscribe',
    '/unsubscribe/x?_action=accounts.signOutEverywhere',
  ])
    expect([400, 403]).toContain((await oneClick(`${portal().url}${path}`)).status);
});

test('the session of whoever is signed in does not come along', async () => {
  const client = await portal().signIn('ruth');
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const link = linkOf(portal(), 'nia');
  const answer = await oneClick(link, { cookie });
  expect(await answer.text()).not.toContain('Ruth Adeyemi');
  expect(chosen('nia')).toEqual([{ kind: 'new-signal', time: 'never' }]);
});

test('a link for somebody else, or one that was changed, stops nothing', async () => {
  const link = linkOf(portal(), 'amara');
  const forged = link.replace(
    /unsubscribe\/[^.]+/u,
    `unsubscribe/${Buffer.from('["kerry","new-signal"]').toString('base64url')}`,
  );
  expect((await oneClick(forged)).status).toBe(404);
  expect(chosen('kerry')).toEqual([]);
});
