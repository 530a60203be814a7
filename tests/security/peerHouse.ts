import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AT, inserter } from '../support/demoRecords.ts';
import type { PortalServer } from '../support/portalServer.ts';

/** Amara leads it in two weeks or so; see db/demo/peerSessionWords.ts. */
export const COMING = 'peer-london-5';
export const today = () => new Date().toISOString().slice(0, 10);
/** Words that stand nowhere else. */
export const SAID = {
  words: 'Zwielicht over the kettle',
  helped: 'Zwielicht in the pairs',
  question: 'Zwielicht at noon?',
};

/** Today's session of London, led by Kofi and closed, with two who wrote to him; one of today that is still to be held; and one that Seren was at before she came to Wales. */
export function prepareSessions(database: DatabaseSync): void {
  const insert = inserter(database);
  for (const [id, held] of [
    ['held', AT],
    ['open', null],
  ] as const) {
    insert('peer_sessions', {
      ...{ id, cohort_id: 'london', day: today(), starts_at: '09:00', ends_at: '10:00', place: 'Room', revision: 1 },
      ...{ saved_by: 'ruth', saved_at: AT, held_at: held, format: 'teach_back' },
    });
    const part = { id: `${id}-leader`, session_id: id, trainee_id: 'kofi', role: 'leader', given_by: 'ruth' };
    insert('peer_parts', { ...part, given_at: AT });
  }
  for (const trainee_id of ['kofi', 'ella', 'femi', 'grace', 'chloe', 'amara'])
    insert('peer_attendance', {
      ...{ session_id: 'held', trainee_id, attendance: 'there', marked_by: 'kofi', marked_at: AT },
    });
  for (const [index, trainee_id] of ['ella', 'femi'].entries())
    insert('peer_feedback', {
      ...{ session_id: 'held', trainee_id, helped: `${SAID.helped} ${index}`, suggestion: '', given_at: AT + index },
    });
  insert('peer_sessions', {
    ...{ id: 'elsewhere', cohort_id: 'london', day: '2026-01-05', starts_at: '09:00', ends_at: '10:00', place: 'Room' },
    ...{ saved_by: 'ruth', saved_at: AT, held_at: AT, revision: 1 },
  });
  insert('peer_intentions', { session_id: 'elsewhere', trainee_id: 'seren', words: 'Ask more', said_at: AT });
  insert('peer_questions', { id: randomUUID(), session_id: 'open', words: SAID.question, asked_on: today() });
}

/** What the portal writes by itself once an hour, whoever does what meanwhile. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  job_runs: 'false',
  notices: `kind <> 'new-signal'`,
  outbox: 'false',
};

/** Everything in the database but sessions and who was seen, as one text a table. */
export function everythingKept(portal: PortalServer): Record<string, string> {
  const tables = portal.rows(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not in ('sessions', 'people', 'peer_questions')`,
  );
  const rowsOf = (name: string) => portal.rows(`select * from ${name} where ${BY_ITSELF[name] ?? 'true'}`);
  return Object.fromEntries(tables.map(({ name }) => [String(name), JSON.stringify(rowsOf(String(name)))]));
}
