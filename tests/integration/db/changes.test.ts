import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { people, personRoles, reflections } from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { AT, giveRole, insertPerson, person } from './rows.ts';

const nameOf = (database: Database, id: string) =>
  database.read((db) => db.select({ name: people.name }).from(people).where(eq(people.id, id)));

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(place, () => {
    const open = use();
    test('several rows in one statement, handed back by it', async () => {
      const database = await open();
      const rows = [person({ name: 'Amara Okafor' }), person({ name: 'Tom Hughes' })];
      const made = await database.write((tx) =>
        tx.insert(people).values(rows).returning({ id: people.id, language: people.language }),
      );
      expect(made).toEqual(rows.map(({ id }) => ({ id, language: 'en' })));
    });

    test('an update changes the rows that were meant and says which', async () => {
      const database = await open();
      const [amara, tom] = await database.write(async (tx) => [await insertPerson(tx), await insertPerson(tx)]);
      const changed = await database.write((tx) =>
        tx
          .update(people)
          .set({ name: 'Tom Hughes', lastSeenAt: AT })
          .where(eq(people.id, tom ?? ''))
          .returning({ id: people.id }),
      );
      expect(changed).toEqual([{ id: tom }]);
      expect(await nameOf(database, amara ?? '')).toEqual([{ name: 'Amara Okafor' }]);
      expect(await nameOf(database, tom ?? '')).toEqual([{ name: 'Tom Hughes' }]);
    });

    test('an update says how many rows it changed', async () => {
      const database = await open();
      const id = await database.write((tx) => insertPerson(tx));
      const change = (who: string) =>
        database.write((tx) => tx.update(people).set({ language: 'cy' }).where(eq(people.id, who)));
      expect((await change(id)).rowsAffected).toBe(1);
      expect((await change('nobody')).rowsAffected).toBe(0);
    });

    test('a delete takes the rows that were meant', async () => {
      const database = await open();
      const id = await database.write((tx) => insertPerson(tx));
      await database.write((tx) => giveRole(tx, id));
      await database.write((tx) =>
        tx.delete(personRoles).where(and(eq(personRoles.personId, id), eq(personRoles.role, 'trainee'))),
      );
      await database.write((tx) => tx.delete(people).where(eq(people.id, id)));
      expect(await nameOf(database, id)).toEqual([]);
    });

    test('on conflict do nothing leaves what is there', async () => {
      const database = await open();
      const first = person({ name: 'Amara Okafor' });
      await database.write((tx) => tx.insert(people).values(first));
      await database.write((tx) =>
        tx
          .insert(people)
          .values({ ...first, name: 'Somebody else' })
          .onConflictDoNothing(),
      );
      expect(await nameOf(database, first.id)).toEqual([{ name: 'Amara Okafor' }]);
    });

    test('on conflict do update saves a draft over its older self only where the revision fits', async () => {
      const database = await open();
      const traineeId = await database.write((tx) => insertPerson(tx));
      const save = (text: string, basedOn: number) =>
        database.write((tx) => {
          const draft = { traineeId, moduleId: 'parole-recall', text, revision: basedOn + 1, savedAt: AT };
          const target = [reflections.traineeId, reflections.moduleId];
          return tx
            .insert(reflections)
            .values(draft)
            .onConflictDoUpdate({
              target,
              set: { text, revision: basedOn + 1 },
              setWhere: eq(reflections.revision, basedOn),
            })
            .returning({ revision: reflections.revision });
        });
      expect(await save('first', 0)).toEqual([{ revision: 1 }]);
      expect(await save('second', 1)).toEqual([{ revision: 2 }]);
      expect(await save('from another tab', 1)).toEqual([]);
      expect(
        await database.read((db) =>
          db.select({ text: reflections.text }).from(reflections).where(eq(reflections.traineeId, traineeId)),
        ),
      ).toEqual([{ text: 'second' }]);
    });

    test('a statement written as SQL, with its values apart', async () => {
      const database = await open();
      const id = await database.write((tx) => insertPerson(tx));
      await database.write((tx) => tx.run(sql`UPDATE people SET name = ${`O'Hara`} WHERE id = ${id}`));
      expect(await nameOf(database, id)).toEqual([{ name: `O'Hara` }]);
    });
  });
}
