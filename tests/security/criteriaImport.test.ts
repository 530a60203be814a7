import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import demoSet from '#src/content/qualification/demo-1.json' with { type: 'json' };
import { CRITERIA_COLUMNS } from '#src/domain/qualification/columns.ts';
import { choicesText } from '#src/domain/qualification/mapping.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const IMPORT = '/admin/qualification/import';
const HEAD = CRITERIA_COLUMNS.join(',');
const named = { version: 'abuse-1', label: 'Abuse', notice: 'Made up.' };
const csv = `${HEAD}\n1,A unit,About it.,1.1,A criterion that nobody has seen.,1,assignment,,\n`;
const ids = demoSet.units.flatMap(({ criteria }) => criteria.map(({ id }) => id));
const choices = choicesText(new Map(ids.map((id) => [id, { becomes: 'dropped', newIds: '' }])));
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const whole = { ...named, csv, choices, follows: 'demo-1', effectiveFrom: inAMonth, password: DEMO_PASSWORD };
const versions = () => portal().rows('SELECT version, imported_by FROM qualification_versions');

test.each(['amara', 'ruth', 'daniel', 'kerry', 'venetia'])(
  '%s, who is no administrator, brings nothing in',
  async (who) => {
    const client = await portal().signIn(who);
    for (const path of [IMPORT, '/admin/qualification', '/admin/qualification/demo-1/criteria.csv', '/admin/retention'])
      expect((await client.get(path)).status, path).toBe(403);
    expect((await client.post(IMPORT, { step: 'file', ...named, csv })).status).toBe(403);
    expect((await client.post(`/account?_action=qualification.bringIn`, whole)).status).toBe(403);
    expect(versions()).toEqual([]);
  },
);

test.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(1)', '\t=1'])(
  'a formula in a file (%j) is told and never kept',
  async (formula) => {
    const client = await portal().signIn('harvey');
    const row = `1,"${formula.replaceAll('"', '""')}",About it.,1.1,Text,1,assignment,,`;
    const { status, text } = await client.post(IMPORT, { step: 'file', ...named, csv: `${HEAD}\n${row}\n` });
    expect(status).toBe(422);
    expect(text).toContain('runs as a formula');
  },
);

test('script in a file is shown as text', async () => {
  const client = await portal().signIn('harvey');
  const row = `1,<script>alert(1)</script>,About it.,x,"<img src=x onerror=alert(1)>",1,assignment,,`;
  const { text } = await client.post(IMPORT, { step: 'file', ...named, csv: `${HEAD}\n${row}\n` });
  expect(text).not.toContain('<script>alert');
  expect(text).not.toContain('<img src=x');
});

test('a huge file is turned away in words, and a table of thousands of mistakes is a page that ends', async () => {
  const client = await portal().signIn('harvey');
  expect((await client.post(IMPORT, { step: 'file', ...named, csv: 'x'.repeat(400_000) })).status).toBe(413);
  const large = await client.post(IMPORT, { step: 'file', ...named, csv: 'x'.repeat(60_000) });
  expect(large.status).toBe(422);
  expect(large.text).toContain('larger than 50 KB');
  const wrong = await client.post(IMPORT, { step: 'file', ...named, csv: `${HEAD}\n${'x,,,,,,,,\n'.repeat(4500)}` });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('These are the first 500 of');
  expect(wrong.text.length).toBeLessThan(1_000_000);
});

test.each([
  ['without the password', { password: '' }, 'Enter your password'],
  ['with a wrong one', { password: 'wrong' }, 'The password is not right'],
  ['from a day that is over', { effectiveFrom: '2026-01-01' }, 'or a later day'],
  ['with a criterion that nobody decided on', { choices: '[]' }, 'Decide what becomes of 1.1'],
  ['with rows that were changed on the way', { csv: csv.replace('1.1', '=1.1') }, 'are not right any more'],
  ['after another version', { follows: 'demo-0' }, 'Another version was brought in'],
  ['under the name of one that is there', { version: 'demo-1' }, 'There is a version of this name already'],
])('a version is not brought in %s', async (_story, change, words) => {
  const client = await portal().signIn('harvey');
  const { status, text } = await client.post(`${IMPORT}?_action=qualification.bringIn`, { ...whole, ...change });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).toContain(words);
  expect(versions()).toEqual([]);
});

test('a form that names who brings it in names nobody: it is whoever is signed in; twice is once', async () => {
  const client = await portal().signIn('harvey');
  const sent = { ...whole, importedBy: 'amara', imported_by: 'amara' };
  for (let time = 0; time < 2; time += 1)
    expect((await client.post(`${IMPORT}?_action=qualification.bringIn`, sent)).status).toBe(303);
  expect(versions()).toEqual([{ version: 'abuse-1', imported_by: 'harvey' }]);
  const other = { ...whole, csv: csv.replace('nobody', 'somebody') };
  expect((await client.post(`${IMPORT}?_action=qualification.bringIn`, other)).status).toBeGreaterThanOrEqual(400);
  expect(portal().rows('SELECT count(*) AS kept FROM criterion_mappings')).toEqual([{ kept: ids.length }]);
});
