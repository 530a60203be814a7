import { listOpenAccountLinks } from '#db/queries/people/accountLinks.ts';
import { findPerson, listAssignmentsAround, listLeftBy, listPeopleForWork } from '#db/queries/people/person.ts';
import type { Reader } from '#db/client.ts';
import type { AssignmentKind } from '#src/domain/access/roles.ts';
import { leftWithout } from '#src/domain/quality/countersigners.ts';
import type { LeftToNobody } from '#src/domain/people/leaving.ts';
import { now, today } from '../portal.ts';
import { readCountersigning } from '../quality/countersigning.ts';

/** Everything on the page of a person, or null. Seven queries in one round trip. */
export async function loadPersonPage(db: Reader, personId: string) {
  const day = today();
  const [person, assignments, leftBy, countersigning, people, links] = await Promise.all([
    findPerson(db, personId),
    listAssignmentsAround(db, personId, day),
    listLeftBy(db, personId, day),
    readCountersigning(db, day),
    listPeopleForWork(db),
    listOpenAccountLinks(db, personId),
  ]);
  if (!person) return null;
  const namesOf = (kind: AssignmentKind) => leftBy.filter((row) => row.kind === kind).map(({ name }) => name);
  // Of an account that is off too: what was hers while it was on.
  const world = { ...countersigning.world, assessors: new Set([...countersigning.world.assessors, personId]) };
  const without = person.roles.includes('assessor') ? leftWithout(world, personId).filter((id) => id !== personId) : [];
  const left: LeftToNobody = {
    cohorts: namesOf('tutor'),
    assessed: namesOf('assessor'),
    managed: namesOf('manager'),
    countersigned: without.map((id) => countersigning.people.find((one) => one.id === id)?.name ?? ''),
  };
  const at = now();
  return {
    person,
    left,
    own: assignments.filter((row) => row.personId === personId),
    carers: assignments.filter((row) => row.traineeId === personId),
    people: people.filter(({ id }) => id !== personId),
    openLink: links.findLast(({ expiresAt }) => expiresAt > at) ?? null,
  };
}
