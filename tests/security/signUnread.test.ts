import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import {
  addAssessed,
  addMetPiece,
  countEntries,
  countersignFields,
  type MetPiece,
  signaturesUnder,
  signFields,
} from '../support/signing.ts';

const piece = (id: string, criteria: string[], more: Partial<MetPiece> = {}): MetPiece => ({
  ...{ id, traineeId: 'unread', assessorId: 'daniel', criteria, title: `About ${id}` },
  ...more,
});
const PLAIN = piece('plain', ['1.1']);
const CHANGED = piece('changed', ['1.2']);
const OTHERS = piece('others', ['1.4'], { assessorId: 'joan' });
const ONCE = piece('once', ['2.1']);
const TRAINED = piece('trained', ['1.6'], { assessorId: 'owen', needsCountersign: true });

/** Two criteria under the same id. */
const ID = '00000000-0000-4000-8000-000000000009';
const ONE_ID: Fields = { ...signFields('1.2', [CHANGED]), chosen: ['1.1', '1.2'], 'id-1.1': ID, 'id-1.2': ID };

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addAssessed(database, { id: 'unread', name: 'Una Read', assessors: ['daniel'] });
  for (const one of [PLAIN, CHANGED, OTHERS, ONCE, TRAINED]) addMetPiece(insert, one);
}

const portal = servedPortal({ prepare });
const PAGE = '/assess/trainees/unread/sign';
let daniel: PortalClient;
beforeEach(async () => {
  daniel ??= await portal().signIn('daniel');
});

const signed = (criterionId: string) => signaturesUnder(portal(), 'unread', criterionId);
const entries = () => countEntries(portal());
const sign = (fields: ReturnType<typeof signFields>) => daniel.post(`${PAGE}?_action=signing.sign`, fields);

describe('only what was read is signed', () => {
  test('the page shows the very words, decisions, names and hashes that are signed', async () => {
    const { text } = await daniel.get(`${PAGE}?criterion=1.1`);
    const { [`digest-1.1`]: digest } = signFields('1.1', [PLAIN]);
    for (const part of [
      'Somebody made up did something made up.',
      'About plain',
      'Met, by Daniel Marsh on',
      'Shown.',
      'Clear.',
      'name="chosen" value="1.1"',
      `name="digest-1.1" value="${String(digest)}"`,
    ])
      expect(text.includes(part), part).toBe(true);
  });

  test('evidence that came after the page was opened: refused, and said', async () => {
    const before = entries();
    const { status, text } = await sign({ ...signFields('1.2', [CHANGED]), 'digest-1.2': 'ab'.repeat(32) });
    expect(status).toBe(409);
    expect(text).toContain('What is under criterion 1.2 changed after you opened this page. Read it again, then sign.');
    expect(signed('1.2')).toEqual([]);
    expect(entries()).toBe(before);
  });

  test.each<[string, Fields, number]>([
    ['without what stood on the page', { 'digest-1.1': '' }, 409],
    [
      'with what stood on the page of another criterion',
      { 'digest-1.1': String(signFields('1.2', [CHANGED])['digest-1.2']) },
      409,
    ],
    ['a criterion that does not exist', { chosen: '9.9' }, 409],
    ['nothing chosen', { chosen: '' }, 409],
    ['a wrong password', { password: 'wrong' }, 400],
    ['no password', { password: '' }, 400],
    ['an id that is none', { 'id-1.1': 'mine' }, 400],
    ['one id for two signatures', ONE_ID, 400],
    ['another subject', { subject: 'degree' }, 400],
    ['a unit of which nothing is signed', { subject: 'unit', chosen: '1' }, 409],
    ['the qualification', { subject: 'qualification', chosen: 'all' }, 409],
    ['a trainee she does not assess', { traineeId: 'nia' }, 404],
    ['a trainee who does not exist', { traineeId: 'nobody' }, 404],
  ])('%s: refused', async (_story, change, expected) => {
    const before = entries();
    const { status } = await sign({ ...signFields('1.1', [PLAIN]), ...change });
    expect(status).toBe(expected);
    expect(signed('1.1')).toEqual([]);
    expect(entries()).toBe(before);
  });

  test('a wrong password keeps what was ticked', async () => {
    const { status, text } = await sign({ ...signFields('1.1', [PLAIN]), chosen: ['1.1'], password: 'wrong' });
    expect(status).toBe(400);
    expect(text).toMatch(/<input[^>]*name="chosen"[^>]*value="1\.1"[^>]*checked/);
    expect(text).not.toMatch(/<input[^>]*name="chosen"[^>]*value="1\.2"[^>]*checked/);
    expect(text).not.toContain('value="wrong"');
  });

  test('a criterion that is shown once and needed twice, or by decisions that nobody countersigned: refused in words', async () => {
    const [once, trained] = [await sign(signFields('2.1', [ONCE])), await sign(signFields('1.6', [TRAINED]))];
    expect([once.status, trained.status]).toEqual([409, 409]);
    expect(once.text).toContain(
      'Criterion 2.1 is not shown enough yet: shown 1 of 2 times, direct observation still missing',
    );
    expect(trained.text).toContain('A decision on it waits for a colleague to countersign it.');
  });

  test('a countersignature under decisions that are others than those that were read: refused', async () => {
    const joan = await portal().signIn('joan');
    const fields = countersignFields(TRAINED, { shownSha256: 'ab'.repeat(32) });
    const { status, text } = await joan.post('/assess/countersign/trained-decided?_action=signing.countersign', fields);
    expect(status).toBe(409);
    expect(text).toContain('The decisions changed after you opened this page.');
    const sentBack = { outcome: 'sent_back', words: 'Ring Mr Abel Stone on 07700 900123.' };
    const personal = await joan.post(
      '/assess/countersign/trained-decided?_action=signing.countersign',
      countersignFields(TRAINED, sentBack),
    );
    expect(personal.status).toBe(400);
    expect(portal().rows("select outcome from countersignatures where assessment_id = 'trained-decided'")).toEqual([]);
  });

  test('another assessor’s decisions are signed by whoever assesses the trainee now, who read them', async () => {
    expect((await sign(signFields('1.4', [OTHERS]))).status).toBe(303);
    expect(signed('1.4')).toEqual([{ signed_by: 'daniel' }]);
  });

  test('what was read is signed, once, and the ledger says by whom', async () => {
    const before = entries();
    const fields = signFields('1.1', [PLAIN]);
    expect((await sign(fields)).location).toBe(`${PAGE}?signed=criterion&what=1.1`);
    expect(signed('1.1')).toEqual([{ signed_by: 'daniel' }]);
    expect(entries()).toBe(before + 1);
    expect((await sign(signFields('1.1', [PLAIN]))).status).toBe(409);
    expect(entries()).toBe(before + 1);
  });

  test('what is signed is locked: no other decision, and it cannot be taken away', async () => {
    const decided = await daniel.post('/assess/plain-1?_action=assess.decide', {
      ...{ submissionId: 'plain-1', shownAssessmentId: 'plain-decided', comment: 'Again' },
      ...{ 'decision-1.1': 'working_towards', 'feedback-1.1': 'Say more.' },
    });
    expect(decided.status).toBe(409);
    const unread = await portal().signIn('unread');
    const removed = await unread.post('/portfolio/evidence/plain?_action=portfolio.remove', { id: 'plain' });
    expect(removed.status).toBe(409);
    expect(portal().rows("select removed_at from evidence_items where id = 'plain'")).toEqual([{ removed_at: null }]);
  });
});
