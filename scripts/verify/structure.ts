import { shown, type Source } from './source.ts';

const INSERT_ONLY = [
  'submissions',
  'submission_claims',
  'assessments',
  'criterion_decisions',
  'sign_offs',
  'ledger_entries',
];
const TRIGGERS = [
  ...INSERT_ONLY.flatMap((table) => [`${table}_no_update`, `${table}_no_delete`]),
  ...INSERT_ONLY.filter((table) => table !== 'ledger_entries').map((table) => `${table}_no_replace`),
  'ledger_entries_in_order',
];

/** What SQLite itself has to say of the file, rows that point at nothing, and triggers that somebody took away. */
export async function checkStructure(source: Source, findings: string[]): Promise<void> {
  for (const { integrity_check: line } of await source.all('PRAGMA integrity_check(10)')) {
    if (line !== 'ok') findings.push(`The database is damaged: ${shown(line)}.`);
  }
  for (const { table, parent } of await source.all('PRAGMA foreign_key_check')) {
    findings.push(`A row of ${shown(table)} points at a row of ${shown(parent)} that is gone.`);
  }
  const standing = new Set(
    (await source.all("SELECT name FROM sqlite_master WHERE type = 'trigger'")).map(({ name }) => name),
  );
  for (const name of TRIGGERS) {
    if (!standing.has(name)) findings.push(`The trigger ${name} is gone, which keeps rows from being altered.`);
  }
}
