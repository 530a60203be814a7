import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import { keyOf } from '#src/domain/signals/rules/rule.ts';
import { ROOM } from '#src/server/room.ts';
import { AT, type Insert, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const SOON = inDays(20);
const GONE = inDays(-200);

/** So many rows, as they were added over time and taken back again. */
function fill(
  insert: Insert,
  { most }: { most: number },
  row: (id: string) => readonly [string, Parameters<Insert>[1]],
) {
  for (let index = 0; index < most; index += 1) insert(...row(`full-${String(index)}`));
}

const PLACE = { kind: 'prison', place: 'HMP Made-up', host_contact: 'Gate', look_for: 'Days', travel_notes: '' };
const who = { trainee_id: 'amara' };
const day = (of: string) => ({ starts_on: of, ends_on: of });

function fillStudyTime(insert: Insert): void {
  const session = { ...who, minutes: 1, part: 'modules', planned_at: AT, revision: 2, withdrawn_at: AT };
  fill(insert, ROOM.studySessions, (id) => ['study_sessions', { id: `s-${id}`, day: GONE, ...session }]);
  insert('study_sessions', { ...session, id: 'corrected', trainee_id: 'tom', day: inDays(-3), withdrawn_at: null });
  let number = 0;
  fill(insert, ROOM.studyRecords, (id) => [
    'study_records',
    {
      ...{ id: `r-${id}`, session_id: 'corrected', trainee_id: 'tom', number: (number += 1), taken_minutes: 1 },
      ...{ lost_minutes: 0, cause: null, words: id, recorded_at: AT },
    },
  ]);
}

function fillQuality(database: DatabaseSync, insert: Insert): void {
  const begun = { qualification_version: 'demo-1', created_by: 'venetia', created_at: AT, closes_on: GONE };
  fill(insert, ROOM.exercises, (id) => [
    'standardisations',
    { ...begun, id: `x-${id}`, title: 'T', text: 'T', criteria: '["1.1"]' },
  ]);
  const { policy } = database.prepare(`select policy from sampling_policies limit 1`).get() as { policy: string };
  const version = { effective_from: GONE, policy, reason: 'x', entered_by: 'venetia', entered_at: AT };
  fill(insert, ROOM.policies, (id) => ['sampling_policies', { ...version, id: `v-${id}` }]);
}

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  database.exec('begin');
  fillStudyTime(insert);
  const appointment = { starts_at: '09:00', ends_at: '10:00', title: 'T', revision: 1, saved_at: AT };
  fill(insert, { most: 20 }, (id) => ['appointments', { id: `t-${id}`, trainee_id: 'tom', day: SOON, ...appointment }]);
  fill(insert, ROOM.appointments, (id) => [
    'appointments',
    { id: `a-${id}`, ...who, day: GONE, removed_at: AT, ...appointment },
  ]);
  const away = { ...who, ...day(GONE), place: 'leave', words: '', entered_at: AT, removed_at: AT };
  fill(insert, ROOM.exceptions, (id) => ['week_exceptions', { id: `e-${id}`, ...away }]);
  const pattern = { ...who, ...day(GONE), days: '{}', entered_by: 'amara', entered_at: AT };
  fill(insert, ROOM.ownPatterns, (id) => ['week_patterns', { id: `w-${id}`, ...pattern }]);
  const cancelled = { ...day(GONE), proposed_at: AT, cancelled_at: AT, cancelled_by: 'amara', cancel_reason: 'x' };
  fill(insert, ROOM.placements, (id) => ['placements', { id: `p-${id}`, ...who, ...PLACE, ...cancelled }]);
  insert('placements', { id: 'linked', trainee_id: 'tom', ...PLACE, ...day(SOON), proposed_at: AT });
  const link = { placement_id: 'linked', made_by: 'tom', made_at: AT, expires_at: AT, revoked_at: AT };
  fill(insert, ROOM.hostLinks, (id) => ['placement_host_links', { id: `l-${id}`, token_hash: id, ...link }]);
  const address = { person_id: 'amara', made_at: AT, revoked_at: AT };
  fill(insert, ROOM.calendarAddresses, (id) => ['calendar_addresses', { id: `c-${id}`, token_hash: id, ...address }]);
  const meeting = { ...who, day: GONE, starts_at: '09:00', planned_by: 'ruth', planned_at: AT };
  const notHeld = { cancelled_at: AT, cancelled_by: 'ruth', cancel_reason: 'x' };
  fill(insert, ROOM.meetings, (id) => ['supervision_meetings', { id: `m-${id}`, ...meeting, ...notHeld }]);
  const entered = { ...who, entered_by: 'kerry', entered_at: AT };
  fill(insert, ROOM.work, (id) => ['caseload_work', { id: `k-${id}`, kind: 'other_report', ...day(GONE), ...entered }]);
  const off = { reason_id: 'other', reason: 'x', hours_per_week: 1, ...day(GONE), ...entered };
  fill(insert, ROOM.reductions, (id) => ['workload_reductions', { id: `h-${id}`, ...off }]);
  insert('case_objections', { id: 'asked', trainee_id: 'amara', case_id: null, words: 'x', raised_at: AT });
  const answer = { objection_id: 'asked', person_id: 'ruth', words: 'x', settles: 0, answered_at: AT };
  fill(insert, ROOM.answers, (id) => ['objection_answers', { id: `n-${id}`, ...answer }]);
  const note = { trainee_id: 'dev', kind: 'over-limit', fact_key: 'x', person_id: 'ruth', words: 'x', noted_at: AT };
  fill(insert, ROOM.signalNotes, (id) => ['signal_notes', { id: `g-${id}`, returns_on: GONE, ...note }]);
  fillQuality(database, insert);
  database.exec('commit');
}

const portal = servedPortal({ prepare });
const place = { kind: 'prison', place: 'HMP', hostContact: 'Gate', lookFor: 'Days', travelNotes: '' };
const time = { startsAt: '09:00', endsAt: '10:00', basedOn: '0', despite: 'yes' };

const newestPolicy = () =>
  String(portal().rows('select id from sampling_policies order by effective_from, entered_at, rowid').at(-1)?.['id']);

type Form = readonly [action: string, person: string, page: string, table: string, fields: () => Fields];
const FORMS: readonly Form[] = [
  [
    'studyTime.plan',
    'amara',
    '/study-time',
    'study_sessions',
    () => ({ id: randomUUID(), day: SOON, hours: '1', minutes: '0', part: 'modules', weeks: '1' }),
  ],
  [
    'studyTime.enter',
    'amara',
    '/study-time',
    'study_sessions',
    () => ({
      ...{ id: randomUUID(), pastDay: inDays(-1), pastHours: '1', pastMinutes: '0' },
      ...{ pastPart: 'modules', pastOutcome: 'unplanned' },
    }),
  ],
  [
    'studyTime.record',
    'tom',
    '/study-time',
    'study_records',
    () => ({ sessionId: 'corrected', basedOn: String(ROOM.studyRecords.most), outcome: 'taken', words: 'once more' }),
  ],
  [
    'week.saveAppointment',
    'amara',
    '/week',
    'appointments',
    () => ({ id: randomUUID(), title: 'T', day: SOON, ...time }),
  ],
  [
    'week.saveAppointment',
    'tom',
    '/week',
    'appointments',
    () => ({ id: randomUUID(), title: 'T', day: SOON, ...time }),
  ],
  [
    'week.addException',
    'amara',
    '/week',
    'week_exceptions',
    () => ({ id: randomUUID(), place: 'leave', startsOn: SOON, lastDay: SOON, words: '' }),
  ],
  ['week.savePattern', 'amara', '/week', 'week_patterns', () => ({ id: randomUUID(), startsOn: SOON, lastDay: '' })],
  [
    'placements.propose',
    'amara',
    '/placements',
    'placements',
    () => ({ ...place, id: randomUUID(), startsOn: SOON, endsOn: SOON }),
  ],
  [
    'placementHost.makeLink',
    'tom',
    '/placements/linked',
    'placement_host_links',
    () => ({ placementId: 'linked', linkId: randomUUID() }),
  ],
  ['calendar.make', 'amara', '/week', 'calendar_addresses', () => ({ id: randomUUID() })],
  [
    'supervision.plan',
    'ruth',
    '/trainees/amara/supervision',
    'supervision_meetings',
    () => ({ id: randomUUID(), traineeId: 'amara', day: SOON, startsAt: '09:00', despite: 'yes' }),
  ],
  [
    'signals.note',
    'ruth',
    '/trainees/dev',
    'signal_notes',
    () => ({
      ...{ noteId: randomUUID(), traineeId: 'dev', kind: 'evidence-returned' },
      ...{ factKey: keyOf(['dev-evidence-1-1']), noteWords: 'Once more.' },
    }),
  ],
  [
    'caseload.addWork',
    'kerry',
    '/caseload/reductions/amara',
    'caseload_work',
    () => ({ workId: randomUUID(), traineeId: 'amara', kind: 'other_report', workStartsOn: SOON, workLastDay: SOON }),
  ],
  [
    'caseload.reduce',
    'kerry',
    '/caseload/reductions/amara',
    'workload_reductions',
    () => ({ reductionId: randomUUID(), traineeId: 'amara', reasonId: 'other', hours: '1', startsOn: SOON }),
  ],
  [
    'quality.startExercise',
    'venetia',
    '/quality/standardisation',
    'standardisations',
    () => ({
      ...{ exerciseId: randomUUID(), submissionId: 'amara-more-1-1', title: 'T', text: 'T', criteria: ['5.1'] },
      ...{ judges: ['daniel', 'joan'], closesOn: SOON, namesOut: 'yes' },
    }),
  ],
  [
    'quality.setPolicy',
    'venetia',
    '/quality/policy',
    'sampling_policies',
    () => ({
      ...{ policyId: randomUUID(), newest: newestPolicy(), effectiveFrom: SOON, reason: 'Once more' },
      ...{ interimPercent: '99', finalPercent: '20', traineesPercent: '50', unitsPercent: '50', lookWithinDays: '28' },
      ...Object.fromEntries(EVIDENCE_KINDS.map((kind) => [`method-${kind}`, '10'])),
    }),
  ],
  [
    'caseload.answer',
    'ruth',
    '/trainees/amara/caseload',
    'objection_answers',
    () => ({ answerId: randomUUID(), objectionId: 'asked', answer: 'Once more' }),
  ],
];

describe('nobody fills a table or a page: what is full says so in words', () => {
  test.each(FORMS)('%s by %s', async (action, person, page, table, fields) => {
    const count = () => portal().rows(`select count(*) as rows from ${table}`)[0]?.['rows'];
    const before = count();
    const { status, text } = await (await portal().signIn(person)).post(`${page}?_action=${action}`, fields());
    expect([400, 422]).toContain(status);
    expect(/There is room for|as many as a day holds/u.test(text)).toBe(true);
    expect(count()).toBe(before);
  });
});
