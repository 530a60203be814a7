import { addDays, addMonths } from '../calendar.ts';
import type { PeerAttendance } from './words.ts';

/** Characters of what people write after a session. */
export const AFTER_LIMITS = { intention: 600, review: 600, helped: 300, suggestion: 300 } as const;

/** So many days from the session on, its own day included, people say what they will do differently. */
const INTENTION_DAYS = 14;
/** So many days they write to whoever led. Then she reads all of it. */
const FEEDBACK_DAYS = 7;
/** So long the question of a month later is put on the first page. */
const REVIEW_ASKED_DAYS = 28;

/** A session, and what one person has to do with it. */
export interface OwnPart {
  readonly day: string;
  readonly heldAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly attendance: PeerAttendance | null;
  readonly isLeader: boolean;
}

export const intentionUntil = (day: string): string => addDays(day, INTENTION_DAYS - 1);
export const feedbackUntil = (day: string): string => addDays(day, FEEDBACK_DAYS - 1);
export const reviewFrom = (day: string): string => addMonths(day, 1);

function whyNothingYet({ heldAt, cancelledAt, attendance }: OwnPart): string | null {
  if (cancelledAt !== null) return 'This session was cancelled.';
  if (heldAt === null) return 'This session is not closed yet.';
  return attendance === 'there' ? null : 'This is asked of those who were there.';
}

/** Why somebody cannot say what she will do differently, or null. */
export function whyNoIntention(part: OwnPart, today: string): string | null {
  if (today > intentionUntil(part.day)) return 'This was asked in the two weeks after the session.';
  return whyNothingYet(part);
}

/** Why somebody cannot write to whoever led, or null. */
export function whyNoFeedback(part: OwnPart, today: string): string | null {
  if (part.isLeader) return 'You led this session. What helped is said by the others.';
  if (today > feedbackUntil(part.day)) return 'This was asked in the week after the session.';
  return whyNothingYet(part);
}

/** Why nothing can be said yet about what became of an intention, or null. There is no last day. */
export function whyNoReview(
  part: { readonly day: string; readonly hasIntention: boolean },
  today: string,
): string | null {
  if (!part.hasIntention) return 'You have not said what you would do differently.';
  return today < reviewFrom(part.day) ? 'This is asked a month after the session.' : null;
}

/** What somebody said about a session so far. */
export interface OwnWords {
  readonly hasIntention: boolean;
  readonly hasReview: boolean;
  readonly hasFeedback: boolean;
}

export type AskedAfter = 'close' | 'intention' | 'feedback' | 'review';

/** What one session asks of a person today, the most pressing first. A review is put for four weeks and can be written for ever. */
export function asksOf(part: OwnPart, words: OwnWords, today: string): AskedAfter[] {
  const asks: readonly (readonly [AskedAfter, boolean])[] = [
    ['close', part.isLeader && whyNotClosed(part, today) === null],
    ['intention', !words.hasIntention && whyNoIntention(part, today) === null],
    ['feedback', !words.hasFeedback && whyNoFeedback(part, today) === null],
    [
      'review',
      !words.hasReview &&
        whyNoReview({ ...part, ...words }, today) === null &&
        today < addDays(reviewFrom(part.day), REVIEW_ASKED_DAYS),
    ],
  ];
  return asks.filter(([, isAsked]) => isAsked).map(([ask]) => ask);
}

/** Why a session cannot be closed now, or null. Attendance is asked beside. */
export function whyNotClosed(
  { day, heldAt, cancelledAt }: Pick<OwnPart, 'day' | 'heldAt' | 'cancelledAt'>,
  today: string,
): string | null {
  if (cancelledAt !== null) return 'This session was cancelled.';
  if (heldAt !== null) return 'This session is closed already.';
  return today < day ? 'A session is closed once it was held.' : null;
}
