import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { crawl } from '../support/crawl.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface CheckFile {
  readonly id: string;
  readonly questions: readonly {
    readonly id: string;
    readonly options: readonly { readonly id: string; readonly explanation: string }[];
  }[];
}

const folder = project('src/content/checks');
const checks = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CheckFile);
const options = checks.flatMap(({ questions }) => questions.flatMap((question) => question.options));

/** The longest run of an explanation that looks the same in HTML, in JSON and in JavaScript. */
const tellTale = (text: string) =>
  text
    .split(/[^A-Za-z ,.]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .trim();
const TELL_TALES = [...new Set(options.map(({ explanation }) => tellTale(explanation)))];
/** What would say which option is right, whatever the words. */
const MARKINGS = [
  /["'`]?\bcorrect["'`]?\s*[:=]\s*(?:true|!0|\[0,true\])/,
  /&quot;correct&quot;/,
  /data-correct/,
  // In quotes, or before a value: a module may well write "an explanation: …".
  /(?:["'`]|&quot;)explanation(?:["'`]|&quot;)\s*:/,
  /\bexplanation:\s*(?:["'`[]|&quot;)/,
];

/** What in a text gives something away. */
const given = (text: string) => [
  ...TELL_TALES.filter((tale) => text.includes(tale)),
  ...MARKINGS.filter((mark) => mark.test(text)).map(String),
];

/** Results of checks that this person has answered already: there the page may say it. */
function answeredBy(person: string): ReadonlySet<string> {
  const rows = portal().rows('select distinct module_id from check_attempts where trainee_id = ?', person);
  return new Set(rows.map(({ module_id: id }) => `/modules/${String(id)}/check?result=last`));
}

function leaks(pages: Iterable<readonly [address: string, text: string]>): string[] {
  return [...pages].flatMap(([address, text]) => given(text).map((what) => `${address}: ${what}`));
}

describe('which answer is right is told to nobody who has not answered', () => {
  test('there are answers to look for, and they can be told from everything else', () => {
    expect(checks.length).toBeGreaterThan(1);
    expect(TELL_TALES.length).toBeGreaterThan(30);
    expect(TELL_TALES.filter((tale) => tale.length < 15)).toEqual([]);
  });

  test.each(['nia', 'ruth', 'daniel', 'kerry', 'venetia', 'harvey'])(
    'no page that %s can reach says it, not even in what its islands are given',
    async (person) => {
      const addresses = checks.flatMap(({ id }) => [
        `/modules/${id}`,
        `/modules/${id}/check`,
        `/modules/${id}/check?result=last`,
        `/modules/${id}/done`,
      ]);
      const pages = await crawl(await portal().signIn(person), ['/', ...addresses]);
      expect(pages.get(addresses[1]!)).toContain(checks[0]!.questions[0]!.id);
      const answered = answeredBy(person);
      expect(leaks([...pages].filter(([address]) => !answered.has(address)))).toEqual([]);
    },
  );

  test('no file for the browser says it', () => {
    const client = project('dist/client');
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:js|css|html|json|svg|txt|map)$/.test(path),
    );
    expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
    expect(leaks(files.map((path) => [path, readFileSync(join(client, path), 'utf8')] as const))).toEqual([]);
  });

  test('the content itself is no file that can be asked for', async () => {
    const nia = await portal().signIn('nia');
    const addresses = [
      '/src/content/checks/parole-recall.json',
      '/content/checks/parole-recall.json',
      '/checks/parole-recall.json',
      '/_astro/parole-recall.json',
      '/.astro/data-store.json',
      '/server/entry.mjs',
      '/modules/parole-recall.json',
    ];
    const statuses = await Promise.all(addresses.map(async (address) => (await nia.get(address)).status));
    expect(statuses).toEqual(addresses.map(() => 404));
  });
});

describe('a form that is not whole gives nothing away either', () => {
  const send = (client: PortalClient, fields: Record<string, string>) =>
    client.post('/modules/parole-recall/check?_action=checks.submit', fields);
  const attemptId = 'b7a1c1de-7a1b-4c1f-9a51-0d6a8a1b2c3d';

  test.each([
    ['no answer at all', {}],
    ['one answer only', { 'parole-recall': 'x' }],
    [
      'an option that does not exist',
      Object.fromEntries(
        checks.find(({ id }) => id === 'parole-recall')!.questions.map(({ id }) => [id, 'no-such-option']),
      ),
    ],
  ])('%s', async (_story, fields) => {
    const nia = await portal().signIn('nia');
    const { status, text } = await send(nia, {
      moduleId: 'parole-recall',
      attemptId,
      ...(fields as Record<string, string>),
    });
    expect([400, 422]).toContain(status);
    expect(given(text)).toEqual([]);
  });

  test('after answering, the page does say it: the search above would have found it', async () => {
    const nia = await portal().signIn('nia');
    const { questions } = checks.find(({ id }) => id === 'parole-recall')!;
    const { status } = await send(nia, {
      moduleId: 'parole-recall',
      attemptId,
      ...Object.fromEntries(questions.map(({ id, options: [first] }) => [id, first!.id])),
    });
    expect(status).toBeLessThan(400);
    const { text } = await nia.get('/modules/parole-recall/check?result=last');
    expect(given(text).length).toBeGreaterThan(5);
    expect(given((await (await portal().signIn('ruth')).get('/modules/parole-recall/check?result=last')).text)).toEqual(
      [],
    );
  });
});
