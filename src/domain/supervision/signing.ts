import type { Viewer } from '../access/viewer.ts';
import { needsFreshPassword } from '../accounts/limits.ts';
import { formatDay } from '../calendar.ts';
import { Refusal } from '../errors.ts';
import { partsOf } from './parts.ts';
import { REVIEW_PARTS, type ReviewPart } from './words.ts';

/** A signature that is there. */
export interface PartSigned {
  readonly part: ReviewPart;
  readonly personId: string;
  readonly personName: string;
}

export interface ReviewState {
  readonly traineeId: string;
  readonly cohortId: string | null;
  readonly heldOn: string;
  readonly notes: string;
  readonly actions: readonly unknown[];
  readonly readyAt: Date | null;
  readonly signatures: readonly PartSigned[];
}

export interface SignReviewFacts {
  readonly viewer: Pick<Viewer, 'id' | 'roles' | 'tutorOf' | 'managerOf'>;
  readonly review: ReviewState;
  /** SHA-256 of the record as it is now, and of the one that stood on the page she signed. */
  readonly sha256: string;
  readonly shownSha256: string;
  readonly part: ReviewPart;
  readonly today: string;
  readonly factorAt: Date;
  readonly at: Date;
}

const conflict = (words: string) => new Refusal('conflict', { words });

/** Whether this very person has signed for this very part: the same form again changes nothing. */
export function isSignedAlready({
  viewer,
  part,
  review,
}: Pick<SignReviewFacts, 'viewer' | 'part' | 'review'>): boolean {
  return review.signatures.some((signature) => signature.part === part && signature.personId === viewer.id);
}

/**
 * Why she cannot sign this for that part, or null. Asked before the page is shown and again inside the transaction.
 * `not_allowed` for a part that is not hers, `fresh_password` where the password was given too long ago, else `conflict`.
 */
export function reviewSignProblems(facts: SignReviewFacts): Refusal | null {
  return (
    partProblem(facts) ?? takenProblem(facts) ?? unreadyProblem(facts) ?? textProblem(facts) ?? passwordProblem(facts)
  );
}

function partProblem({ viewer, review, part }: SignReviewFacts): Refusal | null {
  if (partsOf(viewer, review).includes(part)) return null;
  return new Refusal('not_allowed', { words: `You do not sign for the ${part} in this record.` });
}

function takenProblem({ viewer, review, part }: SignReviewFacts): Refusal | null {
  const own = review.signatures.find(({ personId }) => personId === viewer.id);
  if (own) return conflict(`You signed this record already, for the ${own.part}. One person signs for one part.`);
  const taken = review.signatures.find((signature) => signature.part === part);
  return taken
    ? conflict(`${taken.personName} has signed for the ${part} in the meantime. Nothing is left to sign.`)
    : null;
}

function unreadyProblem({ review, today }: SignReviewFacts): Refusal | null {
  if (review.readyAt === null)
    return conflict(
      'This record is still being written. It can be signed once the tutor or the manager says that it is ready.',
    );
  if (review.heldOn > today)
    return conflict(`The meeting is on ${formatDay(review.heldOn)}. The record can be signed from that day on.`);
  return isEmpty(review) ? conflict('Nothing is written in this record yet, so there is nothing to sign.') : null;
}

/** Nothing to put a name under: neither notes nor anything agreed. */
export function isEmpty({ notes, actions }: Pick<ReviewState, 'notes' | 'actions'>): boolean {
  return notes.trim() === '' && actions.length === 0;
}

function textProblem({ sha256, shownSha256 }: SignReviewFacts): Refusal | null {
  if (sha256 === shownSha256) return null;
  return conflict('The record changed after you opened this page. Read it again, then sign.');
}

function passwordProblem({ factorAt, at }: SignReviewFacts): Refusal | null {
  return needsFreshPassword({ authenticatedAt: factorAt }, at) ? new Refusal('fresh_password') : null;
}

/** The parts that are not signed yet. */
export function missingParts(signatures: readonly { readonly part: ReviewPart }[]): readonly ReviewPart[] {
  return REVIEW_PARTS.filter((part) => signatures.every((signature) => signature.part !== part));
}

/** The part she can sign now, or null: hers, ready, and not signed by her or for that part. */
export function partToSign(
  viewer: SignReviewFacts['viewer'],
  review: Pick<ReviewState, 'traineeId' | 'cohortId' | 'readyAt' | 'signatures'>,
): ReviewPart | null {
  if (review.readyAt === null || review.signatures.some(({ personId }) => personId === viewer.id)) return null;
  const missing = missingParts(review.signatures);
  return partsOf(viewer, review).find((part) => missing.includes(part)) ?? null;
}
