import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, exists, inArray, isNull, like, max, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { people, personRoles } from '#db/schema/index.ts';
import { DATABASES } from './eachDatabase.ts';
import { insertPerson } from './rows.ts';

/** Three people under a mark of their own: two trainees, one of them a tutor too, and one without a role. */
async function threePeople(database: Database) {
  const mark = randomUUID();
  const ids = await database.write(async (tx) => {
    const made = [];
    for (const name of ['Amara', 'Nia', 'Tom']) made.push(await insertPerson(tx, { name: `${name} ${mark}` }));
    await tx.insert(personRoles).values([
      { personId: made[0] ?? '', role: 'trainee' },
      { personId: made[1] ?? '', role: 'trainee' },
      { personId: made[1] ?? '', role: 'tutor' },
    ]);
    return made;
  });
  return { ids, mine: like(people.name, `% ${mark}`), called: (name: string) => `${name} ${mark}` };
}

for (const { name: place, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(place, () => {
    const open = use();
    test('inner and left joins, in order, with a limit and an offset', async () => {
      const database = await open();
      const { mine, called } = await threePeople(database);
      const inner = await database.read((db) =>
        db
          .select({ name: people.name, role: personRoles.role })
          .from(people)
          .innerJoin(personRoles, eq(personRoles.personId, people.id))
          .where(mine)
          .orderBy(desc(people.name), asc(personRoles.role)),
      );
      const left = await database.read((db) =>
        db
          .select({ name: people.name, role: personRoles.role })
          .from(people)
          .leftJoin(personRoles, eq(personRoles.personId, people.id))
          .where(mine)
          .orderBy(desc(people.name))
          .limit(1),
      );
      const second = await database.read((db) =>
        db.select({ name: people.name }).from(people).where(mine).orderBy(people.name).limit(1).offset(1),
      );
      expect(inner.map(({ name, role }) => [name, role])).toEqual([
        [called('Nia'), 'trainee'],
        [called('Nia'), 'tutor'],
        [called('Amara'), 'trainee'],
      ]);
      expect(left).toEqual([{ name: called('Tom'), role: null }]);
      expect(second).toEqual([{ name: called('Nia') }]);
    });

    test('counts, groups and what they have in common', async () => {
      const database = await open();
      const { mine, called } = await threePeople(database);
      const grouped = await database.read((db) =>
        db
          .select({ name: people.name, roles: count(personRoles.role) })
          .from(people)
          .leftJoin(personRoles, eq(personRoles.personId, people.id))
          .where(mine)
          .groupBy(people.id)
          .having(sql`count(${personRoles.role}) > 0`)
          .orderBy(people.name),
      );
      const [newest] = await database.read((db) =>
        db
          .select({ last: max(people.name) })
          .from(people)
          .where(mine),
      );
      expect(grouped).toEqual([
        { name: called('Amara'), roles: 1 },
        { name: called('Nia'), roles: 2 },
      ]);
      expect(newest).toEqual({ last: called('Tom') });
      expect(await database.read((db) => db.$count(people, mine))).toBe(3);
      expect(
        await database.read((db) => db.selectDistinct({ language: people.language }).from(people).where(mine)),
      ).toEqual([{ language: 'en' }]);
    });

    test('lists, subqueries, EXISTS and WITH', async () => {
      const database = await open();
      const { ids, mine, called } = await threePeople(database);
      const names = await database.read(async (db) => {
        const hasRole = exists(
          db
            .select({ one: sql`1` })
            .from(personRoles)
            .where(eq(personRoles.personId, people.id)),
        );
        const tutors = db
          .$with('tutors')
          .as(db.select({ id: personRoles.personId }).from(personRoles).where(eq(personRoles.role, 'tutor')));
        return {
          listed: await db
            .select({ name: people.name })
            .from(people)
            .where(inArray(people.id, ids.slice(1)))
            .orderBy(people.name),
          without: await db
            .select({ name: people.name })
            .from(people)
            .where(and(mine, isNull(people.lastSeenAt), sql`not ${hasRole}`)),
          tutors: await db
            .with(tutors)
            .select({ name: people.name })
            .from(people)
            .innerJoin(tutors, eq(tutors.id, people.id))
            .where(mine),
        };
      });
      expect(names).toEqual({
        listed: [{ name: called('Nia') }, { name: called('Tom') }],
        without: [{ name: called('Tom') }],
        tutors: [{ name: called('Nia') }],
      });
    });

    test('one row, all rows and bare values of a question written as SQL', async () => {
      const database = await open();
      const { ids } = await threePeople(database);
      const question = sql`SELECT count(*) AS n FROM people WHERE id IN (${ids[0]}, ${ids[1]})`;
      expect(await database.read((db) => db.get(question))).toMatchObject({ n: 2 });
      expect(await database.read((db) => db.all(question))).toEqual([{ n: 2 }]);
      expect(Array.from((await database.read((db) => db.values(question)))[0] ?? [])).toEqual([2]);
    });

    test('several questions in one batch, each with its own answer', async () => {
      const database = await open();
      const { ids, mine, called } = await threePeople(database);
      const [rows, roles, none] = await database.read((db) =>
        db.batch([
          db.select({ name: people.name }).from(people).where(mine).orderBy(people.name),
          db.select({ n: count() }).from(personRoles).where(inArray(personRoles.personId, ids)),
          db.select().from(people).where(eq(people.id, 'nobody')),
        ]),
      );
      expect(rows.map(({ name }) => name)).toEqual(['Amara', 'Nia', 'Tom'].map(called));
      expect(roles).toEqual([{ n: 3 }]);
      expect(none).toEqual([]);
    });
  });
}
