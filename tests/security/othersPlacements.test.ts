import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { ago, ahead, LOGGED, placementsPortal, plan, SECRET } from './placementsPortal.ts';

const { portal, client, send, one, everything } = placementsPortal();

describe('a placement of somebody else', () => {
  test.each([
    ['amara', 200],
    ['ruth', 200],
    ['daniel', 200],
    ['kerry', 200],
    ['tom', 404],
    ['nia', 404],
    ['gwen', 404],
    ['joan', 404],
    ['salma', 404],
    ['venetia', 403],
    ['harvey', 403],
  ] as const)('opens for %s with %i', async (person, status) => {
    expect((await client(person).get('/placements/past')).status).toBe(status);
  });

  test.each(['ruth', 'daniel', 'kerry'])(
    '%s reads the log, and the report only once it is finished',
    async (person) => {
      const { text } = await client(person).get('/placements/past');
      expect(text).toContain(LOGGED);
      expect(text).not.toContain(SECRET);
      expect((await client(person).get('/trainees/amara')).text).not.toContain(SECRET);
    },
  );

  const record = { placementId: 'past', day: ago(3), basedOn: '0' };
  test.each<[string, string, Fields]>([
    [
      'saveDay',
      'placementRecords.saveDay',
      { ...record, attendance: 'attended', hours: '7', minutes: '0', reason: '' },
    ],
    ['saveLog', 'placementRecords.saveLog', { ...record, log: 'Theirs', basedOn: '1' }],
    ['saveReport', 'placementRecords.saveReport', { placementId: 'past', report: 'Theirs', basedOn: '1' }],
    ['finishReport', 'placementRecords.finishReport', { placementId: 'past', report: 'Theirs', basedOn: '1' }],
    ['useAsEvidence', 'placementRecords.useAsEvidence', { placementId: 'past', id: randomUUID() }],
    ['change', 'placements.change', { ...plan(ahead(90)), placementId: 'ahead', agreed: '0' }],
    ['cancel', 'placements.cancel', { placementId: 'ahead', cancelReason: 'Theirs' }],
  ])('%s: a trainee’s alone, whoever asks', async (_name, action, fields) => {
    const before = everything();
    for (const [person, status] of [
      ['tom', 404],
      ['nia', 404],
      ['ruth', 403],
      ['gwen', 403],
      ['kerry', 403],
      ['daniel', 403],
    ] as const)
      expect((await send(person, '/account', action, fields)).status, person).toBe(status);
    expect(everything()).toBe(before);
  });

  test('nobody of another cohort agrees, and no trainee to her own', async () => {
    const before = everything();
    for (const [person, status] of [
      ['gwen', 404],
      ['salma', 404],
      ['daniel', 403],
      ['amara', 403],
    ] as const)
      expect((await send(person, '/account', 'placements.agree', { placementId: 'ahead' })).status, person).toBe(
        status,
      );
    expect(everything()).toBe(before);
  });
});

describe('what a form says beside its own fields', () => {
  test('a proposal is hers and nothing more: no agreement, no offer, not cancelled, no other id', async () => {
    const fields = plan(ahead(80));
    const { status } = await send('amara', '/placements', 'placements.propose', {
      ...fields,
      traineeId: 'tom',
      offerId: 'given',
      cancelledAt: '1',
      proposedAt: '1',
      agreements: 'ruth',
    });
    expect(status).toBe(303);
    const kept = one('select * from placements where id = ?', String(fields['id']));
    expect(kept).toMatchObject({ trainee_id: 'amara', offer_id: null, cancelled_at: null });
    expect(portal().rows('select * from placement_agreements where placement_id = ?', String(fields['id']))).toEqual(
      [],
    );
  });

  test('a change goes to the placement that was named, never to somebody else’s by its id', async () => {
    const before = one(`select * from placements where id = 'toms'`);
    await send('amara', '/placements/ahead', 'placements.change', {
      ...plan(ahead(70)),
      id: 'toms',
      placementId: 'ahead',
      agreed: '0',
    });
    await send('amara', '/placements/ahead', 'placements.change', {
      ...plan(ahead(70)),
      placementId: 'toms',
      agreed: '0',
    });
    expect(one(`select * from placements where id = 'toms'`)).toEqual(before);
  });
});

describe('what may lead to a real person', () => {
  test.each<[string, Fields]>([
    ['place', { place: 'With A1234BC' }],
    ['hostContact', { hostContact: 'Ring 020 7946 0123' }],
    ['travelNotes', { travelNotes: 'Meet at SW1A 1AA' }],
    ['objective1', { objective1: 'See A1234BC again', criteria1: '1.1' }],
  ])('is refused in %s, with the passage, and nothing is kept', async (_field, change) => {
    const fields: Fields = { ...plan(ahead(119)), ...change };
    const answer = await send('amara', '/placements', 'placements.propose', fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Take it out');
    expect(one('select id from placements where id = ?', String(fields['id']))).toBeUndefined();
  });
});
