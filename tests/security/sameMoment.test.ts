import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

function prepare(database: DatabaseSync): void {
  inserter(database)('study_sessions', {
    ...{ id: 'contested', trainee_id: 'amara', day: inDays(-2), minutes: 60 },
    ...{ part: 'modules', planned_at: AT, revision: 1 },
  });
}

const portal = servedPortal({ prepare });
const AT_ONCE = 40;

/** The same form, or another each time, so many times at the same moment: how often each answer came. */
async function atOnce(path: string, fields: (index: number) => Fields): Promise<Record<number, number>> {
  const client = await portal().signIn('amara');
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => client.post(path, fields(index))));
  return Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([key, own]) => [key, own.length]));
}
const count = (sql: string, value: string) => Number(portal().rows(sql, value)[0]?.['rows']);

describe('at the same moment', () => {
  test('what became of a session is kept once; whoever says something else is told', async () => {
    const taken = { sessionId: 'contested', basedOn: '0', outcome: 'taken', words: '' };
    const lost = { ...taken, outcome: 'lost', cause: 'duty_cover' };
    const statuses = await atOnce('/study-time?_action=studyTime.record', (index) => (index % 2 ? taken : lost));
    expect(statuses).toEqual({ 303: AT_ONCE / 2, 409: AT_ONCE / 2 });
    expect(count('select count(*) as rows from study_records where session_id = ?', 'contested')).toBe(1);
  });

  test('one form plans its sessions once', async () => {
    const id = randomUUID();
    const fields = { id, day: inDays(40), hours: '1', minutes: '0', part: 'modules', weeks: '3' };
    expect(await atOnce('/study-time?_action=studyTime.plan', () => fields)).toEqual({ 303: AT_ONCE });
    const rows = count('select count(*) as rows from study_sessions where id like ?', `${id}%`);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(3);
  });

  test('a day takes as many appointments as it holds, and not one more', async () => {
    const day = inDays(41);
    const times = { startsAt: '09:00', endsAt: '10:00', basedOn: '0', despite: 'yes' };
    const one = () => ({ id: randomUUID(), title: 'Made up', day, ...times });
    expect(await atOnce('/week?_action=week.saveAppointment', one)).toEqual({ 303: 20, 400: AT_ONCE - 20 });
    expect(count('select count(*) as rows from appointments where day = ?', day)).toBe(20);
  });

  test('a case gets one new reference; the others are told that it changed', async () => {
    const [first] = portal().rows(
      `select id, case_id from case_allocations where trainee_id = 'amara' and ends_on is null limit 1`,
    );
    const changes = () =>
      count('select count(*) as rows from case_changes where case_id = ?', String(first?.['case_id']));
    const before = changes();
    const fields = { allocationId: String(first?.['id']), basedOn: String(before) };
    const statuses = await atOnce('/caseload?_action=caseload.rename', (index) => ({
      ...fields,
      changeId: randomUUID(),
      reference: `ROWAN-${String(index + 100)}`,
    }));
    expect(statuses[409]).toBe(AT_ONCE - 1);
    expect(changes()).toBe(before + 1);
  });
});
