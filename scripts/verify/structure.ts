import { shown, type Source } from './source.ts';

const INSERT_ONLY = [
  'submissions',
  'submission_claims',
  'assessments',
  'criterion_decisions',
  'sign_offs',
  'supervision_signatures',
  'ledger_entries',
];
/** What keeps a review as it was from its first signature on. */
const SIGNED_REVIEWS = [
  'supervision_reviews_signed',
  'supervision_reviews_no_delete',
  'supervision_actions_signed_insert',
  'supervision_actions_signed_update',
  'supervision_actions_signed_delete',
];
const TRIGGERS = [
  ...INSERT_ONLY.flatMap((table) => [`${table}_no_update`, `${table}_no_delete`]),
  ...INSERT_ONLY.filter((table) => table !== 'ledger_entries').map((table) => `${table}_no_replace`),
  'ledger_entries_in_order',
  ...SIGNED_REVIEWS,
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
  const hasReviews = await hasTable(source, 'supervision_reviews');
  for (const name of TRIGGERS) {
    if (!hasReviews && name.startsWith('supervision_')) continue;
    if (!standing.has(name)) findings.push(`The trigger ${name} is gone, which keeps rows from being altered.`);
  }
}

/** False for a table that a database of an earlier version has not. */
export async function hasTable(source: Source, name: string): Promise<boolean> {
  return (
    (await source.all("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?", [name])).length > 0
  );
}
