import type { Standing } from '../progress/standing.ts';
import type { SignalFacts } from '../signals/facts.ts';
import type { NotedSignal } from '../signals/signal.ts';
import type { ReviewGap } from '../supervision/gap.ts';

/** One trainee of a cohort, as its page shows her. */
export interface CohortRow {
  readonly traineeId: string;
  readonly name: string;
  readonly routeId: string;
  readonly isInFirstWeeks: boolean;
  readonly signals: readonly NotedSignal[];
  readonly facts: SignalFacts;
  readonly standing: Standing;
  /** The three-way review that comes next. */
  readonly review: Pick<ReviewGap, 'dueOn' | 'isOverdue' | 'lastHeldOn'>;
  /** The day she was last here, or null. */
  readonly lastSeenOn: string | null;
}
