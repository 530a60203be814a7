import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { RECORD_CRITERIA, RECORD_TEXT, RECORD_TITLE } from '../support/records.ts';
import { countEntries } from '../support/signing.ts';

/** Changes the database beside the running portal. */
export function changeBeside(portal: PortalServer, sql: string, ...values: (string | number)[]): void {
  const database = new DatabaseSync(portal.databasePath, { timeout: 5000 });
  database.prepare(sql).run(...values);
  database.close();
}

/** The forms of a record, and what became of it. */
export function openRecordForms(portal: () => PortalServer) {
  const entries = () => countEntries(portal());
  const signatures = (id: string) =>
    portal()
      .rows(
        `select s.number, r.part, r.person_id from record_signatures r join submissions s on s.id = r.submission_id where s.evidence_id = ? order by r.ledger_seq`,
        id,
      )
      .map((row) => `${String(row.number)} ${String(row.part)}: ${String(row.person_id)}`);
  const newest = (id: string) =>
    portal().rows('select id, sha256 from submissions where evidence_id = ? order by number desc limit 1', id)[0];

  const finishing = (id: string, change: object = {}) => ({
    ...{ id, basedOn: '1', submissionId: randomUUID(), changeNote: '', password: DEMO_PASSWORD },
    ...change,
  });
  const finish = (client: PortalClient, id: string, change: object = {}) =>
    client.post(`/assess/records/${id}?_action=records.finish`, finishing(id, change));
  const act = (client: PortalClient, id: string, action: string, fields: Record<string, string>) =>
    client.post(`/portfolio/evidence/${id}/sign?_action=records.${action}`, {
      submissionId: String(newest(id)?.id),
      ...fields,
    });
  const sign = (client: PortalClient, id: string, change: Record<string, string> = {}) =>
    act(client, id, 'sign', {
      shownSha256: String(newest(id)?.sha256),
      words: '',
      password: DEMO_PASSWORD,
      ...change,
    });
  const sendBack = (client: PortalClient, id: string, reason = 'It was another day.') =>
    act(client, id, 'sendBack', { reason });
  const save = (client: PortalClient, id: string, change: object = {}) =>
    client.post(`/assess/records/${id}?_action=records.save`, {
      ...{ id, basedOn: '1', title: RECORD_TITLE, text: `${RECORD_TEXT} And more.`, criteria: RECORD_CRITERIA },
      ...{ happenedOn: LONG_AGO, place: 'An interview room', observedMinutes: '40' },
      ...change,
    });
  return { entries, signatures, newest, finishing, finish, act, sign, sendBack, save };
}
