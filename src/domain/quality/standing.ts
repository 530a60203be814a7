import type { AssessorStanding } from './words.ts';

/** How far an assessor is from a day on, as a quality assurer entered it. In the order in which they were entered. */
export interface StandingRow {
  readonly assessorId: string;
  readonly standing: AssessorStanding;
  readonly countersignerId: string | null;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
}

/** How far an assessor is on a day. */
export interface StandingOnDay {
  readonly standing: AssessorStanding;
  /** Who countersigns while she is in training; null otherwise. */
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

/** What is known when somebody's standing is entered. */
interface StandingWorld {
  readonly rows: readonly StandingRow[];
  /** Whoever is an assessor today. */
  readonly assessors: ReadonlySet<string>;
}

/** Whether somebody is in training on a day or will be later, as far as it was entered. */
function isInTrainingFrom(rows: readonly StandingRow[], assessorId: string, day: string): boolean {
  const later = rows.filter((row) => row.assessorId === assessorId && row.effectiveFrom > day);
  const isLater = later.some((row) => row.standing === 'in_training');
  return isLater || standingOnDay(rows, assessorId, day).standing === 'in_training';
}

/** Assessors in training whom somebody countersigns on a day. */
export function countersignedBy(rows: readonly StandingRow[], countersignerId: string, day: string): string[] {
  const ids = [...new Set(rows.map(({ assessorId }) => assessorId))];
  return ids.filter((id) => standingOnDay(rows, id, day).countersignerId === countersignerId);
}

function countersignerProblem(entry: StandingRow, { rows, assessors }: StandingWorld): string | null {
  const { countersignerId, assessorId, effectiveFrom } = entry;
  if (countersignerId === null || countersignerId === '') return 'Choose who countersigns while she is in training';
  if (countersignerId === assessorId) return 'Nobody countersigns her own decisions. Choose a colleague';
  if (!assessors.has(countersignerId)) return 'Choose a colleague who is an assessor';
  return isInTrainingFrom(rows, countersignerId, effectiveFrom)
    ? 'This colleague is in training herself. Choose one who is qualified'
    : null;
}

/** What is wrong with an entry of how far an assessor is: field -> one sentence; empty where nothing is. */
export function standingProblems(entry: StandingRow, world: StandingWorld): Record<string, string> {
  if (entry.standing !== 'in_training') return {};
  const problem = countersignerProblem(entry, world);
  if (problem !== null) return { countersignerId: problem };
  const others = countersignedBy(world.rows, entry.assessorId, entry.effectiveFrom);
  return others.length === 0
    ? {}
    : { standing: 'She countersigns a colleague in training herself. Name another countersigner there first' };
}
