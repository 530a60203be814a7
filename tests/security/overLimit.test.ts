import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { endCases } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** Tom is over his limit in the demo. Amara carries nothing here; of the heaviest cases she has room for two and not for three. */
const prepare = (database: DatabaseSync) => endCases(database, 'amara');
const portal = servedPortal({ prepare });
let kerry: PortalClient;
beforeEach(async () => {
  kerry ??= await portal().signIn('kerry');
});

interface Allocation {
  readonly traineeId: string;
  readonly tier?: string;
  readonly reason?: string;
  readonly until?: string;
}

const FAR = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
const REASON = 'Two officers left this month; reviewed weekly with the tutor.';
let made = 0;
/** Each with a reference of its own: the same one twice on a caseload is refused for that. */
const form = ({ traineeId, tier = 'C2', reason = '', until = '' }: Allocation) => ({
  allocationId: randomUUID(),
  traineeId,
  reference: `LARCH-${(made += 1)}`,
  tier,
  kind: 'community',
  overLimitReason: reason,
  overLimitUntil: until,
});
const allocate = (allocation: Allocation, client = kerry) =>
  client.post('/caseload/allocate?_action=caseload.allocate', form(allocation));
const allocations = (traineeId: string) =>
  portal().rows(
    'select o.reason as over_limit_reason, o.until as over_limit_until, a.available_points, a.used_points_after from case_allocations a left join over_limit_agreements o on o.allocation_id = a.id where a.trainee_id = ? and a.allocated_at > ? order by a.rowid',
    traineeId,
    STARTED,
  );
const STARTED = Math.floor(Date.now() / 1000) - 60;

describe('nobody goes over the limit without a reason', () => {
  test.each<[string, Omit<Allocation, 'traineeId'>]>([
    ['no reason and no day', {}],
    ['a day and no reason', { until: FAR }],
    ['a reason and no day', { reason: REASON }],
    ['a reason of spaces', { reason: '            ', until: FAR }],
    ['a reason of one letter', { reason: 'x', until: FAR }],
    ['a day that has passed', { reason: REASON, until: '2020-01-01' }],
    ['a day that does not exist', { reason: REASON, until: '2099-02-30' }],
    ['an end that nobody lives to see', { reason: REASON, until: '2099-01-05' }],
    ['an end past the last year there is', { reason: REASON, until: '9999-12-31' }],
  ])('%s: refused, nothing is written, and what was typed is still there', async (_story, given) => {
    const { status, text } = await allocate({ traineeId: 'tom', ...given });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text.includes(`LARCH-${made}`)).toBe(true);
    expect(allocations('tom')).toEqual([]);
  });

  test('with both it is kept, with what was seen', async () => {
    expect((await allocate({ traineeId: 'tom', reason: REASON, until: FAR })).status).toBe(303);
    expect(allocations('tom')).toMatchObject([{ over_limit_reason: REASON, over_limit_until: FAR }]);
    const told = portal().rows(
      `select person_id, details from notices where kind = 'caseload-breach' and created_at > ? order by person_id`,
      STARTED,
    );
    expect(told.map(({ person_id }) => person_id)).toEqual(expect.arrayContaining(['ruth', 'tom']));
    expect(told.map(({ person_id }) => person_id)).not.toEqual(expect.arrayContaining(['gwen']));
    for (const { details } of told) expect(details).not.toContain(REASON);
  });

  test('within the limit no reason is kept, even where one was typed', async () => {
    expect((await allocate({ traineeId: 'amara', tier: 'A3', reason: REASON, until: FAR })).status).toBe(303);
    expect(allocations('amara')).toMatchObject([{ over_limit_reason: null, over_limit_until: null }]);
  });

  test('two at the same moment, each within the limit and together over it: one is asked for a reason', async () => {
    const other = await portal().signIn('kerry');
    const answers = await Promise.all([
      allocate({ traineeId: 'amara', tier: 'A3' }),
      allocate({ traineeId: 'amara', tier: 'A3' }, other),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 400 && status < 500)).toHaveLength(1);
    const rows = allocations('amara');
    expect(rows).toHaveLength(2);
    for (const { used_points_after, available_points } of rows)
      expect(Number(used_points_after)).toBeLessThanOrEqual(Number(available_points));
  });

  test('to a trainee of somebody else, with every reason: nothing', async () => {
    for (const traineeId of ['leila', 'nia', 'kerry', 'nobody', '']) {
      const { status } = await allocate({ traineeId, reason: REASON, until: FAR });
      expect(status, traineeId).toBeGreaterThanOrEqual(400);
      expect(status, traineeId).toBeLessThan(500);
      expect(allocations(traineeId), traineeId).toEqual([]);
    }
  });

  test('a reference that could be somebody’s name or number is refused', async () => {
    for (const reference of ['', 'John Smith', 'A1234BC', '12345', 'j.s.', '<b>LARCH-1</b>']) {
      const { status } = await kerry.post('/caseload/allocate?_action=caseload.allocate', {
        ...form({ traineeId: 'amara', tier: 'D2', reason: REASON, until: FAR }),
        reference,
      });
      expect(status, reference).toBeGreaterThanOrEqual(400);
    }
    expect(allocations('amara')).toHaveLength(2);
  });
});
