import type { StandingOnDay } from '../quality/standing.ts';
import type { Countersigning } from './countersigning.ts';

/** How many days ahead a hand-over may begin. */
export const HAND_OVER_DAYS_AHEAD = 183;

/** Somebody who may assess, as a hand-over asks about her. */
export interface HandOverPerson {
  readonly id: string;
  readonly name: string;
  readonly isAssessor: boolean;
  readonly isDisabled: boolean;
  /** How far she is on the day; `countersignerId`: only who can countersign then. */
  readonly standing: StandingOnDay;
}

/** A trainee of the assessor who hands over. */
export interface HandOverTrainee {
  readonly traineeId: string;
  readonly name: string;
  /** Who manages her on the day. */
  readonly managerIds: readonly string[];
  /** She has the new assessor already, from that day on. */
  readonly hasNew: boolean;
  /** Snapshots that wait for a decision. */
  readonly waiting: number;
  /** Decisions that are held and not released, by the assessor who hands over. */
  readonly held: number;
  /** Observations and discussions that she began and that are not finished; nobody else can finish them. */
  readonly unfinished: number;
}

export interface HandOverFacts {
  readonly from: HandOverPerson | null;
  readonly to: HandOverPerson | null;
  /** The first day with the new assessor, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly today: string;
  readonly latest: string;
  readonly trainees: readonly HandOverTrainee[];
  readonly countersigning: Countersigning;
}

/**
 * Why trainees cannot be handed over, or an empty record: fields `from`, `to`, `startsOn`. A line manager assesses nobody she manages:
 * her word about somebody is testimony, and no assessment decision (docs/decisions.md).
 */
export function handOverProblems({
  from,
  to,
  startsOn,
  today,
  latest,
  trainees,
}: HandOverFacts): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!from) fields.from = 'Choose whose trainees are handed over';
  else if (trainees.length === 0) fields.from = `${from.name} assesses nobody on that day`;
  const problem = newAssessorProblem(to, from, trainees);
  if (problem !== null) fields.to = problem;
  if (startsOn < today) fields.startsOn = 'Choose today or a day to come';
  else if (startsOn > latest) fields.startsOn = 'Choose a day within half a year';
  return fields;
}

function newAssessorProblem(
  to: HandOverPerson | null,
  from: HandOverPerson | null,
  trainees: readonly HandOverTrainee[],
): string | null {
  if (!to) return 'Choose who assesses them from then on';
  if (to.id === from?.id) return 'Choose somebody else than the one who hands over';
  if (to.isDisabled) return `The account of ${to.name} is switched off`;
  if (!to.isAssessor) return `${to.name} is not an assessor`;
  const herself = trainees.find(({ traineeId }) => traineeId === to.id);
  if (herself) return `${to.name} is one of these trainees, and nobody assesses herself`;
  const managed = trainees.filter(({ managerIds }) => managerIds.includes(to.id));
  if (managed.length > 0)
    return `${to.name} manages ${managed.map(({ name }) => name).join(', ')}, and nobody assesses somebody she manages`;
  return trainingProblem(to, trainees);
}

/** In training she needs somebody qualified who countersigns, and that is none of the trainees. */
function trainingProblem({ name, standing }: HandOverPerson, trainees: readonly HandOverTrainee[]): string | null {
  if (!standing.needsCountersign) return null;
  if (standing.countersignerId === null) return `${name} is in training, and nobody countersigns for her yet`;
  return trainees.some(({ traineeId }) => traineeId === standing.countersignerId)
    ? `Whoever countersigns for ${name} is one of these trainees`
    : null;
}

/** What is lost unless it is finished first: told before, and handed over only when that was ticked. */
export function leftUnfinished(trainees: readonly HandOverTrainee[]): number {
  return trainees.reduce((sum, { unfinished }) => sum + unfinished, 0);
}
