import type { SignalFacts } from './facts.ts';
import type { SignalActor, SignalKind } from './kinds.ts';

/**
 * One thing that needs a look, worked out from facts on a day and never kept. The trainee reads the same words as her tutor.
 */
export interface Signal {
  readonly kind: SignalKind;
  readonly traineeId: string;
  /** Names the facts behind it, in parts with commas between: see `knowsAll`. */
  readonly factKey: string;
  /** The day from which its facts are so, `YYYY-MM-DD`. */
  readonly since: string;
  /** What the facts are, as a sentence without a full stop that names nobody: it stands beside a name, and on her own page. */
  readonly reason: string;
  /** The next sensible step, for whoever acts. */
  readonly nextStep: string;
  readonly actor: SignalActor;
  /** The page with the facts, as somebody else than the trainee opens it. */
  readonly href: string;
  /** The page with the same facts as she opens it herself. */
  readonly ownHref: string;
}

/** What somebody noted about a signal. It stands apart until `returnsOn`, or until there are facts that the note did not know. */
export interface SignalNote {
  readonly id: string;
  readonly kind: SignalKind;
  readonly factKey: string;
  readonly words: string;
  /** Who noted it, by name. */
  readonly by: string;
  readonly notedOn: string;
  /** The first day on which it is before her again. */
  readonly returnsOn: string;
}

/** A signal with the note that stands over it today, or null; and the one before, where a note has run out. */
export interface NotedSignal extends Signal {
  readonly note: SignalNote | null;
  /** The newest note about this kind that stands no more: it came back since. */
  readonly earlierNote: SignalNote | null;
}

/** A trainee with everything that needs a look about her on a day. */
export interface TraineeSignals {
  readonly traineeId: string;
  readonly name: string;
  /** In the weeks that are watched hardest. */
  readonly isInFirstWeeks: boolean;
  readonly signals: readonly NotedSignal[];
  readonly facts: SignalFacts;
}
