import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { addHandedIn, addMark, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { BAD, BAD_FORMS } from './badForms.ts';

/** Any of this outside an attribute's value means that a part of it stands there as markup. */
const RAW = [/<script>alert\(1\)/, /<img src=x/, /<svg onload/, /xss"/, /<!-->/];
/** Harmless, and how one sees that the text is shown at all. */
const ESCAPED = /xss(?:&quot;|&#34;)/;

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addHandedIn(insert, { id: 'bad', traineeId: 'amara', title: BAD, text: BAD });
  addHandedIn(insert, { id: 'good', traineeId: 'amara' });
  addMark(insert, { id: 'bad-mark', traineeId: 'amara', quote: BAD, note: BAD });
  insert('samples', { submission_id: 'bad-1', verifier_id: 'venetia', sampled_at: 1_780_000_000 });
  database.prepare(`update people set name = ? where id in ('amara', 'kerry', 'daniel', 'venetia')`).run(BAD);
  database.prepare(`update cohorts set name = ? where id = 'london'`).run(BAD);
  database
    .prepare(
      `insert into case_changes select 'bad-change', id, '2020-01-01', ?, tier, kind, transition_to_adulthood, letter_tier, activity, attributes, complexity, 'kerry', 1780000000, (select coalesce(max(number), 0) + 1 from case_changes where case_id = cases.id) from cases where id = 'amara-case-1'`,
    )
    .run(BAD);
}

const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
beforeAll(async () => {
  for (const person of ['amara', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey', 'tom'])
    clients.set(person, await portal().signIn(person));
});

/** In an attribute's value, between double quotes, only a double quote is markup: the values are emptied and the rest is looked at. */
const TAG = /<[a-z][^>"]*(?:"[^"]*"[^>"]*)*>/gi;
const withoutValues = (html: string) => html.replace(TAG, (tag) => tag.replace(/"[^"]*"/g, '""'));
const raw = (html: string) => RAW.filter((mark) => mark.test(withoutValues(html))).map(String);
const SHOWN_AGAIN = new Set<string>();

describe('what somebody typed is shown as text and never as markup', () => {
  test.each([
    ['markup in the text', `<p>${BAD}</p>`, true],
    ['markup out of an attribute', `<input value="${BAD}">`, true],
    ['a value in an attribute', `<input value="${BAD.replaceAll('"', '&#34;')}">`, false],
    ['a text', `<p>${BAD.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}</p>`, false],
  ])('the search can tell: %s', (_what, html, isFound) => {
    expect(raw(html).length > 0).toBe(isFound);
  });

  test.each(BAD_FORMS)('%s', async (what, person, page, fields) => {
    const { status, text } = await clients.get(person)!.post(page, fields);
    expect(status).toBeLessThan(500);
    expect(raw(text)).toEqual([]);
    if (ESCAPED.test(text)) SHOWN_AGAIN.add(what);
  });

  test('forms that came back with an error did show it', () => {
    expect([...SHOWN_AGAIN]).toEqual(
      expect.arrayContaining([
        'a draft that is too long',
        'a placement with wrong days',
        'a reflection from an old tab',
        'words to highlight that stand nowhere',
        'a note from an old tab',
        'decisions that are not whole',
        'a case with a wrong reference',
        'an entry of the contact log',
        'a message to nobody who was shown',
      ]),
    );
  });

  test.each([
    [
      'amara',
      [
        '/notes',
        '/modules/parole-recall',
        '/portfolio',
        '/portfolio/evidence/bad',
        '/placements',
        '/caseload',
        '/account',
      ],
    ],
    ['ruth', ['/trainees/amara', '/trainees/amara/contacts', '/cohorts', '/cohorts/london', '/portfolio/evidence/bad']],
    ['daniel', ['/assess', '/assess/bad-1', '/trainees/amara']],
    ['kerry', ['/caseload', '/trainees/amara', '/caseload/allocate?tier=C2&kind=community']],
    ['venetia', ['/', '/portfolio/evidence/bad']],
    ['harvey', ['/admin']],
  ] as const)('no page that %s comes to holds it as markup, and these show it as text', async (person, shown) => {
    const reached = await crawl(clients.get(person)!, ['/', ...shown]);
    // Files to keep are no pages: see below.
    const pages = new Map([...reached].filter(([address]) => !/^\/notes\/export|\/view\.csv/.test(address)));
    expect([...pages].flatMap(([address, html]) => raw(html).map((mark) => `${address}: ${mark}`))).toEqual([]);
    expect(shown.filter((address) => !ESCAPED.test(pages.get(address) ?? ''))).toEqual([]);
  });

  test.each([
    '/sign-in?to=',
    '/search?q=',
    '/caseload/allocate?tier=',
    '/caseload/allocate?tier=C2&kind=',
    '/modules/parole-recall?section=',
    '/modules/parole-recall?saved=',
    '/modules/parole-recall?notes=',
    '/portfolio/evidence/new?criteria=',
    '/cohorts/london?sort=',
    '/cohorts/london?order=',
    '/cohorts/london?note=',
    '/cohorts/london?choose=',
    '/trainees/amara?note=',
    '/trainees/amara?show=',
    '/assess/trainees/amara?plan=',
    '/portfolio?show=',
    '/messages/',
    '/account?kept=',
    '/trainees/',
    '/modules/',
    '/cohorts/',
    '/portfolio/evidence/',
    '/assess/',
    '/',
  ])('nor does an address bring it in: %s', async (address) => {
    for (const client of [portal().visitor(), ...clients.values()]) {
      const { status, text } = await client.get(`${address}${encodeURIComponent(BAD)}`);
      expect(status).toBeLessThan(500);
      expect(raw(text)).toEqual([]);
    }
  });

  test('a form that came too late carries it along as text', async () => {
    const { status, text } = await portal()
      .visitor()
      .post('/portfolio/evidence/new?_action=portfolio.start', { id: randomUUID(), title: BAD, text: BAD, [BAD]: BAD });
    expect(status).toBe(401);
    expect(ESCAPED.test(text)).toBe(true);
    expect(raw(text)).toEqual([]);
  });

  test('an action answers a script in JSON, which no browser reads as a page', async () => {
    const { headers } = await clients.get('amara')!.call('progress.move', { moduleId: BAD, sectionId: BAD });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
