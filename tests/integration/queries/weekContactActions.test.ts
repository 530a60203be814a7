import { expect, test } from 'vitest';
import { listWeekFacts } from '#db/queries/week.ts';
import * as tables from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';

const AT = new Date('2026-11-02T10:00:00Z');
const WEEK = { from: '2026-11-23', to: '2026-11-29' };

test('of the contact log a week has what is hers to do on these days and has not ended, and nothing that others do', async () => {
  const database = await freshDatabase();
  const action = { traineeId: 'amara', words: 'Send the timetable.', writerId: 'ruth', writtenAt: AT };
  await database.write(async (tx) => {
    for (const id of ['amara', 'tom', 'ruth'])
      await tx.insert(tables.people).values({ id, name: id, email: `${id}@pqip.example`, createdAt: AT });
    await tx.insert(tables.contactActions).values([
      { ...action, id: 'hers', ownerId: 'amara', dueOn: '2026-11-29' },
      { ...action, id: 'later', ownerId: 'amara', dueOn: '2026-11-30' },
      { ...action, id: 'before', ownerId: 'amara', dueOn: '2026-11-22' },
      { ...action, id: 'done', ownerId: 'amara', dueOn: '2026-11-24' },
      { ...action, id: 'tutors', ownerId: 'ruth', dueOn: '2026-11-24' },
      { ...action, id: 'toms', traineeId: 'tom', ownerId: 'tom', dueOn: '2026-11-24' },
    ]);
    const end = { outcome: 'done', words: '', personId: 'amara', endedAt: AT } as const;
    await tx.insert(tables.contactActionEnds).values({ ...end, actionId: 'done' });
  });
  const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
  const { id, dueOn, words } = { ...action, id: 'hers', dueOn: '2026-11-29' };
  const changedAt = AT.getTime() / 1000;
  expect(facts).toEqual([{ fact: 'contactAction', id, traineeId: 'amara', words, dueOn, changedAt }]);
});
