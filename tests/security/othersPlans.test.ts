import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
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
  const standing = {
    standingId: randomUUID(),
    assessorId: 'daniel',
    standing: 'new',
    countersignerId: '',
    password: DEMO_PASSWORD,
    ...day,
  };
  expect((await venetia.post('/quality/assessors?_action=quality.setStanding', standing)).status).toBe(400);
  const policy = { policyId: randomUUID(), newest: 'policy-autumn', ...day };
  expect((await venetia.post('/quality/policy?_action=quality.setPolicy', policy)).status).toBe(400);
  expect([count('sampling_policies'), count('assessor_standings')]).toEqual([policies, standings]);
});

describe('how far Owen is, of whose decisions in training one waits', () => {
  const OWENS = 'ioan-report-1-assessment';
  const standings = () => portal().rows(`select id from assessor_standings where assessor_id = 'owen'`).length;
  const leaves = (change: Readonly<Record<string, string>> = {}) => ({
    ...{ standingId: randomUUID(), assessorId: 'owen', standing: 'qualified', countersignerId: 'daniel' },
    ...{ effectiveFrom: dayFromNow(0), reason: 'He has his award', password: DEMO_PASSWORD },
    ...change,
  });
  const sends = async (change: Readonly<Record<string, string>>) =>
    (await portal().signIn('venetia')).post('/quality/assessors?_action=quality.setStanding', leaves(change));
  const switchOff = (person: string) => {
    const database = new DatabaseSync(portal().databasePath, { timeout: 5000 });
    database.prepare('update people set disabled_at = ? where id = ?').run(AT, person);
    database.close();
  };
  const readBy = async (person: string) => {
    const client = await portal().signIn(person);
    const [page, list] = [await client.get(`/assess/countersign/${OWENS}`), await client.get('/assess/countersign')];
    return { status: page.status, isListed: list.text.includes(OWENS) };
  };

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['without her password', { password: '' }, /Enter your password/],
    ['with a wrong one', { password: 'not the password' }, /The password is not right/],
    ['leaving what waits to nobody', { countersignerId: '' }, /Choose who countersigns: 1 decision waits/],
    ['leaving it to Owen himself', { countersignerId: 'owen' }, /Nobody countersigns her own decisions/],
    [
      'leaving it to somebody who assesses nobody',
      { countersignerId: 'ruth' },
      /Choose a colleague who is an assessor/,
    ],
  ])('is not changed %s', async (_story, change, words) => {
    const before = standings();
    const { status, text } = await sends(change);
    expect([400, 422]).toContain(status);
    expect(text).toMatch(words);
    expect(standings()).toBe(before);
    expect(await readBy('joan')).toEqual({ status: 200, isListed: true });
  });

  test('is not his to change', async () => {
    const owen = await portal().signIn('owen');
    expect((await owen.post('/assess?_action=quality.setStanding', leaves())).status).toBe(403);
  });

  test('with somebody named it is, and what waits is hers to read and to countersign, and nobody else’s', async () => {
    const sent = leaves();
    const venetia = await portal().signIn('venetia');
    expect((await venetia.post('/quality/assessors?_action=quality.setStanding', sent)).status).toBe(303);
    expect(await readBy('daniel')).toEqual({ status: 200, isListed: true });
    expect(await readBy('joan')).toEqual({ status: 404, isListed: false });
    const before = standings();
    expect((await venetia.post('/quality/assessors?_action=quality.setStanding', sent)).status).toBe(303);
    expect(standings(), 'sent twice it is entered once').toBe(before);
  });

  test('once nobody is there, the page of quality says so and where to name somebody', async () => {
    switchOff('daniel');
    const { text } = await (await portal().signIn('venetia')).get('/quality');
    expect(text).toContain('Waiting for a countersignature, nobody to give it');
    expect(text).toContain('/quality/assessors?name=Owen%20Blakely#owen');
    expect((await sends({ standing: 'qualified', countersignerId: 'joan' })).status).toBe(303);
    expect(await readBy('joan')).toEqual({ status: 200, isListed: true });
    expect((await (await portal().signIn('venetia')).get('/quality')).text).not.toContain('nobody to give it');
  });
});
