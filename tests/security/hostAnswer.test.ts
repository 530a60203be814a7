import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';
import { ANSWER, hostPage, openHostLinks, withPlacements } from './hostLinks.ts';

const portal = servedPortal({ prepare: withPlacements('twice', 'mass', 'own', 'bad') });
const { makeLink, answer, answers, seenAt } = openHostLinks(portal);

describe('an answer', () => {
  test('a used link takes no other answer; the same form twice is one answer and no error', async () => {
    const token = await makeLink('twice');
    const both = await Promise.all([answer(token), answer(token)]);
    expect(both.map(({ location }) => location)).toEqual(['/host/answered', '/host/answered']);
    expect((await answer(token, { agrees: 'no' })).status).toBe(404);
    expect((await answer(token, { words: 'Something else' })).status).toBe(404);
    expect(answers('twice')).toEqual([{ ...ANSWER, agrees: 1 }]);
  });

  test('no second link is made once the host has answered', async () => {
    const amara = await portal().signIn('amara');
    const { text } = await amara.post(hostPage('twice', 'makeLink'), { placementId: 'twice', linkId: randomUUID() });
    expect(text).toContain('The host has answered already.');
    expect(text).not.toMatch(/\/host\/[\w-]{43}/);
  });

  test('is for the placement of its own link, whatever else the form and the address say', async () => {
    const token = await makeLink('mass');
    const extra = {
      placementId: 'own',
      placement_id: 'own',
      linkId: 'x',
      answeredAt: '2001-01-01',
      traineeId: 'tom',
      viewer: 'harvey',
    };
    const other = await makeLink('own');
    const sent = await portal()
      .visitor()
      .post(`/host/${other}?_action=placementHost.answer`, { token, ...ANSWER, ...extra });
    expect(sent.status).toBe(303);
    expect(answers('mass')).toHaveLength(1);
    expect(answers('own')).toEqual([]);
    const [row] = portal().rows('select answered_at from placement_host_answers where placement_id = ?', 'mass');
    expect(Number(row?.answered_at)).toBeGreaterThan(Date.now() / 1000 - 60);
  });

  test('is not given by the trainee or whoever made the link while signed in', async () => {
    const token = await makeLink('own', 'ruth');
    for (const person of ['amara', 'ruth']) {
      const client = await portal().signIn(person);
      expect((await client.get(`/host/${token}`)).text, person).not.toContain('Send my answer');
      expect((await answer(token, {}, client)).status, person).toBe(403);
    }
    expect(answers('own')).toEqual([]);
  });

  test.each([
    ['nothing at all', { name: '', job: '', agrees: '', words: '' }],
    ['neither yes nor no', { agrees: 'perhaps' }],
    ['a name of spaces', { name: '   ' }],
    ['a telephone number', { words: 'Ring 020 7946 0018 for the gate.' }],
    ['more than anybody reads', { words: 'x'.repeat(1001) }],
  ])('with %s comes back with what was typed, and the link still stands', async (_what, change) => {
    const token = await makeLink('bad');
    const { status, text } = await answer(token, change);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).toContain('There is a problem');
    expect(answers('bad')).toEqual([]);
    expect((await seenAt(`/host/${token}`)).status).toBe(200);
  });

  test('from another site does nothing', async () => {
    const token = await makeLink('bad');
    const sent = await portal()
      .visitor()
      .post(
        `/host/${token}?_action=placementHost.answer`,
        { token, ...ANSWER },
        { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      );
    expect(sent.status).toBe(403);
    expect(answers('bad')).toEqual([]);
  });

  test('stays as it was given: the table takes no change', () => {
    const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
    const tamper = (sql: string) => () => database.exec(sql);
    expect(tamper(`update placement_host_answers set agrees = 0`)).toThrow('insert-only');
    expect(tamper(`delete from placement_host_answers`)).toThrow('insert-only');
    database.close();
  });
});
