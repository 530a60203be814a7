import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of ['kerry', 'salma', 'amara', 'tom', 'ruth']) clients.set(person, await portal().signIn(person));
});
const send = (person: string, page: string, action: string, fields: Fields) =>
  clients.get(person)!.post(`${page}?_action=caseload.${action}`, fields);
const refused = ({ status }: { status: number }) => status >= 400 && status < 500;

describe('hours taken off', () => {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const reduce = (more: Fields, person = 'kerry') =>
    send(person, '/caseload/reductions/jonah', 'reduce', {
      reductionId: randomUUID(),
      traineeId: 'jonah',
      reasonId: 'phased-return',
      hours: '7.4',
      startsOn: day(1),
      lastDay: day(10),
      ...more,
    });
  const kept = () => portal().rows(`select reason_id from workload_reductions where trainee_id = 'jonah'`);

  test.each<[string, Fields]>([
    ['more than 37 hours', { hours: '38' }],
    ['hours that are none', { hours: 'NaN' }],
    ['the end before the start', { lastDay: day(-1) }],
    ['a day that does not exist', { startsOn: '2026-02-30' }],
    ['a reason of one’s own', { reasonId: 'tired', reason: 'She is ill' }],
    ['an empty reason', { reasonId: '' }],
  ])('%s: refused, and nothing is kept', async (_story, more) => {
    const before = kept().length;
    expect((await reduce(more)).status).toBe(400);
    expect(kept()).toHaveLength(before);
  });

  test('by somebody who does not manage her: nothing', async () => {
    for (const person of ['salma', 'ruth', 'amara', 'tom'])
      expect(refused(await reduce({}, person)), person).toBe(true);
  });

  test('twice at once for the same reason: one is kept; another reason adds up', async () => {
    const answers = await Promise.all([reduce({}), reduce({})]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 400]);
    expect((await reduce({ reasonId: 'court-duty', hours: '2' })).status).toBe(303);
    expect(kept().map((row) => row.reason_id)).toEqual(expect.arrayContaining(['phased-return', 'court-duty']));
  });

  test('one that has not begun is taken back, one that runs ends today or later', async () => {
    const running = randomUUID();
    await reduce({ reductionId: running, reasonId: 'groups', startsOn: day(0), lastDay: day(20) });
    const end = (endLastDay: string) =>
      send('kerry', '/caseload/reductions/jonah', 'endReduction', { reductionId: running, endLastDay });
    expect((await end(day(-2))).status).toBe(400);
    expect((await end(day(30))).status).toBe(400);
    expect((await end(day(0))).status).toBe(303);
    expect(portal().rows('select ends_on from workload_reductions where id = ?', running)).toEqual([
      { ends_on: day(1) },
    ]);
  });
});
