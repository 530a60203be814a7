import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  insert('workload_reductions', {
    id: 'hours-off',
    trainee_id: 'amara',
    reason_id: 'other',
    reason: 'Something made up',
    hours_per_week: 1,
    starts_on: inDays(-10),
    ends_on: null,
    entered_by: 'kerry',
    entered_at: AT,
  });
}

const portal = servedPortal({ prepare });

/** Days that a calendar has or nearly has, and that no programme reaches. */
const IMPOSSIBLE = ['0001-01-01', '0999-12-31', '9999-12-31', '0000-00-00', '10000-01-01', '2026-02-30'] as const;
const PLACE = { kind: 'prison', place: 'Made-up prison', hostContact: 'Gate', lookFor: 'Days', travelNotes: '' };
const READY = { kind: 'lone_work', shadowedWith: 'Duty officer', buddy: 'Duty officer', checkIn: 'Text', basedOn: '0' };
const OFF = { traineeId: 'amara', reasonId: 'other', hours: '1' };

type Form = readonly [action: string, person: string, page: string, fields: (day: string) => Fields];
const FORMS: readonly Form[] = [
  ['readiness.save', 'amara', '/placements/readiness', (day) => ({ ...READY, id: randomUUID(), shadowedOn: day })],
  ['placements.propose', 'amara', '/placements', (day) => ({ ...PLACE, id: randomUUID(), startsOn: day, endsOn: day })],
  [
    'placementOffers.make',
    'harvey',
    '/admin/placements',
    (day) => ({ ...PLACE, id: randomUUID(), seats: '2', startsOn: day, endsOn: day, closesOn: inDays(3) }),
  ],
  [
    'caseload.reduce',
    'kerry',
    '/caseload/reductions/amara',
    (day) => ({ ...OFF, reductionId: randomUUID(), startsOn: inDays(3), lastDay: day }),
  ],
  [
    'caseload.endReduction',
    'kerry',
    '/caseload/reductions/amara',
    (day) => ({ reductionId: 'hours-off', endLastDay: day }),
  ],
  [
    'studyTime.plan',
    'amara',
    '/study-time',
    (day) => ({ id: randomUUID(), day, hours: '1', minutes: '0', part: 'modules', weeks: '3' }),
  ],
  [
    'supervision.plan',
    'ruth',
    '/trainees/amara/supervision',
    (day) => ({ id: randomUUID(), traineeId: 'amara', day, startsAt: '09:00' }),
  ],
  [
    'week.addException',
    'amara',
    '/week',
    (day) => ({ id: randomUUID(), place: 'leave', startsOn: day, lastDay: day, words: '' }),
  ],
];

describe('a day that no programme reaches is refused where it is typed, and breaks no page', () => {
  test.each(FORMS)('%s', async (action, person, page, fields) => {
    const client = await portal().signIn(person);
    for (const day of IMPOSSIBLE) {
      const { status } = await client.post(`${page}?_action=${action}`, fields(day));
      expect([400, 422], day).toContain(status);
    }
    expect((await client.get(page)).status).toBe(200);
  });

  test('as a part of an address it asks for nothing that is', async () => {
    const amara = await portal().signIn('amara');
    for (const day of IMPOSSIBLE)
      for (const page of [
        `/study-time?from=${day}&to=${day}`,
        `/study-time?month=${day.slice(0, 7)}`,
        `/trainees/amara/study-time?from=${day}&to=${day}`,
        `/trainees/amara/study-time?month=${day.slice(0, 7)}`,
        `/week?day=${day}`,
        `/trainees/amara/week?day=${day}`,
      ])
        expect((await amara.get(page)).status, page).toBe(200);
  });
});
