import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';
import { hostPage, openHostLinks, withPlacements } from './hostLinks.ts';
import { LINK_KINDS, STORIES } from './linkKinds.ts';
import { ACCOUNT, asking, openWitnessLinks, withTestimonies } from './witnessLinks.ts';

const portal = servedPortal({
  prepare: (database) => {
    withPlacements(...STORIES)(database);
    withTestimonies(...STORIES)(database);
  },
});

describe.each(LINK_KINDS)('an answer of a $word', ({ word, forms, answersTable, ...kind }) => {
  const { makeLink, answer, answers, seenAt } = forms(portal);

  test('is one for each link; the same form twice is one answer and no error', async () => {
    const token = await makeLink('twice');
    const both = await Promise.all([answer(token), answer(token)]);
    expect(both.map(({ location }) => location)).toEqual([`/${word}/answered`, `/${word}/answered`]);
    for (const change of [kind.another, { name: 'Somebody else' }])
      expect((await answer(token, change)).status).toBe(404);
    expect(answers('twice')).toEqual([kind.kept]);
  });

  test('is about what its own link leads to, whatever else the form and the address say', async () => {
    const token = await makeLink('mass');
    const other = await makeLink('other');
    const extra = { ...kind.extra, answeredAt: '2001-01-01', viewer: 'harvey' };
    const sent = await portal()
      .visitor()
      .post(`/${word}/${other}?_action=${kind.action}`, { token, ...kind.filled, ...extra });
    expect(sent.status).toBe(303);
    expect(answers('mass')).toEqual([kind.kept]);
    expect(answers('other')).toEqual([]);
    const [row] = portal().rows(`select * from ${answersTable} where ${kind.of} = 'mass'`);
    expect(Number(row?.['answered_at'])).toBeGreaterThan(Date.now() / 1000 - 60);
    expect(JSON.stringify(row)).not.toContain('forged');
  });

  test.each(kind.refusedAnswers)(
    'with %s comes back with what was typed, and the link still stands',
    async (_what, change) => {
      const token = await makeLink('bad');
      const { status, text } = await answer(token, change);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).toContain('There is a problem');
      expect(answers('bad')).toEqual([]);
      expect((await seenAt(`/${word}/${token}`)).status).toBe(200);
    },
  );

  test('from another site does nothing', async () => {
    const token = await makeLink('bad');
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const sent = await portal()
      .visitor()
      .post(`/${word}/${token}?_action=${kind.action}`, { token, ...kind.filled }, evil);
    expect(sent.status).toBe(403);
    expect(answers('bad')).toEqual([]);
  });

  test('stays as it was given: the table takes no change', async () => {
    expect((await answer(await makeLink('used'))).status).toBe(303);
    const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
    const tamper = (sql: string) => () => database.exec(sql);
    expect(tamper(`update ${answersTable} set ${kind.tamper}`)).toThrow('insert-only');
    expect(tamper(`delete from ${answersTable}`)).toThrow('insert-only');
    database.close();
    expect(answers('used')).toEqual([kind.kept]);
  });
});

describe('once somebody has answered', () => {
  test('no second link is made for the host', async () => {
    const amara = await portal().signIn('amara');
    const { text } = await amara.post(hostPage('twice', 'makeLink'), { placementId: 'twice', linkId: randomUUID() });
    expect(text).toContain('The host has answered already.');
    expect(text).not.toMatch(/\/host\/[\w-]{43}/);
  });

  test('no second link is made for a witness', async () => {
    const amara = await portal().signIn('amara');
    const { status, text } = await amara.post('/account?_action=witness.ask', asking('twice'));
    expect(status).toBe(409);
    expect(text).not.toMatch(/\/witness\/[\w-]{43}/);
  });

  test('no form of the trainee reaches what a witness wrote', async () => {
    const amara = await portal().signIn('amara');
    const saved = await amara.post('/portfolio/evidence/used?_action=portfolio.save', {
      ...{ id: 'used', basedOn: '1', title: 'Mine', text: 'My words', witnessName: 'Me', witnessText: 'Better' },
    });
    expect(saved.status).toBe(303);
    expect(openWitnessLinks(portal).answers('used')).toEqual([ACCOUNT]);
    const [item] = portal().rows(`select details from evidence_items where id = 'used'`);
    expect(String(item?.['details'])).not.toContain('Me');
  });
});

describe('nobody answers her own question while signed in', () => {
  test('the trainee and whoever made the link for a host', async () => {
    const { makeLink, answer, answers } = openHostLinks(portal);
    const token = await makeLink('own', 'ruth');
    for (const person of ['amara', 'ruth']) {
      const client = await portal().signIn(person);
      expect((await client.get(`/host/${token}`)).text, person).not.toContain('Send my answer');
      expect((await answer(token, {}, client)).status, person).toBe(403);
    }
    expect(answers('own')).toEqual([]);
  });

  test('the trainee and the assessor who asked a witness', async () => {
    const { makeLink, answer, answers } = openWitnessLinks(portal);
    const token = await makeLink('own');
    const hers = await portal().signIn('amara');
    expect((await hers.get(`/witness/${token}`)).text).not.toContain('Send my account');
    expect((await answer(token, {}, hers)).status).toBe(403);
    const joan = await portal().signIn('joan');
    const form = { ...asking('x'), id: randomUUID(), traineeId: 'priya', title: 'Asked', kind: 'witness_testimony' };
    const asked = await joan.post('/assess/records/new?_action=records.askWitness', form);
    const joans = /\/witness\/([\w-]{43})"/.exec(asked.text)?.[1] ?? '';
    expect(joans, asked.text.slice(0, 200)).toHaveLength(43);
    expect((await joan.get(`/witness/${joans}`)).text).not.toContain('Send my account');
    expect((await answer(joans, {}, joan)).status).toBe(403);
    expect((await answer(joans, {}, await portal().signIn('priya'))).status).toBe(403);
    expect([...answers('own'), ...answers(form.id)]).toEqual([]);
  });
});
