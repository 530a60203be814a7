import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import type { CriterionOutcome, EvidenceKind } from '../portfolio/words.ts';

export interface TestimonyDecision {
  readonly kind: EvidenceKind;
  readonly decisions: readonly { readonly outcome: CriterionOutcome }[];
  /** How an assessor made sure of the witness; null where nobody has said. */
  readonly check: object | null;
}

/**
 * Why these decisions cannot be released, or null: nothing is met on the word of a witness nobody has made sure of.
 * Asked inside the transaction that releases them, with `findWitnessCheck`.
 */
export function uncheckedWitness({ kind, decisions, check }: TestimonyDecision): Refusal | null {
  const meets = decisions.some(({ outcome }) => outcome === 'met');
  if (kind !== 'witness_testimony' || check !== null || !meets) return null;
  return new Refusal('conflict', {
    words: 'Note first how you made sure of the witness. Then a criterion can be met by this testimony.',
  });
}

/** What asking a witness depends on. */
export interface AskFacts {
  readonly viewer: Pick<Viewer, 'id'>;
  readonly traineeId: string;
  readonly kind: EvidenceKind;
  readonly removedAt: Date | null;
  readonly answeredAt: Date | null;
  /** Everybody who made a link for this piece of evidence before. */
  readonly askedBy: readonly string[];
}

/**
 * Why she cannot make a link for this evidence, or null. `not_found` for an assessor where the trainee asks herself: what is not
 * handed in yet is the trainee's.
 */
export function askProblem({ viewer, traineeId, kind, removedAt, answeredAt, askedBy }: AskFacts): Refusal | null {
  const isOthers = viewer.id !== traineeId && !askedBy.includes(viewer.id);
  if (isOthers || kind !== 'witness_testimony' || removedAt !== null) return new Refusal('not_found');
  if (answeredAt) return new Refusal('conflict', { words: 'The witness has answered already.' });
  return null;
}

/** She whose evidence it is, and whoever made a link for it, cannot be its witness. */
export function isOwnTestimony(
  viewer: Pick<Viewer, 'id'> | null,
  { traineeId, askedBy }: Pick<AskFacts, 'traineeId' | 'askedBy'>,
): boolean {
  return viewer !== null && (viewer.id === traineeId || askedBy.includes(viewer.id));
}
