import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { routeish } from '#src/server/http/requestLog.ts';
import { openLinkTries, WRONG_LINKS } from '#src/server/links/linkTries.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { openHostLinks, withPlacements } from './hostLinks.ts';
import { LINK_KINDS, STORIES } from './linkKinds.ts';
import { asking, openWitnessLinks, withTestimonies } from './witnessLinks.ts';

const portal = servedPortal({
  prepare: (database) => {
    withPlacements(...STORIES)(database);
    withTestimonies(...STORIES)(database);
  },
});
const anyToken = () => randomBytes(32).toString('base64url');

describe.each(LINK_KINDS)('a link for a $word', (kind) => {
  const { word, tokens, otherTokens, table } = kind;
  const { makeLink, answer, answers, links, seenAt } = kind.forms(portal);
  const address = (token: string) => `/${word}/${token}`;

  function expire(id: string): void {
    const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
    database.prepare(`update ${table} set expires_at = 1700000000 where ${kind.of} = ?`).run(id);
    database.close();
  }

  test('is 256 random bits, shown once; the database keeps a hash, and a look at the database opens nothing', async () => {
    const token = await makeLink('shown');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [link] = links('shown');
    expect(link?.token_hash).toBe(tokens.hashOf(token));
    const everything = portal().rows(`select * from ${table}`);
    expect(JSON.stringify(everything)).not.toContain(token);
    expect((await seenAt(address(String(link?.token_hash)))).status).toBe(404);
    const again = await (await portal().signIn('amara')).get(kind.page('shown'));
    expect(again.status).toBe(200);
    expect(again.text).not.toContain(token);
    expect(again.text).not.toContain(String(link?.token_hash));
  });

  test('is no other twice, and its hash is of the token and its purpose', () => {
    const { token, hash } = tokens.make();
    expect(tokens.make().token).not.toBe(token);
    expect(hash).not.toBe(createHash('sha256').update(token).digest('hex'));
    expect(hash).not.toBe(otherTokens.hashOf(token));
    for (const odd of [null, '', hash, `${token}x`, token.slice(1), `${token.slice(1)}/`])
      expect(tokens.hashOf(odd)).toBeNull();
  });

  test('is made once by the same form twice, which shows no second address', async () => {
    const id = randomUUID();
    const token = await makeLink('twice', 'amara', id);
    expect(await makeLink('twice', 'amara', id)).toBe('');
    expect(links('twice')).toHaveLength(1);
    expect((await seenAt(address(token))).status).toBe(200);
  });

  test.each(Object.entries(kind.refused))('is not made about what is Tom’s by %s', async (person, status) => {
    const client = await portal().signIn(person);
    for (const action of kind.actions)
      expect((await client.post(`/account?_action=${action}`, kind.form())).status, action).toBe(status);
    expect(links('toms')).toEqual([]);
  });

  test('shows what is asked, and nothing else of the trainee or the portal', async () => {
    const { status, text, headers } = await portal()
      .visitor()
      .get(address(await makeLink('shown')));
    expect(status).toBe(200);
    for (const words of kind.shows) expect(text).toContain(words);
    for (const words of kind.hides) expect(text, words).not.toContain(words);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.getSetCookie()).toEqual([]);
    expect(text).toContain('name="robots"');
  });

  test('is not used up by opening it a hundred times, as scanners of e-mail do', async () => {
    const token = await makeLink('scanned');
    for (let index = 0; index < WRONG_LINKS + 5; index += 1) expect((await seenAt(address(token))).status).toBe(200);
    expect(answers('scanned')).toEqual([]);
    expect((await answer(token)).location).toBe(address('answered'));
    expect(answers('scanned')).toEqual([kind.kept]);
  });

  test('that opens nothing looks the same whether never made, malformed, answered, taken back, replaced, out of date or closed', async () => {
    const unknown = await seenAt(address(anyToken()));
    expect(unknown.status).toBe(404);
    const amara = await portal().signIn('amara');
    const revoked = await makeLink('revoked');
    await kind.takeBack(amara, 'revoked');
    const replaced = await makeLink('replaced');
    const newer = await makeLink('replaced');
    const expired = await makeLink('expired');
    expire('expired');
    const closed = await makeLink('closed');
    expect((await kind.close(amara, 'closed')).status).toBe(303);
    const used = await makeLink('used');
    expect((await answer(used)).status).toBe(303);
    const over = [revoked, replaced, expired, closed];
    for (const token of [...over, used, 'x', 'a'.repeat(43), `${newer}x`, newer.toLowerCase()])
      expect(await seenAt(address(token)), token).toEqual(unknown);
    for (const token of over) expect((await answer(token)).status).toBe(404);
    for (const id of ['revoked', 'replaced', 'expired', 'closed']) expect(answers(id), id).toEqual([]);
    expect((await seenAt(address(newer))).status).toBe(200);
  });

  test('leaves its route in the log and never its token, whatever became of the request', async () => {
    const token = await makeLink('log');
    const client = portal().visitor();
    await client.get(`${address(token)}?x=${token}`);
    await client.get(`/%${word.charCodeAt(0).toString(16)}${word.slice(1)}/${token}`);
    await client.post(address(token), { token }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    await answer(token, kind.wrong);
    await answer(token);
    await answer(token, { name: 'Somebody else' });
    await client.get(`${address(token)}/more`);
    await vi.waitFor(() =>
      expect(portal().log()).toContainEqual(expect.objectContaining({ path: address('[token]') })),
    );
    expect(JSON.stringify(portal().log())).not.toContain(token);
    expect(JSON.stringify(portal().log())).not.toContain(kind.said);
  });
});

test('a host’s link for Tom’s placement is made by his tutor', async () => {
  expect(await openHostLinks(portal).makeLink('toms', 'ruth')).toHaveLength(43);
});

test('no witness is asked about evidence that no witness writes', async () => {
  const client = await portal().signIn('amara');
  expect((await client.post('/account?_action=witness.ask', asking('amara-evidence-4'))).status).toBe(404);
  expect(openWitnessLinks(portal).links('amara-evidence-4')).toEqual([]);
});

test.each(['/host/abc', '/witness/abc', '/calendar/abc.ics', '/host/abc?x=1'])(
  'a request that was turned away at the door is logged without its token: %s',
  (url) => {
    expect(routeish(url)).toMatch(/^\/(?:host|witness|calendar)\/\*$/);
  },
);

describe('guessing', () => {
  test('one address may open so many wrong links an hour', async () => {
    const tries = openLinkTries();
    for (let index = 0; index < WRONG_LINKS; index += 1) await tries.missed('192.0.2.1');
    await expect(tries.missed('192.0.2.1')).rejects.toMatchObject({ code: 'too_many' });
    await expect(tries.missed('192.0.2.2')).resolves.toBeUndefined();
  });

  test('wrong links of every kind count together and are told to wait; who shares the address still answers', async () => {
    const opened = LINK_KINDS.map((kind) => ({ ...kind, ...kind.forms(portal) }));
    const tokens = await Promise.all(opened.map(({ makeLink }) => makeLink('shared')));
    const guess = (index: number) =>
      portal()
        .visitor()
        .get(`/${['host', 'witness'][index % 2] ?? ''}/${anyToken()}`);
    const statuses = new Set<number>();
    for (let index = 0; index < WRONG_LINKS + 1; index += 1) statuses.add((await guess(index)).status);
    expect([...statuses]).toEqual([404, 429]);
    for (const [index, { word, answer, answers }] of opened.entries()) {
      const { status, headers } = await guess(index);
      expect(status, word).toBe(429);
      expect(Number(headers.get('retry-after')), word).toBeGreaterThan(0);
      expect((await answer(anyToken())).status, word).toBe(429);
      const token = tokens[index] ?? '';
      expect((await portal().visitor().get(`/${word}/${token}`)).status, word).toBe(200);
      expect((await answer(token)).location).toBe(`/${word}/answered`);
      expect(answers('shared'), word).toHaveLength(1);
    }
  });
});
