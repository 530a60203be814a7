import type { AskedAfter } from '#src/domain/peerSessions/afterwards.ts';
import type { ShownFeedback } from '#src/domain/peerSessions/feedback.ts';
import type { IntentionOutcome, PeerAttendance } from '#src/domain/peerSessions/words.ts';

/** A question as whoever leads reads it; `name` null: asked without one, and nobody knows whose it is. */
export interface QuestionView {
  readonly id: string;
  readonly words: string;
  readonly name: string | null;
  readonly isAnswered: boolean;
}

/** For a trainee of the cohort, before the session. */
export interface AskingView {
  /** For the next question, made when the form is shown. */
  readonly id: string;
  readonly mayAskWithoutName: boolean;
  /** The day on which questions without a name are handed on together. */
  readonly handedOn: string;
  /** Hers with her name, which she can take back. */
  readonly own: readonly { readonly id: string; readonly words: string }[];
}

/** For whoever leads. */
export interface QuestionsView {
  readonly questions: readonly QuestionView[];
  /** When those without a name come next; null where none come any more. */
  readonly nextHandedOn: string | null;
}

export interface MemberView {
  readonly traineeId: string;
  readonly name: string;
  readonly attendance: PeerAttendance | null;
}

/** For whoever leads, from the day of the session on. */
export interface ClosingView {
  readonly members: readonly MemberView[];
  readonly isClosed: boolean;
}

/** What one person says after a session that was held. */
export interface OwnAfterView {
  readonly sessionId: string;
  readonly title: string;
  readonly day: string;
  readonly asks: readonly AskedAfter[];
  readonly attendance: PeerAttendance | null;
  readonly intention: string | null;
  readonly outcome: IntentionOutcome | null;
  readonly review: string | null;
  /** From this day on she is asked what became of it. */
  readonly reviewFrom: string;
  readonly mayReview: boolean;
  readonly helped: string | null;
  readonly suggestion: string | null;
}

/** For the one who led. */
export interface LedView {
  readonly feedback: readonly ShownFeedback[];
  /** The last day of writing; afterwards all of it is shown. */
  readonly feedbackUntil: string;
  readonly isWhole: boolean;
  readonly evidenceId: string | null;
  /** For the draft, made when the form is shown. */
  readonly newEvidenceId: string;
}

export interface AfterCountsView {
  readonly there: number;
  readonly apologies: number;
  readonly absent: number;
  readonly intentions: number;
  readonly reviews: number;
}

/** What the page of a session shows under its plan: questions for it, who was there, and once it was closed what people take away. */
export interface AfterSessionView {
  readonly sessionId: string;
  readonly leaderName: string | null;
  /** Null where the viewer cannot ask, or any more. */
  readonly asking: AskingView | null;
  readonly questions: QuestionsView | null;
  readonly closing: ClosingView | null;
  /** Null before the session was closed. */
  readonly counts: AfterCountsView | null;
  readonly own: OwnAfterView | null;
  readonly led: LedView | null;
}
