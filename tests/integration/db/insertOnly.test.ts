import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { HASH, oneOfEach } from './oneOfEach.ts';
import { AT } from './rows.ts';

/** Tables whose rows nobody may change any more, a column to try it on, and a column of their own without which they are not unique. */
const INSERT_ONLY: { table: string; column: string; value: string | number }[] = [
  { table: 'module_completions', column: 'module_version', value: 'forged' },
  { table: 'check_attempts', column: 'correct_count', value: 99 },
  { table: 'submissions', column: 'text', value: 'forged' },
  { table: 'submission_claims', column: 'criterion_id', value: 'forged' },
  { table: 'assessments', column: 'comment', value: 'forged' },
  { table: 'criterion_decisions', column: 'feedback', value: 'forged' },
  { table: 'sign_offs', column: 'signed_at', value: 1 },
  { table: 'placement_agreements', column: 'agreed_at', value: 1 },
  { table: 'ledger_entries', column: 'body', value: 'forged' },
  { table: 'cases', column: 'tier', value: 'A3' },
  { table: 'case_changes', column: 'tier', value: 'A3' },
  { table: 'over_limit_agreements', column: 'until', value: '2029-01-01' },
  { table: 'case_overrides', column: 'approver_name', value: 'forged' },
  { table: 'case_objections', column: 'words', value: 'forged' },
  { table: 'objection_answers', column: 'settles', value: 0 },
  { table: 'office_settings', column: 'value', value: '{}' },
  { table: 'acknowledgements', column: 'acknowledged_at', value: 1 },
  { table: 'placement_host_answers', column: 'agrees', value: 0 },
  { table: 'placement_awards', column: 'reason', value: 'forged' },
  { table: 'readiness_agreements', column: 'agreed_at', value: 1 },
  { table: 'study_records', column: 'words', value: 'forged' },
  { table: 'supervision_signatures', column: 'signed_at', value: 1 },
  { table: 'submission_files', column: 'position', value: 9 },
  { table: 'submission_justifications', column: 'reason', value: 'forged' },
  { table: 'word_justifications', column: 'reason', value: 'forged' },
  { table: 'assessment_annotations', column: 'note', value: 'forged' },
  { table: 'withdrawals', column: 'withdrawn_at', value: 1 },
  { table: 'portfolio_sign_offs', column: 'signed_at', value: 1 },
  { table: 'sign_off_basis', column: 'submission_id', value: 'forged' },
  { table: 'sign_off_unlocks', column: 'reason', value: 'forged' },
  { table: 'record_signatures', column: 'words', value: 'forged' },
  { table: 'record_refusals', column: 'reason', value: 'forged' },
  { table: 'hand_overs', column: 'to_id', value: 'daniel' },
  { table: 'countersignatures', column: 'words', value: 'forged' },
  { table: 'sampling_policies', column: 'policy', value: 'forged' },
  { table: 'assessor_standings', column: 'reason', value: 'forged' },
  { table: 'verifications', column: 'words', value: 'forged' },
  { table: 'verification_decisions', column: 'reason', value: 'forged' },
  { table: 'standardisation_judgements', column: 'reason', value: 'forged' },
  { table: 'qualification_versions', column: 'units', value: 'forged' },
  { table: 'criterion_mappings', column: 'carries', value: 0 },
  { table: 'witness_answers', column: 'text', value: 'forged' },
  { table: 'witness_checks', column: 'how', value: 'forged' },
  { table: 'retention_rules', column: 'rules', value: 'forged' },
  { table: 'signal_notes', column: 'words', value: 'forged' },
  { table: 'contacts', column: 'words', value: 'forged' },
  { table: 'contact_actions', column: 'words', value: 'forged' },
  { table: 'contact_action_ends', column: 'words', value: 'forged' },
  { table: 'messages', column: 'words', value: 'forged' },
  { table: 'message_answers', column: 'words', value: 'forged' },
  { table: 'peer_intentions', column: 'words', value: 'forged' },
  { table: 'peer_intention_reviews', column: 'outcome', value: 'let_go' },
  { table: 'peer_feedback', column: 'helped', value: 'forged' },
  { table: 'peer_evidence', column: 'evidence_id', value: 'forged' },
  { table: 'enrolment_changes', column: 'to_route_id', value: 'forged' },
  { table: 'cohort_origins', column: 'made_at', value: 1 },
  { table: 'audit_entries', column: 'act', value: 'person.disabled' },
  { table: 'content_removals', column: 'reason', value: 'forged' },
];

const rowsOf = (database: Database, table: string) =>
  database.read((db) => db.all(sql.raw(`SELECT rowid AS number, * FROM ${table}`)));

async function columnsOf(database: Database, table: string): Promise<string[]> {
  const rows = await database.read((db) =>
    db.all<{ name: string }>(sql.raw(`SELECT name FROM pragma_table_info('${table}')`)),
  );
  return rows.map(({ name }) => name);
}

const quoted = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`);

/** The statement that puts a copy of the row in its own place, with some columns changed. */
function replaceWith(table: string, columns: string[], change: Record<string, string>): string {
  const values = columns.map((name) => change[name] ?? name).join(', ');
  return `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM ${table}`;
}

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(`rows that must stay as they are, ${place}`, () => {
    const open = use();
    let filled: Promise<void> | undefined;

    async function filledDatabase() {
      const database = await open();
      const isEmpty = (await database.read((db) => db.$count(tables.people))) === 0;
      if (isEmpty) filled = database.write(oneOfEach);
      await filled;
      return database;
    }

    test.each(INSERT_ONLY)('$table refuses UPDATE and DELETE', async ({ table, column, value }) => {
      const database = await filledDatabase();
      const before = await rowsOf(database, table);
      expect(before).toHaveLength(1);
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${quoted(value)}`,
        `UPDATE OR IGNORE ${table} SET ${column} = ${quoted(value)}`,
        `DELETE FROM ${table}`,
      ]) {
        await expect(database.write((tx) => tx.run(sql.raw(statement)))).rejects.toMatchObject({ fault: 'trigger' });
      }
      expect(await rowsOf(database, table)).toEqual(before);
    });

    test.each(INSERT_ONLY)(
      '$table lets no row take the place of another with the same key',
      async ({ table, column, value }) => {
        const database = await filledDatabase();
        const before = await rowsOf(database, table);
        const columns = await columnsOf(database, table);
        // A trigger may refuse a repeated row or leave it out without a word; in neither case may anything change.
        const change = table === 'submission_claims' ? {} : { [column]: quoted(value) };
        await database.write((tx) => tx.run(sql.raw(replaceWith(table, columns, change)))).catch(() => null);
        expect(await rowsOf(database, table)).toEqual(before);
      },
    );

    test.each(INSERT_ONLY)(
      '$table lets no row take the place of another by its row number',
      async ({ table, column, value }) => {
        const database = await filledDatabase();
        const before = await rowsOf(database, table);
        const columns = await columnsOf(database, table);
        const key = {
          [columns[0] ?? '']: table === 'ledger_entries' ? 'seq' : `${columns[0]} || ' forged'`,
          [column]: quoted(value),
        };
        const job = database.write(async (tx) => {
          await tx.run(sql`PRAGMA defer_foreign_keys=on`);
          await tx.run(sql.raw(replaceWith(table, ['rowid', ...columns], key)));
        });
        await expect(job).rejects.toMatchObject({ fault: 'trigger' });
        expect(await rowsOf(database, table)).toEqual(before);
      },
    );

    test('a submission lets no other take its number', async () => {
      const database = await filledDatabase();
      const before = await rowsOf(database, 'submissions');
      const columns = await columnsOf(database, 'submissions');
      const forged = replaceWith('submissions', columns, { id: `'another'`, text: `'forged'` });
      await expect(database.write((tx) => tx.run(sql.raw(forged)))).rejects.toMatchObject({ fault: 'trigger' });
      expect(await rowsOf(database, 'submissions')).toEqual(before);
    });

    test('a repeated completion changes nothing and is no error', async () => {
      const database = await filledDatabase();
      const before = await rowsOf(database, 'module_completions');
      await database.write((tx) =>
        tx
          .insert(tables.moduleCompletions)
          .values({ traineeId: 'amara', moduleId: 'parole-recall', moduleVersion: '2', completedAt: new Date(0) }),
      );
      expect(await rowsOf(database, 'module_completions')).toEqual(before);
    });

    test.each([
      ['another number', { seq: 3 }],
      ['a number that is taken', { seq: 1 }],
      ['another entry before it', { prevHash: HASH('0') }],
      ['a hash that is taken', { hash: HASH('1') }],
    ])('a ledger entry with %s does not get in', async (_story, change) => {
      const database = await filledDatabase();
      const entry = {
        seq: 2,
        prevHash: HASH('1'),
        hash: HASH('2'),
        body: '{}',
        keyId: 'key',
        signature: 'x',
        recordedAt: AT,
      };
      await expect(
        database.write((tx) => tx.insert(tables.ledgerEntries).values({ ...entry, ...change })),
      ).rejects.toMatchObject({ fault: 'trigger' });
      expect(await rowsOf(database, 'ledger_entries')).toHaveLength(1);
    });
  });
}
