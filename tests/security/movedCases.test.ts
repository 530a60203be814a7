import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { caseHouse, refused } from './caseHouse.ts';

/** Kerry was Sofia's manager until 2020. */
function prepare(database: DatabaseSync): void {
  inserter(database)('assignments', {
    id: 'kerry-was-sofias',
    kind: 'manager',
    person_id: 'kerry',
    trainee_id: 'sofia',
    starts_on: LONG_AGO,
    ends_on: '2020-06-01',
  });
}

const { portal, clients, send, given, caseOf } = caseHouse(
  ['kerry', 'salma', 'amara', 'tom', 'ruth', 'gwen', 'harvey'],
  prepare,
);
const history = (allocationId: string) =>
  portal().rows(
    'select trainee_id, end_reason, starts_on = ends_on as within_a_day, share_percent from case_allocations where case_id = ? order by rowid',
    caseOf(allocationId),
  );
const move = (fromAllocationId: string, traineeId: string, more: Fields = {}) => {
  const allocationId = randomUUID();
  const fields = { allocationId, fromAllocationId, traineeId, ...more };
  return send('kerry', '/caseload/allocate', 'move', fields).then((answer) => ({ ...answer, allocationId }));
};

describe('a case that moves', () => {
  test('twice in one day keeps both moves, and one person carries it', async () => {
    const first = await given('amara');
    const second = await move(first, 'jonah');
    const third = await move(second.allocationId, 'amara');
    expect([second.status, third.status]).toEqual([303, 303]);
    expect(history(first)).toEqual([
      { trainee_id: 'amara', end_reason: 'moved', within_a_day: 1, share_percent: 100 },
      { trainee_id: 'jonah', end_reason: 'moved', within_a_day: 1, share_percent: 100 },
      { trainee_id: 'amara', end_reason: null, within_a_day: null, share_percent: 100 },
    ]);
    const { text } = await clients.get('kerry')!.get(`/caseload/cases/${caseOf(first)}`);
    expect(text).toContain('Moved from Amara Okafor to Jonah Whitlock');
    expect(text).toContain('Moved from Jonah Whitlock to Amara Okafor');
  });

  test('to two people at the same moment: one has it, the other form is told', async () => {
    const first = await given('amara');
    const answers = await Promise.all([move(first, 'jonah'), move(first, 'priya')]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 409]);
    expect(history(first).filter(({ end_reason: reason }) => reason === null)).toHaveLength(1);
  });

  test('to a trainee of another manager, or of one whose assignment has ended: nothing', async () => {
    const first = await given('amara');
    for (const traineeId of ['leila', 'sofia', 'nia', 'kerry', 'nobody', ''])
      expect(refused(await move(first, traineeId)), traineeId).toBe(true);
    expect(history(first)).toHaveLength(1);
  });

  test('somebody else’s case is nobody’s to move, change, carry or close', async () => {
    const first = await given('amara');
    const page = `/caseload/cases/${caseOf(first)}`;
    for (const person of ['salma', 'amara', 'tom', 'ruth', 'gwen']) {
      const answers = await Promise.all([
        send(person, '/caseload/allocate', 'move', {
          allocationId: randomUUID(),
          fromAllocationId: first,
          traineeId: 'leila',
        }),
        send(person, page, 'carry', { allocationId: randomUUID(), fromAllocationId: first, carrying: 'shadow' }),
        send(person, page, 'close', { allocationId: first }),
        send(person, page, 'change', {
          changeId: randomUUID(),
          allocationId: first,
          basedOn: '0',
          tier: 'A3',
          kind: 'licence',
        }),
      ]);
      expect(answers.every(refused), person).toBe(true);
    }
    expect(history(first)).toHaveLength(1);
  });

  test('a closed case is not moved any more', async () => {
    const first = await given('amara');
    expect((await send('kerry', '/caseload/cases/x', 'close', { allocationId: first })).status).toBe(303);
    expect((await move(first, 'jonah')).status).toBe(409);
  });
});

describe('shares of one case', () => {
  test('never add up to more than the whole of it', async () => {
    const first = await given('amara', { carrying: 'co_work', share: '60' });
    const join = (traineeId: string, share: string) =>
      send('kerry', '/caseload/allocate', 'join', {
        allocationId: randomUUID(),
        fromAllocationId: first,
        traineeId,
        carrying: 'co_work',
        share,
      });
    const tooMuch = await join('jonah', '41');
    expect(tooMuch.status).toBe(400);
    expect(tooMuch.text).toContain('Only 40% of this case is left');
    const both = await Promise.all([join('jonah', '30'), join('priya', '30')]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 400]);
    expect(history(first).reduce((sum, row) => sum + Number(row.share_percent), 0)).toBe(90);
  });

  test.each(['101', '-5', 'half', '4.5'])('%s is no share', async (share) => {
    const first = await given('amara');
    const answer = await send('kerry', `/caseload/cases/${caseOf(first)}`, 'carry', {
      allocationId: randomUUID(),
      fromAllocationId: first,
      carrying: 'co_work',
      share,
    });
    expect(answer.status).toBe(400);
    expect(history(first)).toHaveLength(1);
  });
});

test('whose programme has ended carries nothing another way: her case is moved or closed', async () => {
  const [first, second] = [await given('priya'), await given('priya', { carrying: 'shadow' })];
  const ended = { traineeId: 'priya', kind: 'withdrawn', reason: 'workload', words: '', assignments: 'stay' };
  const ending = { ...ended, id: randomUUID(), endedOn: new Date().toISOString().slice(0, 10) };
  expect((await clients.get('harvey')!.post('/admin/trainees/priya?_action=programme.end', ending)).status).toBe(303);
  const carried = { allocationId: randomUUID(), fromAllocationId: first, carrying: 'co_work', share: '20' };
  const answer = await send('kerry', `/caseload/cases/${caseOf(first)}`, 'carry', carried);
  expect([answer.status, history(first).length]).toEqual([409, 1]);
  expect(answer.text).toContain('The programme is over: move the case to somebody else, or close it.');
  expect((await move(first, 'jonah')).status).toBe(303);
  expect((await send('kerry', '/caseload/cases/x', 'close', { allocationId: second })).status).toBe(303);
});
