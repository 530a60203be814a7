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
    /** A quality assurer did not agree with this very decision. */
    readonly isRejected?: boolean;
  }[];
  readonly isWithdrawn: boolean;
  /** False where its words were removed, or a file of it is not there or still waits for the virus scanner. */
  readonly isReadable: boolean;
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

/** The same by whether they can still be read: nobody signs for what cannot be. */
export function piecesByReading(criterionId: string, evidence: readonly EvidenceFacts[]) {
  const pieces = shownPieces(criterionId, evidence);
  if (evidence.every(({ isReadable }) => isReadable)) return { readable: pieces, unreadable: [] };
  const closed = new Set(evidence.filter(({ isReadable }) => !isReadable).map(({ submissionId }) => submissionId));
  return {
    readable: pieces.filter(({ submissionId }) => !closed.has(submissionId)),
    unreadable: pieces.filter(({ submissionId }) => closed.has(submissionId)),
  };
}

/**
 * Whether a criterion has to be decided on again in some piece of evidence: a quality assurer did not agree with a decision, and none
 * that counts was made since. A rejection counts for the decision it was made on; once the piece was handed in again without that
 * criterion, nothing is left to decide there.
 */
export function awaitsNewDecision(criterionId: string, evidence: readonly EvidenceFacts[]): boolean {
  const isRefused = ({ decisions, isWithdrawn }: EvidenceFacts) =>
    !isWithdrawn && decisions.some((one) => one.isRejected === true && one.criterionId === criterionId);
  if (!evidence.some(isRefused)) return false;
  const standing = evidence.filter(({ isWithdrawn }) => !isWithdrawn);
  return [...Map.groupBy(standing, ({ evidenceId }) => evidenceId).values()].some((snapshots) => {
    const newestFirst = snapshots.toSorted((a, b) => b.number - a.number);
    if (!newestFirst[0]?.criteria.includes(criterionId)) return false;
    const decisions = newestFirst.flatMap((one) =>
      one.decisions.filter((decision) => decision.criterionId === criterionId),
    );
    return decisions.find(({ counts, isRejected }) => counts || isRejected === true)?.isRejected === true;
  });
}
