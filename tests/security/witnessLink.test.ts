import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { WRONG_LINKS } from '#src/server/linkTries.ts';
import { hostTokens, witnessTokens } from '#src/server/tokens.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { ACCOUNT, asking, askPage, openWitnessLinks, withTestimonies } from './witnessLinks.ts';

const prepare = withTestimonies(
  ...['shown', 'scanned', 'twice', 'revoked', 'replaced', 'expired', 'removed', 'used', 'shared', 'log', 'own', 'mass'],
  ...['bad', 'other'],
);
const portal = servedPortal({ prepare });
const { makeLink, answer, answers, links, seenAt } = openWitnessLinks(portal);

function beside(sql: string, ...values: string[]): void {
  const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
  database.prepare(sql).run(...values);
  database.close();
}

describe('what the link is', () => {
  test('256 random bits, shown once; the database keeps a hash, and a look at the database opens nothing', async () => {
    const token = await makeLink('shown');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [link] = links('shown');
    expect(link?.token_hash).toBe(witnessTokens.hashOf(token));
    expect(link?.token_hash, 'a hash is of the token and its purpose').not.toBe(hostTokens.hashOf(token));
    const everything = portal()
      .rows('select * from witness_requests')
      .map((row) => JSON.stringify(row));
    expect(everything.join()).not.toContain(token);
    expect((await seenAt(`/witness/${String(link?.token_hash)}`)).status).toBe(404);
    const again = await (await portal().signIn('amara')).get('/portfolio/evidence/shown');
    expect(again.text).not.toContain(token);
  });

  test('the same form twice makes one link and shows no second address', async () => {
    const requestId = randomUUID();
    const token = await makeLink('twice', 'amara', requestId);
    expect(await makeLink('twice', 'amara', requestId)).toBe('');
    expect(links('twice')).toHaveLength(1);
    expect((await seenAt(`/witness/${token}`)).status).toBe(200);
  });

  test('a link about another’s work is made by nobody, her own assessor among them, who asks for a testimony of his own', async () => {
    for (const [person, status] of [
      ['amara', 404],
      ['priya', 404],
      ['daniel', 404],
      ['joan', 404],
      ['ruth', 403],
      ['kerry', 403],
      ['harvey', 403],
    ] as const) {
      const client = await portal().signIn(person);
      for (const action of ['ask', 'takeBack']) {
        const sent = await client.post(`/account?_action=witness.${action}`, asking('toms'));
        expect(sent.status, `${person} ${action}`).toBe(status);
      }
    }
    expect(links('toms')).toEqual([]);
  });

  test('no link for evidence that no witness writes', async () => {
    const client = await portal().signIn('amara');
    const sent = await client.post('/account?_action=witness.ask', asking('amara-evidence-4'));
    expect(sent.status).toBe(404);
    expect(links('amara-evidence-4')).toEqual([]);
  });
});

describe('what a link shows', () => {
  test('the trainee’s name, what is asked, by whom, the words of the criteria, and nothing else of her or the portal', async () => {
    const token = await makeLink('shown');
    const { status, text, headers } = await portal().visitor().get(`/witness/${token}`);
    expect(status).toBe(200);
    for (const words of ['Amara Okafor', 'What did you see of shown?', 'Agree boundaries and keep them'])
      expect(text).toContain(words);
    for (const words of [
      'A colleague',
      'What a colleague saw',
      'Daniel',
      'Ruth',
      'amara@',
      'London',
      'Caseload',
      'shown.witness',
    ])
      expect(text, words).not.toContain(words);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.getSetCookie()).toEqual([]);
    expect(text).toContain('name="robots"');
  });

  test('opening it a hundred times, as scanners of e-mail do, uses nothing up', async () => {
    const token = await makeLink('scanned');
    for (let index = 0; index < WRONG_LINKS + 5; index += 1)
      expect((await seenAt(`/witness/${token}`)).status).toBe(200);
    expect((await answer(token)).location).toBe('/witness/answered');
    expect(answers('scanned')).toEqual([ACCOUNT]);
  });
});

describe('a link that opens nothing looks the same whatever the cause', () => {
  test('never made, malformed, answered, taken back, replaced, out of date, of evidence that is gone', async () => {
    const unknown = await seenAt(`/witness/${randomBytes(32).toString('base64url')}`);
    expect(unknown.status).toBe(404);
    const amara = await portal().signIn('amara');
    const revoked = await makeLink('revoked');
    await amara.post(askPage('revoked', 'takeBack'), { evidenceId: 'revoked' });
    const replaced = await makeLink('replaced');
    const newer = await makeLink('replaced');
    const expired = await makeLink('expired');
    beside('update witness_requests set expires_at = 1700000000 where evidence_id = ?', 'expired');
    const removed = await makeLink('removed');
    const gone = await amara.post('/portfolio/evidence/removed?_action=portfolio.remove', { id: 'removed' });
    expect(gone.status).toBe(303);
    const used = await makeLink('used');
    expect((await answer(used)).status).toBe(303);
    const over = [revoked, replaced, expired, removed];
    for (const token of [...over, used, 'x', 'a'.repeat(43), `${newer}x`, newer.toLowerCase()])
      expect(await seenAt(`/witness/${token}`), token).toEqual(unknown);
    for (const token of over) expect((await answer(token)).status).toBe(404);
    for (const id of ['revoked', 'replaced', 'expired', 'removed']) expect(answers(id), id).toEqual([]);
    expect((await seenAt(`/witness/${newer}`)).status).toBe(200);
  });
});

describe('the log', () => {
  test('names the route and never a token, whatever became of the request', async () => {
    const token = await makeLink('log');
    const client = portal().visitor();
    await client.get(`/witness/${token}?x=${token}`);
    await client.get(`/%77itness/${token}`);
    await client.post(
      `/witness/${token}`,
      { token },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    await answer(token, { declares: 'perhaps' });
    await answer(token);
    await client.get(`/witness/${token}/more`);
    await vi.waitFor(() =>
      expect(
        portal()
          .log()
          .some(({ path }) => path === '/witness/[token]'),
      ).toBe(true),
    );
    expect(JSON.stringify(portal().log())).not.toContain(token);
    expect(JSON.stringify(portal().log())).not.toContain(ACCOUNT.text);
  });
});

describe('guessing', () => {
  test('wrong links from one address are told to wait in the end, and the witness who shares it still answers', async () => {
    const token = await makeLink('other');
    const guess = () =>
      portal()
        .visitor()
        .get(`/witness/${randomBytes(32).toString('base64url')}`);
    const statuses = new Set<number>();
    for (let index = 0; index < WRONG_LINKS + 1; index += 1) statuses.add((await guess()).status);
    expect([...statuses]).toEqual([404, 429]);
    expect(Number((await guess()).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await answer(randomBytes(32).toString('base64url'))).status).toBe(429);
    expect((await portal().visitor().get(`/witness/${token}`)).status).toBe(200);
    expect((await answer(token)).location).toBe('/witness/answered');
    expect(answers('other')).toHaveLength(1);
  });
});
