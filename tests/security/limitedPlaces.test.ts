import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

const FAR = '2099-01-05';
/** Within everybody’s programme, and after whatever the demo tells. */
const AHEAD = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
const LOT = 'c0ffee00c0ffee00c0ffee00c0ffee00';

/** Offers by what they are: for one cohort, closed already, withdrawn; `closed` has the wishes of Priya and Nia. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const offer = (id: string, change: Record<string, string | number | null> = {}) =>
    insert('placement_offers', {
      id,
      kind: 'victim_liaison',
      place: `Place ${id}`,
      host_contact: 'Desk',
      look_for: 'Letters',
      travel_notes: '',
      starts_on: FAR,
      ends_on: FAR,
      seats: 1,
      closes_on: '2098-12-01',
      cohort_id: null,
      lot: LOT,
      made_by: 'harvey',
      made_at: 1_780_000_000,
      ...change,
    });
  offer('for-wales', { cohort_id: 'wales' });
  offer('for-all');
  offer('forgotten', { closes_on: '2020-01-01', starts_on: '2098-01-06', ends_on: '2098-01-06' });
  offer('closed', { closes_on: '2020-01-01', starts_on: AHEAD, ends_on: AHEAD });
  offer('withdrawn', { withdrawn_at: 1_780_000_001 });
  for (const trainee_id of ['priya', 'nia', 'leila'])
    insert('placement_wishes', { offer_id: 'closed', trainee_id, wished_at: 1_780_000_000 });
  insert('week_exceptions', {
    id: 'leila-away',
    trainee_id: 'leila',
    starts_on: AHEAD,
    ends_on: AHEAD,
    place: 'leave',
    words: 'A reason that is hers alone',
    entered_at: 1_780_000_000,
  });
}

const portal = servedPortal({ prepare });
const send = async (person: string, action: string, fields: Record<string, string>, page = '/account') =>
  (await portal().signIn(person)).post(`${page}?_action=placementOffers.${action}`, fields);
const wishes = (offerId: string) =>
  portal()
    .rows('select trainee_id from placement_wishes where offer_id = ? order by trainee_id', offerId)
    .map(({ trainee_id }) => trainee_id);
const offer = (id: string) => portal().rows('select * from placement_offers where id = ?', id)[0];

describe('asking for a seat', () => {
  test('of another cohort’s offer: it is not there, on the page neither', async () => {
    expect((await send('amara', 'wish', { offerId: 'for-wales' })).status).toBe(404);
    expect((await send('amara', 'takeBack', { offerId: 'for-wales' })).status).toBe(404);
    expect(wishes('for-wales')).toEqual([]);
    expect((await (await portal().signIn('amara')).get('/placements/offers')).text).not.toContain('Place for-wales');
    expect((await (await portal().signIn('nia')).get('/placements/offers')).text).toContain('Place for-wales');
  });

  test('for somebody else: it is her own wish, whatever the form says', async () => {
    const extra = { traineeId: 'tom', trainee_id: 'tom', personId: 'tom', wishedAt: '2001-01-01', rank: '1' };
    expect((await send('amara', 'wish', { offerId: 'for-all', ...extra })).status).toBe(200);
    expect(wishes('for-all')).toEqual(['amara']);
  });

  test('twice is one wish, and taking back twice none', async () => {
    for (const action of ['wish', 'wish']) expect((await send('dev', action, { offerId: 'for-all' })).status).toBe(200);
    expect(wishes('for-all')).toEqual(['amara', 'dev']);
    for (const action of ['takeBack', 'takeBack'])
      expect((await send('dev', action, { offerId: 'for-all' })).status).toBe(200);
    expect(wishes('for-all')).toEqual(['amara']);
  });

  test('after the closing day, of an offer that was withdrawn, and of one that never was', async () => {
    expect((await send('amara', 'wish', { offerId: 'closed' })).status).toBe(409);
    expect((await send('amara', 'wish', { offerId: 'withdrawn' })).status).toBe(409);
    expect((await send('amara', 'wish', { offerId: 'nowhere' })).status).toBe(404);
    expect(wishes('closed')).toEqual(['leila', 'nia', 'priya']);
  });

  test('is not for colleagues', async () => {
    for (const person of ['ruth', 'kerry', 'daniel', 'harvey', 'venetia'])
      expect((await send(person, 'wish', { offerId: 'for-all' })).status, person).toBe(403);
  });

  test('the page names nobody else, and no lot before the seats are given out', async () => {
    const { text } = await (await portal().signIn('priya')).get('/placements/offers');
    expect(text).toContain('Place closed');
    for (const words of ['Nia Prosser', 'Amara Okafor', LOT]) expect(text).not.toContain(words);
  });
});

describe('offering and giving out', () => {
  const fields = {
    kind: 'court',
    place: 'Made-up court',
    hostContact: 'Desk',
    lookFor: 'Days',
    travelNotes: '',
    startsOn: FAR,
    endsOn: FAR,
    seats: '2',
    closesOn: '2098-12-01',
    cohortId: '',
  };

  test('is the administrator’s alone', async () => {
    for (const person of ['amara', 'ruth', 'kerry', 'daniel', 'venetia']) {
      for (const [action, sent] of [
        ['make', { id: randomUUID(), ...fields }],
        ['withdraw', { offerId: 'for-all' }],
        ['giveOut', { offerId: 'closed' }],
      ] as const)
        expect((await send(person, action, sent)).status, `${person} ${action}`).toBe(403);
    }
    expect(offer('for-all')?.withdrawn_at).toBeNull();
    expect(offer('closed')?.given_out_at).toBeNull();
  });

  test('sets what the form has fields for: not the lot, not who made it, not that it is given out', async () => {
    const id = randomUUID();
    const extra = {
      lot: 'f'.repeat(32),
      madeBy: 'amara',
      madeAt: '2001-01-01',
      givenOutAt: '2001-01-01',
      withdrawnAt: '2001-01-01',
    };
    expect((await send('harvey', 'make', { id, ...fields, ...extra })).status).toBe(200);
    const kept = offer(id);
    expect(kept).toMatchObject({
      made_by: 'harvey',
      given_out_at: null,
      withdrawn_at: null,
      cohort_id: null,
      seats: 2,
    });
    expect(kept?.lot).toMatch(/^[0-9a-f]{32}$/);
    expect(kept?.lot).not.toBe(extra.lot);
    const lot = kept?.lot;
    expect((await send('harvey', 'make', { id, ...fields })).status).toBe(200);
    expect(offer(id)?.lot).toBe(lot);
    expect((await send('harvey', 'make', { id, ...fields, seats: '9' })).status).toBe(409);
    expect(offer(id)?.seats).toBe(2);
  });

  test.each<[string, Partial<typeof fields>]>([
    ['no seats', { seats: '0' }],
    ['more seats than there can be', { seats: '101' }],
    ['half a seat', { seats: '1.5' }],
    ['seats in words', { seats: 'two' }],
    ['a kind that is none', { kind: 'beach' }],
    ['a day that does not exist', { startsOn: '2099-02-30' }],
    ['the end before the start', { endsOn: '2099-01-04' }],
    ['closing on the day itself', { closesOn: FAR }],
    ['closing in the past', { closesOn: '2020-01-01' }],
    ['a cohort that is none', { cohortId: 'nowhere' }],
    ['a telephone number', { hostContact: 'Ring 020 7946 0018' }],
  ])('refuses %s at its field, and keeps what was typed', async (_what, change) => {
    const id = randomUUID();
    const sent = await send('harvey', 'make', { id, ...fields, place: 'Typed place', ...change }, '/admin/placements');
    expect(sent.status).toBe(400);
    expect(sent.text).toContain('There is a problem');
    expect(sent.text).toContain('Typed place');
    expect(offer(id)).toBeUndefined();
  });

  test('before the closing day gives nothing out, nor does an offer that was withdrawn', async () => {
    expect((await send('harvey', 'giveOut', { offerId: 'for-all' })).status).toBe(409);
    expect((await send('harvey', 'giveOut', { offerId: 'withdrawn' })).status).toBe(409);
    expect((await send('harvey', 'giveOut', { offerId: 'nowhere' })).status).toBe(404);
    expect(portal().rows(`select 1 from placement_awards where offer_id in ('for-all', 'withdrawn')`)).toEqual([]);
  });

  test('two administrators at once give one seat once, and an administrator is told neither who asked nor what stands in her way', async () => {
    const clients = await Promise.all([portal().signIn('harvey'), portal().signIn('harvey')]);
    const sent = await Promise.all(
      clients.map((client) => client.post('/admin/placements?_action=placementOffers.giveOut', { offerId: 'closed' })),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(portal().rows(`select trainee_id from placements where offer_id = 'closed'`)).toHaveLength(1);
    const awards = portal().rows(
      `select trainee_id, rank, reason, placement_id from placement_awards where offer_id = 'closed' order by rank`,
    );
    expect(awards.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(awards[2]).toMatchObject({ trainee_id: 'leila', placement_id: null });
    const { text } = await (await portal().signIn('harvey')).get('/admin/placements');
    expect(text).toContain('3 people asked');
    expect(text).not.toContain('Leila Farouk');
    expect(text).not.toContain('A reason that is hers alone');
    expect(JSON.stringify(awards)).not.toContain('hers alone');
  });

  test('whoever cancels her seat hands it on to the next in the order, and gets it back by no other form', async () => {
    const awards = portal().rows(
      `select trainee_id, placement_id from placement_awards where offer_id = 'closed' order by rank`,
    );
    const [first = '', second = ''] = awards.map(({ trainee_id }) => String(trainee_id));
    const placementId = String(awards[0]?.placement_id);
    const client = await portal().signIn(first);
    const page = `/placements/${placementId}?_action=placements.cancel`;
    const cancel = { placementId, cancelReason: 'Duty cover' };
    for (const _twice of [1, 2]) expect((await client.post(page, cancel)).status).toBe(303);
    const seats = () =>
      portal()
        .rows(`select trainee_id from placements where offer_id = 'closed' and cancelled_at is null`)
        .map(({ trainee_id }) => trainee_id);
    expect(seats()).toEqual([second]);
    await send(first, 'wish', { offerId: 'closed' });
    await send('harvey', 'giveOut', { offerId: 'closed' });
    expect(seats()).toEqual([second]);
    const { text } = await (await portal().signIn(second)).get('/placements/offers');
    expect(text).toContain('Somebody gave a seat back');
  });

  test('an offer with no wishes can be closed, and one that is given out not withdrawn', async () => {
    expect((await send('harvey', 'giveOut', { offerId: 'forgotten' })).status).toBe(200);
    expect((await send('harvey', 'withdraw', { offerId: 'forgotten' })).status).toBe(409);
    expect(offer('forgotten')).toMatchObject({ withdrawn_at: null, given_out_at: expect.any(Number) });
  });
});
