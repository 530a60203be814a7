import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '#src/server/content.ts';
import { searchEntries } from '#src/server/search/entries.ts';
import { openSearch } from '#src/server/search/openSearch.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { type Footprint, openFootprint } from './access/footprint.ts';
import { readVocabulary } from '#src/server/search/vocabulary.ts';
import { oddText } from './oddInputs.ts';

const content = await loadContent(new URL('../../', import.meta.url));
const portal = servedPortal();
const ROLES = ['nia', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey'];
const clients = new Map<string, PortalClient>();
let footprint: Footprint;
beforeAll(async () => {
  for (const person of ROLES) clients.set(person, await portal().signIn(person));
  footprint = openFootprint(portal().databasePath);
});
afterAll(() => footprint.close());

const searchFor = (query: string, person = 'nia') =>
  clients.get(person)!.get(`/search?${new URLSearchParams({ q: query })}`);

/** What says which answer is right: explanations of checks, and of exercises why, because and what comes after. */
const ANSWERS = [
  ...[...content.checks.values()].flatMap(({ questions }) =>
    questions.flatMap(({ options }) => options.map(({ explanation }) => explanation)),
  ),
  ...[...content.exercises.values()].flatMap((exercise) => {
    if (exercise.kind === 'sort') return exercise.items.map(({ because }) => because);
    if (exercise.kind === 'order') return exercise.steps.map(({ because }) => because);
    return exercise.kind === 'scenario' ? exercise.endings.flatMap(({ why }) => why) : [];
  }),
];

const SEARCHED = searchEntries(content)
  .flatMap(({ name, also, text }) => [name, also, text])
  .join('\n');

describe('the answers of checks and exercises', () => {
  test('are in nothing that can be searched', () => {
    expect(ANSWERS.length).toBeGreaterThan(50);
    expect(SEARCHED.length).toBeGreaterThan(10_000);
    expect(ANSWERS.filter((answer) => SEARCHED.includes(answer))).toEqual([]);
  });

  test('are not found by somebody who knows how they begin', async () => {
    const halves = ANSWERS.map(
      (answer) => [answer.slice(0, answer.length / 2), answer.slice(answer.length / 2)] as const,
    );
    // Where a module says the same, the module is what is found.
    const telling = halves.filter(([, end]) => end.length > 30 && !SEARCHED.includes(end)).slice(0, 20);
    expect(telling).toHaveLength(20);
    for (const [begin, end] of telling) {
      const { status, text } = await searchFor(begin.slice(0, 150));
      expect(status).toBe(200);
      expect(text.replaceAll(/<[^>]+>/g, '')).not.toContain(end);
    }
  });
});

describe('what stays folded because of what it is about', () => {
  test('is shown in no result, neither of a case file nor of a module', () => {
    const folded = [
      ...content.cases.flatMap(({ documents }) =>
        documents.filter(({ about }) => about !== null).flatMap(({ text }) => text),
      ),
      ...[...content.texts.values()]
        .flat()
        .flatMap(({ blocks }) => blocks.filter((one) => one.isFolded).map((one) => one.text)),
    ];
    const searched = searchEntries(content).map(({ text }) => text);
    // A title or a name of a few words may stand elsewhere too.
    const telling = folded.filter((words) => words.length > 60);
    expect(telling.length).toBeGreaterThan(3);
    expect(telling.filter((words) => searched.some((text) => text.includes(words)))).toEqual([]);
  });
});

describe('a search', () => {
  test.each(ROLES)('is open to %s, who has a role, and says the same to everybody', async (person) => {
    const main = ({ text }: { text: string }) => text.split('<main')[1]?.split('</main>')[0];
    const answer = await searchFor('recall', person);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('/modules/parole-recall');
    expect(main(answer)).toBe(main(await searchFor('recall', 'nia')));
  });

  test('asks whoever is not signed in to sign in, and comes back to the query', async () => {
    const { status, location } = await portal().visitor().get('/search?q=recall');
    expect(status).toBe(303);
    expect(location).toBe('/sign-in?to=%2Fsearch%3Fq%3Drecall');
  });

  test('shows a script as text, in the field, the title and the sentence', async () => {
    const { status, text } = await searchFor(`recall"><script>alert(1)</script><img src=x onerror=alert(1)>`);
    expect(status).toBe(200);
    expect(text).toContain('&lt;script');
    const withoutValues = text.replaceAll(/="[^"]*"/g, '=""');
    expect(withoutValues).not.toMatch(/<script>alert|<img src=x|recall"/);
  });

  test('compares no word that is longer than any: one character may stand for eighteen letters', async () => {
    const { read, vocabulary } = readVocabulary();
    const long = 'ab'.repeat(20);
    read(`${long} ${long}c ${long}cd`);
    expect(vocabulary.nearest(`${long.slice(0, -1)}x`)).toEqual([long]);
    expect(vocabulary.nearest(`${long}x`)).toEqual([]);
    expect(vocabulary.guesses(`${long}x`)).toEqual([]);
    for (const query of ['\ufdfa'.repeat(200), 'ﬃ'.repeat(200), `recall${'\u0301'.repeat(194)}`, '(a+)+$'.repeat(33)])
      expect((await searchFor(query, 'kerry')).status).toBe(200);
  });

  test('looks at 200 characters at most', async () => {
    const { status, text } = await searchFor(`recall ${'x'.repeat(3000)}`);
    expect(status).toBe(200);
    expect(text).not.toContain('x'.repeat(201));
  });

  test('finds no person and nothing of theirs', async () => {
    const names = portal()
      .rows('select name from people')
      .map(({ name }) => String(name));
    for (const name of names.slice(0, 10)) {
      const { text } = await searchFor(name);
      expect(text.split('search-groups')[1] ?? '').not.toContain(name);
    }
  });

  test('takes anything that is typed', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, async (query) => {
        const { status } = await searchFor(query.slice(0, 2000), 'kerry');
        expect([200, 400, 414]).toContain(status);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  test('takes a query twice, none, and one that is no text', async () => {
    for (const query of ['?q=recall&q=mappa', '', '?q', '?q=', '?q[]=a', '?q=%E0%A4%A', '?other=recall'])
      expect([200, 400], query).toContain((await clients.get('nia')!.get(`/search${query}`)).status);
  });
});

describe('what somebody looked for', () => {
  test('is written nowhere: not into the database, not into the log', async () => {
    const before = footprint.now();
    const answers = await Promise.all(
      ['unheardofword', 'unheardofword recall', '"unheardofword'].map((query) => searchFor(query)),
    );
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    await expect
      .poll(
        () =>
          portal()
            .log()
            .filter(({ id }) => ids.includes(String(id))).length,
      )
      .toBe(3);
    expect(JSON.stringify(portal().log())).not.toContain('unheardofword');
    expect(
      portal()
        .log()
        .filter(({ path }) => path === '/search').length,
    ).toBeGreaterThan(2);
    expect(footprint.now()).toBe(before);
  });

  test('is not kept by the search itself: its words are those of the content', () => {
    const search = openSearch(content);
    const { words } = search.size;
    search.find('unheardofword');
    expect(search.size.words).toBe(words);
  });

  test('goes to no other site, and no cache keeps the answer', async () => {
    const { headers } = await searchFor('recall');
    expect(headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
