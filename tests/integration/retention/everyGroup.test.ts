import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { insertRemoval } from '#db/queries/retention.ts';
import type { Writer } from '#db/client.ts';
import { GOES } from '#src/domain/retention/columns.ts';
import { RECORD_GROUPS, type RecordGroup } from '#src/domain/retention/words.ts';
import { findRecord } from '#src/server/retention/find.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { AT } from '../db/rows.ts';
import { columnsThatDiffer, everything, oneOfEachWord, RECORDS } from './oneOfEachWord.ts';

/** Tables of which the words stay as they are until a removal; of a file and an action so once they were handed in or signed. */
const INSERT_ONLY = new Set([
  ...['submissions', 'submission_claims', 'submission_justifications', 'record_refusals', 'evidence_files'],
  ...['assessments', 'criterion_decisions', 'assessment_annotations', 'word_justifications', 'witness_answers'],
  ...['witness_checks', 'record_signatures', 'countersignatures', 'sign_off_unlocks', 'verifications'],
  ...['verification_decisions', 'standardisation_judgements', 'supervision_reviews', 'supervision_actions'],
  ...['placement_host_answers', 'study_records', 'case_objections', 'objection_answers', 'over_limit_agreements'],
  'case_overrides',
  ...['peer_intentions', 'peer_intention_reviews', 'peer_feedback'],
]);

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.write(oneOfEachWord);
});

/** Removes a record as `removeContent` does once it has asked the hash. */
async function removeRecord(tx: Writer, kind: RecordGroup, recordId: string): Promise<void> {
  const found = await findRecord(tx, kind, { recordId, at: AT });
  if (!found) throw new Error(`There is no ${kind} ${recordId}.`);
  await insertRemoval(tx, { kind, recordId, sha256: null, reason: 'Its time is over', removedBy: null, removedAt: AT });
  await found.empty();
}

test.each(RECORD_GROUPS)('removing a record of %s takes the words that are told of it and no others', async (group) => {
  const before = await everything(database);
  await database.write(async (tx) => {
    for (const recordId of RECORDS[group]) await removeRecord(tx, group, recordId);
  });
  const gone = columnsThatDiffer(before, await everything(database));
  const dates = ['evidence_files.removed_at', 'portfolio_exports.removed_at'];
  expect(gone.filter((column) => !dates.includes(column))).toEqual([...new Set(GOES[group])].sort());
});

test.each(RECORD_GROUPS.filter((group) => GOES[group].length > 0))(
  'the words of %s that stay as they are do not go without a removal',
  async (group) => {
    const before = await everything(database);
    for (const column of GOES[group]) {
      const [table = '', name = ''] = column.split('.');
      if (!INSERT_ONLY.has(table)) continue;
      const empty = name === 'details' || name === 'facts' ? '{}' : '';
      const emptied = database.write((tx) => tx.run(sql.raw(`UPDATE ${table} SET ${name} = '${empty}'`)));
      await expect(emptied).rejects.toMatchObject({ fault: 'trigger' });
    }
    expect(columnsThatDiffer(before, await everything(database))).toEqual([]);
  },
);

test.each(RECORD_GROUPS.filter((group) => GOES[group].some((column) => INSERT_ONLY.has(column.split('.')[0] ?? ''))))(
  'a removal of %s lets nothing else through than words that go',
  async (group) => {
    await database.write(async (tx) => {
      for (const recordId of RECORDS[group]) await removeRecord(tx, group, recordId);
    });
    for (const table of new Set(GOES[group].map((column) => column.split('.')[0] ?? ''))) {
      if (!INSERT_ONLY.has(table)) continue;
      for (const column of await columnsOf(table)) {
        const forged = database.write((tx) => tx.run(sql.raw(`UPDATE ${table} SET ${column} = 'forged' WHERE 1`)));
        await expect(forged, `${table}.${column}`).rejects.toThrow();
      }
    }
  },
);

/** Every column but those that may change at any time: an action is ticked off, a file is scanned and taken off. */
async function columnsOf(table: string): Promise<string[]> {
  const free = ['done_at', 'done_by', 'scan', 'found', 'scanned_at', 'taken_off_at', 'removed_at'];
  const rows = await database.read((db) => db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`));
  return rows.map(({ name }) => name).filter((name) => !free.includes(name));
}
