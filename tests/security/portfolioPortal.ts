import type { DatabaseSync } from 'node:sqlite';
import {
  addAssessment,
  addEvidence,
  addHandedIn,
  addSubmission,
  AT,
  CRITERIA,
  inserter,
} from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

export const SECRET = 'a sentence that only its writer knows';

/** Evidence of Amara in every state that something may be asked of. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const amara = { traineeId: 'amara' };
  for (const id of ['draft', 'repeated', 'to-remove', 'mass'])
    addEvidence(insert, { id, ...amara, title: id, text: SECRET });
  for (const id of ['waiting', 'taken-back', 'with-assessor'])
    addHandedIn(insert, { id, ...amara, title: id, text: SECRET });
  for (const id of ['decided', 'sampled', 'signed'])
    addHandedIn(insert, { id, ...amara, title: id, text: SECRET, assessorId: 'daniel' });
  insert('samples', { submission_id: 'sampled-1', verifier_id: 'venetia', sampled_at: AT });
  insert('withdrawals', { submission_id: 'taken-back-1', withdrawn_at: AT });
  addHandedIn(insert, { id: 'came-back', ...amara, title: 'came-back', text: SECRET });
  addSubmission(insert, {
    id: 'came-back-2',
    evidenceId: 'came-back',
    ...amara,
    number: 2,
    title: 'came-back',
    text: SECRET,
  });
  addAssessment(insert, { id: 'came-back-decided', submissionId: 'came-back-1', assessorId: 'daniel' });
  // An assessor's record that is not finished: hers alone.
  addEvidence(insert, { id: 'record', ...amara, title: 'record', text: SECRET });
  database.exec(`update evidence_items set writer_id = 'daniel', kind = 'observation' where id = 'record'`);
  signWhole(database);
}

/** As it was done before criteria were signed off: the ledger entry of another signature stands in for its own. */
function signWhole(database: DatabaseSync): void {
  database.exec(`insert into sign_offs (submission_id, assessment_id, signed_by, signed_at, ledger_seq)
    select 'signed-1', 'signed-decided', 'daniel', ${String(AT)}, seq from ledger_entries
    where seq not in (select ledger_seq from sign_offs) order by seq limit 1`);
}

export const portal = servedPortal({ prepare });
export const one = (statement: string, ...values: string[]) => portal().rows(statement, ...values)[0];
export const count = (statement: string, ...values: string[]) => Number(one(statement, ...values)?.['n']);
export const post = (client: PortalClient, id: string, action: string, fields: Fields) =>
  client.post(`/portfolio/evidence/${id}?_action=portfolio.${action}`, fields);
export const draftOf = (id: string, more: Fields = {}): Fields => ({
  id,
  title: 'Handed in',
  text: 'What I did.',
  happenedOn: '2026-11-02',
  criteria: CRITERIA,
  basedOn: '1',
  ...more,
});
