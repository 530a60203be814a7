import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import { endCases } from '../../support/demoRecords.ts';
import type { Fields, PortalClient } from '../../support/portalClient.ts';
import { servedPortal } from '../../support/servedPortal.ts';

/** They carry nothing; nothing was ever agreed for Jonah and Priya. */
function prepare(database: DatabaseSync): void {
  for (const trainee of ['jonah', 'priya']) endCases(database, trainee);
}

const TODAY = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
const NOT_AGREED = 'The caseload is over its limit, and nobody has agreed to it.';
const ENDED = /The caseload is over its limit\. That was agreed only until/;
const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of ['kerry', 'salma', 'ruth', 'gwen']) clients.set(person, await portal().signIn(person));
});
const client = (person: string) => clients.get(person)!;
const send = (page: string, action: string, fields: Fields) =>
  client('kerry').post(`${page}?_action=caseload.${action}`, fields);
const homeOf = async (person: string) => (await client(person).get('/')).text;

/** A light case of Kerry's, given to one of hers. */
async function given(traineeId: string, reference: string) {
  const allocationId = randomUUID();
  const fields = { allocationId, traineeId, reference, tier: 'D2', kind: 'custody' };
  expect((await send('/caseload/allocate', 'allocate', fields)).status).toBe(303);
  const [row] = portal().rows('select case_id from case_allocations where id = ?', allocationId);
  return { allocationId, page: `/caseload/cases/${String(row?.case_id)}` };
}

/** The case grows heavy: 175 points, so that two are within 435 and three are not. */
async function growHeavy({ allocationId, page }: Awaited<ReturnType<typeof given>>) {
  const change = { changeId: randomUUID(), allocationId, basedOn: '0', tier: 'A2', kind: 'licence' };
  expect((await send(page, 'change', change)).status).toBe(303);
}

describe('a caseload that goes over its limit without a new case', () => {
  test('is told to tutor and manager at once, until somebody agrees to it; and comes back when that ends', async () => {
    const cases = [await given('jonah', 'LARCH-1'), await given('jonah', 'LARCH-2')];
    for (const one of cases) await growHeavy(one);
    expect(await homeOf('ruth')).not.toContain(NOT_AGREED);
    await growHeavy(await given('jonah', 'LARCH-3'));
    for (const person of ['ruth', 'kerry']) expect(await homeOf(person), person).toContain(NOT_AGREED);
    expect(await homeOf('gwen')).not.toContain(NOT_AGREED);

    await client('ruth').post('/?_action=matters.acknowledge', { matter: 'over-limit-unagreed:jonah' });
    expect(await homeOf('ruth'), 'having seen it is not enough').toContain(NOT_AGREED);

    const agreed = { agreementId: randomUUID(), traineeId: 'jonah', agreedReason: 'Nobody else can take them.' };
    expect((await send('/caseload', 'agreeOver', { ...agreed, agreedUntil: addDays(TODAY, 14) })).status).toBe(303);
    for (const person of ['ruth', 'kerry']) expect(await homeOf(person), person).not.toContain(NOT_AGREED);
    expect(await homeOf('ruth')).toContain('The caseload may be over its limit until');

    await send('/caseload', 'endOver', { agreementId: randomUUID(), traineeId: 'jonah' });
    for (const person of ['ruth', 'kerry']) expect(await homeOf(person), person).toMatch(ENDED);
    const [ended] = portal().rows(
      "select id from over_limit_agreements where trainee_id = 'jonah' order by rowid desc",
    );
    await client('kerry').post('/?_action=matters.acknowledge', { matter: `over-limit-ended:${String(ended?.id)}` });
    expect(await homeOf('kerry'), 'having seen it is not enough').toMatch(ENDED);
  });

  test('also where hours are taken off; the manager reads since when', async () => {
    for (const reference of ['LARCH-4', 'LARCH-5']) await growHeavy(await given('priya', reference));
    const page = '/caseload/reductions/priya';
    const off = { reductionId: randomUUID(), traineeId: 'priya', reasonId: 'court-duty', hours: '3.7' };
    expect((await send(page, 'reduce', { ...off, startsOn: TODAY, lastDay: '' })).status).toBe(303);
    expect(await homeOf('kerry')).toContain('Priya Raman');
    const { text } = await client('kerry').get('/caseload');
    expect(text).toMatch(/Over since [A-Z][a-z]+ \d+ [A-Z][a-z]+\. Nothing is agreed/);
  });
});

test('a manager reads who is well under the limit, and for how long', async () => {
  const text = (await client('salma').get('/caseload')).text.replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/Kofi Asante: uses 19% of what is available, well under the limit since [A-Z][a-z]+ \d+ [A-Z]/);
  expect(text).not.toContain('Ade Balogun: uses');
});
