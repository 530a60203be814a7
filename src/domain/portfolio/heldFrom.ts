import type { DecisionStanding } from './evidenceState.ts';

interface Held {
  readonly submittedAt: Date;
  /** The last signature of those who sign an observation or a discussion; null where nobody has. */
  readonly signedAt: Date | null;
  readonly assessment: {
    readonly standing: DecisionStanding;
    readonly assessedAt: Date;
    /** When a quality assurer's newest look was entered, or a countersigner's answer; null where there was none. */
    readonly lookedAt: Date | null;
    readonly countersignedAt: Date | null;
  } | null;
}

/**
 * Since when whoever has a snapshot now has had it: handed in, signed by both, decided (it waits for a countersignature), sent back or
 * opened again. The assessor's queue and the trainee's pages count from here.
 */
export function heldFrom({ submittedAt, signedAt, assessment }: Held): Date {
  const handedIn = signedAt ?? submittedAt;
  if (assessment === null) return handedIn;
  const { standing, assessedAt, lookedAt, countersignedAt } = assessment;
  if (standing === 'reopened') return lookedAt ?? assessedAt;
  if (standing === 'sent_back') return countersignedAt ?? assessedAt;
  return standing === 'to_countersign' ? assessedAt : handedIn;
}
