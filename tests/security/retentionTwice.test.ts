import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { RECORD_GROUPS } from '#src/domain/retention/words.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal({
  prepare: (raw) => {
    raw.exec(`UPDATE cohort_memberships SET left_on = '2023-01-02' WHERE trainee_id = 'amara'`);
  },
});
const apply = '/admin/retention?_action=retention.apply';
const set = '/admin/retention?_action=retention.set';
const removals = () => portal().rows('SELECT * FROM content_removals ORDER BY kind, record_id');

const rules = (keepFor: string, more: Record<string, string> = {}) => ({
  ...{
    ruleId: randomUUID(),
    newest: newest(),
    effectiveFrom: new Date().toISOString().slice(0, 10),
    reason: 'Our policy',
  },
  ...Object.fromEntries(
    RECORD_GROUPS.flatMap((group) => [
      [`keep-${group}`, keepFor],
      [`unit-${group}`, 'months'],
    ]),
  ),
  ...more,
});
function newest(): string {
  const [row] = portal().rows('SELECT id FROM retention_rules ORDER BY rowid DESC LIMIT 1');
  return row ? String(row['id']) : 'default-2026-11';
}

test.each(['amara', 'ruth', 'daniel', 'kerry', 'venetia'])(
  '%s, who is no administrator, sets and removes nothing',
  async (who) => {
    const client = await portal().signIn(who);
    expect((await client.post('/account?_action=retention.apply', { password: DEMO_PASSWORD })).status).toBe(403);
    expect((await client.post('/account?_action=retention.set', rules('1', { shorter: 'yes' }))).status).toBe(403);
    expect(removals()).toEqual([]);
    expect(portal().rows('SELECT id FROM retention_rules')).toEqual([]);
  },
);

test('nothing is removed without the password', async () => {
  const client = await portal().signIn('harvey');
  for (const password of ['', 'wrong']) expect((await client.post(apply, { password })).status).toBe(400);
  expect(removals()).toEqual([]);
});

test('a shorter time is not set unsaid, and neither is one without a reason', async () => {
  const client = await portal().signIn('harvey');
  for (const form of [rules('12'), rules('12', { shorter: 'yes', reason: ' ' }), rules('40', { 'keep-draft': '41' })])
    expect((await client.post(set, form)).status).toBe(400);
  expect(portal().rows('SELECT id FROM retention_rules')).toEqual([]);
});

test('what is due is removed once, also when the button is pressed twice at one moment', async () => {
  const [one, other] = await Promise.all([portal().signIn('harvey'), portal().signIn('harvey')]);
  const answers = await Promise.all([one, other].map((client) => client.post(apply, { password: DEMO_PASSWORD })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const kept = removals();
  expect(kept.length).toBeGreaterThan(0);
  expect((await one.post(apply, { password: DEMO_PASSWORD })).location).toContain('removed=0');
  expect(removals()).toEqual(kept);
  expect(portal().rows(`SELECT id FROM submissions WHERE trainee_id = 'amara' AND text <> ''`)).toEqual([]);
  expect(portal().rows(`SELECT id FROM submissions WHERE trainee_id <> 'amara' AND text = ''`)).toEqual([]);
});

test('the same rules sent twice are kept once, with whoever is signed in', async () => {
  const client = await portal().signIn('harvey');
  const form = rules('60', { enteredBy: 'amara' });
  for (let time = 0; time < 2; time += 1) expect((await client.post(set, form)).status).toBe(303);
  expect(portal().rows('SELECT entered_by FROM retention_rules')).toEqual([{ entered_by: 'harvey' }]);
});
