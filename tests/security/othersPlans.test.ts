import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { AT } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addDecided, dayFromNow, furnished } from './qualityHouse.ts';

const portal = servedPortal({
  prepare: furnished((insert) => {
    addDecided(insert, { id: 'wanted', sampledBy: [] });
    addDecided(insert, { id: 'hers', assessorId: 'vera', sampledBy: [] });
    addDecided(insert, { id: 'inside', sampledBy: ['ines'] });
    for (const [id, verifier, closed] of [
      ['plan-of-ines', 'ines', null],
      ['plan-of-vera', 'vera', null],
      ['closed-plan', 'vera', AT],
    ] as const)
      insert('sampling_plans', {
        ...{ id, verifier_id: verifier, title: 'A plan', stage: 'interim', due_on: dayFromNow(7) },
        ...{ created_at: AT, closed_at: closed },
      });
    insert('sampling_plan_items', { plan_id: 'plan-of-ines', submission_id: 'inside-1', why: 'Why', added_at: AT });
  }),
});
const samplesOf = (verifier: string) =>
  portal()
    .rows('select submission_id from samples where verifier_id = ? order by 1', verifier)
    .map(({ submission_id: id }) => id);
const add = (planId: string, submissionId: string) => ({ planId, submissionId, why: 'Why not' });
const on = (plan: string, action: string) => `/quality/plans/${plan}?_action=quality.${action}`;

test('nobody puts into, takes out of or closes another’s plan, and so gets no right to read', async () => {
  const vera = await portal().signIn('vera');
  expect((await vera.post(on('plan-of-ines', 'addToPlan'), add('plan-of-ines', 'wanted-1'))).status).toBe(404);
  expect(
    (await vera.post(on('plan-of-ines', 'removeFromPlan'), { planId: 'plan-of-ines', submissionId: 'inside-1' }))
      .status,
  ).toBe(404);
  expect((await vera.post(on('plan-of-ines', 'closePlan'), { planId: 'plan-of-ines' })).status).toBe(404);
  expect(samplesOf('vera')).toEqual([]);
  expect(samplesOf('ines')).toEqual(['inside-1']);
  expect((await vera.get('/portfolio/evidence/wanted')).status).toBe(404);
});

test('what she decided herself comes into no plan of hers, and a closed plan takes nothing', async () => {
  const vera = await portal().signIn('vera');
  expect((await vera.post(on('plan-of-vera', 'addToPlan'), add('plan-of-vera', 'hers-1'))).status).toBe(422);
  expect((await vera.post(on('closed-plan', 'addToPlan'), add('closed-plan', 'wanted-1'))).status).toBe(409);
  expect(samplesOf('vera')).toEqual([]);
});

test('a plan filled by the rule holds nothing that she decided herself', async () => {
  const vera = await portal().signIn('vera');
  const planId = randomUUID();
  const form = { planId, title: 'All', stage: 'interim', dueOn: dayFromNow(7), seed: 'a', fill: 'policy' };
  expect((await vera.post('/quality/plans?_action=quality.startPlan', { ...form, verifierId: 'ines' })).status).toBe(
    303,
  );
  const inIt = portal().rows('select submission_id from sampling_plan_items where plan_id = ?', planId);
  expect(inIt.length).toBeGreaterThan(0);
  expect(inIt.map(({ submission_id: id }) => id)).not.toContain('hers-1');
  expect(portal().rows('select verifier_id from sampling_plans where id = ?', planId)).toEqual([
    { verifier_id: 'vera' },
  ]);
});

test('taking a piece out takes the right to read away again', async () => {
  const ines = await portal().signIn('ines');
  expect((await ines.get('/portfolio/evidence/inside')).status).toBe(200);
  await ines.post(on('plan-of-ines', 'removeFromPlan'), { planId: 'plan-of-ines', submissionId: 'inside-1' });
  expect((await ines.get('/portfolio/evidence/inside')).status).toBe(404);
});

test('an administrator reads plans and policy, sees no title of evidence in them, and changes nothing', async () => {
  const harvey = await portal().signIn('harvey');
  const { status, text } = await harvey.get('/quality/plans/interim-autumn');
  expect(status).toBe(200);
  expect(text).not.toContain('A sentence plan with three objectives');
  expect(text).not.toContain('quality.addToPlan');
  expect((await harvey.get('/quality/policy')).text).not.toContain('quality.setPolicy');
  expect((await harvey.post(on('interim-autumn', 'closePlan'), { planId: 'interim-autumn' })).status).toBe(403);
  expect((await harvey.get('/quality/samples/amara-more-1-1')).status).toBe(403);
});

test('no policy and no standing begins on a day that is over', async () => {
  const venetia = await portal().signIn('venetia');
  const count = (table: string) => portal().rows(`select count(*) as n from ${table}`)[0]?.n;
  const [policies, standings] = [count('sampling_policies'), count('assessor_standings')];
  const day = { effectiveFrom: dayFromNow(-1), reason: 'Because' };
  const standing = { standingId: randomUUID(), assessorId: 'daniel', standing: 'new', countersignerId: '', ...day };
  expect((await venetia.post('/quality/assessors?_action=quality.setStanding', standing)).status).toBe(400);
  const policy = { policyId: randomUUID(), newest: 'policy-autumn', ...day };
  expect((await venetia.post('/quality/policy?_action=quality.setPolicy', policy)).status).toBe(400);
  expect([count('sampling_policies'), count('assessor_standings')]).toEqual([policies, standings]);
});
