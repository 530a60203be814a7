import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { openLinkTries, WRONG_LINKS } from '#src/server/linkTries.ts';
import { routeish } from '#src/server/http/requestLog.ts';
import { hostTokens } from '#src/server/tokens.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { ANSWER, hostPage, openHostLinks, withPlacements } from './hostLinks.ts';

const prepare = withPlacements(
  'shown',
  'once',
  'twice',
  'revoked',
  'replaced',
  'expired',
  'cancelled',
  'used',
  'bad',
  'log',
);
const portal = servedPortal({ prepare });
const { makeLink, answer, answers, links, seenAt } = openHostLinks(portal);

function expire(placementId: string): void {
  const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
  database.prepare('update placement_host_links set expires_at = 1700000000 where placement_id = ?').run(placementId);
  database.close();
}

describe('what the link is', () => {
  test('256 random bits, shown once; the database keeps a hash, and a look at the database opens nothing', async () => {
    const token = await makeLink('shown');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [link] = links('shown');
    expect(link?.token_hash).toBe(hostTokens.hashOf(token));
    const everything = portal()
      .rows('select * from placement_host_links')
      .map((row) => JSON.stringify(row));
    expect(everything.join()).not.toContain(token);
    expect((await seenAt(`/host/${String(link?.token_hash)}`)).status).toBe(404);
    const again = await (await portal().signIn('amara')).get('/placements/shown');
    expect(again.text).not.toContain(token);
    expect(again.text).not.toContain(String(link?.token_hash));
  });

  test('tokens differ, and a hash is of the token and its purpose', () => {
    const { token, hash } = hostTokens.make();
    expect(hostTokens.make().token).not.toBe(token);
    expect(hash).not.toBe(createHash('sha256').update(token).digest('hex'));
    for (const odd of [null, '', hash, `${token}x`, token.slice(1), `${token.slice(1)}/`])
      expect(hostTokens.hashOf(odd)).toBeNull();
  });

  test('the same form twice makes one link and shows no second address', async () => {
    const linkId = randomUUID();
    const token = await makeLink('twice', 'amara', linkId);
    expect(await makeLink('twice', 'amara', linkId)).toBe('');
    expect(links('twice')).toHaveLength(1);
    expect((await seenAt(`/host/${token}`)).status).toBe(200);
  });

  test('a link for another’s placement is made by nobody but her and her tutor', async () => {
    const linkId = () => randomUUID();
    for (const [person, status] of [
      ['nia', 404],
      ['priya', 404],
      ['gwen', 404],
      ['kerry', 403],
      ['daniel', 403],
      ['harvey', 403],
    ] as const) {
      const client = await portal().signIn(person);
      for (const action of ['makeLink', 'takeBack']) {
        const sent = await client.post(`/account?_action=placementHost.${action}`, {
          placementId: 'toms',
          linkId: linkId(),
        });
        expect(sent.status, `${person} ${action}`).toBe(status);
      }
    }
    expect(links('toms')).toEqual([]);
    expect(await makeLink('toms', 'ruth')).toHaveLength(43);
  });
});

describe('what a link shows', () => {
  test('this placement, and nothing else of the trainee or the portal', async () => {
    const token = await makeLink('shown');
    const { status, text, headers } = await portal().visitor().get(`/host/${token}`);
    expect(status).toBe(200);
    for (const words of ['Amara Okafor', 'HMP Made-up shown', 'A reception morning', 'Gate of shown'])
      expect(text).toContain(words);
    for (const words of [
      'Bus 14',
      'HMP Made-up once',
      'HMP Fernhill',
      'Ruth',
      'Kerry',
      'amara',
      'London',
      'standard-15',
      'Caseload',
    ])
      expect(text, words).not.toContain(words);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.getSetCookie()).toEqual([]);
    expect(text).toContain('name="robots"');
  });

  test('opening it a hundred times, as scanners of e-mail do, uses nothing up', async () => {
    const token = await makeLink('once');
    for (let index = 0; index < WRONG_LINKS + 5; index += 1) expect((await seenAt(`/host/${token}`)).status).toBe(200);
    expect(answers('once')).toEqual([]);
    expect((await answer(token)).location).toBe('/host/answered');
    expect(answers('once')).toEqual([{ ...ANSWER, agrees: 1 }]);
  });
});

describe('a link that opens nothing looks the same whatever the cause', () => {
  test('never made, malformed, answered, taken back, replaced, out of date, cancelled', async () => {
    const unknown = await seenAt(`/host/${randomBytes(32).toString('base64url')}`);
    expect(unknown.status).toBe(404);
    const amara = await portal().signIn('amara');
    const revoked = await makeLink('revoked');
    await amara.post(hostPage('revoked', 'takeBack'), { placementId: 'revoked' });
    const replaced = await makeLink('replaced');
    const newer = await makeLink('replaced');
    const expired = await makeLink('expired');
    expire('expired');
    const cancelled = await makeLink('cancelled');
    const sent = await amara.post('/placements/cancelled?_action=placements.cancel', {
      placementId: 'cancelled',
      cancelReason: 'Ill',
    });
    expect(sent.status).toBe(303);
    const used = await makeLink('used');
    expect((await answer(used)).status).toBe(303);
    for (const token of [
      revoked,
      replaced,
      expired,
      cancelled,
      used,
      'x',
      'a'.repeat(43),
      `${newer}x`,
      newer.toLowerCase(),
    ])
      expect(await seenAt(`/host/${token}`), token).toEqual(unknown);
    for (const token of [revoked, replaced, expired, cancelled]) expect((await answer(token)).status).toBe(404);
    for (const id of ['revoked', 'replaced', 'expired', 'cancelled']) expect(answers(id), id).toEqual([]);
    expect((await seenAt(`/host/${newer}`)).status).toBe(200);
  });
});

describe('the log', () => {
  test('names the route and never a token, whatever became of the request', async () => {
    const token = await makeLink('log');
    const client = portal().visitor();
    await client.get(`/host/${token}?x=${token}`);
    await client.get(`/%68ost/${token}`);
    await client.post(`/host/${token}`, { token }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    await answer(token, { agrees: 'perhaps' });
    await answer(token);
    await answer(token, { agrees: 'no' });
    await client.get(`/host/${token}/more`);
    await vi.waitFor(() =>
      expect(
        portal()
          .log()
          .some(({ path }) => path === '/host/[token]'),
      ).toBe(true),
    );
    expect(JSON.stringify(portal().log())).not.toContain(token);
  });

  test.each(['/host/abc', '/calendar/abc.ics', '/host/abc?x=1'])(
    'a request that was turned away at the door: %s',
    (url) => {
      expect(routeish(url)).toMatch(/^\/(?:host|calendar)\/\*$/);
    },
  );
});

describe('guessing', () => {
  test('one address may open so many wrong links an hour', async () => {
    const tries = openLinkTries();
    for (let index = 0; index < WRONG_LINKS; index += 1) await tries.missed('192.0.2.1');
    await expect(tries.missed('192.0.2.1')).rejects.toMatchObject({ code: 'too_many' });
    await expect(tries.missed('192.0.2.2')).resolves.toBeUndefined();
  });

  test('past it wrong links from that address are told to wait, and the host who shares it still answers', async () => {
    const token = await makeLink('bad');
    const guess = () =>
      portal()
        .visitor()
        .get(`/host/${randomBytes(32).toString('base64url')}`);
    const statuses = new Set<number>();
    for (let index = 0; index < WRONG_LINKS + 1; index += 1) statuses.add((await guess()).status);
    expect([...statuses]).toEqual([404, 429]);
    const { status, headers } = await guess();
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await answer(randomBytes(32).toString('base64url'))).status).toBe(429);
    expect((await portal().visitor().get(`/host/${token}`)).status).toBe(200);
    expect((await answer(token)).location).toBe('/host/answered');
    expect(answers('bad')).toHaveLength(1);
  });
});
