import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const [TOMS, SEAT, OFFER, CHECK, AWAY, PATTERN] = Array.from({ length: 6 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const PLACE = { kind: 'prison', place: 'HMP Made-up', host_contact: 'Gate', look_for: 'Days', travel_notes: '' };
const ON = inDays(75);

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const offer = { seats: 1, closes_on: inDays(-1), lot: 'lot', made_by: 'harvey', made_at: AT, given_out_at: AT };
  insert('placement_offers', { id: OFFER, ...PLACE, starts_on: ON, ends_on: ON, ...offer });
  const days = { starts_on: ON, ends_on: ON, weekdays: '[1,2,3,4,5]', proposed_at: AT };
  insert('placements', { id: TOMS, trainee_id: 'tom', ...PLACE, ...days });
  insert('placements', { id: SEAT, trainee_id: 'amara', offer_id: OFFER, ...PLACE, ...days });
  insert('placement_agreements', { placement_id: SEAT, person_id: 'ruth', agreed_at: AT });
  const ready = { shadowed_on: null, shadowed_with: 'A', buddy: 'B', check_in: 'C', revision: 1, saved_at: AT };
  insert('readiness_checks', { id: CHECK, trainee_id: 'nia', kind: 'lone_work', ...ready });
  insert('week_exceptions', {
    id: AWAY,
    trainee_id: 'tom',
    starts_on: ON,
    ends_on: ON,
    place: 'leave',
    words: '',
    entered_at: AT,
  });
  const pattern = { starts_on: ON, days: '[[],[],[],[],[],[],[]]', entered_by: 'tom', entered_at: AT };
  insert('week_patterns', { id: PATTERN, trainee_id: 'tom', ...pattern });
}

const portal = servedPortal({ prepare });
const form = { kind: 'prison', place: 'HMP Made-up', hostContact: 'Gate', lookFor: 'Days', travelNotes: 'Bus' };

describe('the id of somebody else’s record in the place of a new one', () => {
  test('a seat that is proposed anew does not turn another’s placement into a seat', async () => {
    const amara = await portal().signIn('amara');
    const before = portal().rows('select * from placements where id = ?', TOMS);
    const fields = { ...form, placementId: SEAT, agreed: '1', startsOn: ON, endsOn: ON };
    const { status } = await amara.post(`/placements/${SEAT}?_action=placements.change`, { ...fields, id: TOMS });
    expect(status).toBe(409);
    expect(portal().rows('select * from placements where id = ?', TOMS)).toEqual(before);
    expect(portal().rows('select cancelled_at from placements where id = ?', SEAT)).toEqual([{ cancelled_at: null }]);
  });

  test.each([
    ['placements.propose', '/placements', { ...form, id: TOMS, startsOn: inDays(90), endsOn: inDays(90) }],
    ['week.addException', '/week', { id: AWAY, place: 'leave', startsOn: inDays(95), lastDay: inDays(95), words: '' }],
    ['week.savePattern', '/week', { id: PATTERN, startsOn: inDays(99), lastDay: '' }],
    [
      'readiness.save',
      '/placements/readiness',
      { id: CHECK, kind: 'lone_work', shadowedOn: '', shadowedWith: 'X', buddy: 'Y', checkIn: 'Z', basedOn: '0' },
    ],
  ])('%s: told that it was not kept', async (action, page, fields) => {
    const priya = await portal().signIn('priya');
    const { status } = await priya.post(`${page}?_action=${action}`, fields);
    expect(status).toBe(409);
  });
});
