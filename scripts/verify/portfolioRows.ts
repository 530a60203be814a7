import { instantText, oneWay, sha256 } from './canonical.ts';
import type { PortfolioEntry, PortfolioType } from './portfolioEntry.ts';
import { type Columns, pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

type Entries = ReadonlyMap<number, PortfolioEntry>;
type Pair = readonly [what: string, inRow: unknown, inEntry: unknown];

/** A table whose every row has an entry of one type, and every such entry a row. */
interface Held<T extends PortfolioType> {
  readonly type: T;
  readonly columns: Columns;
  /** What a row is called in a sentence. */
  readonly name: string;
  readonly pairs: (row: Row, entry: Extract<PortfolioEntry, { type: T }>) => readonly Pair[];
}

const words = (text: unknown) => sha256(String(text));

const SIGN_OFFS: Held<'portfolio_sign_off'> = {
  type: 'portfolio_sign_off',
  columns: {
    table: 'portfolio_sign_offs',
    text: ['id', 'trainee_id', 'subject', 'subject_id', 'qualification_version', 'signed_by'],
    numbers: ['round', 'signed_at', 'ledger_seq'],
  },
  name: 'signature',
  pairs: (row, entry) => [
    ['id', row.id, entry.signOffId],
    ['trainee', row.trainee_id, entry.traineeId],
    ['subject', `${row.subject} ${row.subject_id}`, `${entry.subject} ${entry.subjectId}`],
    ['criteria set', row.qualification_version, entry.qualificationVersion],
    ['round', row.round, entry.round],
    ['signer', row.signed_by, entry.signedBy],
    ['time', instantText(row.signed_at), entry.at],
  ],
};
const UNLOCKS: Held<'sign_off_unlock'> = {
  type: 'sign_off_unlock',
  columns: {
    table: 'sign_off_unlocks',
    text: ['sign_off_id', 'verifier_id', 'reason'],
    numbers: ['unlocked_at', 'ledger_seq'],
  },
  name: 'unlocking',
  pairs: (row, entry) => [
    ['signature', row.sign_off_id, entry.signOffId],
    ['quality assurer', row.verifier_id, entry.signedBy],
    ['reason', words(row.reason), entry.reasonSha256],
    ['time', instantText(row.unlocked_at), entry.at],
  ],
};
const RECORDS: Held<'record_signature'> = {
  type: 'record_signature',
  columns: {
    table: 'record_signatures',
    text: ['submission_id', 'part', 'person_id', 'words'],
    numbers: ['signed_at', 'ledger_seq'],
  },
  name: 'signature under a record',
  pairs: (row, entry) => [
    ['submission', row.submission_id, entry.submissionId],
    ['part', row.part, entry.part],
    ['signer', row.person_id, entry.signedBy],
    ['text', words(row.words), entry.wordsSha256],
    ['time', instantText(row.signed_at), entry.at],
  ],
};
const COUNTERSIGNATURES: Held<'countersignature'> = {
  type: 'countersignature',
  columns: {
    table: 'countersignatures',
    text: ['assessment_id', 'person_id', 'outcome', 'words'],
    numbers: ['signed_at', 'ledger_seq'],
  },
  name: 'countersignature',
  pairs: (row, entry) => [
    ['assessment', row.assessment_id, entry.assessmentId],
    ['signer', row.person_id, entry.signedBy],
    ['outcome', row.outcome, entry.outcome],
    ['text', words(row.words), entry.wordsSha256],
    ['time', instantText(row.signed_at), entry.at],
  ],
};
const EXPORTS: Held<'portfolio_export'> = {
  type: 'portfolio_export',
  columns: { table: 'portfolio_exports', text: ['id', 'trainee_id'], numbers: ['ledger_seq'] },
  name: 'export',
  pairs: (row, entry) => [
    ['id', row.id, entry.exportId],
    ['trainee', row.trainee_id, entry.traineeId],
  ],
};

/** Holds every row that names an entry against it, and every entry against its row. `source` is null for a database older than all of them. */
export async function checkPortfolioRows(source: Source | null, entries: Entries, findings: string[]): Promise<void> {
  await checkHeld(source, SIGN_OFFS, { entries, findings });
  await checkHeld(source, UNLOCKS, { entries, findings });
  await checkHeld(source, RECORDS, { entries, findings });
  await checkHeld(source, COUNTERSIGNATURES, { entries, findings });
  await checkHeld(source, EXPORTS, { entries, findings });
  if (source) await checkBasis(source, entries, findings);
}

async function checkHeld<T extends PortfolioType>(
  source: Source | null,
  held: Held<T>,
  { entries, findings }: { entries: Entries; findings: string[] },
): Promise<void> {
  const seen = new Set<number>();
  for await (const page of source ? pagesOf(source, held.columns) : []) {
    for (const row of page) {
      if (row.ledger_seq === null) continue;
      const seq = Number(row.ledger_seq);
      if (seen.has(seq)) findings.push(`Two rows of ${held.columns.table} name entry ${seq}.`);
      seen.add(seq);
      findings.push(...rowFindings(row, held, entries.get(seq)));
    }
  }
  for (const [seq, { type }] of entries)
    if (type === held.type && !seen.has(seq))
      findings.push(
        `Entry ${seq} is ${/^[aeiou]/.test(held.name) ? 'an' : 'a'} ${held.name}, but its row in ${held.columns.table} is gone.`,
      );
}

function rowFindings<T extends PortfolioType>(row: Row, held: Held<T>, entry: PortfolioEntry | undefined): string[] {
  const seq = Number(row.ledger_seq);
  if (entry?.type !== held.type)
    return [`A row of ${held.columns.table} names entry ${seq}, but there is no such ${held.name} in the ledger.`];
  const pairs = held.pairs(row, entry as Extract<PortfolioEntry, { type: T }>);
  const different = pairs.filter(([, inRow, inEntry]) => inRow !== inEntry);
  return different.map(
    ([what, inRow, inEntry]) =>
      `The ${held.name} that names entry ${seq} was altered: its ${what} is ${String(inRow)}, the ledger says ${String(inEntry)}.`,
  );
}

const BASIS = { table: 'sign_off_basis', text: ['sign_off_id', 'assessment_id', 'submission_id'], numbers: [] };

/** The decisions under each signature, in the table and in the ledger. */
async function checkBasis(source: Source, entries: Entries, findings: string[]): Promise<void> {
  const rows = new Map<string, string[]>();
  for await (const page of pagesOf(source, BASIS))
    for (const row of page) {
      const id = String(row.sign_off_id);
      rows.set(id, [...(rows.get(id) ?? []), `${row.assessment_id} ${row.submission_id}`]);
    }
  for (const [seq, entry] of entries) {
    if (entry.type !== 'portfolio_sign_off') continue;
    const inRows = (rows.get(entry.signOffId) ?? []).sort();
    const inEntry = entry.basis.map(({ assessmentId, submissionId }) => `${assessmentId} ${submissionId}`).sort();
    if (oneWay(inRows) !== oneWay(inEntry))
      findings.push(`Entry ${seq}: the decisions it rests on are not those in sign_off_basis.`);
    rows.delete(entry.signOffId);
  }
  for (const id of rows.keys())
    findings.push(`sign_off_basis names decisions under the signature ${id}, which is not in the ledger.`);
}
