import { addDays } from '../calendar.ts';
import { tutorState, type TutorAssignment, tutorsOn } from './tutors.ts';

/** How many days ahead a tutor, cover or a hand-over may begin or end. */
const COVER_DAYS_AHEAD = 366;

/** Somebody who may be made a tutor, as the rules ask about her. `traineeIn`: the cohorts that she is in herself. */
export interface TutorPerson {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly traineeIn: readonly string[];
}

function startsOnProblem(startsOn: string, today: string): string | null {
  if (startsOn < today) return 'Choose today or a day to come';
  return startsOn > addDays(today, COVER_DAYS_AHEAD) ? 'Choose a day within a year' : null;
}

/** Why somebody cannot be a tutor of these cohorts at all, or null. Nobody is her own tutor. */
function personProblem(person: TutorPerson | null, cohortIds: readonly string[]): string | null {
  if (!person) return 'Choose somebody';
  if (person.isDisabled) return `The account of ${person.name} is switched off`;
  return person.traineeIn.some((id) => cohortIds.includes(id))
    ? `${person.name} is a trainee of this cohort, and nobody is her own tutor`
    : null;
}

export interface AssignFacts {
  readonly cohortId: string;
  readonly person: TutorPerson | null;
  /** The first day, and the first one without, or null where it has no end yet. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Whom she covers for, or empty where it is her own cohort. */
  readonly coversId: string;
  /** Every assignment of a tutor to this cohort. */
  readonly tutors: readonly TutorAssignment[];
  readonly today: string;
}

/** Why somebody cannot be made a tutor, by field: `personId`, `startsOn`, `lastDay`, `coversId`. Cover has a last day; two times of one person do not overlap. */
export function assignProblems(facts: AssignFacts): Record<string, string> {
  const fields: Record<string, string | null> = {
    personId: personProblem(facts.person, [facts.cohortId]) ?? overlapProblem(facts),
    startsOn: startsOnProblem(facts.startsOn, facts.today),
    lastDay: endProblem(facts),
    coversId: coversProblem(facts),
  };
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
}

function overlapProblem({ person, startsOn, endsOn, tutors }: AssignFacts): string | null {
  const overlaps = (one: TutorAssignment) =>
    tutorState(one, startsOn) !== 'never' &&
    (one.endsOn === null || one.endsOn > startsOn) &&
    (endsOn === null || endsOn > one.startsOn);
  return tutors.some((one) => one.personId === person?.id && overlaps(one))
    ? `${person?.name ?? ''} is a tutor of this cohort at that time already`
    : null;
}

function endProblem({ startsOn, endsOn, coversId, today }: AssignFacts): string | null {
  if (endsOn === null) return coversId === '' ? null : 'Give the last day: cover is for a time';
  if (endsOn <= startsOn) return 'The last day cannot be before the first';
  return endsOn > addDays(today, 2 * COVER_DAYS_AHEAD) ? 'Choose a day within two years' : null;
}

function coversProblem({ person, startsOn, coversId, tutors }: AssignFacts): string | null {
  if (coversId === '') return null;
  if (coversId === person?.id) return 'Nobody covers for herself';
  return tutorsOn(tutors, startsOn).some(({ personId }) => personId === coversId)
    ? null
    : 'Choose somebody who is a tutor of this cohort on the first day';
}

export interface EndFacts {
  readonly assignment: TutorAssignment;
  /** The first day without the cohort. */
  readonly endsOn: string;
  readonly tutors: readonly TutorAssignment[];
  readonly today: string;
}

/** Whether nobody is a tutor of the cohort any more from a day on. */
export function leavesAlone({ assignment, endsOn, tutors }: EndFacts): boolean {
  return tutorsOn(tutors, endsOn).every(({ id }) => id === assignment.id);
}

/** Why an assignment cannot end on this day, as a sentence for the field `endsOn`, or null. What is over stays as it was; ending never gives more time, because it asks for no password. */
export function endsOnProblem({ assignment, endsOn, today }: EndFacts): string | null {
  const state = tutorState(assignment, today);
  if (state === 'past' || state === 'never') return 'This has ended already';
  if (assignment.endsOn !== null && endsOn > assignment.endsOn)
    return 'This ends earlier already. To go on longer, assign the same tutor again from that day';
  return startsOnProblem(endsOn, today);
}

export interface TutorHandOverFacts {
  readonly from: TutorPerson | null;
  readonly to: TutorPerson | null;
  /** The first day with the new tutor. */
  readonly startsOn: string;
  readonly today: string;
  /** The cohorts that go over. */
  readonly cohortIds: readonly string[];
}

/** Why cohorts cannot be handed over, by field: `fromId`, `toId`, `startsOn`. */
export function tutorHandOverProblems({
  from,
  to,
  startsOn,
  today,
  cohortIds,
}: TutorHandOverFacts): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!from) fields.fromId = 'Choose whose cohort is handed over';
  else if (cohortIds.length === 0) fields.fromId = `${from.name} is a tutor of no cohort from that day on`;
  const problem =
    to && to.id === from?.id ? 'Choose somebody else than the one who hands over' : personProblem(to, cohortIds);
  if (problem !== null) fields.toId = problem;
  const day = startsOnProblem(startsOn, today);
  if (day !== null) fields.startsOn = day;
  return fields;
}

/** What is open of one tutor in one cohort: told before she ends, and it waits for the next. */
export interface OpenOfTutor {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly trainees: number;
  /** Reviews whose record she is to sign, or is still writing. */
  readonly reviews: number;
  /** Actions of the contact log that she was to do. */
  readonly actions: number;
  /** Review meetings that are planned from the day on. */
  readonly meetings: number;
  /** Wishes to swap a peer session that wait for an answer. */
  readonly swaps: number;
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${String(count)} ${count === 1 ? one : many}`];

/** What is open, in words, for a list; empty where nothing is. */
export function openWords({ reviews, actions, meetings, swaps }: OpenOfTutor): string[] {
  return [
    ...counted(reviews, 'review without the tutor’s signature', 'reviews without the tutor’s signature'),
    ...counted(actions, 'open action of the contact log', 'open actions of the contact log'),
    ...counted(meetings, 'review meeting planned', 'review meetings planned'),
    ...counted(swaps, 'wish to swap a peer session', 'wishes to swap a peer session'),
  ];
}
