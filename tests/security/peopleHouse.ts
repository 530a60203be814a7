import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { PEOPLE_COLUMNS } from '#src/domain/people/columns.ts';
import { beforeAll } from 'vitest';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';

export const IMPORT = '/admin/people/import';
export const HEAD = PEOPLE_COLUMNS.join(',');

/** The browsers of some people, signed in before the first test. Call it at the top of the file. */
export function signedIn(portal: () => PortalServer, people: readonly string[]): (person: string) => PortalClient {
  const clients = new Map<string, PortalClient>();
  beforeAll(async () => {
    for (const person of people) clients.set(person, await portal().signIn(person));
  });
  return (person) => {
    const client = clients.get(person);
    if (!client) throw new Error(`${person} has not signed in`);
    return client;
  };
}

/** Rows of the database of the portal, or the first of them. */
type Ask = PortalServer['rows'];

export const rolesOf = (rows: Ask, id: string) =>
  rows('select role from person_roles where person_id = ? order by role', id).map(({ role }) => String(role));

/** The form of an account as its page makes it now. */
export function accountForm(rows: Ask, id: string, change: Fields = {}): Fields {
  const [person = {}] = rows('select name, email, language from people where id = ?', id);
  const { name = '', email = '', language = 'en' } = person as Record<string, string>;
  const roles = rolesOf(rows, id);
  const mark = JSON.stringify([name, email, language, roles]);
  return { personId: id, mark, name, personEmail: email, language, roles, password: DEMO_PASSWORD, ...change };
}

/** Sends a file of people as a browser does. */
export function sendFile(client: PortalClient, text: string, id: string = randomUUID()) {
  const body = new FormData();
  body.set('id', id);
  body.set('file', new File([text], 'people.csv', { type: 'text/csv' }));
  return client.send(IMPORT, {
    method: 'POST',
    body,
    headers: { origin: client.url, 'sec-fetch-site': 'same-origin' },
  });
}

export const bringIn = (client: PortalClient, id: string, password = DEMO_PASSWORD) =>
  client.post(`${IMPORT}/${id}?_action=imports.bringIn`, { id, password });

/** Asks how far an import is until it is over. */
export async function untilOver(client: PortalClient, id: string): Promise<void> {
  const { text } = await client.get(`${IMPORT}/${id}/progress`);
  if (!(JSON.parse(text) as { isOver: boolean }).isOver) return untilOver(client, id);
}
