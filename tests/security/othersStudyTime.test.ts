import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const session = { minutes: 60, part: 'academic', planned_at: AT, revision: 1 };

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const [id, day] of [
    ['hers-past', '2020-01-02'],
    ['hers-twice', '2020-01-03'],
    ['hers-parts', '2020-01-04'],
    ['hers-ahead', inDays(66)],
    ['hers-leaving', inDays(67)],
  ] as const)
    insert('study_sessions', { id, trainee_id: 'amara', day, ...session });
  insert('study_sessions', { id: 'toms-lost', trainee_id: 'tom', day: '2020-01-02', ...session });
  insert('study_records', {
    id: 'toms-lost-1',
    session_id: 'toms-lost',
    trainee_id: 'tom',
    number: 1,
    taken_minutes: 0,
    lost_minutes: 60,
    cause: 'court',
    words: '',
    recorded_at: AT,
  });
}

const portal = servedPortal({ prepare });
const rows = () => portal().rows('select * from study_sessions order by id');
const recordsOf = (id: string) =>
  portal().rows(
    'select number, taken_minutes, lost_minutes, cause, words from study_records where session_id = ? order by number',
    id,
  );
const send = async (person: string, action: string, fields: Fields) =>
  (await portal().signIn(person)).post(`/study-time?_action=studyTime.${action}`, fields);
const record = (person: string, sessionId: string, fields: Fields = {}) =>
  send(person, 'record', { sessionId, basedOn: '0', outcome: 'lost', cause: 'court', ...fields });
const planned = (fields: Fields = {}): Fields => ({
  id: randomUUID(),
  day: inDays(70),
  hours: '1',
  minutes: '',
  part: 'academic',
  startsAt: '',
  weeks: '1',
  ...fields,
});

describe('somebody else’s study time', () => {
  test.each(['tom', 'priya', 'nia'])('%s records, moves and withdraws nothing of Amara’s', async (person) => {
    const before = rows();
    expect((await record(person, 'hers-past')).status).toBe(404);
    expect((await send(person, 'move', { sessionId: 'hers-ahead', day: inDays(68), revision: '1' })).status).toBe(404);
    expect((await send(person, 'withdraw', { sessionId: 'hers-ahead', revision: '1' })).status).toBe(404);
    expect(rows()).toEqual(before);
    expect(recordsOf('hers-past')).toEqual([]);
  });

  test.each(['ruth', 'kerry', 'gwen', 'daniel', 'harvey'])('%s records nothing for her', async (person) => {
    expect((await record(person, 'hers-past')).status).toBe(403);
    expect(recordsOf('hers-past')).toEqual([]);
  });

  test('an id that is somebody else’s plans nothing and says nothing of it', async () => {
    const before = rows();
    const known = '11111111-2222-4333-8444-555555555555';
    expect((await send('tom', 'plan', planned({ id: known }))).status).toBe(303);
    const answer = await send('amara', 'plan', planned({ id: known }));
    expect(answer.status).toBe(409);
    expect(rows()).toHaveLength(before.length + 1);
  });

  test('nobody makes up what another lost', async () => {
    const before = rows();
    expect((await send('amara', 'plan', planned({ makesUp: 'toms-lost' }))).status).toBe(400);
    const entered = {
      id: randomUUID(),
      pastDay: inDays(-1),
      pastHours: '1',
      pastMinutes: '',
      pastPart: 'academic',
      pastOutcome: 'unplanned',
    };
    expect((await send('amara', 'enter', { ...entered, pastMakesUp: 'toms-lost' })).status).toBe(400);
    expect(rows()).toEqual(before);
  });

  test.each([
    ['gwen', '/trainees/amara/study-time', 404],
    ['gwen', '/cohorts/london/study-time', 404],
    ['nia', '/trainees/amara/study-time', 404],
    ['priya', '/trainees/amara/study-time', 404],
    ['salma', '/trainees/amara/study-time', 404],
    ['daniel', '/trainees/amara/study-time', 403],
    ['harvey', '/trainees/amara/study-time', 403],
    ['kerry', '/cohorts/london/study-time', 403],
  ] as const)('%s does not read %s', async (person, path, status) => {
    expect((await (await portal().signIn(person)).get(path)).status).toBe(status);
  });

  test('a tutor’s cohort page names nobody of another cohort', async () => {
    const { text } = await (await portal().signIn('ruth')).get('/cohorts/london/study-time');
    expect(text).toContain('Tom Hughes');
    expect(text).not.toContain('Nia Prosser');
  });
});

describe('a record of study time', () => {
  test('says what its form has fields for, now, and nothing else', async () => {
    const extra = {
      takenMinutes: '999',
      number: '99',
      traineeId: 'tom',
      recordedAt: '2001-01-01',
      minutes: '999',
      id: 'mine',
    };
    expect((await record('amara', 'hers-past', { ...extra, lostMinutes: '30' })).status).toBe(303);
    expect(recordsOf('hers-past')).toEqual([
      { number: 1, taken_minutes: 0, lost_minutes: 60, cause: 'court', words: '' },
    ]);
    const [row] = portal().rows(`select trainee_id, recorded_at from study_records where session_id = 'hers-past'`);
    expect(row?.trainee_id).toBe('amara');
    expect(Number(row?.recorded_at)).toBeGreaterThan(Date.now() / 1000 - 120);
  });

  test('is kept once, however often its form is sent; a correction keeps what was there', async () => {
    for (let time = 0; time < 3; time += 1) expect((await record('amara', 'hers-twice')).status).toBe(303);
    expect(recordsOf('hers-twice')).toHaveLength(1);
    expect((await record('amara', 'hers-twice', { cause: 'recall' })).status, 'an old page').toBe(409);
    expect((await record('amara', 'hers-twice', { cause: 'recall', basedOn: '1' })).status).toBe(303);
    expect(recordsOf('hers-twice').map(({ cause }) => cause)).toEqual(['court', 'recall']);
  });

  test.each([
    ['a day to come', 'hers-ahead', {}, 422],
    ['more lost than planned', 'hers-parts', { outcome: 'part', lostHours: '2' }, 400],
    ['less than nothing', 'hers-parts', { outcome: 'part', lostHours: '-1' }, 400],
    ['a loss without a cause', 'hers-parts', { cause: '' }, 400],
    ['a cause that is none', 'hers-parts', { cause: 'migraine' }, 400],
    ['words about sickness', 'hers-parts', { cause: 'sickness', words: 'She had the flu' }, 400],
    ['a telephone number', 'hers-parts', { words: 'Ring 07700 900123' }, 400],
    ['a session that is not there', 'none', {}, 404],
  ] as const)('is refused for %s', async (_story, sessionId, fields, status) => {
    expect((await record('amara', sessionId, fields)).status).toBe(status);
    expect(recordsOf(sessionId)).toEqual([]);
  });

  test('nothing in the database changes or goes by itself', () => {
    expect(() => portal().rows(`update study_records set cause = 'other'`)).toThrow(/readonly|insert-only/);
  });
});

describe('a plan', () => {
  test('is kept once, however often its form is sent', async () => {
    const fields = planned({ day: inDays(71), weeks: '2' });
    const before = rows().length;
    for (let time = 0; time < 2; time += 1) expect((await send('amara', 'plan', fields)).status).toBe(303);
    expect(rows()).toHaveLength(before + 2);
  });

  test('goes out of the plan once, and a moved one is not moved from an old page', async () => {
    const leave = () => send('amara', 'withdraw', { sessionId: 'hers-leaving', revision: '1' });
    expect([(await leave()).status, (await leave()).status]).toEqual([303, 303]);
    const move = (days: number) => send('amara', 'move', { sessionId: 'hers-ahead', day: inDays(days), revision: '1' });
    expect([(await move(68)).status, (await move(68)).status, (await move(69)).status]).toEqual([303, 303, 409]);
  });

  test.each([
    ['yesterday', { day: inDays(-1) }],
    ['no length', { hours: '', minutes: '' }],
    ['more than twelve hours', { hours: '12', minutes: '1' }],
    ['a length in words', { hours: 'seven' }],
    ['after the programme', { day: '2099-01-01' }],
    ['making up in several weeks', { weeks: '2', makesUp: 'hers-past' }],
  ])('is refused: %s', async (_story, fields) => {
    const before = rows().length;
    expect((await send('amara', 'plan', planned({ day: inDays(72), ...fields }))).status).toBe(400);
    expect(rows()).toHaveLength(before);
  });

  test.each([
    ['no weeks', { weeks: '0' }],
    ['too many weeks', { weeks: '27' }],
    ['a day that is none', { day: '2026-02-30' }],
    ['another purpose', { part: 'holiday' }],
    ['a time that is none', { startsAt: '25:00' }],
    ['an id that is none', { id: 'mine' }],
  ])('is sent back: %s', async (_story, fields) => {
    expect((await send('amara', 'plan', planned(fields))).status).toBe(400);
  });
});
