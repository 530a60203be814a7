import { decisionStanding } from '#src/domain/portfolio/evidenceState.ts';
import type { CountersignOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';

/** An assessment as its tables tell of it. */
interface Assessed {
  readonly needsCountersign: boolean;
  readonly countersigned: CountersignOutcome | null;
  readonly decided: readonly (readonly [criterionId: string, outcome: CriterionOutcome])[];
  /** What the newest look of a quality assurer at it said. */
  readonly verified: readonly (readonly [criterionId: string, outcome: VerificationOutcome, ...(readonly unknown[])])[];
}

/** Whether its decisions count, and each of them with what a quality assurer said of it. The one way from rows to decisions. */
export function decidedFacts({ needsCountersign, countersigned, decided, verified }: Assessed) {
  const signed = decisionStanding({ needsCountersign, countersigned, said: [] });
  const said = verified.map(([, outcome]) => outcome);
  return {
    standing: decisionStanding({ needsCountersign, countersigned, said }),
    decisions: decided.map(([criterionId, outcome]) => {
      const verification = verified.find(([id]) => id === criterionId)?.[1] ?? null;
      return { criterionId, outcome, verification, counts: signed === 'counts' && verification !== 'reject' };
    }),
  };
}
