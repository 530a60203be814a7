import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMark, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const MARK = '7b0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f';
const SECRET = 'zebra-crossing thoughts that are hers alone';
const prepare = (database: DatabaseSync) =>
  addMark(inserter(database), { id: MARK, traineeId: 'amara', note: SECRET, quote: `${SECRET}, quoted` });
const portal = servedPortal({ prepare });

const stored = () => portal().rows('select trainee_id, quote, note, revision from marks where id = ?', MARK);
const UNTOUCHED = [{ trainee_id: 'amara', quote: `${SECRET}, quoted`, note: SECRET, revision: 1 }];
const OTHERS = ['tom', 'nia', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey', 'gwen'];

const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of ['amara', ...OTHERS]) clients.set(person, await portal().signIn(person));
});

/** That they stand on no page of anybody else is looked at with everything else there, in contentOfPages.test.ts. */
describe('a trainee’s marks are hers alone', () => {
  test('she sees them herself: in the module, with all her notes, in both files', async () => {
    for (const address of ['/modules/parole-recall', '/notes', '/notes/export', '/notes/export?as=json']) {
      const { status, text } = await clients.get('amara')!.get(address);
      expect(status, address).toBe(200);
      expect(text, address).toContain(SECRET);
    }
  });

  test.each(OTHERS)('%s changes nothing of them and learns nothing, whichever way is taken', async (person) => {
    const client = clients.get(person)!;
    for (const page of ['/modules/parole-recall', '/notes', '/account']) {
      for (const [action, fields] of [
        ['marks.save', { markId: MARK, note: 'Over hers', basedOn: '1', traineeId: 'amara' }],
        ['marks.remove', { markId: MARK, traineeId: 'amara' }],
      ] as const) {
        const { status, text } = await client.post(`${page}?_action=${action}`, fields);
        expect([403, 404]).toContain(status);
        expect(text).not.toContain('zebra-crossing');
      }
    }
    expect(stored()).toEqual(UNTOUCHED);
  });

  test('under her name nobody else makes one', async () => {
    const before = portal().rows(`select count(*) as marks from marks where trainee_id = 'amara'`);
    const [{ section_id: sectionId } = {}] = portal().rows(
      `select section_id from section_ticks where module_id = 'parole-recall' limit 1`,
    );
    const fields = { moduleId: 'parole-recall', sectionId: String(sectionId), note: 'Planted', traineeId: 'amara' };
    for (const person of OTHERS)
      await clients.get(person)!.post('/modules/parole-recall?_action=marks.add', { ...fields, quote: '', near: '' });
    expect(portal().rows(`select count(*) as marks from marks where trainee_id = 'amara'`)).toEqual(before);
  });
});

describe('a mark is only made where there is something to mark', () => {
  const add = (fields: Record<string, string>) =>
    clients
      .get('amara')!
      .post('/modules/parole-recall?_action=marks.add', { quote: '', note: '', near: '', ...fields });
  const marks = () => portal().rows('select id from marks').length;

  test.each([
    ['a module that is not there', { moduleId: 'none', sectionId: 'none' }, 404],
    ['a section that is not there', { moduleId: 'parole-recall', sectionId: 'none' }, 404],
    ['a module of a crooked name', { moduleId: '__proto__', sectionId: 'constructor' }, 404],
    ['no section', { moduleId: 'parole-recall' }, 400],
  ])('not in %s', async (_where, fields, status) => {
    const before = marks();
    expect((await add(fields as Record<string, string>)).status).toBe(status);
    expect(marks()).toBe(before);
  });

  test('not more of them than one may have, and the words that were typed stay', async () => {
    const [{ section_id: sectionId } = {}] = portal().rows(
      `select section_id from section_ticks where module_id = 'parole-recall' limit 1`,
    );
    const place = { moduleId: 'parole-recall', sectionId: String(sectionId) };
    const nia = clients.get('nia')!;
    const send = (note: string) =>
      nia.post('/modules/parole-recall?_action=marks.add', { ...place, quote: '', note, near: '' });
    const own = () => portal().rows(`select id from marks where trainee_id = 'nia'`).length;
    for (let count = own(); count < 500; count += 1) expect((await send(`Note ${String(count)}`)).status).toBe(303);
    const { status, text } = await send('One too many');
    expect(status).toBe(400);
    expect(text).toContain('You have 500 marks in this module');
    expect(text).toContain('One too many');
    expect(own()).toBe(500);
  }, 60_000);

  test('hers, from now, at the version there is, whatever else a form says', async () => {
    const planted = { before: 'Planted', after: 'Planted', moduleVersion: '99', id: 'planted', revision: '9' };
    const named = { traineeId: 'tom', trainee_id: 'tom', markedAt: '2001-01-01' };
    const [{ section_id: sectionId } = {}] = portal().rows(
      `select section_id from section_ticks where module_id = 'parole-recall' order by rowid desc limit 1`,
    );
    const place = { moduleId: 'parole-recall', sectionId: String(sectionId) };
    expect((await add({ ...planted, ...named, ...place, note: 'Mine.' })).status).toBe(303);
    const [row] = portal().rows(`select * from marks where note = 'Mine.'`);
    expect(row).toMatchObject({ trainee_id: 'amara', quote: '', before: '', after: '', revision: 1 });
    expect([row?.id, row?.module_version]).not.toEqual(expect.arrayContaining(['planted', '99']));
    expect(Number(row?.marked_at)).toBeGreaterThan(Date.now() / 1000 - 60);
    await clients.get('amara')!.post('/modules/parole-recall?_action=marks.save', {
      ...planted,
      ...named,
      markId: String(row?.id),
      note: 'Mine too.',
      basedOn: '1',
    });
    expect(portal().rows('select trainee_id, note, revision from marks where id = ?', String(row?.id))).toEqual([
      { trainee_id: 'amara', note: 'Mine too.', revision: 2 },
    ]);
  });
});
