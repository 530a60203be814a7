import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { caseHouse, refused } from './caseHouse.ts';

const { portal, clients, send, newReference, given, caseOf } = caseHouse(['kerry', 'amara', 'tom', 'ruth']);

describe('a case that a rule stands against', () => {
  const blocked = { attributes: ['high-risk-of-harm'] };
  const allocate = (more: Fields) =>
    send('kerry', '/caseload/allocate', 'allocate', {
      allocationId: randomUUID(),
      traineeId: 'amara',
      reference: newReference(),
      tier: 'D2',
      kind: 'custody',
      ...more,
    });
  const approved = {
    approverName: 'Marion Ashby',
    approverJob: 'Head of the delivery unit',
    overrideReason: 'She knows the person from co-working.',
  };

  test.each<[string, Fields]>([
    ['nobody named', {}],
    ['a name without a job', { ...approved, approverJob: '' }],
    ['a name of blanks', { ...approved, approverName: '   ' }],
    ['a telephone number beside the name', { ...approved, approverName: 'Marion, 020 7946 0018' }],
    ['an address beside the job', { ...approved, approverJob: 'Head, marion@example.org' }],
    ['no reason', { ...approved, overrideReason: '' }],
    ['a reason of one letter', { ...approved, overrideReason: 'x' }],
  ])('%s: refused', async (_story, more) => {
    expect((await allocate({ ...blocked, ...more })).status).toBe(400);
  });

  test('with a name, a job and a reason it is kept, and who it was stands in the history', async () => {
    const id = await given('amara', { ...blocked, ...approved });
    expect(
      portal().rows('select attribute, approver_name, approver_id from case_overrides where allocation_id = ?', id),
    ).toEqual([
      {
        attribute: 'high-risk-of-harm',
        approver_name: 'Marion Ashby, Head of the delivery unit',
        approver_id: null,
      },
    ]);
  });

  test('shadowing it is open to everybody', async () => {
    expect((await allocate({ ...blocked, carrying: 'shadow' })).status).toBe(303);
  });

  test('a rule of the practice tutor’s is set aside by one of the trainee’s own tutors alone', async () => {
    const abuse = { attributes: ['domestic-abuse'], overrideReason: approved.overrideReason };
    for (const approverTutor of ['', 'gwen', 'kerry', 'amara', 'nobody'])
      expect((await allocate({ ...abuse, ...approved, approverTutor })).status, approverTutor).toBe(400);
    const id = await given('amara', { ...abuse, approverTutor: 'ruth' });
    expect(portal().rows('select approver_name, approver_id from case_overrides where allocation_id = ?', id)).toEqual([
      { approver_name: 'Ruth Adeyemi, practice tutor', approver_id: 'ruth' },
    ]);
  });

  test('an attribute that the office does not know is refused', async () => {
    expect((await allocate({ attributes: ['of-my-own'] })).status).toBe(400);
    expect((await allocate({ complexity: ['of-my-own'] })).status).toBe(400);
  });
});

describe('what was shown and what is true', () => {
  const shown = (used: number, limit: string) =>
    JSON.stringify({ priya: { used, available: 435, limit, against: [] } });
  const allocate = (expected: string) =>
    send('kerry', '/caseload/allocate', 'allocate', {
      allocationId: randomUUID(),
      traineeId: 'priya',
      reference: newReference(),
      tier: 'D0',
      kind: 'community',
      expected,
    });

  test('another outcome is asked again, and nothing is done', async () => {
    const before = portal().rows('select count(*) as n from case_allocations')[0]?.n;
    const { status, text } = await allocate(shown(999, 'over'));
    expect(status).toBe(409);
    expect(text).toContain('The caseload changed while you looked');
    expect(portal().rows('select count(*) as n from case_allocations')[0]?.n).toBe(before);
  });

  test('other numbers with the same outcome: done, and the next page says so', async () => {
    const { status, location } = await allocate(shown(1, 'within'));
    expect(status).toBe(303);
    expect(location).toContain('&seen=1');
    expect((await clients.get('kerry')!.get(String(location))).text).toContain('you had seen 1 points');
  });

  test('rubbish in that field changes nothing', async () => {
    expect((await allocate('{"priya":')).status).toBe(303);
  });
});

describe('a case is changed from one page at a time', () => {
  const change = (allocationId: string, basedOn: string, tier: string) =>
    send('kerry', `/caseload/cases/${caseOf(allocationId)}`, 'change', {
      changeId: randomUUID(),
      allocationId,
      basedOn,
      tier,
      kind: 'custody',
    });

  test('two tabs: the second is told', async () => {
    const id = await given('jonah');
    expect((await change(id, '0', 'C1')).status).toBe(303);
    expect((await change(id, '0', 'C2')).status).toBe(409);
    expect((await change(id, '1', 'C2')).status).toBe(303);
    expect(
      portal().rows('select tier, number from case_changes where case_id = ? order by number', caseOf(id)),
    ).toEqual([
      { tier: 'C1', number: 1 },
      { tier: 'C2', number: 2 },
    ]);
  });

  test('only who carries it gives it another reference, and none that looks real or that she has', async () => {
    const taken = newReference();
    const [id] = [await given('amara'), await given('amara', { reference: taken })];
    const rename = (person: string, reference: string) =>
      send(person, `/caseload/cases/${caseOf(id)}`, 'rename', {
        changeId: randomUUID(),
        allocationId: id,
        basedOn: '0',
        reference,
      });
    for (const person of ['kerry', 'tom', 'ruth']) expect(refused(await rename(person, 'ROWAN-1')), person).toBe(true);
    for (const reference of ['John Smith', 'X123456', '', taken])
      expect(refused(await rename('amara', reference)), reference).toBe(true);
    expect((await rename('amara', 'rowan-2')).status).toBe(303);
    expect((await clients.get('amara')!.get(`/caseload/cases/${caseOf(id)}`)).text).toContain('ROWAN-2');
  });
});
