import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, PortalClient } from '../../support/portalClient.ts';
import { type PortalServer, startPortal } from '../../support/portalServer.ts';
import type { Column } from './cast.ts';
import { type Footprint, openFootprint } from './footprint.ts';
import { uploadAs } from './files.ts';
import { accessGaps } from './gaps.ts';
import { listActions, listBuiltRoutes } from './inventory.ts';
import { addressOf } from './address.ts';
import { REACHES } from './reach.ts';
import { accessRows, type AccessRow } from './rows.ts';
import { furnishWorld, type Way, WAYS } from './world.ts';

const rows = accessRows();
const accepts = new Map(listActions().map(({ name, accept }) => [name, accept]));
const tested = { cells: 0, requests: 0, wrong: 0 };
const clients = new Map<string | null, PortalClient>();
let portal: PortalServer;
let footprint: Footprint;

beforeAll(async () => {
  portal = await startPortal({ prepare: furnishWorld });
  footprint = openFootprint(portal.databasePath);
});

afterAll(async () => {
  footprint.close();
  await portal.stop();
  process.stdout.write(`Access table: ${tested.cells} cells, ${tested.requests} requests, ${tested.wrong} wrong.\n`);
});

async function clientOf(viewerId: string | null): Promise<PortalClient> {
  const known = clients.get(viewerId);
  if (known) return known;
  const client = viewerId === null ? portal.visitor() : await portal.signIn(viewerId);
  clients.set(viewerId, client);
  return client;
}

/** What an answer means, in the words of the table. */
function wordFor({ status, location, text }: Answer): string {
  const asksToSignIn = status === 303 && location?.startsWith('/sign-in?to=');
  if (asksToSignIn || (status === 401 && /name="password"|UNAUTHORIZED/.test(text))) return 'sign-in';
  return String(status);
}

/** An action that was done leads on to another page, or answers as it is. */
const means = (word: string) => (word === '303' || word === '200' ? 'done' : word);

async function visitPage(name: string, column: Column): Promise<string> {
  const [method = '', pattern = ''] = name.split(' ');
  const client = await clientOf(column.viewerId);
  if (method === 'GET') return wordFor(await client.get(addressOf(pattern, column)));
  const word = wordFor(
    await (pattern === '/portfolio/files' ? uploadAs(client, column) : client.post(addressOf(pattern, column))),
  );
  clients.delete(column.viewerId);
  return word;
}

async function act(name: string, column: Column, way: Way): Promise<Answer> {
  const reach = REACHES[name];
  if (!reach) throw new Error(`tests/security/access/reach.ts does not say how to reach ${name}`);
  const client = await clientOf(column.viewerId);
  const visit = { portal, column, way };
  const input = reach.input(visit);
  if (way === 'called') return client.call(name, accepts.get(name) === 'form' ? formData(input) : input);
  const page = way === 'own page' ? reach.page(visit) : '/account';
  return client.post(page === '/sign-in' ? page : `${page}?_action=${name}`, input);
}

function formData(input: object): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(input) as [string, string | string[]][])
    for (const value of [values].flat()) form.append(name, value);
  return form;
}

/** Null where the answer and what it did to the database are as the table says. */
async function wrongAct(
  row: AccessRow,
  { column, expected }: AccessRow['cells'][number],
  way: Way,
): Promise<string | null> {
  // The first sign-in of somebody brings her password up to date, which is not what the action did.
  await clientOf(column.viewerId);
  const before = footprint.now();
  const answer = await act(row.name, column, way);
  REACHES[row.name]?.settled?.({ portal, column, way });
  const word = means(wordFor(answer));
  const changed = footprint.now() !== before;
  const said = `${column.name}, ${way}:`;
  if (word !== expected) return `${said} ${word} instead of ${expected}`;
  if (expected !== 'done' && changed) return `${said} refused, and yet the database changed`;
  if (expected === 'done' && !changed && !REACHES[row.name]?.changes) return `${said} done, and yet nothing changed`;
  return null;
}

/** Whoever is not signed in does these too, and the other page is for those who are. */
const ANYBODYS = new Set([
  'accounts.signIn',
  'placementHost.answer',
  'witness.answer',
  'passwords.askReset',
  'passwords.setByLink',
]);

function waysOf({ name }: AccessRow): readonly Way[] {
  if (accepts.get(name) === 'json') return ['called'];
  return ANYBODYS.has(name) ? ['own page', 'called'] : WAYS;
}

async function wrongCells(row: AccessRow): Promise<string[]> {
  const wrong: string[] = [];
  for (const cell of row.cells) {
    tested.cells += 1;
    for (const way of row.kind === 'page' ? ([null] as const) : waysOf(row)) {
      tested.requests += 1;
      const found = way === null ? await wrongPage(row, cell) : await wrongAct(row, cell, way);
      if (found) wrong.push(found);
      if (row.name.startsWith('accounts.sign') || row.name === 'accounts.endSession')
        clients.delete(cell.column.viewerId);
    }
  }
  tested.wrong += wrong.length;
  return wrong;
}

async function wrongPage(
  { name }: AccessRow,
  { column, expected }: AccessRow['cells'][number],
): Promise<string | null> {
  const word = await visitPage(name, column);
  return word === expected ? null : `${column.name}: ${word} instead of ${expected}`;
}

describe('who may see and do what', () => {
  test('every page and action has a row, the routes that Astro adds among them', () => {
    expect(accessGaps()).toEqual([]);
    expect(listBuiltRoutes().filter((route) => !rows.some(({ name }) => name.endsWith(` ${route}`)))).toEqual([]);
  });

  test.each(rows.map((row) => [row.name, row] as const))('%s', { timeout: 120_000 }, async (_name, row) => {
    expect(await wrongCells(row)).toEqual([]);
  });

  test('every cell of the table was asked', () => {
    expect(tested.cells).toBe(rows.flatMap(({ cells }) => cells).length);
  });
});
