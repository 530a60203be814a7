import { oneWay } from './canonical.ts';
import { checkHeld, type Held, number, signer, text, time, trainee, words } from './held.ts';
import type {
  CountersignEntry,
  CriterionEntry,
  ExportEntry,
  PortfolioEntry,
  PortfolioType,
  RecordEntry,
  UnlockEntry,
} from './portfolioEntry.ts';
import type { Removals } from './removals.ts';
import { pagesOf } from './rows.ts';
import type { Source } from './source.ts';

type Entries = ReadonlyMap<number, PortfolioEntry>;

const SIGN_OFFS: Held<CriterionEntry> = {
  table: 'portfolio_sign_offs',
  name: 'signature',
  fields: [
    text('id', 'id', ({ signOffId }) => signOffId),
    trainee,
    text('subject', 'subject', ({ subject }) => subject),
    text('subject', 'subject_id', ({ subjectId }) => subjectId),
    text('criteria set', 'qualification_version', ({ qualificationVersion }) => qualificationVersion),
    number('round', 'round', ({ round }) => round),
    signer('signed_by'),
    time('signed_at'),
  ],
};
const UNLOCKS: Held<UnlockEntry> = {
  table: 'sign_off_unlocks',
  name: 'unlocking',
  fields: [
    text('signature', 'sign_off_id', ({ signOffId }) => signOffId),
    signer('verifier_id', 'quality assurer'),
    words(
      { what: 'reason', column: 'reason', group: 'unlock_reason', recordId: (row) => String(row.sign_off_id) },
      ({ reasonSha256 }) => reasonSha256,
    ),
    time('unlocked_at'),
  ],
};
const RECORDS: Held<RecordEntry> = {
  table: 'record_signatures',
  name: 'signature under a record',
  fields: [
    text('submission', 'submission_id', ({ submissionId }) => submissionId),
    text('part', 'part', ({ part }) => part),
    signer('person_id'),
    words(
      { what: 'text', column: 'words', group: 'record_words', recordId: (row) => `${row.submission_id} ${row.part}` },
      ({ wordsSha256 }) => wordsSha256,
    ),
    time('signed_at'),
  ],
};
const COUNTERSIGNATURES: Held<CountersignEntry> = {
  table: 'countersignatures',
  name: 'countersignature',
  fields: [
    text('assessment', 'assessment_id', ({ assessmentId }) => assessmentId),
    signer('person_id'),
    text('outcome', 'outcome', ({ outcome }) => outcome),
    words(
      { what: 'text', column: 'words', group: 'countersignature', recordId: (row) => String(row.assessment_id) },
      ({ wordsSha256 }) => wordsSha256,
    ),
    time('signed_at'),
  ],
};
const EXPORTS: Held<ExportEntry> = {
  table: 'portfolio_exports',
  name: 'export',
  fields: [text('id', 'id', ({ exportId }) => exportId), trainee],
};

/** The entries of one type. */
const ofType = <Type extends PortfolioType>(entries: Entries, type: Type) =>
  new Map(
    [...entries].filter((pair): pair is [number, Extract<PortfolioEntry, { type: Type }>] => pair[1].type === type),
  );

/** Holds every row that names an entry against it, and every entry against its row. `source` is null for a database older than all of them. */
export async function checkPortfolioRows(
  source: Source | null,
  entries: Entries,
  checking: { readonly removals: Removals; readonly findings: string[] },
): Promise<void> {
  await checkHeld(source, { held: SIGN_OFFS, entries: ofType(entries, 'portfolio_sign_off') }, checking);
  await checkHeld(source, { held: UNLOCKS, entries: ofType(entries, 'sign_off_unlock') }, checking);
  await checkHeld(source, { held: RECORDS, entries: ofType(entries, 'record_signature') }, checking);
  await checkHeld(source, { held: COUNTERSIGNATURES, entries: ofType(entries, 'countersignature') }, checking);
  await checkHeld(source, { held: EXPORTS, entries: ofType(entries, 'portfolio_export') }, checking);
  if (source) await checkBasis(source, entries, checking.findings);
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
