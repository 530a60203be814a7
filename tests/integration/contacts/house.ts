import { randomUUID } from 'node:crypto';
import { cohortMemberships, enrolments } from '#db/schema/index.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { type AccountsHouse, accountsHouse, DAY } from '../../support/accounts.ts';
import { aViewer } from '../../support/viewer.ts';

export const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
export const gwen = aViewer('gwen', { roles: ['tutor'], tutorOf: ['wales'] });
export const trainee = (id: string) => aViewer(id, { roles: ['trainee'], memberOf: ['london'] });

/** London with Amara and Tom, whom Kerry manages and Daniel assesses, and Ruth as their tutor; Wales with Nia and Gwen. The day is `DAY`. */
export async function contactsHouse(): Promise<AccountsHouse> {
  const house = await accountsHouse();
  const { database } = house;
  installPortal({
    database,
    settings: { programmeNow: new Date(`${DAY}T10:00:00Z`), demo: null },
  } as unknown as Portal);
  for (const id of ['amara', 'tom', 'nia']) await house.addPerson(id);
  for (const id of ['ruth', 'gwen', 'kerry', 'daniel']) await house.addPerson(id, []);
  await house.addCohort('london', 'amara');
  await house.addCohort('wales', 'nia');
  const membership = { id: 'tom-london', traineeId: 'tom', cohortId: 'london', joinedOn: '2026-09-01' };
  const place = { routeId: 'standard-15', startedOn: '2026-09-01', hoursPerWeek: 37 };
  await database.write(async (tx) => {
    await tx.insert(cohortMemberships).values(membership);
    await tx.insert(enrolments).values(['amara', 'tom', 'nia'].map((traineeId) => ({ traineeId, ...place })));
  });
  await house.assign('tutor', 'ruth', { of: 'london' });
  await house.assign('tutor', 'gwen', { of: 'wales' });
  await house.assign('manager', 'kerry', { of: 'tom' });
  await house.assign('assessor', 'daniel', { of: 'tom' });
  return house;
}

/** A contact of today, with nothing agreed unless it is said. */
export const aContact = (change = {}) => ({
  ...{ id: randomUUID(), traineeId: 'tom', happenedOn: DAY, kind: 'call' as const, words: 'We spoke.', signal: '' },
  ...{ corrects: '', actionId: randomUUID(), action: '', ownerId: '', dueOn: '' },
  ...change,
});
