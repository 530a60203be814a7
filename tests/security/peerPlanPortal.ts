import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect } from 'vitest';
import { AT, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

export const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const WORDS = 'words between two people alone';

interface Planned {
  readonly id: string;
  readonly leader: string | null;
  readonly day: string;
  readonly cohort?: string;
  readonly state?: 'held_at' | 'cancelled_at';
}

const SESSIONS: readonly Planned[] = [
  { id: 'hers', leader: 'sofia', day: ahead(200) },
  { id: 'his', leader: 'marcus', day: ahead(230) },
  { id: 'asked', leader: 'sofia', day: ahead(210) },
  { id: 'handed', leader: 'grace', day: ahead(211) },
  { id: 'planned', leader: 'amara', day: ahead(212) },
  { id: 'left', leader: 'leaver', day: ahead(213) },
  { id: 'moving', leader: 'amara', day: ahead(214) },
  { id: 'over', leader: 'amara', day: LONG_AGO, state: 'held_at' },
  { id: 'off', leader: 'amara', day: ahead(215), state: 'cancelled_at' },
  { id: 'in-wales', leader: 'rhys', day: ahead(200), cohort: 'wales' },
];

/** Sessions far ahead, somebody on a break, and somebody who has left the cohort and would have led one. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  insert('people', { id: 'leaver', email: 'leaver@pqip.example', name: 'Lea Leaver', language: 'en', created_at: AT });
  insert('person_roles', { person_id: 'leaver', role: 'trainee' });
  const member = { id: 'leaver-london', trainee_id: 'leaver', cohort_id: 'london', joined_on: LONG_AGO };
  insert('cohort_memberships', { ...member, left_on: ahead(-1) });
  for (const { id, leader, day, cohort = 'london', state } of SESSIONS) {
    insert('peer_sessions', {
      ...{ id, cohort_id: cohort, day, starts_at: '10:00', ends_at: '11:00', place: 'Room', format: 'case_discussion' },
      ...{ revision: 1, saved_by: 'ruth', saved_at: AT, ...(state && { [state]: AT }) },
      ...(state === 'cancelled_at' && { cancelled_by: 'ruth', cancel_reason: 'Made up' }),
    });
    if (leader !== null)
      insert('peer_parts', {
        ...{ id: `${id}-leader`, session_id: id, trainee_id: leader, role: 'leader', given_by: 'ruth', given_at: AT },
      });
  }
  insert('peer_swaps', {
    ...{ id: 'race', session_id: 'hers', asked_by: 'sofia', asked_of: 'marcus', in_return_id: 'his' },
    ...{ words: WORDS, asked_at: AT },
  });
  const handed = { id: 'stale', session_id: 'handed', asked_by: 'grace', asked_of: 'hannah' };
  insert('peer_swaps', { ...handed, words: '', asked_at: AT });
  insert('peer_swaps', {
    ...{ id: 'of-a-leaver', session_id: 'left', asked_by: 'leaver', asked_of: 'marcus', in_return_id: 'his' },
    ...{ words: '', asked_at: AT },
  });
  const pause = {
    id: 'on-a-break',
    trainee_id: 'kofi',
    reason: 'sickness',
    starts_on: ahead(100),
    ends_on: ahead(400),
  };
  insert('programme_pauses', pause);
}

const PEOPLE = 'amara sofia marcus grace hannah tom nia ruth gwen kerry daniel venetia harvey'.split(' ');
const TABLES = ['peer_sessions', 'peer_parts', 'peer_swaps', 'peer_preparations', 'peer_materials'];

/** The portal with these sessions, and everybody who has to do with them signed in. Call it at the top of a file. */
export function peerPlanPortal() {
  const portal = servedPortal({ prepare });
  const clients = new Map<string, PortalClient>();
  beforeAll(async () => {
    for (const person of PEOPLE) clients.set(person, await portal().signIn(person));
  });
  const get = (person: string, path: string) => clients.get(person)!.get(path);
  const send = (person: string, action: string, fields: Fields) =>
    clients.get(person)!.post(`/account?_action=${action}`, fields);
  const everything = () => JSON.stringify(TABLES.map((table) => portal().rows(`select * from ${table} order by 1, 2`)));
  const leaderOf = (id: string) =>
    portal().rows(
      `select trainee_id from peer_parts where session_id = ? and role = 'leader' and ended_at is null`,
      id,
    )[0]?.trainee_id;
  const sessionOf = (id: string) => portal().rows('select * from peer_sessions where id = ?', id)[0];
  const told = (person: string, kind: string) =>
    portal().rows('select count(*) as rows from notices where person_id = ? and kind = ?', person, kind)[0]?.rows;

  async function refused(person: string, action: string, { fields, status }: { fields: Fields; status: number }) {
    const before = everything();
    const answer = await send(person, action, fields);
    expect([person, action, answer.status]).toEqual([person, action, status]);
    expect(everything()).toBe(before);
    return answer;
  }
  return { portal, client: (person: string) => clients.get(person)!, get, send, refused, leaderOf, sessionOf, told };
}
