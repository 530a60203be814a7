import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { endCases } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** They carry nothing, so that no limit stands in the way. */
function prepare(database: DatabaseSync): void {
  for (const trainee of ['amara', 'jonah', 'priya']) endCases(database, trainee);
}

const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of ['kerry', 'salma', 'amara', 'tom', 'ruth', 'gwen'])
    clients.set(person, await portal().signIn(person));
});
const send = (person: string, page: string, action: string, fields: Fields) =>
  clients.get(person)!.post(`${page}?_action=caseload.${action}`, fields);
const refused = ({ status }: { status: number }) => status >= 400 && status < 500;

let made = 0;
/** A case of Kerry's, given to one of hers; its allocation's id. */
async function given(traineeId: string, more: Fields = {}): Promise<string> {
  const allocationId = randomUUID();
  const { status, text } = await send('kerry', '/caseload/allocate', 'allocate', {
    allocationId,
    traineeId,
    reference: `LARCH-${(made += 1)}`,
    tier: 'D2',
    kind: 'custody',
    ...more,
  });
  expect(status, text.slice(0, 200)).toBe(303);
  return allocationId;
}
const caseOf = (allocationId: string) =>
  String(portal().rows('select case_id from case_allocations where id = ?', allocationId)[0]?.case_id);

describe('"this is not what was agreed"', () => {
  test('is said by her who carries it, read by her tutor and her manager, and settled once', async () => {
    const caseId = caseOf(await given('amara'));
    const objectionId = randomUUID();
    const say = (person: string) =>
      send(person, `/caseload/cases/${caseId}`, 'object', {
        objectionId: person === 'amara' ? objectionId : randomUUID(),
        caseId,
        objectionWords: 'We agreed that no case comes before December.',
      });
    for (const person of ['tom', 'kerry', 'ruth']) expect(refused(await say(person)), person).toBe(true);
    expect((await say('amara')).status).toBe(303);
    for (const person of ['ruth', 'kerry'])
      expect((await clients.get(person)!.get('/')).text, person).toContain('no case comes before December');
    expect((await clients.get('gwen')!.get('/')).text).not.toContain('no case comes before December');
    const answer = (person: string, settles: Fields) =>
      send(person, '/trainees/amara/caseload', 'answer', {
        answerId: randomUUID(),
        objectionId,
        answer: 'It moves on Monday.',
        ...settles,
      });
    for (const person of ['gwen', 'salma', 'tom', 'amara'])
      expect(refused(await answer(person, { settles: 'yes' })), person).toBe(true);
    expect((await answer('ruth', {})).status).toBe(303);
    expect((await answer('kerry', { settles: 'yes' })).status).toBe(303);
    expect((await answer('ruth', {})).status).toBe(409);
    expect((await clients.get('ruth')!.get('/')).text).not.toContain('no case comes before December');
    expect((await clients.get('amara')!.get('/')).text).toContain('It moves on Monday.');
  });

  test('a number that looks real is refused with the passage', async () => {
    const { status, text } = await send('amara', '/caseload', 'object', {
      objectionId: randomUUID(),
      caseId: '',
      objectionWords: 'It is about A1234BC.',
    });
    expect(status).toBe(400);
    expect(text).toContain('A1234BC');
  });
});

describe('what was put before somebody', () => {
  test('is noted as seen for her who was told, and for nothing she was not told of', async () => {
    const [row] = portal().rows(
      `select id from over_limit_agreements where trainee_id = 'tom' order by agreed_at desc, rowid desc limit 1`,
    );
    const matter = `over-limit:${String(row?.id)}`;
    const seen = (person: string) =>
      clients
        .get(person)!
        .post('/?_action=matters.acknowledge', { matter })
        .then(({ status }) => status);
    expect(await Promise.all([seen('gwen'), seen('tom'), seen('salma')])).toEqual([303, 303, 303]);
    const noted = () => portal().rows('select person_id from acknowledgements where matter = ?', matter);
    expect(noted()).toEqual([]);
    expect((await clients.get('ruth')!.get('/')).text).toContain('Over the limit, agreed');
    await Promise.all([seen('ruth'), seen('ruth')]);
    expect(noted()).toEqual([{ person_id: 'ruth' }]);
  });
});
