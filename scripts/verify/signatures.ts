import { type Held, signer, text, time } from './held.ts';
import type { ReviewFacts } from './reviews.ts';
import type { SignatureEntry } from './signatureEntry.ts';

const PARTS = ['trainee', 'tutor', 'manager'];

type Entries = ReadonlyMap<number, SignatureEntry>;

/** A row for each signature under a supervision review. */
export const SIGNATURES: Held<SignatureEntry> = {
  table: 'supervision_signatures',
  name: 'signature',
  rowName: (row) => `The signature for the ${row.part} under review ${row.review_id}`,
  entryName: ({ reviewId, part }) => `signs review ${reviewId} for the ${part}`,
  fields: [
    text('review', 'review_id', ({ reviewId }) => reviewId),
    text('part', 'part', ({ part }) => part),
    signer('person_id'),
    text('SHA-256', 'sha256', ({ reviewSha256 }) => reviewSha256),
    time('signed_at'),
  ],
};

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
