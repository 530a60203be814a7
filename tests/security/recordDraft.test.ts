import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import { addRecordDraft, RECORD_CRITERIA, RECORD_TEXT, RECORD_TITLE } from '../support/records.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { changeBeside, openRecordForms } from './recordForms.ts';

/** Drafts that Daniel writes about Amara; `moved` is about Priya, whom he assessed once. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const id of ['hidden', 'moved', 'back', 'edited'])
    addRecordDraft(insert, { id, traineeId: id === 'moved' ? 'priya' : 'amara', writerId: 'daniel' });
}

const portal = servedPortal({ prepare });
const { signatures, newest, finish, sign, sendBack, save } = openRecordForms(portal);

describe('a draft is its writer’s', () => {
  test('nobody else reads it, at any address, the trainee and her tutor among them', async () => {
    const secret = 'Nobody but Daniel reads this yet.';
    changeBeside(portal(), `update evidence_items set text = ? where id = 'hidden'`, secret);
    for (const person of ['amara', 'ruth', 'joan', 'kerry', 'venetia', 'harvey']) {
      const client = await portal().signIn(person);
      for (const path of [
        '/portfolio/evidence/hidden',
        '/portfolio/evidence/hidden/sign',
        '/assess/records/hidden',
        '/portfolio',
        '/assess/trainees/amara',
        '/trainees/amara',
      ])
        expect((await client.get(path)).text, `${person} at ${path}`).not.toContain(secret);
    }
    expect((await (await portal().signIn('daniel')).get('/assess/records/hidden')).text).toContain(secret);
  });

  test('a trainee changes nothing in it by the forms of her own evidence', async () => {
    const amara = await portal().signIn('amara');
    const fields = { id: 'hidden', basedOn: '1', title: 'Mine', text: 'Mine', criteria: RECORD_CRITERIA };
    for (const action of ['save', 'submit', 'remove'])
      expect((await amara.post(`/account?_action=portfolio.${action}`, fields)).status, action).toBe(404);
    expect((await amara.post('/account?_action=records.save', fields)).status).toBe(403);
    expect(portal().rows(`select title, removed_at from evidence_items where id = 'hidden'`)).toEqual([
      { title: RECORD_TITLE, removed_at: null },
    ]);
  });

  test('after a hand-over it is closed to her too, and to whoever took over', async () => {
    for (const person of ['daniel', 'joan']) {
      const client = await portal().signIn(person);
      expect((await client.get('/assess/records/moved')).status, person).toBe(404);
      expect((await save(client, 'moved')).status, person).toBe(404);
      expect((await finish(client, 'moved')).status, person).toBe(404);
    }
    expect(newest('moved')).toBeUndefined();
  });
});

describe('a record that the trainee does not agree to', () => {
  test('goes back with her reason, is changed, and is finished as another version; the first stays as it was', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'back')).status).toBe(303);
    const first = newest('back');
    expect((await save(daniel, 'back')).status, 'not while it waits for her').toBe(409);
    const amara = await portal().signIn('amara');
    expect((await sendBack(amara, 'back', '')).status).toBe(400);
    expect((await sendBack(amara, 'back')).status).toBe(303);
    expect((await sendBack(amara, 'back')).status, 'the same form again').toBe(303);
    expect((await sign(amara, 'back')).text).toContain('taken back or written anew');
    expect((await daniel.get('/assess')).text).toContain(RECORD_TITLE);
    expect((await save(daniel, 'back')).status).toBe(303);
    expect((await finish(daniel, 'back', { basedOn: '2', changeNote: 'The day.' })).status).toBe(303);
    expect((await sign(amara, 'back')).status).toBe(303);
    expect(signatures('back')).toEqual(['1 assessor: daniel', '2 assessor: daniel', '2 trainee: amara']);
    const [kept] = portal().rows('select text, sha256 from submissions where id = ?', String(first?.id));
    expect(kept).toEqual({ text: RECORD_TEXT, sha256: first?.sha256 });
    expect((await save(daniel, 'back', { basedOn: '2' })).status, 'not once both have signed').toBe(409);
  });

  test('a version, a signature and a reason are changed by nobody, at the database itself', async () => {
    const daniel = await portal().signIn('daniel');
    expect((await finish(daniel, 'edited')).status).toBe(303);
    const amara = await portal().signIn('amara');
    expect((await sendBack(amara, 'edited')).status).toBe(303);
    const id = String(newest('edited')?.id);
    for (const sql of [
      `update submissions set text = 'forged' where id = ?`,
      `update record_signatures set words = 'forged' where submission_id = ?`,
      `update record_refusals set reason = 'forged' where submission_id = ?`,
      `delete from record_refusals where submission_id = ?`,
    ])
      expect(() => changeBeside(portal(), sql, id), sql).toThrow('insert-only');
  });
});
