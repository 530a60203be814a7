import { instantText } from './canonical.ts';
import type { ReviewFacts } from './reviews.ts';
import { pagesOf, type Row } from './rows.ts';
import type { SignatureEntry } from './signatureEntry.ts';
import type { Source } from './source.ts';

const SIGNATURES = {
  table: 'supervision_signatures',
  text: ['review_id', 'part', 'person_id', 'sha256'],
  numbers: ['signed_at', 'ledger_seq'],
};
const PARTS = ['trainee', 'tutor', 'manager'];

type Entries = ReadonlyMap<number, SignatureEntry>;

/**
 * Holds every row of `supervision_signatures` against its ledger entry, and every entry against its row. `source` is null for a
 * database older than supervision reviews.
 */
export async function checkSignatureRows(source: Source | null, entries: Entries, findings: string[]): Promise<void> {
  const seen = new Set<number>();
  for await (const page of source ? pagesOf(source, SIGNATURES) : []) {
    for (const row of page) {
      const seq = Number(row.ledger_seq);
      const entry = entries.get(seq);
      seen.add(seq);
      findings.push(...(entry ? rowFindings(row, seq, entry) : [noEntry(row, seq)]));
    }
  }
  for (const [seq, { reviewId, part }] of entries) {
    if (!seen.has(seq))
      findings.push(
        `Entry ${seq} signs review ${reviewId} for the ${part}, but its row in supervision_signatures is gone.`,
      );
  }
}

const noEntry = (row: Row, seq: number) =>
  `The signature for the ${row.part} under review ${row.review_id} names entry ${seq}, but there is no such signature in the ledger.`;

function rowFindings(row: Row, seq: number, entry: SignatureEntry): string[] {
  const pairs = [
    ['review', row.review_id, entry.reviewId],
    ['part', row.part, entry.part],
    ['signer', row.person_id, entry.signedBy],
    ['SHA-256', row.sha256, entry.reviewSha256],
    ['time', instantText(row.signed_at), entry.at],
  ] as const;
  const different = pairs.filter(([, inRow, inEntry]) => inRow !== inEntry);
  return different.map(
    ([what, inRow, inEntry]) =>
      `The signature that names entry ${seq} was altered: its ${what} is ${inRow}, the ledger says ${inEntry}.`,
  );
}

/** Holds each signed entry against the review that it signs, and the signatures under one review against each other. */
export function checkSignedReviews(
  entries: Entries,
  reviews: ReadonlyMap<string, ReviewFacts>,
  findings: string[],
): void {
  const signed = new Map<string, SignatureEntry[]>();
  for (const [seq, entry] of entries) {
    const earlier = signed.get(entry.reviewId) ?? [];
    const found = [
      ...ruleFindings(entry),
      ...amongThree(entry, earlier),
      ...reviewFindings(entry, reviews.get(entry.reviewId)),
    ];
    findings.push(...found.map((what) => `Entry ${seq}: ${what}`));
    signed.set(entry.reviewId, [...earlier, entry]);
  }
}

function ruleFindings({ signedBy, traineeId, part, factorAt, at }: SignatureEntry): string[] {
  const findings = [];
  if (!PARTS.includes(part)) findings.push(`it signs for the ${part}, and there is no such part.`);
  if ((part === 'trainee') !== (signedBy === traineeId))
    findings.push('the trainee signed for somebody else, or somebody else for the trainee.');
  if (factorAt > at) findings.push('the password was checked after the signature.');
  return findings;
}

function amongThree({ signedBy, part, reviewId }: SignatureEntry, earlier: readonly SignatureEntry[]): string[] {
  const findings = [];
  if (earlier.some((other) => other.part === part))
    findings.push(`review ${reviewId} was signed twice for the ${part}.`);
  if (earlier.some((other) => other.signedBy === signedBy))
    findings.push(`one person signed review ${reviewId} for two parts.`);
  return findings;
}

function reviewFindings(entry: SignatureEntry, review: ReviewFacts | undefined): string[] {
  const { reviewId, reviewSha256, traineeId } = entry;
  if (!review) return [`the review it signs, ${reviewId}, is gone.`];
  if (review.sha256 !== reviewSha256)
    return [`review ${reviewId} is not what was signed: its agenda, notes, actions, day or writers were altered.`];
  return review.traineeId === traineeId ? [] : [`review ${reviewId} belongs to another trainee.`];
}
