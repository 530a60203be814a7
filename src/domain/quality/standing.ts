import type { AssessorStanding } from './words.ts';

/** How far an assessor is from a day on, as a quality assurer entered it. In the order in which they were entered. */
export interface StandingRow {
  readonly assessorId: string;
  readonly standing: AssessorStanding;
  /** Who countersigns what she decides in training; of one who is not in training, what of it still waits. */
  readonly countersignerId: string | null;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
}

/** How far an assessor is on a day. */
export interface StandingOnDay {
  readonly standing: AssessorStanding;
  /** Who was named to countersign while she is in training; null otherwise. Who can: `countersignerOn`. */
  readonly countersignerId: string | null;
  /** True while she is in training: her decisions count once a qualified colleague has countersigned them. */
  readonly needsCountersign: boolean;
  /** The first day of it, or null where nobody has entered anything yet. */
  readonly since: string | null;
}

/** Until somebody enters more, an assessor counts as new: whatever she decides is sampled. Source: docs/decisions.md. */
const UNTIL_ENTERED: StandingOnDay = { standing: 'new', countersignerId: null, needsCountersign: false, since: null };

/** How far an assessor is on a day (`YYYY-MM-DD`): of what counts by then, what begins last; of two with the same first day, the one entered last. */
export function standingOnDay(rows: readonly StandingRow[], assessorId: string, day: string): StandingOnDay {
  const begun = rows.filter((row) => row.assessorId === assessorId && row.effectiveFrom <= day);
  if (begun.length === 0) return UNTIL_ENTERED;
  const last = begun.reduce((one, other) => (other.effectiveFrom >= one.effectiveFrom ? other : one));
  const inTraining = last.standing === 'in_training';
  return {
    standing: last.standing,
    countersignerId: inTraining ? last.countersignerId : null,
    needsCountersign: inTraining,
    since: last.effectiveFrom,
  };
}
