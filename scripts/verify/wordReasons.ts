import { oneWay, sha256 } from './canonical.ts';
import type { AssessmentFacts } from './assessments.ts';
import type { PortfolioEntry, RecordEntry } from './portfolioEntry.ts';
import type { SubmissionFacts } from './records.ts';
import { type Removals, removalKey } from './removals.ts';
import { pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

/** Reasons beside words that are final, by whose words they are and by the id of those, in the order of their positions. */
export type WordReasons = ReadonlyMap<string, readonly Row[]>;

const REASONS = {
  table: 'word_justifications',
  text: ['evidence_id', 'words_of', 'record_id', 'place', 'kind', 'reason'],
  numbers: ['position'],
};
const keyOf = (wordsOf: unknown, recordId: unknown) => `${String(wordsOf)} ${String(recordId)}`;

/** Every reason beside final words. `source` is null for a database older than them. */
export async function readWordReasons(source: Source | null): Promise<WordReasons> {
  const rows: Row[] = [];
  for await (const page of source ? pagesOf(source, REASONS) : []) rows.push(...page);
  rows.sort((a, b) => Number(a.position) - Number(b.position));
  return Map.groupBy(rows, (row) => keyOf(row.words_of, row.record_id));
}

export const reasonsBeside = (reasons: WordReasons, wordsOf: string, recordId: string): readonly Row[] =>
  reasons.get(keyOf(wordsOf, recordId)) ?? [];

/** Reasons as they stand in a text that is hashed. Source: docs/ledger.md. */
export const hashed = (rows: readonly Row[]) => rows.map(({ place, kind, reason }) => ({ place, kind, reason }));

interface Known {
  readonly reasons: WordReasons;
  readonly submissions: ReadonlyMap<string, SubmissionFacts>;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
  /** Evidence that a witness wrote about. */
  readonly witnessed: ReadonlySet<string>;
  readonly entries: ReadonlyMap<number, PortfolioEntry>;
}

interface Checking {
  readonly removals: Removals;
  readonly findings: string[];
}

/** Holds the reasons beside what was added to a signature against its entry, and every reason against the words it stands beside. */
export function checkWordReasons(known: Known, { removals, findings }: Checking): void {
  const signed = new Map<string, RecordEntry>();
  for (const [seq, entry] of known.entries) {
    if (entry.type !== 'record_signature') continue;
    const recordId = `${entry.submissionId} ${entry.part}`;
    signed.set(recordId, entry);
    const rows = reasonsBeside(known.reasons, 'record_words', recordId);
    if (entry.reasonsSha256 === undefined || entry.reasonsSha256 === reasonsHash(rows)) continue;
    const isEmptied = rows.length > 0 && rows.every(({ reason }) => reason === '');
    if (isEmptied && removals.has(removalKey('record_words', recordId))) continue;
    findings.push(`The reasons beside the words of entry ${seq} (${recordId}) are not those that were signed.`);
  }
  for (const rows of known.reasons.values())
    for (const row of rows) findings.push(...placeFindings(row, evidenceOf(row, known, signed)));
}

const reasonsHash = (rows: readonly Row[]) => sha256(oneWay({ label: 'pqip-word-reasons-v1', reasons: hashed(rows) }));

/** The evidence that the words beside a reason are about; null where there are no such words. */
function evidenceOf(
  { words_of: wordsOf, record_id: recordId }: Row,
  { submissions, assessments, witnessed }: Known,
  signed: ReadonlyMap<string, RecordEntry>,
): string | null {
  const id = String(recordId);
  if (wordsOf === 'witness_answer') return witnessed.has(id) ? id : null;
  const about = wordsOf === 'assessment' ? assessments : wordsOf === 'record_words' ? signed : null;
  return submissions.get(about?.get(id)?.submissionId ?? '')?.evidenceId ?? null;
}

function placeFindings({ record_id: recordId, evidence_id: evidenceId }: Row, evidence: string | null): string[] {
  if (evidence === null) return [`A reason stands beside words of ${recordId}, and there are no such words.`];
  return evidence === evidenceId ? [] : [`A reason beside words of ${recordId} was altered: it names other evidence.`];
}

/** How many records keep reasons from before reasons were hashed: those that no hash is over. */
export function unhashedReasons(
  { reasons, assessments, entries }: Pick<Known, 'reasons' | 'assessments' | 'entries'>,
  firstAnswers: ReadonlySet<string>,
): string[] {
  const before = [...entries.values()].flatMap((entry) =>
    entry.type === 'record_signature' && entry.reasonsSha256 === undefined
      ? keyOf('record_words', `${entry.submissionId} ${entry.part}`)
      : [],
  );
  const decided = [...assessments].flatMap(([id, { format }]) => (format < 3 ? keyOf('assessment', id) : []));
  const answered = [...firstAnswers].map((id) => keyOf('witness_answer', id));
  const found = [...before, ...decided, ...answered].filter((key) => reasons.has(key)).length;
  if (found === 0) return [];
  return [
    `Reasons beside ${found} ${found === 1 ? 'record' : 'records'} are from before reasons were hashed: nothing vouches for those.`,
  ];
}
