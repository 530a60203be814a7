import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import { crawl } from '../support/crawl.ts';
import { servedPortal } from '../support/servedPortal.ts';

const SECRET = 'zebra-crossing doubts that are hers alone';
const MODULE = 'parole-recall';
function prepare(database: DatabaseSync): void {
  database.exec(`delete from reflections where module_id = '${MODULE}'`);
  inserter(database)('reflections', {
    trainee_id: 'amara',
    module_id: MODULE,
    text: SECRET,
    revision: 1,
    saved_at: AT,
  });
}
const portal = servedPortal({ prepare });
const NEW = `/portfolio/evidence/new?reflection=${MODULE}`;

describe('a reflection as the beginning of evidence', () => {
  test('is her own, and only opened: the reflection stays, and nothing is written', async () => {
    const amara = await portal().signIn('amara');
    const before = portal().rows('select * from evidence_items order by id');
    expect((await amara.get(NEW)).text).toContain(SECRET);
    expect(portal().rows('select * from evidence_items order by id')).toEqual(before);
    expect(portal().rows('select text from reflections where module_id = ?', MODULE)).toEqual([{ text: SECRET }]);
  });

  test.each([
    '',
    '&traineeId=amara',
    '&trainee_id=amara',
    '&personId=amara',
    '&viewer=amara',
    '&id=amara',
    '&owner=amara',
    '&reflection=amara',
    '/amara',
    '%27%20or%20trainee_id=%27amara',
  ])('is nobody else’s, whatever the address says: %s', async (more) => {
    const { status, text } = await (await portal().signIn('tom')).get(NEW + more);
    expect(status).toBe(200);
    expect(text).not.toContain('zebra-crossing');
    expect(text).not.toContain('This is your reflection');
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    'none',
    'x'.repeat(2000),
    '%F0%9F%98%80',
    '%22%3E%3Cscript%3Ealert(1)',
  ])('a module that is not there begins nothing: %s', async (moduleId) => {
    const { status, text } = await (
      await portal().signIn('amara')
    ).get(`/portfolio/evidence/new?reflection=${moduleId}`);
    expect(status).toBe(200);
    expect(text).not.toContain('This is your reflection');
    expect(text).not.toContain('<script>alert');
  });

  test.each(['ruth', 'gwen', 'daniel', 'kerry', 'venetia', 'harvey'])('%s cannot ask for it', async (person) => {
    const { status, text } = await (await portal().signIn(person)).get(NEW);
    expect(status).toBe(403);
    expect(text).not.toContain('zebra-crossing');
  });
});

describe('what has been read and not seen in practice', () => {
  const HEADING = 'Read, and not yet seen in practice';

  test.each([
    ['ruth', 200, true],
    ['daniel', 200, true],
    ['kerry', 200, false],
    ['gwen', 404, false],
    ['nia', 404, false],
    ['venetia', 403, false],
    ['harvey', 403, false],
  ] as const)('of Amara, for %s: status %i, shown: %s', async (person, expected, isShown) => {
    const { status, text } = await (await portal().signIn(person)).get('/trainees/amara');
    expect(status).toBe(expected);
    expect(text.includes(HEADING)).toBe(isShown);
  });

  test('is on no page that her manager can reach', async () => {
    const pages = await crawl(await portal().signIn('kerry'), ['/', '/trainees/amara', '/trainees/tom']);
    const telling = [HEADING, 'not seen in practice since', 'has it reached your practice'];
    expect([...pages].filter(([, html]) => telling.some((words) => html.includes(words)))).toEqual([]);
  });
});
