import type { AssessmentFacts } from '#db/queries/signingFacts.ts';
import { assessmentHash } from '../ledger/hashes.ts';

/** SHA-256 of an assessment as it stands: worked out from its words, or the hash that was kept when they were removed. */
export function factsHash({
  removedHash,
  format,
  needsCountersign,
  annotations,
  ...assessment
}: AssessmentFacts): string {
  if (removedHash !== null) return removedHash;
  return assessmentHash(format === 1 ? assessment : { ...assessment, format: 2, needsCountersign, annotations });
}
