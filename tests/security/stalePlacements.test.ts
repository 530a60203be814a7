import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { ago, ahead, placementsPortal, plan } from './placementsPortal.ts';

const { portal, client, send, one, everything } = placementsPortal();

describe('the same form twice, and forms of another time', () => {
  test('a change of what was agreed makes one new proposal, however often it is sent', async () => {
    const first = plan(ahead(84));
    await send('amara', '/placements', 'placements.propose', first);
    const id = String(first['id']);
    await send('ruth', '/trainees/amara', 'placements.agree', { placementId: id });
    const changed: Fields = { ...plan(ahead(85)), placementId: id, agreed: '1' };
    const answers = [];
    for (let time = 0; time < 3; time += 1)
      answers.push(await send('amara', `/placements/${id}`, 'placements.change', changed));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(one('select cancelled_at is not null as over from placements where id = ?', id)).toEqual({ over: 1 });
    expect(
      portal().rows('select person_id from placement_agreements where placement_id = ?', String(changed['id'])),
    ).toEqual([]);
  });

  test('a change that was begun before somebody agreed is not saved over her head', async () => {
    const first = plan(ahead(98));
    await send('amara', '/placements', 'placements.propose', first);
    const id = String(first['id']);
    await send('ruth', '/trainees/amara', 'placements.agree', { placementId: id });
    const answer = await send('amara', `/placements/${id}`, 'placements.change', {
      ...plan(ahead(99)),
      placementId: id,
      agreed: '0',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody agreed to this in the meantime');
    expect(one('select starts_on from placements where id = ?', id)).toEqual({ starts_on: ahead(98) });
  });

  test('nobody agrees to what was changed while she was reading', async () => {
    const first = plan(ahead(105));
    await send('amara', '/placements', 'placements.propose', first);
    const id = String(first['id']);
    const { text } = await client('ruth').get(`/placements/${id}`);
    const terms = /name="terms" value="([^"]*)"/u.exec(text)?.[1] ?? '';
    expect(terms).toContain(ahead(105));
    await send('amara', `/placements/${id}`, 'placements.change', {
      ...plan(ahead(106)),
      placementId: id,
      agreed: '0',
    });
    expect((await send('ruth', `/placements/${id}`, 'placements.agree', { placementId: id, terms })).status).toBe(409);
    expect(portal().rows('select * from placement_agreements where placement_id = ?', id)).toEqual([]);
  });

  test('cancelled stays cancelled: not changed, not agreed to, not recorded, not cancelled for another reason', async () => {
    const cancel = (cancelReason: string) =>
      send('amara', '/placements/to-cancel', 'placements.cancel', { placementId: 'to-cancel', cancelReason });
    expect((await cancel('Duty cover')).status).toBe(303);
    const before = everything();
    expect((await cancel('Duty cover')).status).toBe(303);
    expect((await cancel('Another reason')).status).toBe(409);
    expect((await send('ruth', '/trainees/amara', 'placements.agree', { placementId: 'to-cancel' })).status).toBe(409);
    const changed = { ...plan(ahead(112)), placementId: 'to-cancel', agreed: '0' };
    expect((await send('amara', '/placements/to-cancel', 'placements.change', changed)).status).toBe(409);
    const log = { placementId: 'to-cancel', day: ahead(77), log: 'There after all', basedOn: '0' };
    expect((await send('amara', '/placements/to-cancel', 'placementRecords.saveLog', log)).status).toBe(422);
    expect(everything()).toBe(before);
    for (const person of ['ruth', 'kerry'])
      expect((await client(person).get('/trainees/amara')).text).toContain('Duty cover');
  });

  const past = { placementId: 'past', basedOn: '1' };
  test.each<[string, Fields]>([
    [
      'saveDay',
      { ...past, day: ago(3), attendance: 'part', hours: '3', minutes: '5', reason: 'Called back', basedOn: '0' },
    ],
    ['saveLog', { ...past, day: ago(3), log: 'Written once.' }],
    ['saveReport', { ...past, report: 'Begun.' }],
  ])('%s: saved once, and another tab’s older version is refused beside it', async (name, fields) => {
    const save = (change: Fields = {}) =>
      send('amara', '/placements/past', `placementRecords.${name}`, { ...fields, ...change });
    expect((await save()).status).toBe(303);
    const after = everything();
    expect((await save()).status).toBe(303);
    const { status, text } = await save({ log: 'Older.', report: 'Older.', reason: 'Older.' });
    expect(status).toBe(409);
    expect(text).toContain('Older.');
    expect(everything()).toBe(after);
  });

  test.each<[string, Fields]>([
    ['a day to come', { day: ahead(1) }],
    ['a day that is not of it', { day: ago(4) }],
    ['text for hours', { hours: 'many' }],
    ['sixty minutes', { minutes: '60' }],
    ['a reason that is missing', { reason: ' ' }],
    ['no attendance', { attendance: '' }],
    ['a day that is none', { day: '2026-02-30' }],
  ])('a day with %s is said at the form and not kept', async (_story, change) => {
    const fields = {
      placementId: 'past',
      day: ago(3),
      attendance: 'part',
      hours: '3',
      minutes: '0',
      reason: 'x',
      basedOn: '1',
    };
    const before = everything();
    expect((await send('amara', '/placements/past', 'placementRecords.saveDay', { ...fields, ...change })).status).toBe(
      400,
    );
    expect(everything()).toBe(before);
  });

  test('a report is finished once, and becomes evidence once', async () => {
    const finish = (report: string) =>
      send('amara', '/placements/past', 'placementRecords.finishReport', { placementId: 'past', report, basedOn: '2' });
    expect((await finish('Learnt.')).status).toBe(303);
    expect((await finish('Learnt.')).status).toBe(303);
    expect((await finish('Something else.')).status).toBe(422);
    const use = () =>
      send('amara', '/placements/past', 'placementRecords.useAsEvidence', { placementId: 'past', id: randomUUID() });
    const [first, second] = [await use(), await use()];
    expect(first.location).toMatch(/^\/portfolio\/evidence\//u);
    expect(second.location).toBe(first.location);
    expect(portal().rows(`select text from evidence_items where title = 'Placement: Place past'`)).toEqual([
      { text: 'Learnt.' },
    ]);
    expect((await client('ruth').get('/placements/past')).text).toContain('Learnt.');
  });
});

describe('clashes', () => {
  test('two proposals for the same day at once: one of them is told', async () => {
    const day = ahead(126);
    const answers = await Promise.all(
      [1, 2, 3].map(() => send('amara', '/placements', 'placements.propose', plan(day))),
    );
    expect(answers.map(({ status }) => status).sort((first, second) => first - second)).toEqual([303, 400, 400]);
    expect(
      portal().rows(`select count(*) as n from placements where trainee_id = 'amara' and starts_on = ?`, day),
    ).toEqual([{ n: 1 }]);
  });

  test.each([
    ['an end before the beginning', { startsOn: ahead(134), endsOn: ahead(133) }],
    ['a day that does not exist', { startsOn: '2026-02-30', endsOn: '2026-02-30' }],
    ['a placement for ever', { startsOn: ahead(134), endsOn: '9999-12-31' }],
    [
      'an end before the beginning, on the clock',
      { startsOn: ahead(134), endsOn: ahead(134), startsAt: '15:00', endsAt: '09:00' },
    ],
    ['a time that does not exist', { startsOn: ahead(134), endsOn: ahead(134), startsAt: '25:00' }],
    ['a weekday that does not exist', { startsOn: ahead(134), endsOn: ahead(134), weekdays: '8' }],
  ])('%s is said at the form, and what was typed stays', async (_story, change) => {
    const { status, text } = await send('amara', '/placements', 'placements.propose', {
      ...plan(ahead(134)),
      ...change,
      lookFor: 'Kept as typed',
    });
    expect([400, 422]).toContain(status);
    expect(text).toContain('There is a problem');
    expect(text).toContain('Kept as typed');
  });
});
