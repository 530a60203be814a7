import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { addPerson, endCases, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const FAR = '2099-01-05';
const SOON = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Three more trainees of Kerry's: one has not begun, one is in a pause, one has been through. Amara carries nothing. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const [id, startedOn] of [
    ['bronwen', FAR],
    ['petra', LONG_AGO],
    ['ola', LONG_AGO],
  ] as const) {
    addPerson(database, { id, name: `${id} Madeup` });
    insert('person_roles', { person_id: id, role: 'trainee' });
    insert('enrolments', { trainee_id: id, route_id: 'standard-15', started_on: startedOn, hours_per_week: 37 });
    insert('assignments', {
      id: `kerry-${id}`,
      kind: 'manager',
      person_id: 'kerry',
      trainee_id: id,
      starts_on: LONG_AGO,
      ends_on: null,
    });
  }
  insert('programme_pauses', {
    id: 'petra-pause',
    trainee_id: 'petra',
    reason: 'other',
    starts_on: '2020-02-01',
    ends_on: null,
  });
  endCases(database, 'amara');
}

const portal = servedPortal({ prepare });
let kerry: PortalClient;
beforeEach(async () => {
  kerry = await portal().signIn('kerry');
});

const fields = (traineeId: string, reference: string) => ({
  allocationId: randomUUID(),
  traineeId,
  reference,
  tier: 'D2',
  kind: 'custody',
  overLimitReason: 'Nobody else is there this week.',
  overLimitUntil: SOON,
});
const allocate = (traineeId: string, reference: string) =>
  kerry.post('/caseload/allocate?_action=caseload.allocate', fields(traineeId, reference));
const carried = (reference: string) =>
  portal()
    .rows(
      'select a.trainee_id from case_allocations a join cases c on c.id = a.case_id where c.reference = ?',
      reference,
    )
    .map((row) => row.trainee_id);

describe('nobody is given a case while her programme does not run', () => {
  test.each([
    ['bronwen', 'The programme has not begun yet'],
    ['petra', 'The programme is paused'],
    ['ola', 'The programme is over'],
  ])('%s: the page says why and does not offer her, and the form is refused', async (traineeId, why) => {
    const page = await kerry.get('/caseload/allocate?tier=D2&kind=custody');
    expect(page.text).toContain(why);
    expect(page.text).toContain('value="amara"');
    expect(page.text).not.toContain(`value="${traineeId}"`);
    const answer = await allocate(traineeId, 'MISTLE-1');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`${why}, so no case can be allocated`);
    expect(carried('MISTLE-1')).toEqual([]);
  });
});

describe('a reference is on one caseload once', () => {
  test('two forms at the same moment: one case', async () => {
    const answers = await Promise.all([
      allocate('amara', 'SORREL-1'),
      allocate('amara', 'SORREL-1'),
      allocate('amara', 'SORREL-1'),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(2);
    expect(carried('SORREL-1')).toEqual(['amara']);
  });

  test('written small it is the same one', async () => {
    await allocate('amara', 'THYME-1');
    expect((await allocate('amara', ' thyme-1 ')).text).toContain('There is a case THYME-1 on this caseload already');
    expect(carried('THYME-1')).toEqual(['amara']);
  });

  test('somebody else may have a case of that reference', async () => {
    await allocate('amara', 'YARROW-1');
    expect((await allocate('tom', 'YARROW-1')).status).toBe(303);
    expect(new Set(carried('YARROW-1'))).toEqual(new Set(['amara', 'tom']));
  });
});
