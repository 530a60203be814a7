import { insertAuditEntries } from '#db/queries/audit.ts';
import {
  type AssignmentRow,
  findAssignment,
  findPerson,
  insertAssignment,
  listAssignmentsAround,
  setAssignmentEnd,
} from '#db/queries/people/person.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { assigningProblems, endingDayProblem } from '#src/domain/people/assigning.ts';
import { newId, now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';

type By = Pick<Viewer, 'id'>;

interface Assigning {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  readonly kind: 'assessor' | 'manager';
  readonly traineeId: string;
  readonly personId: string;
  readonly startsOn: string;
}

/** Gives a trainee an assessor or a line manager from a day on. A repeat changes nothing. Throws `not_found`, `bad_input`, `conflict`. */
export async function assignPerson(tx: Writer, by: By, asked: Assigning): Promise<void> {
  const { id, kind, traineeId, personId, startsOn } = asked;
  const kept = await findAssignment(tx, id);
  if (kept?.traineeId === traineeId && kept.personId === personId) return;
  if (kept) throw new Refusal('conflict');
  const trainee = await findPerson(tx, traineeId);
  if (!trainee) throw new Refusal('not_found');
  const person = await findPerson(tx, personId);
  const others = (await listAssignmentsAround(tx, traineeId, today())).filter((one) => one.traineeId === traineeId);
  const problems = assigningProblems({ kind, trainee, person, others, startsOn, today: today() });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  await refuseFull(tx, 'assigned', traineeId);
  await insertAssignment(tx, { id, kind, personId, traineeId, startsOn });
  const details = { kind, traineeId, startsOn };
  await insertAuditEntries(tx, [
    { id: newId(), at: now(), actorId: by.id, act: 'assignment.given', personId, details },
  ]);
}

const ELSEWHERE = 'Tutors are changed on the page of their cohort, where cover and hand-over are.';

/** Ends an assignment from a day on; what would only begin later does not begin. A repeat changes nothing. Throws `not_found`, `bad_input`. */
export async function endAssignment(tx: Writer, by: By, { id, endsOn }: { id: string; endsOn: string }): Promise<void> {
  const row = await findAssignment(tx, id);
  if (!row) throw new Refusal('not_found');
  if (row.endsOn === endsOn) return;
  const problem = row.kind === 'tutor' ? ELSEWHERE : endingDayProblem(row.endsOn, endsOn, today());
  if (problem !== null) throw new Refusal('bad_input', { fields: { endsOn: problem } });
  await setAssignmentEnd(tx, id, later(row, endsOn));
  const { kind, traineeId, personId } = row;
  const details = { kind, traineeId, endsOn };
  await insertAuditEntries(tx, [
    { id: newId(), at: now(), actorId: by.id, act: 'assignment.ended', personId, details },
  ]);
}

/** One that has not begun ends on the day on which it would have begun. */
const later = ({ startsOn }: AssignmentRow, endsOn: string) => (endsOn < startsOn ? startsOn : endsOn);
