import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { people } from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';
import { DATABASES } from './eachDatabase.ts';
import { giveRole, insertPerson } from './rows.ts';

const one = (database: Database) => database.read((db) => db.select({ id: people.id }).from(people).limit(1));

const COUNTED: [string, (database: Database) => Promise<unknown>, { queries: number; trips: number }][] = [
  ['nothing asked', () => Promise.resolve(), { queries: 0, trips: 0 }],
  ['one question', one, { queries: 1, trips: 1 }],
  [
    'two questions, one after the other',
    async (database) => [await one(database), await one(database)],
    { queries: 2, trips: 2 },
  ],
  ['two questions side by side', (database) => Promise.all([one(database), one(database)]), { queries: 2, trips: 1 }],
  [
    'three questions in a batch',
    (database) =>
      database.read((db) =>
        db.batch([
          db.select().from(people).limit(1),
          db.select().from(people).limit(1),
          db.select().from(people).limit(1),
        ]),
      ),
    { queries: 3, trips: 1 },
  ],
  [
    'a write of two statements, and its commit',
    (database) => database.write(async (tx) => giveRole(tx, await insertPerson(tx))),
    { queries: 2, trips: 3 },
  ],
  [
    'a write that is rolled back',
    (database) => database.write(async (tx) => Promise.reject(new Error(await insertPerson(tx)))).catch(() => null),
    { queries: 1, trips: 2 },
  ],
];

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(place, () => {
    const open = use();

    test.each(COUNTED)('%s', async (_story, ask, expected) => {
      const database = await open();
      const count = await countQueries(async () => {
        await ask(database);
        return currentCount();
      });
      expect(count).toEqual(expected);
    });
  });
}

/** What one request asks: some writes at once, and one question. */
function request(database: Database, writes: number) {
  return countQueries(async () => {
    await Promise.all(Array.from({ length: writes }, () => database.write(insertPerson)));
    await one(database);
    return currentCount();
  });
}

test('requests at the same time are counted apart, also when their writes stand in one queue', async () => {
  const database = await freshDatabase();
  const counts = await Promise.all([1, 5, 0].map((writes) => request(database, writes)));
  expect(counts).toEqual([
    { queries: 2, trips: 3 },
    { queries: 6, trips: 11 },
    { queries: 1, trips: 1 },
  ]);
  expect(currentCount()).toBeNull();
});
