import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { count, draftOf, one, portal, post, SECRET } from './portfolioPortal.ts';

describe('a form of evidence', () => {
  test('sets neither whose it is, nor who wrote it, nor its kind', async () => {
    const amara = await portal().signIn('amara');
    const extra = {
      writerId: 'tom',
      writer_id: 'tom',
      traineeId: 'tom',
      kind: 'observation',
      format: '1',
      removedAt: '1',
      observedMinutes: '90',
    };
    expect((await post(amara, 'mass', 'save', draftOf('mass', extra))).status).toBe(303);
    expect(
      one(`select trainee_id, writer_id, kind, details, removed_at from evidence_items where id = 'mass'`),
    ).toEqual({
      trainee_id: 'amara',
      writer_id: null,
      kind: 'reflective_account',
      details: '{}',
      removed_at: null,
    });
    const id = randomUUID();
    const started = { ...draftOf(id, { ...extra, kind: 'observation', place: 'Court' }) };
    expect((await amara.post('/portfolio/evidence/new?_action=portfolio.start', started)).status).toBe(303);
    expect(one('select trainee_id, writer_id, kind, details from evidence_items where id = ?', id)).toEqual({
      trainee_id: 'amara',
      writer_id: null,
      kind: 'observation',
      details: '{"place":"Court"}',
    });
  });

  test('handed in twice takes one version', async () => {
    const amara = await portal().signIn('amara');
    const form = draftOf('repeated', { submissionId: randomUUID() });
    for (let time = 0; time < 3; time += 1) expect((await post(amara, 'repeated', 'submit', form)).status).toBe(303);
    expect(count(`select count(*) n from submissions where evidence_id = 'repeated'`)).toBe(1);
  });

  test('with the id of another version is refused and changes nothing', async () => {
    const amara = await portal().signIn('amara');
    const form = draftOf('draft', {
      submissionId: String(one(`select id from submissions where evidence_id = 'repeated'`)?.['id']),
    });
    expect((await post(amara, 'draft', 'submit', form)).status).toBe(409);
    expect(one(`select text, revision from evidence_items where id = 'draft'`)).toEqual({ text: SECRET, revision: 1 });
  });

  test.each([
    ['a day that never was', { happenedOn: '2026-02-30' }],
    ['a day in another century', { happenedOn: '1845-01-01' }],
    ['a place of a page’s length', { 'where-1.1': 'x'.repeat(20_000) }],
    ['hundreds of criteria', { criteria: Array.from({ length: 300 }, (_, index) => `1.${String(index)}`) }],
    ['a criterion that is none', { criteria: ['99.99'] }],
  ])('with %s is answered with a problem, never with a crash', async (_what, change) => {
    const amara = await portal().signIn('amara');
    const { status } = await post(amara, 'draft', 'submit', draftOf('draft', change));
    expect([400, 409, 413, 422]).toContain(status);
    expect(count(`select count(*) n from submissions where evidence_id = 'draft'`)).toBe(0);
  });
});

describe('own ratings', () => {
  const rate = (client: PortalClient, fields: Fields) => client.post('/portfolio?_action=portfolio.rate', fields);
  const rated = (person: string) =>
    portal().rows(
      `select criterion_id, rating from criterion_ratings where trainee_id = ? and criterion_id = '6.7'`,
      person,
    );

  test('are her own, whoever the form names', async () => {
    const tom = await portal().signIn('tom');
    expect((await rate(tom, { criterionId: '6.7', rating: 'on_my_own', traineeId: 'amara' })).status).toBe(303);
    expect(rated('amara')).toEqual([]);
    expect(rated('tom')).toEqual([{ criterion_id: '6.7', rating: 'on_my_own' }]);
    expect((await rate(tom, { criterionId: '6.7', rating: '' })).status).toBe(303);
    expect(rated('tom')).toEqual([]);
  });

  test.each([
    ['a criterion that is none', { criterionId: '9.9', rating: 'on_my_own' }],
    ['a rating that is none', { criterionId: '6.7', rating: 'met' }],
  ])('%s is refused', async (_what, fields) => {
    const tom = await portal().signIn('tom');
    const { status } = await rate(tom, fields);
    expect([400, 422]).toContain(status);
    expect(rated('tom')).toEqual([]);
  });

  test.each([
    ['kerry', false],
    ['ruth', true],
    ['daniel', true],
  ])('%s sees them beside the grid: %s', async (person, sees) => {
    await rate(await portal().signIn('amara'), { criterionId: '1.1', rating: 'could_show_others' });
    const { text } = await (await portal().signIn(person)).get('/trainees/amara');
    expect(text.includes('I could show others')).toBe(sees);
  });
});
