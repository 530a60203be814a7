import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addAssessment, addHandedIn, addPerson, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const ROUNDS = 20;
const rounds = Array.from({ length: ROUNDS }, (_, index) => `race-${index}`);

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addPerson(database, { id: 'second', name: 'Second Assessor' });
  insert('assignments', {
    id: 'second-amara',
    kind: 'assessor',
    person_id: 'second',
    trainee_id: 'amara',
    starts_on: LONG_AGO,
  });
  for (const id of rounds) addHandedIn(insert, { id, traineeId: 'amara', assessorId: 'daniel' });
  addHandedIn(insert, { id: 'double', traineeId: 'amara', assessorId: 'daniel' });
  addHandedIn(insert, { id: 'two', traineeId: 'amara', assessorId: 'daniel' });
  addAssessment(insert, { id: 'two-second', submissionId: 'two-1', assessorId: 'second' });
}

const portal = servedPortal({ prepare });
const sign = (client: PortalClient, id: string, assessmentId = `${id}-decided`) =>
  client.post(`/assess/${id}-1/sign?_action=assess.sign`, {
    submissionId: `${id}-1`,
    assessmentId,
    password: DEMO_PASSWORD,
  });
const entries = () => Number(portal().rows('select count(*) as n from ledger_entries')[0]?.n);
const signatures = (id: string) => portal().rows('select signed_by from sign_offs where submission_id = ?', `${id}-1`);

test(
  `two devices sign the same evidence at the same moment, ${ROUNDS} times: one signature and one ledger entry each time`,
  { timeout: 60_000 },
  async () => {
    const devices = [await portal().signIn('daniel'), await portal().signIn('daniel'), await portal().signIn('daniel')];
    const before = entries();
    for (const id of rounds) {
      const answers = await Promise.all(devices.map((device) => sign(device, id)));
      expect(
        answers.filter(({ status }) => status === 303),
        id,
      ).toHaveLength(1);
      expect(
        answers.filter(({ status }) => status === 409),
        id,
      ).toHaveLength(2);
      expect(signatures(id), id).toEqual([{ signed_by: 'daniel' }]);
    }
    expect(entries()).toBe(before + ROUNDS);
  },
);

test('a double click from one session signs once', async () => {
  const daniel = await portal().signIn('daniel');
  const before = entries();
  const answers = await Promise.all([sign(daniel, 'double'), sign(daniel, 'double')]);
  expect(answers.filter(({ status, location }) => status === 303 && location === '/assess?signed=yes')).toHaveLength(1);
  expect(signatures('double')).toHaveLength(1);
  expect(entries()).toBe(before + 1);
});

test('two assessors at the same moment: only she whose decisions stand', async () => {
  const [daniel, second] = [await portal().signIn('daniel'), await portal().signIn('second')];
  const before = entries();
  const answers = await Promise.all([sign(daniel, 'two'), sign(second, 'two', 'two-second')]);
  expect(answers.map(({ status }) => status)).toEqual([409, 303]);
  expect(signatures('two')).toEqual([{ signed_by: 'second' }]);
  expect(entries()).toBe(before + 1);
});

test('every signature has its own entry, numbered without a gap', () => {
  const numbers = portal()
    .rows('select seq from ledger_entries order by seq')
    .map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const signed = 'select ledger_seq from sign_offs union all select ledger_seq from supervision_signatures';
  expect(portal().rows(`select count(distinct ledger_seq) as n from (${signed})`)[0]?.n).toBe(numbers.length);
});
