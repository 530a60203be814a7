import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll } from 'vitest';
import { AT, inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

export const SECRET = 'an unfinished report that is hers alone';
export const LOGGED = 'what she saw on the wing';
export const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
export const ahead = (days: number) => ago(-days);

/** A placement of Amara that is over, with a day, a log and a report that is not finished; one of hers ahead; one of Tom. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const days = { past: ago(3), ahead: ahead(70), toms: ahead(71) };
  for (const [id, trainee_id, day] of [
    ['past', 'amara', days.past],
    ['ahead', 'amara', days.ahead],
    ['to-cancel', 'amara', ahead(77)],
    ['toms', 'tom', days.toms],
  ] as const)
    insert('placements', {
      id,
      trainee_id,
      kind: 'prison',
      place: `Place ${id}`,
      host_contact: 'Desk',
      look_for: 'Days',
      starts_on: day,
      ends_on: day,
      proposed_at: AT,
    });
  insert('placement_log', {
    id: 'log',
    placement_id: 'past',
    day: days.past,
    words: LOGGED,
    revision: 1,
    saved_at: AT,
  });
  insert('placement_reports', { placement_id: 'past', words: SECRET, revision: 1, saved_at: AT });
}
const PEOPLE = ['amara', 'tom', 'nia', 'ruth', 'gwen', 'daniel', 'joan', 'kerry', 'salma', 'venetia', 'harvey'];

/** A portal with these placements and everybody signed in. Call it at the top of a file. */
export function placementsPortal() {
  const portal = servedPortal({ prepare });
  const clients = new Map<string, PortalClient>();
  beforeAll(async () => {
    for (const person of PEOPLE) clients.set(person, await portal().signIn(person));
  });
  const client = (person: string): PortalClient => {
    const found = clients.get(person);
    if (!found) throw new Error(`${person} is not signed in.`);
    return found;
  };
  return {
    portal,
    client,
    send: (person: string, page: string, action: string, fields: Fields) =>
      client(person).post(`${page}?_action=${action}`, fields),
    one: (sql: string, ...values: string[]) => portal().rows(sql, ...values)[0],
    /** Every row about placements, to be compared. */
    everything: () => JSON.stringify(TABLES.map((table) => portal().rows(`select * from ${table} order by 1, 2`))),
  };
}

const TABLES = [
  'placements',
  'placement_agreements',
  'placement_days',
  'placement_log',
  'placement_reports',
  'placement_objectives',
];

/** What a trainee proposes for one day. */
export const plan = (day: string): Fields => ({
  id: randomUUID(),
  kind: 'court',
  place: 'Made-up court',
  hostContact: 'Desk',
  lookFor: 'Days',
  startsOn: day,
  endsOn: day,
});
