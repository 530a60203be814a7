import type { AssessorFacts } from '#src/domain/quality/checking.ts';
import { type SamplingPolicy, samplingPolicySchema } from '#src/domain/quality/policy.ts';
import type { DecidedPiece } from '#src/domain/quality/population.ts';
import { EVIDENCE_KINDS } from '#src/domain/portfolio/words.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';

/** A policy that asks for nothing but what is said. */
export function aPolicy(change: Partial<SamplingPolicy> = {}): SamplingPolicy {
  const methodPercent = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, 0]));
  return samplingPolicySchema.parse({
    interimPercent: 0,
    finalPercent: 0,
    traineesPercent: 0,
    unitsPercent: 0,
    methodPercent,
    everythingOf: [],
    lookWithinDays: 28,
    ...change,
  });
}

/** A policy of which only some methods are asked for. */
export const methodsOnly = (shares: Partial<SamplingPolicy['methodPercent']>) =>
  aPolicy({ methodPercent: { ...aPolicy().methodPercent, ...shares } });

/** A reflective account in unit 3 that Daniel decided, in nobody's sample, unless it is said. */
export const aPiece = (submissionId: string, change: Partial<DecidedPiece> = {}): DecidedPiece => ({
  submissionId,
  assessorId: 'daniel',
  traineeId: 'amara',
  kind: 'reflective_account',
  units: ['3'],
  isSampled: false,
  ...change,
});

const NAMES: Readonly<Record<string, string>> = { daniel: 'Daniel Marsh', joan: 'Joan Merriman', owen: 'Owen Blakely' };

/** Everybody is qualified unless it is said. */
export const facts =
  (standings: Readonly<Record<string, AssessorStanding>> = {}) =>
  (id: string): AssessorFacts => ({ name: NAMES[id] ?? id, standing: standings[id] ?? 'qualified' });
