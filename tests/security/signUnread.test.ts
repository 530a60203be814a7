import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addHandedIn, CRITERIA, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const RECORDS = ['changed', 'overtaken', 'undecided', 'others', 'returned', 'plain'] as const;

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of RECORDS)
    addHandedIn(insert, { id, traineeId: 'amara', assessorId: id === 'undecided' ? undefined : 'daniel' });
  addHandedIn(insert, { id: 'joans', traineeId: 'amara', assessorId: 'joan' });
}

const portal = servedPortal({ prepare });
let daniel: PortalClient;
beforeEach(async () => {
  daniel ??= await portal().signIn('daniel');
});

type Id = (typeof RECORDS)[number] | 'joans';
const signed = (id: Id) => portal().rows('select signed_by from sign_offs where submission_id = ?', `${id}-1`);
const entries = () => portal().rows('select count(*) as n from ledger_entries')[0]?.n;

function sign(id: Id, fields: Record<string, string> = {}) {
  return daniel.post(`/assess/${id}-1/sign?_action=assess.sign`, {
    submissionId: `${id}-1`,
    assessmentId: `${id}-decided`,
    password: DEMO_PASSWORD,
    ...fields,
  });
}

const decide = (id: Id, outcome: string) =>
  daniel.post(`/assess/${id}-1?_action=assess.decide`, {
    submissionId: `${id}-1`,
    comment: 'Again',
    ...Object.fromEntries(
      CRITERIA.flatMap((criterion) => [
        [`decision-${criterion}`, outcome],
        [`feedback-${criterion}`, 'Say more.'],
      ]),
    ),
  });

describe('only what was read is signed', () => {
  test('the page shows the very words, decisions and id that are signed', async () => {
    const { text } = await daniel.get('/assess/plain-1/sign');
    for (const part of [
      'Somebody made up did something made up.',
      'Clear.',
      'value="plain-decided"',
      'value="plain-1"',
    ])
      expect(text.includes(part), part).toBe(true);
  });

  test('decisions that changed after the page was opened: refused, and said', async () => {
    expect((await decide('changed', 'met')).status).toBe(303);
    const before = entries();
    const { status, text } = await sign('changed');
    expect(status).toBe(409);
    expect(text).toContain('changed after you opened this page');
    expect(signed('changed')).toEqual([]);
    expect(entries()).toBe(before);
  });

  test('a submission that a newer one has overtaken: refused', async () => {
    const returned = await decide('overtaken', 'working_towards');
    expect(returned.location).toBe('/assess?returned=yes');
    const amara = await portal().signIn('amara');
    const again = await amara.post('/portfolio/evidence/overtaken?_action=portfolio.submit', {
      id: 'overtaken',
      title: 'Second',
      text: 'Second.',
      criteria: CRITERIA,
      basedOn: '1',
    });
    expect(again.status).toBe(303);
    expect((await sign('overtaken')).status).toBe(409);
    expect(signed('overtaken')).toEqual([]);
  });

  test.each<[string, Id, Record<string, string>]>([
    ['the assessment of another submission', 'plain', { assessmentId: 'others-decided' }],
    ['an assessment that does not exist', 'plain', { assessmentId: 'made-up' }],
    ['no assessment named', 'plain', { assessmentId: '' }],
    ['a wrong password', 'plain', { password: 'wrong' }],
    ['no password', 'plain', { password: '' }],
  ])('%s: refused', async (_story, id, fields) => {
    const before = entries();
    const { status } = await sign(id, fields);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(signed(id)).toEqual([]);
    expect(entries()).toBe(before);
  });

  test('nothing decided yet: back to the decisions', async () => {
    expect((await sign('undecided')).location).toBe('/assess/undecided-1');
    expect(signed('undecided')).toEqual([]);
  });

  test('evidence that went back: refused', async () => {
    expect((await decide('returned', 'working_towards')).status).toBe(303);
    const [newest] = portal().rows(
      `select id from assessments where submission_id = 'returned-1' order by rowid desc limit 1`,
    );
    const { status, text } = await sign('returned', { assessmentId: String(newest?.id) });
    expect(status).toBe(409);
    expect(text).toContain('there is nothing to sign');
    expect(signed('returned')).toEqual([]);
  });

  test('another assessor’s decisions: refused, she makes her own first', async () => {
    const { status, text } = await sign('joans');
    expect(status).toBe(409);
    expect(text).toContain('Another assessor made these decisions');
    expect(signed('joans')).toEqual([]);
  });

  test('what was read is signed, once, and the ledger says by whom', async () => {
    const before = Number(entries());
    expect((await sign('plain')).location).toBe('/assess?signed=yes');
    expect(signed('plain')).toEqual([{ signed_by: 'daniel' }]);
    expect(entries()).toBe(before + 1);
    expect((await sign('plain')).status).toBe(409);
    expect((await decide('plain', 'working_towards')).status).toBe(409);
    expect(entries()).toBe(before + 1);
  });
});
