import { canonicalJson } from '../ledger/canonicalJson.ts';
import { wholeSecond } from '../ledger/wholeSecond.ts';
import type { ReviewPart } from './words.ts';

/** Something that was agreed: what, who does it, by when. */
export interface AgreedAction {
  readonly id: string;
  readonly position: number;
  readonly words: string;
  readonly part: ReviewPart;
  readonly dueOn: string;
}

/** A review as its row and its actions hold it. */
export interface ReviewRecord {
  readonly id: string;
  readonly traineeId: string;
  readonly meetingId: string | null;
  readonly heldOn: string;
  /** The agenda, as text that is never built again. */
  readonly facts: string;
  readonly notes: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly actions: readonly AgreedAction[];
}

/** The one text of a review, agenda, notes and actions included: its SHA-256 is what a signature vouches for. Source: docs/ledger.md. */
export function reviewText(review: ReviewRecord): string {
  return canonicalJson({
    label: 'pqip-review-v1',
    id: review.id,
    traineeId: review.traineeId,
    meetingId: review.meetingId,
    heldOn: review.heldOn,
    facts: review.facts,
    notes: review.notes,
    createdBy: review.createdBy,
    createdAt: wholeSecond(review.createdAt),
    savedBy: review.savedBy,
    savedAt: wholeSecond(review.savedAt),
    actions: review.actions
      .map(({ id, position, words, part, dueOn }) => ({ id, position, words, part, dueOn }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  });
}
