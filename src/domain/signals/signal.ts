import type { SignalActor, SignalKind } from './kinds.ts';

/**
 * One thing that needs a look, worked out from facts on a day and never kept. The trainee reads the same words as her tutor.
 */
export interface Signal {
  readonly kind: SignalKind;
  readonly traineeId: string;
  /** Names the facts behind it: as long as it stays the same, nothing has changed. */
  readonly factKey: string;
  /** The day from which it says so, `YYYY-MM-DD`. */
  readonly since: string;
  /** What the facts are, as a sentence that names nobody: it stands beside a name, and on her own page. */
  readonly reason: string;
  /** The next sensible step, for whoever acts. */
  readonly nextStep: string;
  readonly actor: SignalActor;
  /** The page with the facts, as somebody else than the trainee opens it. */
  readonly href: string;
}

/** What somebody noted about a signal. It stands apart until `returnsOn`, or until its facts are others. */
export interface SignalNote {
  readonly kind: SignalKind;
  readonly factKey: string;
  readonly words: string;
  readonly by: string;
  readonly notedOn: string;
  /** The first day on which it is before her again. */
  readonly returnsOn: string;
}

/** A signal with the note that stands over it today, or null. */
export interface NotedSignal extends Signal {
  readonly note: SignalNote | null;
}
