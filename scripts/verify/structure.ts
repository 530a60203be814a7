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
/** What came with portfolios. */
const INSERT_ONLY_NOW = [
  'submission_files',
  'submission_justifications',
  'assessment_annotations',
  'withdrawals',
  'qualification_versions',
  'criterion_mappings',
  'verifications',
  'verification_decisions',
  'content_removals',
  'witness_answers',
  'portfolio_sign_offs',
  'sign_off_basis',
  'sign_off_unlocks',
  'record_signatures',
  'countersignatures',
];
const keptBy = (table: string) => [`${table}_no_update`, `${table}_no_delete`, `${table}_no_replace`];
const PORTFOLIO = [
  ...INSERT_ONLY_NOW.flatMap(keptBy),
  'portfolio_sign_offs_in_turn',
  'evidence_files_facts_stay',
  'evidence_files_no_delete',
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
  const hasPortfolio = await hasTable(source, 'portfolio_sign_offs');
  const hasWordReasons = await hasTable(source, 'word_justifications');
  const expected = [
    ...TRIGGERS.filter((name) => hasReviews || !name.startsWith('supervision_')),
    ...(hasPortfolio ? PORTFOLIO : []),
    ...(hasWordReasons ? keptBy('word_justifications') : []),
  ];
  findings.push(...goneFindings(expected.filter((name) => !standing.has(name))));
}

/** So many are named one by one: where somebody took all of them away, the rest would bury what else was found. */
const NAMED_TRIGGERS = 8;

function goneFindings(gone: readonly string[]): string[] {
  const named = gone.slice(0, NAMED_TRIGGERS);
  const more = gone.length - named.length;
  return [
    ...named.map((name) => `The trigger ${name} is gone, which keeps rows from being altered.`),
    ...(more > 0 ? [`${more} more triggers are gone.`] : []),
  ];
}

/** False for a table that a database of an earlier version has not. */
export async function hasTable(source: Source, name: string): Promise<boolean> {
  return (
    (await source.all("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?", [name])).length > 0
  );
}
