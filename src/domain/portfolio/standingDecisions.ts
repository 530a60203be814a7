import type { ShownPiece } from './sufficiency.ts';
import type { CriterionOutcome, EvidenceKind } from './words.ts';

/** One submission with its newest assessment, as grid and signature see it. Drafts are not among them: a draft is its writer's alone. */
export interface EvidenceFacts {
  readonly evidenceId: string;
  readonly submissionId: string;
  /** 1 for the first submission of that evidence. */
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly happenedOn: string;
  /** Ids of criteria in the version that counts now. */
  readonly criteria: readonly string[];
  readonly assessmentId: string | null;
  /** `counts`: false while a countersignature is wanted, where it was sent back, or where a quality assurer opened it again. */
  readonly decisions: readonly {
    readonly criterionId: string;
    readonly outcome: CriterionOutcome;
    readonly counts: boolean;
  }[];
  readonly isWithdrawn: boolean;
  /** The whole submission was signed, as it was done before criteria were signed off. */
  readonly signedWhole: boolean;
}

/** The decision that stands on one criterion in each piece of evidence: the newest of those that count. */
export function standingDecisions(criterionId: string, evidence: readonly EvidenceFacts[]) {
  const newestFirst = evidence.filter(({ isWithdrawn }) => !isWithdrawn).toSorted((a, b) => b.number - a.number);
  const standing = new Map<string, { facts: EvidenceFacts; outcome: CriterionOutcome }>();
  for (const facts of newestFirst) {
    if (standing.has(facts.evidenceId)) continue;
    const decision = facts.decisions.find((one) => one.criterionId === criterionId && one.counts);
    if (decision) standing.set(facts.evidenceId, { facts, outcome: decision.outcome });
  }
  return [...standing.values()];
}

/** The pieces of evidence in which a criterion is met now. The same piece handed in twice counts once. */
export function shownPieces(criterionId: string, evidence: readonly EvidenceFacts[]): ShownPiece[] {
  return standingDecisions(criterionId, evidence).flatMap(({ facts, outcome }): ShownPiece[] => {
    const { evidenceId, submissionId, assessmentId, kind, happenedOn } = facts;
    return outcome === 'met' && assessmentId !== null
      ? [{ evidenceId, submissionId, assessmentId, kind, happenedOn }]
      : [];
  });
}
