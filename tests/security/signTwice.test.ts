import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import {
  addAssessed,
  addMetPiece,
  countEntries,
  type MetPiece,
  signaturesUnder,
  signFields,
} from '../support/signing.ts';

/** Criteria that one account is enough for. */
const CRITERIA = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '1.7',
  '2.4',
  '2.7',
  '3.5',
  '3.7',
  '3.8',
  '4.7',
  '4.8',
  '5.4',
  '5.6',
  '5.7',
  '6.5',
  '6.6',
  '6.7',
];
const pieceOn = (criterionId: string, assessorId = 'daniel'): MetPiece => ({
  id: `race-${criterionId}`,
  traineeId: 'racer',
  assessorId,
  criteria: [criterionId],
});
const DOUBLE: MetPiece = { id: 'double', traineeId: 'twice', assessorId: 'daniel', criteria: ['1.1', '1.2', '1.3'] };

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['racer', 'twice'])
    addAssessed(database, { id, name: `Made-up ${id}`, assessors: ['daniel', 'joan'] });
  for (const criterionId of CRITERIA) addMetPiece(insert, pieceOn(criterionId));
  addMetPiece(insert, DOUBLE);
}

const portal = servedPortal({ prepare });
const PAGE = '/assess/trainees/racer/sign?_action=signing.sign';
const entries = () => countEntries(portal());
const signatures = (traineeId: string, criterionId: string) => signaturesUnder(portal(), traineeId, criterionId);

test(
  `two assessors and three devices sign the same criterion at the same moment, ${CRITERIA.length} times: one signature each time`,
  { timeout: 60_000 },
  async () => {
    const devices = [await portal().signIn('daniel'), await portal().signIn('joan'), await portal().signIn('daniel')];
    const before = entries();
    for (const id of CRITERIA) {
      const sign = (device: PortalClient) => device.post(PAGE, signFields(id, [pieceOn(id)]));
      const answers = await Promise.all(devices.map(sign));
      expect(
        answers.filter(({ status }) => status === 303),
        id,
      ).toHaveLength(1);
      const told = answers.filter(({ status }) => status === 409);
      expect(told, id).toHaveLength(2);
      for (const { text } of told)
        expect(text).toMatch(new RegExp(`Criterion ${id} was signed off by (Daniel Marsh|Joan Merriman) on`));
      expect(signatures('racer', id), id).toHaveLength(1);
    }
    expect(entries()).toBe(before + CRITERIA.length);
  },
);

test('a double click from one session signs once, and both answers say that it is signed', async () => {
  const daniel = await portal().signIn('daniel');
  const before = entries();
  const fields = signFields('1.1', [DOUBLE]);
  const click = () => daniel.post('/assess/trainees/twice/sign?_action=signing.sign', fields);
  const answers = [await click(), await click()];
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(signatures('twice', '1.1')).toHaveLength(1);
  expect(entries()).toBe(before + 1);
});

test('two criteria in one step: two entries, one password', async () => {
  const daniel = await portal().signIn('daniel');
  const before = entries();
  const [one, two] = [signFields('1.2', [DOUBLE]), signFields('1.3', [DOUBLE])];
  const both = { ...one, ...two, chosen: ['1.2', '1.3'] };
  const { status, location } = await daniel.post('/assess/trainees/twice/sign?_action=signing.sign', both);
  expect([status, location]).toEqual([303, '/assess/trainees/twice/sign?signed=criterion&what=1.2,1.3']);
  expect(entries()).toBe(before + 2);
});

test('every signature has its own entry, numbered without a gap', () => {
  const numbers = portal()
    .rows('select seq from ledger_entries order by seq')
    .map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const tables = [
    'sign_offs',
    'supervision_signatures',
    'portfolio_sign_offs',
    'sign_off_unlocks',
    'record_signatures',
  ];
  const signed = [...tables, 'countersignatures', 'portfolio_exports'].map(
    (table) => `select ledger_seq from ${table} where ledger_seq is not null`,
  );
  expect(portal().rows(`select count(distinct ledger_seq) as n from (${signed.join(' union all ')})`)[0]?.n).toBe(
    numbers.length,
  );
});
