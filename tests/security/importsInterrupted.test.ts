import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServerHere, startMailServer } from '../support/mailServer.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { type PortalServer, startPortal } from '../support/portalServer.ts';
import { bringIn, HEAD, IMPORT, sendFile, untilOver } from './peopleHouse.ts';

const WITHIN = { timeout: 20_000, interval: 5 };
const MANY = 1500;
let server: MailServerHere;
let portal: PortalServer;
let harvey: PortalClient;

beforeAll(async () => {
  server = await startMailServer();
  portal = await startPortal({ env: { SMTP_URL: server.url } });
  harvey = await portal.signIn('harvey');
});
afterAll(async () => {
  await portal.stop();
  await server.close();
});

const countOf = (sql: string, ...values: string[]) =>
  Number(portal.rows(`select count(*) as n ${sql}`, ...values)[0]?.['n']);
const stateOf = (id: string) => portal.rows('select state from imports where id = ?', id)[0]?.['state'];
const file = (word: string, count: number) =>
  `${HEAD}\n${Array.from({ length: count }, (_none, n) => `${word}${String(n)}@pqip.example,File Person,manager,,,,,,,,`).join('\n')}\n`;

/** Sends a file and lets it be brought in, invitations too where that is asked. */
async function begin(id: string, text: string, invite = false): Promise<void> {
  expect((await sendFile(harvey, text, id)).location).toBe(`${IMPORT}/${id}`);
  const fields = { id, password: DEMO_PASSWORD, ...(invite && { invite: 'yes' }) };
  expect((await harvey.post(`${IMPORT}/${id}?_action=imports.bringIn`, fields)).status).toBe(303);
}

/** The process ends at once, as in a power cut, and is started again; a repeated "Go on" goes on. */
async function powerCut(id: string): Promise<string> {
  await portal.crash();
  await portal.startAgain();
  harvey = await portal.signIn('harvey');
  return (await harvey.get(`${IMPORT}/${id}`)).text;
}

async function goOn(id: string): Promise<void> {
  expect((await bringIn(harvey, id)).status).toBe(303);
  await untilOver(harvey, id);
}

test('invitations of a file reach everybody who is new in it, nobody else, and each link opens her account alone', async () => {
  const id = randomUUID();
  const known = 'ruth@pqip.example,Ruth Adeyemi,tutor,,,,,,,,';
  await begin(id, `${file('new', 3)}${known}\n`, true);
  await untilOver(harvey, id);
  const toNew = () => server.received.filter(({ to }) => /^(?:new\d|ruth)@/.test(to));
  await expect.poll(() => toNew().length, { timeout: 20_000 }).toBe(3);
  const letters = await Promise.all(
    toNew().map(({ raw }) => server.parse(server.received.findIndex((one) => one.raw === raw))),
  );
  const links = letters.map(({ text = '' }) => /https?:\/\/\S+(\/welcome\/[\w-]{43})/.exec(text)?.[1] ?? '');
  expect(new Set(links).size).toBe(3);
  for (const link of links) expect((await portal.visitor().get(link)).status).toBeLessThan(400);
  expect(
    toNew()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['new0', 'new1', 'new2'].map((name) => `${name}@pqip.example`));
});

test('a portal killed in the middle of the rows has written none of them, and “Go on” writes each once', async () => {
  const id = randomUUID();
  const written = () => countOf(`from people where email like 'cut%'`);
  await begin(id, file('cut', MANY));
  expect([stateOf(id), written()]).toEqual(['running', 0]);
  const page = await powerCut(id);
  expect(page).toContain('Stopped in the middle, because the portal was stopped');
  expect(page).toContain('No row is written yet: either all of them are, or none.');
  expect([stateOf(id), written()]).toEqual(['running', 0]);
  await goOn(id);
  expect([stateOf(id), written()]).toEqual(['done', MANY]);
  expect(countOf(`from audit_entries a join people p on p.id = a.person_id where p.email like 'cut%'`)).toBe(MANY);
});

test('one killed among the invitations goes on where it was, and nobody gets two', async () => {
  const id = randomUUID();
  const links = () => countOf(`from account_links l join people p on p.id = l.person_id where p.email like 'asked%'`);
  await begin(id, file('asked', MANY), true);
  await expect.poll(links, WITHIN).toBeGreaterThan(0);
  expect(stateOf(id), 'still at it').toBe('running');
  expect(await powerCut(id)).toContain('Some invitations are still to be sent; nobody gets two.');
  expect(links()).toBeLessThan(MANY);
  await goOn(id);
  expect([stateOf(id), links()]).toEqual(['done', MANY]);
  const mails = `from outbox o join people p on p.id = o.person_id where o.kind = 'invitation' and p.email like 'asked%'`;
  expect(countOf(mails)).toBe(MANY);
  expect(countOf(`from (select distinct o.person_id ${mails})`)).toBe(MANY);
});

test('of more than five files that wait the oldest are put aside, with their rows gone', async () => {
  const ids = Array.from({ length: 7 }, () => randomUUID());
  for (const [index, id] of ids.entries()) await sendFile(harvey, file(`waits${String(index)}x`, 1), id);
  const waiting = portal.rows(`select id, rows from imports where state = 'read' order by rowid`);
  expect(waiting.map((row) => row['id'])).toEqual(ids.slice(2));
  for (const id of ids.slice(0, 2)) {
    expect(portal.rows('select state, rows from imports where id = ?', id)).toEqual([{ state: 'dropped', rows: '' }]);
    expect((await bringIn(harvey, id)).status, 'it has to be sent again').toBe(409);
  }
  expect(countOf(`from people where email like 'waits%'`)).toBe(0);
});
