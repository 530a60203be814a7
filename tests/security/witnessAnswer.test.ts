import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';
import { ACCOUNT, asking, openWitnessLinks, withTestimonies } from './witnessLinks.ts';

const portal = servedPortal({ prepare: withTestimonies('used', 'shared', 'own', 'mass', 'bad', 'other') });
const { makeLink, answer, answers, seenAt } = openWitnessLinks(portal);

function beside(sql: string): void {
  const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
  database.exec(sql);
  database.close();
}

describe('an answer', () => {
  test('a used link takes no other answer; the same form twice is one answer and no error', async () => {
    const token = await makeLink('shared');
    const both = await Promise.all([answer(token), answer(token)]);
    expect(both.map(({ location }) => location)).toEqual(['/witness/answered', '/witness/answered']);
    expect((await answer(token, { text: 'Something else' })).status).toBe(404);
    expect(answers('shared')).toEqual([ACCOUNT]);
    expect(await makeLink('shared').catch(() => 'refused'), 'no second link once somebody has answered').not.toMatch(
      /^[\w-]{43}$/,
    );
  });

  test('is about the evidence of its own link, whatever else the form and the address say', async () => {
    const token = await makeLink('mass');
    const other = await makeLink('other');
    const extra = { evidenceId: 'other', requestId: 'x', answeredAt: '2001-01-01', sha256: 'forged', viewer: 'harvey' };
    const sent = await portal()
      .visitor()
      .post(`/witness/${other}?_action=witness.answer`, { token, ...ACCOUNT, declares: 'yes', ...extra });
    expect(sent.status).toBe(303);
    expect(answers('mass')).toHaveLength(1);
    expect(answers('other')).toEqual([]);
    const [row] = portal().rows(`select answered_at, sha256 from witness_answers where evidence_id = 'mass'`);
    expect(Number(row?.answered_at)).toBeGreaterThan(Date.now() / 1000 - 60);
    expect(row?.sha256).toMatch(/^[\da-f]{64}$/);
  });

  test('is not given by the trainee or by whoever made the link while signed in', async () => {
    const token = await makeLink('own');
    const hers = await portal().signIn('amara');
    expect((await hers.get(`/witness/${token}`)).text).not.toContain('Send my account');
    expect((await answer(token, {}, hers)).status).toBe(403);
    const joan = await portal().signIn('joan');
    const form = { id: randomUUID(), traineeId: 'priya', title: 'Asked', ...asking('x') };
    const asked = await joan.post('/assess/records/new?_action=records.askWitness', {
      ...form,
      kind: 'witness_testimony',
    });
    const joans = /\/witness\/([\w-]{43})"/.exec(asked.text)?.[1] ?? '';
    expect(joans, asked.text.slice(0, 200)).toHaveLength(43);
    expect((await joan.get(`/witness/${joans}`)).text).not.toContain('Send my account');
    expect((await answer(joans, {}, joan)).status).toBe(403);
    expect((await answer(joans, {}, await portal().signIn('priya'))).status).toBe(403);
    expect([...answers('own'), ...answers(form.id)]).toEqual([]);
  });

  test.each([
    ['nothing at all', { name: '', job: '', relationship: '', text: '', declares: '' }],
    ['no declaration', { declares: 'no' }],
    ['a name of spaces', { name: '   ' }],
    ['a telephone number', { text: 'Ring 020 7946 0018 for the rest.' }],
    ['a case reference number', { relationship: 'I know case X123456.' }],
    ['more than anybody reads', { text: 'x'.repeat(10_001) }],
  ])('with %s comes back with what was typed, and the link still stands', async (_what, change) => {
    const token = await makeLink('bad');
    const { status, text } = await answer(token, change);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).toContain('There is a problem');
    expect(answers('bad')).toEqual([]);
    expect((await seenAt(`/witness/${token}`)).status).toBe(200);
  });

  test('from another site does nothing', async () => {
    const token = await makeLink('bad');
    const sent = await portal()
      .visitor()
      .post(
        `/witness/${token}?_action=witness.answer`,
        { token, ...ACCOUNT, declares: 'yes' },
        { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      );
    expect(sent.status).toBe(403);
    expect(answers('bad')).toEqual([]);
  });

  test('stays as it was given: the table takes no change, and no form of the trainee reaches it', async () => {
    expect((await answer(await makeLink('used'))).status).toBe(303);
    expect(() => beside(`update witness_answers set text = 'better'`)).toThrow('insert-only');
    expect(() => beside('delete from witness_answers')).toThrow('insert-only');
    const amara = await portal().signIn('amara');
    const saved = await amara.post('/portfolio/evidence/used?_action=portfolio.save', {
      ...{ id: 'used', basedOn: '1', title: 'Mine', text: 'My words', witnessName: 'Me', witnessText: 'Better' },
    });
    expect(saved.status).toBe(303);
    expect(answers('used')).toEqual([ACCOUNT]);
    const [item] = portal().rows(`select details from evidence_items where id = 'used'`);
    expect(String(item?.details)).not.toContain('Me');
  });
});
