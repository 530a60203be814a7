import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const RUTHS_VIEW = 'view-of-ruth';
const OLD_VIEW = 'view-of-gwen-about-london';
const FORMULA = '=HYPERLINK("http://127.0.0.1/?x";"Click")';

/** Ruth keeps a view; Gwen kept one of London in a time when she was its tutor. Somebody of London has a name that a spreadsheet would run. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const view = { cohort_id: 'london', query: 'late=1', saved_at: AT };
  insert('saved_filters', { ...view, id: RUTHS_VIEW, person_id: 'ruth', name: 'Zebra view' });
  insert('saved_filters', { ...view, id: OLD_VIEW, person_id: 'gwen', name: 'From before' });
  database.prepare('update people set name = ? where id = ?').run(FORMULA, 'ade');
}

const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
const as = (person: string) => clients.get(person)!;
beforeAll(async () => {
  for (const person of ['ruth', 'gwen', 'imogen', 'amara']) clients.set(person, await portal().signIn(person));
});

const view = (id: string) => portal().rows('select * from saved_filters where id = ?', id);
const looks = () => portal().rows('select person_id, cohort_id, looked_at, signals from cohort_looks order by 1, 2');
const withoutIds = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/nowhere|london/g, 'COHORT');
/** Everybody of London, by id and by name. */
const ofLondon = () =>
  portal()
    .rows(
      `select p.id, p.name from people p join cohort_memberships m on m.trainee_id = p.id where m.cohort_id = 'london' and m.left_on is null`,
    )
    .flatMap(({ id, name }) => [`/trainees/${String(id)}`, String(name)]);

describe('a tutor of another cohort', () => {
  test.each(['', '?late=1', '?signal=over-limit&sort=caseload', '?strand=parole&weeks=all', '?view=kept'])(
    'learns nothing from its page or its file, not even that it exists: %s',
    async (query) => {
      for (const page of ['', '/view.csv']) {
        const [other, none] = await Promise.all(
          ['london', 'nowhere'].map((cohort) => as('gwen').get(`/cohorts/${cohort}${page}${query}`)),
        );
        expect([other?.status, none?.status]).toEqual([404, 404]);
        expect(withoutIds(other?.text ?? '')).toBe(withoutIds(none?.text ?? ''));
      }
    },
  );

  test('finds nobody of it on her own pages and in her own file', async () => {
    const names = ofLondon();
    expect(names.length).toBe(32);
    for (const path of ['/', '/cohorts', '/cohorts/wales', '/cohorts/wales?weeks=all', '/cohorts/wales/view.csv']) {
      const { status, text } = await as('gwen').get(path);
      expect(status, path).toBe(200);
      expect(
        names.filter((name) => text.includes(name)),
        path,
      ).toEqual([]);
      expect([text.includes('London'), text.includes('From before')], path).toEqual([false, false]);
    }
  });

  test('keeps, renames and removes no view of it, with the ids of others or with her own from before', async () => {
    const before = [...view(RUTHS_VIEW), ...view(OLD_VIEW)];
    const sent = { id: randomUUID(), cohortId: 'london', name: 'Planted', query: 'over=1' };
    const kept = await as('gwen').post('/cohorts/wales?_action=cohortViews.keep', sent);
    expect(kept.status).toBe(404);
    expect(view(sent.id)).toEqual([]);
    for (const id of [RUTHS_VIEW, OLD_VIEW]) {
      for (const action of ['rename', 'remove']) {
        const fields = { id, name: 'Taken over', cohortId: 'wales', personId: 'gwen' };
        const { status, text } = await as('gwen').post(`/cohorts/wales?_action=cohortViews.${action}`, fields);
        expect(status, `${action} ${id}`).toBe(404);
        expect(text).not.toContain('Zebra');
      }
    }
    expect([...view(RUTHS_VIEW), ...view(OLD_VIEW)]).toEqual(before);
  });

  test('who gives the id of another tutor’s view to a new one is told that there is no such thing, and changes nothing', async () => {
    const before = view(RUTHS_VIEW);
    const id = randomUUID();
    const own = { id, cohortId: 'london', name: 'Ruth’s own', query: '' };
    expect((await as('ruth').post('/cohorts/london?_action=cohortViews.keep', own)).status).toBe(303);
    const taken = { id, cohortId: 'wales', name: 'Mine now', query: '' };
    expect((await as('gwen').post('/cohorts/wales?_action=cohortViews.keep', taken)).status).toBe(404);
    expect(view(id)).toMatchObject([{ person_id: 'ruth', cohort_id: 'london', name: 'Ruth’s own' }]);
    expect(view(RUTHS_VIEW)).toEqual(before);
  });

  test('finds nothing of what a trainee may not see either: a trainee has no cohort pages at all', async () => {
    for (const path of ['/cohorts', '/cohorts/london', '/cohorts/london/view.csv'])
      expect((await as('amara').get(path)).status, path).toBe(403);
  });
});

describe('a view that is kept', () => {
  const keep = (fields: Record<string, string>) =>
    as('ruth').post('/cohorts/london?_action=cohortViews.keep', { cohortId: 'london', ...fields });

  test('is kept once, however often the form is sent; with other words it is refused', async () => {
    const form = { id: randomUUID(), name: 'Sent twice', query: 'over=1' };
    for (let time = 0; time < 2; time += 1) expect((await keep(form)).status).toBe(303);
    expect(view(form.id)).toHaveLength(1);
    expect((await keep({ ...form, name: 'Other words' })).status).toBe(409);
    expect(view(form.id)).toMatchObject([{ name: 'Sent twice' }]);
  });

  test('takes nothing from a form but its name and what the page knows of its query', async () => {
    const id = randomUUID();
    const query = 'order=desc&late=2&sort=seen&late=9&evil=%3Cscript%3E&_action=signing.sign&personId=gwen';
    const { status, location } = await keep({
      ...{ id, name: 'Only what counts', query, personId: 'gwen', savedAt: '0', removedAt: '1', person_id: 'gwen' },
    });
    expect([status, location]).toEqual([303, '/cohorts/london?view=kept#views']);
    expect(view(id)).toMatchObject([
      { person_id: 'ruth', cohort_id: 'london', query: 'late=2&sort=seen&order=desc', removed_at: null },
    ]);
    const { text } = await as('ruth').get('/cohorts/london');
    const plain = text.replaceAll(/&(?:#38|amp);/g, '&');
    expect(plain.includes('"/cohorts/london?late=2&sort=seen&order=desc#everybody"')).toBe(true);
  });

  test.each([
    ['without a name', { name: ' ' }, 'Give the view a name'],
    ['with a name that she keeps already', { name: 'Zebra view' }, 'You keep a view with this name already'],
    ['with a name that is too long', { name: 'x'.repeat(61) }, 'Keep it under 60 characters'],
    ['with what looks like a real person’s number in its name', { name: 'PNC 2001/1234567A' }, 'looks like'],
  ])('%s it is refused beside the field, and what was typed stays', async (_story, fields, words) => {
    const id = randomUUID();
    const { status, text } = await keep({ id, query: '', ...fields });
    expect(status).toBe(400);
    expect([text.includes(words), text.includes(`value="${fields.name}"`)]).toEqual([true, true]);
    expect(view(id)).toEqual([]);
  });

  test('removed twice is removed once, and cannot be named afterwards', async () => {
    const id = randomUUID();
    await keep({ id, name: 'To go', query: 'firstWeeks=1' });
    for (let time = 0; time < 2; time += 1)
      expect((await as('ruth').post('/cohorts/london?_action=cohortViews.remove', { id })).status).toBe(303);
    expect((await as('ruth').post('/cohorts/london?_action=cohortViews.rename', { id, name: 'Back' })).status).toBe(
      404,
    );
    expect(view(id)).toMatchObject([{ name: 'To go' }]);
    expect((await as('ruth').get('/cohorts/london')).text.includes('To go')).toBe(false);
  });
});

describe('looking at a cohort', () => {
  test('is not noted when another site, a picture or a browser that loads ahead asks, and once when she does', async () => {
    const before = looks();
    const quiet: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' },
    ];
    for (const headers of quiet) expect((await as('imogen').get('/cohorts/london', headers)).status).toBe(200);
    await as('imogen').send('/cohorts/london', { method: 'HEAD', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(looks()).toEqual(before);
    await as('imogen').get('/cohorts/london', { 'sec-fetch-site': 'same-origin' });
    await expect.poll(() => looks().length).toBe(before.length + 1);
    expect(looks().filter(({ person_id }) => person_id === 'imogen')).toMatchObject([{ cohort_id: 'london' }]);
  });

  test('what is written shows at once, although the page is worked out once for many', async () => {
    const line = async () =>
      /<tr>\s*<th scope="row">\s*<a href="\/trainees\/hannah">.*?<\/tr>/s.exec(
        (await as('ruth').get('/cohorts/london')).text,
      )?.[0];
    expect(await line()).not.toContain('Today');
    const hannah = await portal().signIn('hannah');
    await hannah.get('/');
    await expect.poll(line).toContain('Today');
  });
});

describe('the file of what is on the screen', () => {
  const cellsOf = (line: string) => line.slice(1, -1).split('","');
  const file = async (query = '') => {
    const { text, headers } = await as('ruth').get(`/cohorts/london/view.csv${query}`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
  };

  test('runs nothing in a spreadsheet, whatever somebody is called', async () => {
    const lines = await file();
    const formula = lines.filter((line) => line.includes('HYPERLINK'));
    expect(formula).toHaveLength(1);
    expect(formula[0]?.startsWith(`"'=HYPERLINK(""http`)).toBe(true);
    const cells = lines.flatMap(cellsOf);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('holds the people of the screen in the order of the screen, and nobody else', async () => {
    for (const query of ['', '?late=1', '?over=1', '?sort=caseload&order=desc', '?late=12']) {
      const { text } = await as('ruth').get(`/cohorts/london${query}`);
      const table = text.slice(text.indexOf('Where everybody stands'), text.indexOf('id="by-week"'));
      const shown = [...table.matchAll(/<th scope="row">\s*<a href="\/trainees\/([a-z]+)"/g)].map(([, id]) => id);
      const names = portal().rows('select id, name from people');
      const inFile = (await file(query)).slice(1).map((line) => cellsOf(line)[0]?.replace(/^'=.*/, FORMULA));
      expect(
        inFile.map((name) => names.find((row) => row['name'] === name)?.['id']),
        query,
      ).toEqual(shown);
    }
  });

  test('is written down with what was taken and no name', async () => {
    await file('?late=1&nonsense=Tom+Hughes');
    const entries = portal().rows(
      `select actor_id, person_id, cohort_id, details from audit_entries where act = 'list.exported' order by at desc, rowid desc limit 1`,
    );
    expect(entries).toMatchObject([{ actor_id: 'ruth', person_id: null, cohort_id: 'london' }]);
    expect(JSON.parse(String(entries[0]?.['details']))).toMatchObject({ list: 'cohort', query: 'late=1' });
  });
});
