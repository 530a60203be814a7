import { expect, test } from 'vitest';
import { listWeekFacts } from '#db/queries/week.ts';
import type { Writer } from '#db/client.ts';
import * as tables from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';

const AT = new Date('2026-11-02T10:00:00Z');
const WEEK = { from: '2026-11-23', to: '2026-11-29' };

/** Amara was in London until Wednesday 25 November and is in Wales since. */
async function addPeople(tx: Writer): Promise<void> {
  for (const id of ['amara', 'tom', 'harvey'])
    await tx.insert(tables.people).values({ id, name: id, email: `${id}@pqip.example`, createdAt: AT });
  for (const id of ['london', 'wales'])
    await tx.insert(tables.cohorts).values({ id, name: id, region: id, startsOn: '2026-07-06' });
  await tx.insert(tables.cohortMemberships).values([
    { id: 'one', traineeId: 'amara', cohortId: 'london', joinedOn: '2026-07-06', leftOn: '2026-11-25' },
    { id: 'two', traineeId: 'amara', cohortId: 'wales', joinedOn: '2026-11-25' },
  ]);
}

test('the peer sessions to come of the cohort that she is in now, with what she does; none that were cancelled', async () => {
  const database = await freshDatabase();
  await database.write(addPeople);
  const session = {
    ...{ cohortId: 'wales', day: '2026-12-08', startsAt: '10:00', endsAt: '11:00', place: 'Room', title: 'Recall' },
    ...{ revision: 2, savedBy: 'harvey', savedAt: AT },
  };
  await database.write(async (tx) => {
    await tx.insert(tables.peerSessions).values([
      { ...session, id: 'hers' },
      { ...session, id: 'held', day: '2026-11-27', heldAt: AT },
      { ...session, id: 'before-she-came', day: '2026-11-24' },
      { ...session, id: 'off', cancelledAt: AT, cancelledBy: 'harvey', cancelReason: 'Ill' },
      { ...session, id: 'of-london', cohortId: 'london' },
    ]);
    const part = { sessionId: 'hers', traineeId: 'amara', givenBy: 'harvey', givenAt: AT };
    await tx.insert(tables.peerParts).values([
      { ...part, id: 'leads', role: 'leader' },
      { ...part, id: 'gave-back', role: 'presenter', endedAt: AT },
      { ...part, id: 'toms', role: 'timekeeper', traineeId: 'tom' },
    ]);
  });
  const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
  const found = facts.filter(({ fact }) => fact === 'peerSession');
  expect(found.map(({ id }) => id)).toEqual(['held', 'hers']);
  expect(found).toMatchObject([
    { roles: [], isHeld: true },
    { title: 'Recall', roles: ['leader'], done: [], isHeld: false, revision: 2 },
  ]);
});
