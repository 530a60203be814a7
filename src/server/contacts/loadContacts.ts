import { listContactActions } from '#db/queries/contacts/contacts.ts';
import { listContacts, type LogAsked } from '#db/queries/contacts/log.ts';
import { listTutors } from '#db/queries/cohortCover/tutors.ts';
import { listParticipants } from '#db/queries/supervisionAgenda.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import { coverWords, tutorsOn } from '#src/domain/cohortCover/tutors.ts';
import { endedActions, openActions } from '#src/domain/contacts/log.ts';
import { today } from '../portal.ts';

/** A page of the contact log of a trainee, all her actions, and who reads it: the same for all of them. Four queries in one round trip. */
export async function loadContacts(
  db: Reader,
  { traineeId, cohortId, name }: TraineeRecord,
  asked: Omit<LogAsked, 'traineeId'>,
) {
  const day = today();
  const [log, actions, people, tutors] = await Promise.all([
    listContacts(db, { ...asked, traineeId }),
    listContactActions(db, traineeId, day),
    listParticipants(db, traineeId, day),
    cohortId === null ? [] : listTutors(db, [cohortId]),
  ]);
  const cover = new Map(tutorsOn(tutors, day).map((tutor) => [tutor.personId, coverWords(tutor, day)]));
  const nameOf = (person: { personId: string; name: string }) => {
    const words = cover.get(person.personId) ?? null;
    return words === null ? person.name : `${person.name} (${words})`;
  };
  return {
    log,
    open: openActions(actions),
    ended: endedActions(actions),
    /** Who may do something that is agreed. */
    owners: [{ id: traineeId, name }, ...people.map((person) => ({ id: person.personId, name: person.name }))],
    readers: people.map((person) => ({ part: person.part, name: nameOf(person) })),
  };
}
export type Contacts = Awaited<ReturnType<typeof loadContacts>>;
