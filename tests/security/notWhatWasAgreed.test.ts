import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { caseHouse, refused } from './caseHouse.ts';

const { portal, clients, send, given, caseOf } = caseHouse(['kerry', 'salma', 'amara', 'tom', 'ruth', 'gwen']);

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
