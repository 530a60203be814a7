import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { inserter, LONG_AGO } from '../support/demoRecords.ts';
import { addRecordDraft, RECORD_TITLE } from '../support/records.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { openRecordForms } from './recordForms.ts';

const NAMES = ['plain', 'unread', 'race', 'both', 'stranger', 'taken', 'forged'];

/** Drafts that Daniel writes about Amara; `himself` is about its writer. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of NAMES) addRecordDraft(insert, { id, traineeId: 'amara', writerId: 'daniel' });
  // Amara assesses Tom beside her own programme; the table itself takes nobody as her own assessor.
  insert('person_roles', { person_id: 'amara', role: 'assessor' });
  insert('assignments', {
    id: 'amara-assesses-tom',
    kind: 'assessor',
    person_id: 'amara',
    trainee_id: 'tom',
    starts_on: LONG_AGO,
    ends_on: null,
  });
  addRecordDraft(insert, { id: 'himself', traineeId: 'amara', writerId: 'amara' });
}

const portal = servedPortal({ prepare });

const { entries, signatures, newest, finishing, finish, act, sign, sendBack, save } = openRecordForms(portal);

describe('a record is finished', () => {
  test('by its writer with her password: one version, one signature, one entry; the same form again changes nothing', async () => {
    const daniel = await portal().signIn('daniel');
    const before = entries();
    const form = finishing('plain');
    expect((await finish(daniel, 'plain', { ...form, password: 'not this one' })).status).toBe(400);
    expect(newest('plain')).toBeUndefined();
    expect((await finish(daniel, 'plain', form)).status).toBe(303);
    expect((await finish(daniel, 'plain', form)).status).toBe(303);
    expect(signatures('plain')).toEqual(['1 assessor: daniel']);
    expect(entries()).toBe(before + 1);
    const [row] = portal().rows(`select writer_id, format from submissions where evidence_id = 'plain'`);
    expect(row).toEqual({ writer_id: 'daniel', format: 2 });
  });

  test('not as it stood on an older page: what was changed in another tab is read first', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await save(daniel, 'unread')).status).toBe(303);
    const sent = await finish(daniel, 'unread');
    expect(sent.text).toContain('changed after you opened this page');
    expect(newest('unread')).toBeUndefined();
  });

  test('not by anybody else, whatever the form says of its writer', async () => {
    for (const [person, status] of [
      ['joan', 404],
      ['tom', 403],
      ['ruth', 403],
      ['venetia', 403],
      ['harvey', 403],
    ] as const) {
      const client = await portal().signIn(person);
      const forged = { writerId: person, writer_id: person, traineeId: 'amara' };
      const sent = await client.post('/account?_action=records.finish', { ...finishing('forged'), ...forged });
      expect(sent.status, person).toBe(status);
      const saved = await client.post('/account?_action=records.save', { id: 'forged', basedOn: '1', ...forged });
      expect(saved.status, person).toBe(status);
    }
    expect(newest('forged')).toBeUndefined();
  });

  test('not about oneself, and none is begun about oneself', async () => {
    const amara = await portal().signIn('amara');
    const begun = await amara.post('/assess/records/new?_action=records.begin', {
      ...{ id: randomUUID(), traineeId: 'amara', kind: 'observation', title: 'Me' },
    });
    expect(begun.status).toBe(404);
    expect((await finish(amara, 'himself')).status).toBe(404);
    expect((await amara.get('/assess/records/himself')).status).toBe(404);
    expect(newest('himself')).toBeUndefined();
  });

  test('a forged writer in the form that begins one is not taken: the writer is whoever is signed in', async () => {
    const daniel = await portal().signIn('daniel');
    const id = randomUUID();
    const forged = { writerId: 'joan', writer_id: 'joan', evidenceId: 'plain', removedAt: '1' };
    const sent = await daniel.post('/assess/records/new?_action=records.begin', {
      ...{ id, traineeId: 'tom', kind: 'observation', title: 'A visit', ...forged },
    });
    expect(sent.status).toBe(303);
    expect(portal().rows('select writer_id, trainee_id from evidence_items where id = ?', id)).toEqual([
      { writer_id: 'daniel', trainee_id: 'tom' },
    ]);
  });
});

describe('the second signature', () => {
  test('is the trainee’s: nobody signs for both, and a stranger signs for nobody', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'stranger')).status).toBe(303);
    for (const [person, status] of [
      ['daniel', 404],
      ['joan', 404],
      ['tom', 404],
      ['ruth', 403],
      ['kerry', 403],
      ['venetia', 403],
    ] as const) {
      const client = await portal().signIn(person);
      const fields = { submissionId: String(newest('stranger')?.id), shownSha256: String(newest('stranger')?.sha256) };
      for (const action of ['sign', 'sendBack']) {
        const sent = await client.post(`/account?_action=records.${action}`, {
          ...{ ...fields, words: '', reason: 'No.', password: DEMO_PASSWORD, part: 'trainee', personId: 'amara' },
        });
        expect(sent.status, `${person} ${action}`).toBe(status);
      }
    }
    expect(signatures('stranger')).toEqual(['1 assessor: daniel']);
  });

  test('is under what stood on her page, with her password, and its words are looked at', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'both')).status).toBe(303);
    const amara = await portal().signIn('amara');
    expect((await sign(amara, 'both', { shownSha256: 'f'.repeat(64) })).text).toContain('changed after you opened');
    expect((await sign(amara, 'both', { password: 'not this one' })).status).toBe(400);
    expect((await sign(amara, 'both', { words: 'Ring 020 7946 0018.' })).status).toBe(400);
    expect(signatures('both')).toEqual(['1 assessor: daniel']);
    expect((await sign(amara, 'both', { words: 'I told the desk since.' })).status).toBe(303);
    expect(signatures('both')).toEqual(['1 assessor: daniel', '1 trainee: amara']);
    const waiting = await daniel.get('/assess');
    expect(waiting.text).toContain(RECORD_TITLE);
  });

  test('twenty at the same moment leave one, with one entry', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'race')).status).toBe(303);
    const before = entries();
    const clients = await Promise.all(Array.from({ length: 4 }, () => portal().signIn('amara')));
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => sign(clients[index % clients.length] ?? daniel, 'race')),
    );
    expect(sent.filter(({ status }) => status >= 500).length).toBe(0);
    expect(signatures('race')).toEqual(['1 assessor: daniel', '1 trainee: amara']);
    expect(entries()).toBe(before + 1);
  });

  test('signing and sending back at the same moment: one wins, and the record says the same as the ledger', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'taken')).status).toBe(303);
    const amara = await portal().signIn('amara');
    const other = await portal().signIn('amara');
    await Promise.all([
      sign(amara, 'taken'),
      sendBack(other, 'taken'),
      act(daniel, 'taken', 'takeBack', { id: 'taken' }),
    ]);
    const id = String(newest('taken')?.id);
    const isSigned = signatures('taken').includes('1 trainee: amara');
    const [row] = portal().rows('select count(*) as n from withdrawals where submission_id = ?', id);
    expect(Number(row?.n)).toBe(isSigned ? 0 : 1);
  });
});
