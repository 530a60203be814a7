import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { CHECKS, given, leaks, TELL_TALES } from './tellTales.ts';

const portal = servedPortal();
const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the pages say is looked at with everything else on them, in contentOfPages.test.ts. */
describe('which answer is right is told to nobody who has not answered', () => {
  test('there are answers to look for, and they can be told from everything else', () => {
    expect(CHECKS.length).toBeGreaterThan(1);
    expect(TELL_TALES.length).toBeGreaterThan(30);
    expect(TELL_TALES.filter((tale) => tale.length < 15)).toEqual([]);
  });

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
        CHECKS.find(({ id }) => id === 'parole-recall')!.questions.map(({ id }) => [id, 'no-such-option']),
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
    const { questions } = CHECKS.find(({ id }) => id === 'parole-recall')!;
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
