import type { AssessmentFacts } from '#db/queries/signingFacts.ts';
import { assessmentOfFormat } from '#src/domain/portfolio/assessmentRecord.ts';
import { assessmentHash } from '../ledger/hashes.ts';

/** SHA-256 of an assessment as it stands: worked out from its words, or the hash that was kept when they were removed. */
export const factsHash = ({ removedHash, ...assessment }: AssessmentFacts): string =>
  removedHash ?? assessmentHash(assessmentOfFormat(assessment));
