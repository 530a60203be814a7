import { insertAuditEntries, type NewAuditEntry } from '#db/queries/audit.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import {
  endTutors,
  findTutor,
  insertTutors,
  listTutorPeople,
  listTutors,
  type TutorRow,
} from '#db/queries/cohortCover/tutors.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { assignProblems, endsOnProblem, leavesAlone } from '#src/domain/cohortCover/rules.ts';
import { addDays } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { newId, now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';

type Actor = Pick<Viewer, 'id'>;
type Act = Pick<NewAuditEntry, 'act' | 'personId' | 'cohortId' | 'details'>;

/** Writes down what an administrator did to tutors, in the transaction in which it is done. */
export function noteActs(tx: Writer, actor: Actor, acts: readonly Act[]): Promise<void> {
  return insertAuditEntries(
    tx,
    acts.map((act) => ({ ...act, id: newId(), at: now(), actorId: actor.id })),
  );
}

export interface NewTutor {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly startsOn: string;
  /** The last day, or empty where it has none yet. */
  readonly lastDay: string;
  /** Whom she covers for, or empty. */
  readonly coversId: string;
}

/** Makes somebody a tutor of a cohort, for good or as cover. A repeat changes nothing. Throws `bad_input`, `conflict`, `not_found`. */
export async function assignTutor(tx: Writer, actor: Actor, asked: NewTutor): Promise<void> {
  const { id, cohortId, personId, startsOn, lastDay, coversId } = asked;
  if (!(await findCohort(tx, cohortId))) throw new Refusal('not_found');
  const endsOn = lastDay === '' ? null : addDays(lastDay, 1);
  const kept = await findTutor(tx, id);
  if (kept) return refuseOther(kept, asked);
  const tutors = await listTutors(tx, [cohortId]);
  const person = (await listTutorPeople(tx, today())).find((one) => one.id === personId) ?? null;
  const fields = assignProblems({ cohortId, person, startsOn, endsOn, coversId, tutors, today: today() });
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  await refuseFull(tx, 'tutors', cohortId);
  const covers = coversId === '' ? null : coversId;
  await insertTutors(tx, [{ id, personId, cohortId, startsOn, endsOn, coversId: covers }]);
  const details = { kind: 'tutor', startsOn, endsOn, coversId: covers };
  await noteActs(tx, actor, [{ act: covers ? 'cover.given' : 'assignment.given', personId, cohortId, details }]);
}

function refuseOther(kept: TutorRow, { cohortId, personId }: NewTutor): void {
  if (kept.cohortId !== cohortId || kept.personId !== personId) throw new Refusal('conflict');
}

export interface EndedTutor {
  readonly assignmentId: string;
  /** The first day without the cohort. */
  readonly endsOn: string;
  /** Ticked: the cohort may be without a tutor from then on. */
  readonly anyway: boolean;
}

/** Ends the assignment of a tutor on a day; gives back the cohort. A repeat changes nothing. Throws `bad_input`, `not_found`. */
export async function endTutor(
  tx: Writer,
  actor: Actor,
  { assignmentId, endsOn, anyway }: EndedTutor,
): Promise<string> {
  const assignment = await findTutor(tx, assignmentId);
  if (!assignment) throw new Refusal('not_found');
  const { cohortId, personId, startsOn } = assignment;
  const end = endsOn < startsOn ? startsOn : endsOn;
  if (assignment.endsOn === end) return cohortId;
  const facts = { assignment, endsOn, today: today(), tutors: await listTutors(tx, [cohortId]) };
  const problem = endsOnProblem(facts);
  if (problem !== null) throw new Refusal('bad_input', { fields: { endsOn: problem } });
  if (leavesAlone(facts) && !anyway)
    throw new Refusal('bad_input', {
      fields: { anyway: 'Say that the cohort may be without a tutor from then on, or name another one first' },
    });
  await endTutors(tx, [assignmentId], endsOn);
  await noteActs(tx, actor, [
    { act: 'assignment.ended', personId, cohortId, details: { kind: 'tutor', startsOn, endsOn: end } },
  ]);
  return cohortId;
}
