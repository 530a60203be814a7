import { findCohort } from '#db/queries/cohorts.ts';
import { listOpenOfTutor, listOwnCohorts, listTutorPeople, listTutors } from '#db/queries/cohortCover/tutors.ts';
import type { Reader } from '#db/client.ts';
import {
  type OpenOfTutor,
  type TutorHandOverFacts,
  tutorHandOverProblems,
  type TutorPerson,
} from '#src/domain/cohortCover/rules.ts';
import { today } from '../portal.ts';

/** Who is, was and will be a tutor of a cohort, and who may be chosen; null where there is no such cohort. Three queries in one round trip. */
export async function loadCover(db: Reader, cohortId: string) {
  const [cohort, tutors, people] = await Promise.all([
    findCohort(db, cohortId),
    listTutors(db, [cohortId]),
    listTutorPeople(db, today()),
  ]);
  return cohort && { cohort, tutors, people };
}

export interface TutorHandOverQuestion {
  readonly fromId: string;
  readonly toId: string;
  /** The first day with the new tutor. */
  readonly startsOn: string;
  /** One cohort, or null for all that are hers from that day on. */
  readonly cohortId: string | null;
}

export interface TutorHandOver {
  readonly from: TutorPerson | null;
  readonly to: TutorPerson | null;
  /** What goes over, with what is open in it. */
  readonly cohorts: readonly OpenOfTutor[];
  readonly problems: Readonly<Record<string, string>>;
}

/** What a hand-over would do, and why it cannot be done. Three queries in two round trips. */
export async function loadTutorHandOver(
  db: Reader,
  { fromId, toId, startsOn, cohortId }: TutorHandOverQuestion,
): Promise<TutorHandOver> {
  const [people, own] = await Promise.all([
    listTutorPeople(db, today()),
    fromId === '' ? [] : listOwnCohorts(db, fromId, startsOn),
  ]);
  const cohortIds = own.filter((id) => cohortId === null || id === cohortId);
  const personOf = (id: string) => people.find((one) => one.id === id) ?? null;
  const facts: TutorHandOverFacts = { from: personOf(fromId), to: personOf(toId), startsOn, today: today(), cohortIds };
  const cohorts =
    cohortIds.length === 0 ? [] : await listOpenOfTutor(db, { personId: fromId, cohortIds, day: startsOn });
  return { from: facts.from, to: facts.to, cohorts, problems: tutorHandOverProblems(facts) };
}
