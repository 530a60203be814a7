import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { faultOf } from '#db/databaseError.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { people } from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { insertPerson } from './rows.ts';

const nameOf = (database: Database, id: string) =>
  database.read((db) => db.select({ name: people.name }).from(people).where(eq(people.id, id)));

const wrong = (database: Database) => database.read((db) => db.all(sql`SELECT nothing FROM nowhere`));

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(`questions asked together, ${place}`, () => {
    const open = use();

    test('each gets its own answer, in one round trip', async () => {
      const database = await open();
      const names = ['Amara Okafor', 'Tom Hughes', 'Nia Prosser'];
      const ids = await database.write((tx) => Promise.all(names.map((name) => insertPerson(tx, { name }))));
      const { answers, trips } = await countQueries(async () => {
        const found = await Promise.all([...ids, 'nobody'].map((id) => nameOf(database, id)));
        return { answers: found, trips: currentCount()?.trips };
      });
      expect(answers).toEqual([...names.map((name) => [{ name }]), []]);
      expect(trips).toBe(1);
    });

    test('a wrong question of one request is no fault of another that asks at the same time', async () => {
      const database = await open();
      const id = await database.write((tx) => insertPerson(tx));
      const [first, second] = await Promise.allSettled([
        countQueries(() => Promise.all([nameOf(database, id), wrong(database)])),
        countQueries(() => nameOf(database, id)),
      ]);
      expect(first).toMatchObject({ status: 'rejected' });
      expect(first.status === 'rejected' && faultOf(first.reason)).toBe('statement');
      expect(second).toEqual({ status: 'fulfilled', value: [{ name: 'Amara Okafor' }] });
    });

    test('what is asked after an answer sees what was written in between', async () => {
      const database = await open();
      await countQueries(async () => {
        const id = await database.write((tx) => insertPerson(tx));
        expect(await nameOf(database, id)).toEqual([{ name: 'Amara Okafor' }]);
        await database.write((tx) => tx.update(people).set({ name: 'Amara Obi' }).where(eq(people.id, id)));
        expect(await nameOf(database, id)).toEqual([{ name: 'Amara Obi' }]);
      });
    });
  });
}
