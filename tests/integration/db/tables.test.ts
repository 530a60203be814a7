import { sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import * as schema from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const names = async (type: string) => {
  const rows = await database.read((db) =>
    db.all<{ name: string }>(
      sql`SELECT name FROM sqlite_master WHERE type = ${type} AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    ),
  );
  return rows.map(({ name }) => name);
};

const TABLES = Object.values(schema)
  .filter((thing) => thing instanceof SQLiteTable)
  .map((table) => getTableConfig(table));

test('the migrations make every table that the code knows, and one that remembers them', async () => {
  expect(TABLES.length).toBeGreaterThan(20);
  expect(await names('table')).toEqual([...TABLES.map(({ name }) => name), 'schema_migrations'].sort());
});

test('every table is STRICT', async () => {
  const lax = await database.read((db) =>
    db.all(sql`SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0`),
  );
  expect(lax).toEqual([]);
});

test.each(TABLES.map((table) => [table.name, table] as const))(
  '%s has the columns that the code expects',
  async (name, { columns }) => {
    const rows = await database.read((db) =>
      db.all<{ name: string; notnull: number }>(
        sql`SELECT name, "notnull" FROM pragma_table_info(${name}) ORDER BY name`,
      ),
    );
    const expected = columns
      .map((column) => ({ name: column.name, notnull: column.notNull ? 1 : 0 }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(rows).toEqual(expected);
  },
);

test.each(TABLES.map((table) => [table.name, table] as const))(
  '%s has the references that the code expects',
  async (name, { foreignKeys }) => {
    const rows = await database.read((db) =>
      db.all<{ from: string; table: string }>(sql`SELECT "from", "table" FROM pragma_foreign_key_list(${name})`),
    );
    const expected = foreignKeys
      .map((key) => key.reference())
      .map(({ columns, foreignTable }) => `${columns[0]?.name} -> ${getTableConfig(foreignTable).name}`);
    expect(rows.map(({ from, table }) => `${from} -> ${table}`).sort()).toEqual(expected.sort());
  },
);

/** Tables whose rows stay as they are: four triggers each. */
const INSERT_ONLY = [
  'acknowledgements',
  'assessment_annotations',
  'assessments',
  'assessor_standings',
  'case_changes',
  'case_objections',
  'case_overrides',
  'cases',
  'check_attempts',
  'content_removals',
  'criterion_decisions',
  'criterion_mappings',
  'module_completions',
  'objection_answers',
  'office_settings',
  'over_limit_agreements',
  'placement_agreements',
  'signal_notes',
  'contacts',
  'contact_actions',
  'contact_action_ends',
  'messages',
  'message_answers',
  'peer_intentions',
  'peer_intention_reviews',
  'peer_feedback',
  'peer_evidence',
  'enrolment_changes',
  'cohort_origins',
  'audit_entries',
  'placement_awards',
  'placement_host_answers',
  'qualification_versions',
  'record_refusals',
  'hand_overs',
  'readiness_agreements',
  'retention_rules',
  'sampling_policies',
  'standardisation_judgements',
  'study_records',
  'submission_claims',
  'submission_files',
  'submission_justifications',
  'submissions',
  'verification_decisions',
  'verifications',
  'withdrawals',
  'witness_answers',
  'witness_checks',
  'word_justifications',
];
/** Triggers of tables of which some rows, or some columns, stay. */
const OTHERS = [
  'case_allocations_ended_stays',
  'case_allocations_facts_stay',
  'case_allocations_no_delete',
  'caseload_work_no_delete',
  'countersignatures_no_delete',
  'countersignatures_no_replace',
  'countersignatures_no_update',
  'evidence_files_facts_stay',
  'evidence_files_no_delete',
  'ledger_entries_in_order',
  'ledger_entries_no_delete',
  'ledger_entries_no_update',
  'portfolio_sign_offs_in_turn',
  'portfolio_sign_offs_no_delete',
  'portfolio_sign_offs_no_replace',
  'portfolio_sign_offs_no_update',
  'record_signatures_no_delete',
  'record_signatures_no_replace',
  'record_signatures_no_update',
  'sign_off_basis_no_delete',
  'sign_off_basis_no_replace',
  'sign_off_basis_no_update',
  'sign_off_unlocks_no_delete',
  'sign_off_unlocks_no_replace',
  'sign_off_unlocks_no_update',
  'sign_offs_no_delete',
  'sign_offs_no_replace',
  'sign_offs_no_update',
  'study_sessions_no_delete',
  'supervision_actions_signed_delete',
  'supervision_actions_signed_insert',
  'supervision_actions_signed_update',
  'supervision_reviews_no_delete',
  'supervision_reviews_signed',
  'supervision_signatures_no_delete',
  'supervision_signatures_no_replace',
  'supervision_signatures_no_update',
  'workload_reductions_no_delete',
];

test('every trigger stands', async () => {
  const guarded = (name: string) =>
    ['no_delete', 'no_renumber', 'no_replace', 'no_update'].map((guard) => `${name}_${guard}`);
  expect(await names('trigger')).toEqual([...INSERT_ONLY.flatMap(guarded), ...OTHERS].sort());
});
